package org.frechet.testkit;

import static org.frechet.testkit.Reference.diagonal;
import static org.frechet.testkit.Reference.zeros;

import java.util.List;
import java.util.Random;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/** Constants, identities, nothing at all, one entry, and values of very different size. */
final class EdgeScenarios {

  private static final Vector X = Reference.vector(3, 3);
  private static final Vector ELSEWHERE = Reference.vector(3, 8);

  private EdgeScenarios() {}

  static List<Scenario> all() {
    return List.of(constant(), identity(), deadCode(), empty(), toEmpty(), oneByOne(), scaled());
  }

  private static Scenario constant() {
    return Scenario.of(
            "a constant result", (Vector x) -> Scalar.of(3), X, ELSEWHERE, at -> zeros(1, 3))
        .withHessian((Vector at) -> zeros(3, 3));
  }

  private static Scenario identity() {
    return Scenario.of("the identity", (Vector x) -> x, X, ELSEWHERE, at -> diagonal(1, 1, 1));
  }

  /** {@code ⟨detach(x), x⟩}: the gradient is x, not 2 x; its own derivative is zero. */
  static Scenario detached() {
    return Scenario.of(
        "a detached factor",
        (Vector x) -> x.detach().multiply(x),
        X,
        ELSEWHERE,
        at -> diagonal(at.toArray()));
  }

  private static Scenario deadCode() {
    return Scenario.of(
            "results that nothing uses",
            (Vector x) -> {
              Value unused = x.exp().multiply(x).sum().sin();
              return unused.size() == 1 ? x.sum() : Scalar.of(0);
            },
            X,
            ELSEWHERE,
            at -> new double[][] {{1, 1, 1}})
        .withHessian((Vector at) -> zeros(3, 3));
  }

  private static Scenario empty() {
    return Scenario.of(
            "an empty argument",
            (Vector x) -> x.multiply(x).sum(),
            Vector.zeros(0),
            Vector.zeros(0),
            at -> zeros(1, 0))
        .withHessian((Vector at) -> zeros(0, 0));
  }

  private static Scenario toEmpty() {
    return Scenario.of(
        "an empty result",
        (Vector x) -> x.multiply(x).slice(0, 0),
        X,
        ELSEWHERE,
        at -> zeros(0, 3));
  }

  private static Scenario oneByOne() {
    return Scenario.of(
            "a 1×1 matrix",
            (Matrix x) -> x.multiply(x).get(0, 0),
            Reference.matrix(1, 1, 1),
            Reference.matrix(1, 1, 2),
            at -> new double[][] {{2 * at.get(0, 0).toDouble()}})
        .withHessian((Matrix at) -> new double[][] {{2}});
  }

  /** {@code Σ xᵢ³} at 1e-4, 1 and 1e4. */
  private static Scenario scaled() {
    return Scenario.of(
        "badly scaled",
        (Vector x) -> x.multiply(x),
        Vector.of(1e-4, 1, -1e4),
        Vector.of(new Random(1).doubles(3, -1e4, 1e4).toArray()),
        at -> diagonal(at.multiply(2).toArray()));
  }
}
