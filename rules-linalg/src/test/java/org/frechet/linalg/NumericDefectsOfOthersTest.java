package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known to go wrong elsewhere with functions, scales and kinks, and must not here. */
class NumericDefectsOfOthersTest {

  private static final List<AdType> MODES = List.of(new AutoForward(), new AutoReverse());

  private final Differentiation di = Differentiation.standard();

  private static void requireClose(Matrix given, Matrix due, double tolerance) {
    assertThat(norm(given.subtract(due)).toDouble())
        .as("error of%n%s%nagainst%n%s", given, due)
        .isLessThanOrEqualTo(tolerance * norm(due).toDouble());
  }

  private double derivative(Function<Scalar, Scalar> f, AdType mode, double x) {
    return di.derivative(f, mode, Scalar.of(x)).toDouble();
  }

  /**
   * An absolute threshold for equal eigenvalues makes log 4 to 12 % wrong where entries are small.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-8, 1e-6, 1, 1e3})
  void dividedDifferencesAreRelativeToTheScale(double scale) {
    Matrix f = random(4, 4, 1);
    Matrix a = f.multiply(f.transpose()).add(Matrix.identity(4).multiply(0.1));
    Matrix e = symmetricPart(random(4, 4, 2));
    Matrix small = a.multiply(scale);
    for (AdType mode : MODES) {
      // log(cA) = log A + log c I, √(cA) = √c √A, (cA)ᵖ = cᵖ Aᵖ
      requireScaled(LinearAlgebra::symmetricLog, mode, a, small, e, 1 / scale);
      requireScaled(LinearAlgebra::symmetricSqrt, mode, a, small, e, 1 / Math.sqrt(scale));
      requireScaled(x -> symmetricPower(x, 3), mode, a, small, e, scale * scale);
    }
  }

  private void requireScaled(
      UnaryOperator<Matrix> f, AdType mode, Matrix a, Matrix small, Matrix e, double factor) {
    Matrix due = di.pushforward(f, mode, a, e);
    Matrix given = di.pushforward(f, mode, small, e);
    requireClose(given, due.multiply(factor), 1e-13);
  }

  /** A cotangent that is not projected to the triangle is not zero below the diagonal. */
  @Test
  void theCotangentOfATriangleIsATriangle() {
    Matrix a = random(4, 4, 3).add(Matrix.identity(4).multiply(2.0));
    List<Function<Matrix, Scalar>> upper =
        List.of(
            x -> sum(inv(triu(x))),
            x -> sum(solveUpper(x, random(4, 2, 4))),
            x -> sum(exp(triu(x))),
            x -> sum(solve(triu(x), random(4, 2, 4))));
    for (AdType mode : MODES) {
      for (Function<Matrix, Scalar> f : upper) {
        Matrix g = di.gradient(f, mode, a);
        assertThat(tril(g, -1)).isEqualTo(Matrix.zeros(4, 4));
        Scalar above = norm(triu(g, 1));
        assertThat(above.toDouble()).isPositive();
        Matrix lower = di.gradient(x -> f.apply(x.transpose()), mode, a.transpose());
        assertThat(lower).isEqualTo(g.transpose());
      }
    }
  }

  /** The derivative of a determinant is the adjugate, which needs no inverse. */
  @Test
  void theDeterminantOfASingularMatrixHasAGradient() {
    Matrix a = Matrix.of(new double[][] {{1, 2}, {2, 4}});
    Matrix cofactors = Matrix.of(new double[][] {{4, -2}, {-2, 1}});
    for (AdType mode : MODES) {
      requireClose(di.gradient(x -> det(x), mode, a), cofactors, 1e-15);
      assertThat(di.gradient(x -> det(x), mode, Matrix.zeros(2, 2))).isEqualTo(Matrix.zeros(2, 2));
    }
  }

  /** Solvers that scale against overflow must not scale the derivative: X = C / (a + b). */
  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-150, 1e-300, 1e150})
  void nearlySingularSylvesterEquationsAreNotRescaled(double separation) {
    Matrix a = Matrix.identity(2).multiply(separation).add(0.0);
    Matrix b = Matrix.zeros(2, 2).add(0.0);
    Matrix c = random(2, 2, 5);
    for (AdType mode : MODES) {
      Matrix g = di.gradient(x -> sum(sylvester(a, b, x)), mode, c);
      requireClose(g, Matrix.zeros(2, 2).add(1.0).divide(separation), 1e-14);
      Matrix h = di.gradient(x -> sum(lyap(a, x)), mode, c);
      requireClose(h, Matrix.zeros(2, 2).add(-0.5).divide(separation), 1e-14);
    }
  }

  /** The slope of x 2ⁿ is 2ⁿ for every n, not an integer power that fails or is 0. */
  @ParameterizedTest
  @ValueSource(ints = {-1000, -20, -1, 0, 1, 63, 64, 1000})
  void powersOfTwo(int n) {
    for (AdType mode : MODES) {
      double slope =
          derivative(x -> x.multiply(Elementwise.pow(Scalar.of(2), (double) n)), mode, 0.7);
      assertThat(slope).isEqualTo(Math.scalb(1.0, n));
      double power = derivative(x -> Elementwise.pow(x, (double) n), mode, 2);
      double due = n * Math.scalb(0.5, n);
      assertThat(power).isCloseTo(due, within(1e-14 * Math.abs(due)));
      Matrix g = di.gradient(x -> trace(matrixPower(x, n)), mode, Matrix.of(1, 1, 1.0));
      assertThat(g.get(0, 0).toDouble()).isCloseTo(n, within(1e-10));
    }
  }

  @Test
  void nothingIsNaNWhereNothingVaries() {
    Vector equal = Vector.of(0.1, 0.1, 0.1);
    List<Function<Vector, Scalar>> functions =
        List.of(
            x -> standardDeviation(x),
            x -> variance(x.slice(0, 1)),
            x -> standardDeviation(x.slice(0, 1)),
            x -> x.subtract(0.1).norm(),
            x -> Elementwise.sqrt(x.subtract(0.1)).sum(),
            x -> normalize(x.subtract(0.1)).sum());
    for (Function<Vector, Scalar> f : functions) {
      for (AdType mode : MODES) {
        assertThat(di.gradient(f, mode, equal)).isEqualTo(Vector.zeros(3));
        for (AdType inner : MODES) {
          Vector product = di.hvp(f, SecondOrder.of(mode, inner), equal, Vector.of(1, 2, 3));
          assertThat(product.norm().isFinite()).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 18, 20, 300})
  void theSlopeOfTanhDoesNotCancel(double x) {
    double due = 1 / (Math.cosh(x) * Math.cosh(x));
    for (AdType mode : MODES) {
      assertThat(derivative(t -> t.tanh(), mode, x)).isCloseTo(due, within(1e-14 * due));
    }
  }

  @Test
  void squaresNeitherOverflowNorUnderflow() {
    for (AdType mode : MODES) {
      for (double scale : new double[] {1e-170, 1, 1e170}) {
        Vector g =
            di.gradient(
                v -> Elementwise.atan2(v.get(0), v.get(1)), mode, Vector.of(3 * scale, 4 * scale));
        // (x, −y) / r²
        assertThat(g.get(0).toDouble()).isCloseTo(0.16 / scale, within(1e-15 / scale));
        assertThat(g.get(1).toDouble()).isCloseTo(-0.12 / scale, within(1e-15 / scale));
      }
      assertThat(derivative(t -> t.asinh(), mode, 1e160)).isCloseTo(1e-160, within(1e-175));
    }
  }

  /** Narrower than the value: a derivative that only factors positive definite matrices. */
  @Test
  void determinantsOfIndefiniteMatricesHaveDerivatives() {
    Matrix indefinite = Matrix.of(new double[][] {{1, 3}, {2, 1}});
    for (AdType mode : MODES) {
      requireClose(
          di.gradient(x -> logabsdet(x).logAbs(), mode, indefinite),
          inv(indefinite).transpose(),
          1e-15);
    }
    assertThatThrownBy(() -> logdet(indefinite)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aPullbackDoesNotWriteIntoItsSeed() {
    Matrix a = random(3, 3, 6);
    double[] entries = random(3, 3, 7).array().clone();
    Matrix seed = Matrix.of(3, 3, entries);
    for (UnaryOperator<Matrix> f :
        List.<UnaryOperator<Matrix>>of(
            x -> exp(x), x -> inv(x), x -> x.add(exp(x)), x -> lyap(x, x), x -> lu(x).u())) {
      Value once = di.pullback(f, new AutoReverse(), a, seed);
      Value again = di.pullback(f, new AutoReverse(), a, seed);
      assertThat(seed.array()).containsExactly(entries);
      assertThat(again).isEqualTo(once);
    }
  }
}
