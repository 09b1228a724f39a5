package org.frechet.linalg.reference;

import java.util.List;
import java.util.Map;
import org.frechet.value.Matrix;

/**
 * A function at one point, with what high-precision arithmetic says of it there.
 *
 * @param name what makes the point hard
 * @param parameter an integer of the function, 0 where it has none
 * @param arguments the point
 * @param directions tangents of all arguments: "first", and "second" and "third" where such a
 *     derivative is known
 * @param cotangent of the result
 * @param expectations under the names "value", "pushforward", "pullback i" for argument i, "second
 *     pushforward", "second pullback", which is that of {@code x ↦ pushforward(x; first)}, and
 *     "third pushforward"
 */
record Reference(
    String name,
    int parameter,
    Point arguments,
    Map<String, Point> directions,
    Matrix cotangent,
    Map<String, Expectation> expectations) {

  /** Several matrices as one argument. */
  record Point(List<Matrix> each) {
    Matrix get(int i) {
      return each.get(i);
    }
  }

  Expectation expectation(String quantity) {
    Expectation found = expectations.get(quantity);
    if (found == null) {
      throw new IllegalArgumentException(name + " has no " + quantity);
    }
    return found;
  }

  /** The largest number of rows or columns of an argument. */
  int order() {
    return arguments.each().stream().mapToInt(a -> Math.max(a.rows(), a.columns())).max().orElse(1);
  }
}
