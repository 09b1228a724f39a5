package org.frechet.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which benchmarks of the same class, at the same size and in the same run, to divide by. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Against {

  /** What it is built on: the value of a derivative, the gradient of a second derivative. */
  String ours() default "";

  /** The same answer by hand, on arrays and numbers. */
  String hand() default "";
}
