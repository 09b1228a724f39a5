package org.frechet.linalg;

import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.symmetricPart;
import static org.frechet.linalg.MatrixFunctions.*;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.linalg.kernel.SpectralFunction;
import org.frechet.rule.RuleRegistry;
import org.frechet.testkit.RuleAssert;
import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Elementary;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule of matrix functions, at ordinary and at hard points. */
class MatrixFunctionCatalogueTest {

  private static final Matrix B = random(4, 4, 2);
  private static final Matrix E = random(4, 4, 3);
  private static final Matrix F = random(4, 4, 4);
  private static final Matrix RIGHT = B.add(Matrix.identity(4).multiply(2.5));
  private static final Matrix SPD = RIGHT.multiply(RIGHT.transpose());
  private static final Matrix ROTATION = Matrix.of(new double[][] {{0, 1}, {-1, 0}});
  private static final Matrix JORDAN = Matrix.of(new double[][] {{2, 1, 0}, {0, 2, 1}, {0, 0, 2}});
  private static final Matrix NEGATIVE = Matrix.of(new double[][] {{1, 2}, {0, -4}});
  private static final Matrix SCALED = Matrix.diagonal(Vector.of(1e-4, 1, 1e4)).add(0.0);
  private static final Matrix SCALED_LESS = Matrix.diagonal(Vector.of(0.1, 1, 10)).add(0.0);
  private static final Matrix UNITS = Matrix.diagonal(Vector.of(0x1p-13, 1, 1, 0x1p13));
  private static final Matrix APART = UNITS.multiply(RIGHT).multiply(LinearAlgebra.inv(UNITS));
  private static final Matrix ZERO = Matrix.zeros(3, 3).add(0.0);
  private static final Matrix ONE = Matrix.of(1, 1, 2.5);
  private static final Matrix EMPTY = Matrix.zeros(0, 0);

  @TestFactory
  Stream<DynamicTest> rules() {
    return catalogue().tests();
  }

  static RuleCatalogue catalogue() {
    RuleCatalogue catalogue =
        FamilyCatalogue.of(
            MatrixFunctionRules.class, ExponentialActionRules.class, SymmetricFunctionRules.class);
    entire(catalogue);
    principal(catalogue);
    powers(catalogue);
    generic(catalogue);
    actions(catalogue);
    symmetric(catalogue);
    return catalogue;
  }

  private static void entire(RuleCatalogue catalogue) {
    for (AnalyticFunction f : List.of(SIN, COS, SINH, COSH)) {
      catalogue
          .add(f.function(), "ordinary", B)
          .add(f.function(), "zero", ZERO)
          .add(f.function(), "defective", JORDAN)
          .add(f.function(), "tiny", B.multiply(1e-6))
          .add(f.function(), "large, with squarings", B.multiply(8.0))
          .add(f.function(), "1×1", ONE)
          .add(f.function(), "empty", EMPTY)
          .add(f.frechet(), "first derivative", B, E)
          .add(f.frechet(), "second derivative", B, E, F);
    }
  }

  private static void principal(RuleCatalogue catalogue) {
    for (AnalyticFunction f : List.of(LOG, SQRT, SIGN, ROOT_OF_SQUARE)) {
      catalogue
          .add(f.function(), "ordinary", RIGHT)
          .add(f.function(), "identity", Matrix.identity(3).add(0.0))
          .add(f.function(), "defective", JORDAN)
          .add(f.function(), "small", RIGHT.multiply(1e-10))
          .add(f.function(), "large", RIGHT.multiply(1e3))
          .add(f.function(), "scaled", SCALED_LESS)
          .add(f.function(), "badly scaled", SCALED)
          .add(f.function(), "units apart", APART)
          .add(f.function(), "1×1", ONE)
          .add(f.function(), "empty", EMPTY)
          .addThrowing(f.function(), "zero", ZERO)
          .add(f.frechet(), "first derivative", RIGHT, E)
          .add(f.frechet(), "second derivative", RIGHT, E, F);
    }
    for (AnalyticFunction f : List.of(LOG, SQRT)) {
      catalogue
          .add(f.function(), "complex eigenvalues", ROTATION)
          .addThrowing(f.function(), "a negative eigenvalue", NEGATIVE);
    }
    for (AnalyticFunction f : List.of(SIGN, ROOT_OF_SQUARE)) {
      catalogue
          .add(f.function(), "both sides", B)
          .add(f.function(), "all left, defective", JORDAN.negate())
          .addThrowing(f.function(), "eigenvalues ±i", ROTATION);
    }
  }

  private static void powers(RuleCatalogue catalogue) {
    for (double p : new double[] {0.3, -1.7, 2.5}) {
      PrincipalPower power = new PrincipalPower(p);
      catalogue
          .add(power, p + " ordinary", RIGHT)
          .add(power, p + " complex eigenvalues", ROTATION)
          .add(power, p + " defective", JORDAN)
          .add(power, p + " small", RIGHT.multiply(1e-10))
          .add(power, p + " scaled", SCALED_LESS)
          .add(power, p + " units apart", APART)
          .add(power, p + " 1×1", ONE)
          .add(power, p + " empty", EMPTY)
          .addThrowing(power, p + " of a negative eigenvalue", NEGATIVE)
          .add(power.derivative(), p + " first derivative", List.of(RIGHT, E))
          .add(power.derivative(), p + " second derivative", List.of(RIGHT, E, F));
    }
  }

  /** {@code A² / (I + A²)}, by an evaluation that differentiation cannot see into. */
  private static final MatrixFunction RATIONAL =
      new MatrixFunction(
          "matrixFunction",
          a -> {
            Matrix square = a.multiply(a);
            return LinearAlgebra.solve(Matrix.identity(a.rows()).add(square), square);
          });

  private static void generic(RuleCatalogue catalogue) {
    catalogue
        .add(RATIONAL, "ordinary", RIGHT)
        .add(RATIONAL, "zero", ZERO)
        .add(RATIONAL, "defective", JORDAN)
        .add(RATIONAL, "tiny", RIGHT.multiply(1e-6))
        .add(RATIONAL, "1×1", ONE)
        .add(RATIONAL, "empty", EMPTY)
        .addThrowing(RATIONAL, "a pole", ROTATION);
  }

  private static void actions(RuleCatalogue catalogue) {
    Scalar t = Scalar.of(0.7);
    Matrix long20 = random(20, 20, 5).multiply(0.1);
    catalogue
        .add(EXP_ACTION, "ordinary", t, B, random(4, 2, 6))
        .add(EXP_ACTION, "vector, negative t", t.negate(), JORDAN, random(3, 1, 7))
        .add(EXP_ACTION, "zero matrix", t, ZERO, random(3, 1, 8))
        .add(EXP_ACTION, "t = 0", Scalar.of(0), B, random(4, 1, 9))
        .add(EXP_ACTION, "large norm", Scalar.of(10), B, random(4, 1, 9))
        .add(EXP_ACTION, "by products", t, long20, random(20, 1, 9))
        .add(EXP_ACTION, "1×1", t, ONE, ONE)
        .add(EXP_ACTION, "empty", t, EMPTY, EMPTY)
        .add(EXP_ACTION_ADJOINT, "ordinary", B, random(4, 2, 10), random(4, 2, 11))
        .add(EXP_ACTION_ADJOINT, "vectors", JORDAN, random(3, 1, 10), random(3, 1, 11))
        .add(EXP_ACTION_ADJOINT, "by products", long20, random(20, 1, 10), random(20, 1, 11))
        .add(EXP_ACTION_ADJOINT, "zero", ZERO, random(3, 1, 10), random(3, 1, 11))
        .add(EXP_ACTION_ADJOINT, "1×1", ONE, ONE, ONE);
  }

  private static void symmetric(RuleCatalogue catalogue) {
    ElementwiseSpectrum tanh = new ElementwiseSpectrum(Elementary.TANH, RuleRegistry.standard(), 0);
    Matrix repeated = Matrix.diagonal(Vector.of(2, 2, 5)).add(0.0);
    for (SpectralFunction f :
        List.of(
            SpectralFunction.exp(),
            SpectralFunction.log(),
            SpectralFunction.power(0.5),
            SpectralFunction.power(-1.3),
            SpectralFunction.power(3),
            tanh)) {
      SymmetricFunction function = new SymmetricFunction(f);
      catalogue
          .add(function, "distinct", RuleAssert::onSymmetric, SPD.multiply(0.2))
          .add(function, "repeated", RuleAssert::onSymmetric, repeated)
          .add(function, "1×1", RuleAssert::onSymmetric, ONE)
          .add(function, "empty", RuleAssert::onSymmetric, EMPTY);
    }
    SymmetricFunction log = new SymmetricFunction(SpectralFunction.log());
    Matrix s = symmetricPart(E.block(0, 0, 3, 3));
    catalogue
        .add(log, "badly scaled", RuleAssert::onSymmetric, SCALED)
        .addThrowing(log, "indefinite", symmetricPart(NEGATIVE))
        .add(
            new SymmetricFunction.Derivative(SpectralFunction.exp()),
            "first derivative",
            RuleAssert::onSymmetric,
            List.of(repeated, s));
  }
}
