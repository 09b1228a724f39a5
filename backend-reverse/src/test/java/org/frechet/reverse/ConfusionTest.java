package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Matrix;
import org.frechet.value.Reductions;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases in which systems that tell levels apart by type, by function or by a global tape mix
 * their perturbations up. Here each call has a number of its own.
 */
class ConfusionTest {

  private final Differentiation di = Differentiation.standard();

  static List<SecondOrder> pairs() {
    return Tokens.exactPairs().toList();
  }

  static List<List<AdType>> triples() {
    return Tokens.triples().toList();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void nestedClosuresKeepTheirLevels(SecondOrder modes) {
    // d/dx [x · d/dy (x y) at y = 2] = d/dx x² = 2x
    double d =
        di.derivative(
            x -> x.multiply(di.derivative(y -> x.multiply(y), modes.inner(), Scalar.of(2))),
            modes.outer(),
            3.0);
    assertThat(d).isEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theInnerPointMayDependOnTheOuterArgument(SecondOrder modes) {
    // d/dx [d/dy y³ at y = x²] = d/dx 3x⁴ = 12x³
    double d =
        di.derivative(
            x -> di.derivative(y -> y.multiply(y).multiply(y), modes.inner(), x.multiply(x)),
            modes.outer(),
            2.0);
    assertThat(d).isEqualTo(96);
  }

  @ParameterizedTest
  @MethodSource("triples")
  void threeLevels(List<AdType> modes) {
    // d/dx [x · d/dy [y · d/dz (x y z)]] at y = 3 is d/dx 6x² = 12x
    double d =
        di.derivative(
            x ->
                x.multiply(
                    di.derivative(
                        y ->
                            y.multiply(
                                di.derivative(
                                    z -> x.multiply(y).multiply(z), modes.get(2), Scalar.of(5))),
                        modes.get(1),
                        Scalar.of(3))),
            modes.get(0),
            2.0);
    assertThat(d).isEqualTo(24);
  }

  /** f₀(x) = x³, fₖ(x) = x f′ₖ₋₁(x): one object at all levels. */
  private final class Tower implements Function<Scalar, Scalar> {
    private final List<AdType> modes;
    private int level;

    Tower(List<AdType> modes) {
      this.modes = modes;
    }

    @Override
    public Scalar apply(Scalar x) {
      if (level == modes.size()) {
        return x.multiply(x).multiply(x);
      }
      try {
        return x.multiply(di.derivative(this, modes.get(level++), x));
      } finally {
        level--;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("triples")
  void aCallableThatRecursesIntoItself(List<AdType> modes) {
    // f₃(x) = 27 x³
    assertThat(new Tower(modes).apply(Scalar.of(2))).isEqualTo(Scalar.of(216));
    assertThat(di.derivative(new Tower(modes), modes.get(0), 2.0)).isEqualTo(324);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void oneFunctionObjectAtTwoLevels(SecondOrder modes) {
    Function<Scalar, Scalar> square = x -> x.multiply(x);
    // d/dx [(x²)′ x²] = 6x²
    double d =
        di.derivative(
            x -> di.derivative(square, modes.inner(), x).multiply(square.apply(x)),
            modes.outer(),
            2.0);
    assertThat(d).isEqualTo(24);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aCapturedVariableThatIsReassigned(SecondOrder modes) {
    Scalar[] captured = {Scalar.of(7)};
    double d =
        di.derivative(
            x -> {
              captured[0] = captured[0].multiply(x);
              Scalar slope =
                  di.derivative(
                      y -> captured[0].multiply(y).multiply(y), modes.inner(), Scalar.of(3));
              captured[0] = Scalar.of(7);
              return slope;
            },
            modes.outer(),
            2.0);
    // d/dx d/dy (7x y²) = 14 y
    assertThat(d).isEqualTo(42);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void twoInnerCallsSideBySide(SecondOrder modes) {
    double d =
        di.derivative(
            x -> {
              Scalar a = di.derivative(y -> x.multiply(y), modes.inner(), Scalar.of(1));
              Scalar b = di.derivative(y -> y.multiply(y).multiply(a), modes.inner(), x);
              return a.multiply(b);
            },
            modes.outer(),
            2.0);
    // x · 2x · x = 2x³
    assertThat(d).isEqualTo(24);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void seedsOfAnInnerPullbackMayBeUnderDifferentiation(SecondOrder modes) {
    Matrix a = Matrix.of(new double[][] {{1, 2}, {3, 4}});
    Vector x = Vector.of(1, -1);
    // seeds and tangents s x: d/ds ⟨1, Aᵀ(s x) + A(s x)⟩ = ⟨1, Aᵀx + Ax⟩
    double d =
        di.derivative(
            s -> {
              Vector back = di.pullback(v -> a.multiply(v), modes.inner(), x, x.multiply(s));
              Vector on = di.pushforward(v -> a.multiply(v), modes.inner(), x, x.multiply(s));
              return back.add(on).sum();
            },
            modes.outer(),
            2.0);
    assertThat(d).isEqualTo(a.transpose().multiply(x).add(a.multiply(x)).sum().toDouble());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void jacobiansAndGradientsNestInGradients(SecondOrder modes) {
    Matrix a = Matrix.of(new double[][] {{1, 2}, {3, 4}});
    // J of (x ⊙ A x) is diag(Ax) + diag(x) A; its sum is ⟨1, Ax⟩ + ⟨x, A 1⟩
    Vector g =
        di.gradient(
            x -> Reductions.sum(di.jacobian(v -> v.multiply(a.multiply(v)), modes.inner(), x)),
            modes.outer(),
            Vector.of(0.5, -2));
    assertThat(g).isEqualTo(Vector.of(4 + 3, 6 + 7));
  }

  @ParameterizedTest
  @MethodSource("triples")
  void hessiansNestInDerivatives(List<AdType> modes) {
    SecondOrder inner = SecondOrder.of(modes.get(1), modes.get(2));
    // the Hessian of t Σ x³ is 6 t diag(x)
    Matrix d =
        di.derivative(
            t -> di.hessian(x -> x.multiply(x).dot(x).multiply(t), inner, Vector.of(1, 2)),
            modes.get(0),
            Scalar.of(3));
    assertThat(d).isEqualTo(Matrix.of(new double[][] {{6, 0}, {0, 12}}));
  }
}
