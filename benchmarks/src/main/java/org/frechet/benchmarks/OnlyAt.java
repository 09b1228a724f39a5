package org.frechet.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The sizes at which a benchmark is run; at the others of its class it would take too long. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OnlyAt {

  /** Some of the sizes of the class. */
  String[] value();
}
