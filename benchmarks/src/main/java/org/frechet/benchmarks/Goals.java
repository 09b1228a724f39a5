package org.frechet.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Several goals of one benchmark. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Goals {

  /** Each of them. */
  Goal[] value();
}
