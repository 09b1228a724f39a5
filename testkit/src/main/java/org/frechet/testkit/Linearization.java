package org.frechet.testkit;

import java.util.List;

/** The derivative of a subject at one point, from whatever source. */
interface Linearization {

  /** The result at the point. */
  Object value();

  /** One tangent of the result for each array of tangents of the arguments; null is zero. */
  List<Object> pushforwards(List<Object[]> tangents);

  /** One array of cotangents of the arguments for each cotangent of the result; null is zero. */
  List<Object[]> pullbacks(List<Object> cotangents, boolean[] wanted);

  default Object pushforward(Object[] tangents) {
    return pushforwards(List.<Object[]>of(tangents)).get(0);
  }

  default Object[] pullback(Object cotangent, boolean[] wanted) {
    return pullbacks(List.of(cotangent), wanted).get(0);
  }
}
