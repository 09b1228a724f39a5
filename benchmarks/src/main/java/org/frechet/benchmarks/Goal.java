package org.frechet.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a benchmark is to reach: a line in the first table of the results. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Goals.class)
@interface Goal {

  /** The name of the case. */
  String of();

  /** What is measured, in words. */
  String what();

  /** The benchmark of the same class, at the same size and in the same run, to compare with. */
  String against() default "";

  /** How to compare. */
  Comparison by() default Comparison.RATIO;

  /** The largest number that is good enough. */
  double atMost();

  /** How many operations one call makes, where the goal is for each of them. */
  double operations() default 1;

  /** At which sizes it counts; none for all. */
  String[] sizes() default {};
}
