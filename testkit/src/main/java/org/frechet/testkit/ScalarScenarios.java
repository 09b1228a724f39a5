package org.frechet.testkit;

import static org.frechet.testkit.Reference.column;
import static org.frechet.testkit.Reference.row;

import java.util.List;
import java.util.function.Function;
import org.frechet.testkit.Scenario.Inner;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/** Functions of a scalar. */
final class ScalarScenarios {

  private static final Scalar X = Scalar.of(0.7);
  private static final Scalar ELSEWHERE = Scalar.of(-1.3);

  private ScalarScenarios() {}

  static List<Scenario> all() {
    return List.of(product(), toVector(), toMatrix(), fanOut(), branches(), confusion());
  }

  /** {@code x sin x}. */
  private static Scenario product() {
    return Scenario.of(
            "scalar to scalar",
            (Scalar x) -> x.multiply(x.sin()),
            X,
            ELSEWHERE,
            at -> row(at.toDouble() * Math.cos(at.toDouble()) + Math.sin(at.toDouble())))
        .withHessian(
            (Scalar at) ->
                row(2 * Math.cos(at.toDouble()) - at.toDouble() * Math.sin(at.toDouble())));
  }

  private static Scenario toVector() {
    return Scenario.of(
        "scalar to vector",
        (Scalar x) -> Vector.of(x.sin(), x.cos(), x.multiply(x)),
        X,
        ELSEWHERE,
        at -> column(Math.cos(at.toDouble()), -Math.sin(at.toDouble()), 2 * at.toDouble()));
  }

  /** {@code A x² + B}. */
  private static Scenario toMatrix() {
    Matrix a = Matrix.of(new double[][] {{1, -2, 3}, {4, 5, -6}});
    return Scenario.of(
        "scalar to matrix",
        (Scalar x) -> a.multiply(x.multiply(x)).add(a),
        X,
        ELSEWHERE,
        at -> {
          double t = 2 * at.toDouble();
          return column(t, 4 * t, -2 * t, 5 * t, 3 * t, -6 * t);
        });
  }

  /** {@code x⁸} by squaring: each result is used twice. */
  private static Scenario fanOut() {
    return Scenario.of(
            "results used twice",
            (Scalar x) -> {
              Scalar power = x;
              for (int i = 0; i < 3; i++) {
                power = power.multiply(power);
              }
              return power;
            },
            X,
            ELSEWHERE,
            at -> row(8 * Math.pow(at.toDouble(), 7)))
        .withHessian((Scalar at) -> row(56 * Math.pow(at.toDouble(), 6)));
  }

  /** The two points are on different branches. */
  private static Scenario branches() {
    return Scenario.of(
            "control flow by value",
            (Scalar x) -> x.isGreaterThan(0) ? x.sin() : x.multiply(x),
            X,
            ELSEWHERE,
            at -> row(at.toDouble() > 0 ? Math.cos(at.toDouble()) : 2 * at.toDouble()))
        .withHessian((Scalar at) -> row(at.toDouble() > 0 ? -Math.sin(at.toDouble()) : 2));
  }

  /** {@code x · ∂/∂y (x y)} at y = 3, which is x²; a confusion of the two levels gives others. */
  private static Scenario confusion() {
    Function<Inner, Function<Object, Object>> function =
        inner ->
            at -> {
              Scalar x = (Scalar) at;
              Function<Scalar, Scalar> product = y -> x.multiply(y);
              Scalar slope =
                  inner.differentiation().derivative(product, inner.token(), Scalar.of(3));
              return x.multiply(slope);
            };
    return new Scenario(
        "a derivative inside",
        function,
        X,
        ELSEWHERE,
        at -> row(2 * ((Scalar) at).toDouble()),
        at -> row(2));
  }
}
