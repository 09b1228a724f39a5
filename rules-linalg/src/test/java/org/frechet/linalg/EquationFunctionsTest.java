package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.linalg.EquationFunctions.*;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.exp;
import static org.frechet.linalg.LinearAlgebra.inv;
import static org.frechet.linalg.LinearAlgebra.lyap;
import static org.frechet.linalg.LinearAlgebra.norm;

import org.frechet.Differentiation;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class EquationFunctionsTest {

  private static final double EPSILON = Math.ulp(1.0);

  private final Differentiation di = Differentiation.standard();
  private final Matrix b = random(6, 2, 2);
  private final Matrix q = random(6, 6, 3).multiply(random(6, 6, 3).transpose());
  private final Matrix r = Matrix.of(new double[][] {{2, 0.5}, {0.5, 1}});

  private static double relative(Matrix residual, Matrix size) {
    return norm(residual).toDouble() / norm(size).toDouble();
  }

  private static Matrix continuousResidual(Matrix a, Matrix b, Matrix q, Matrix r, Matrix x) {
    Matrix xb = x.multiply(b);
    Matrix ax = a.transpose().multiply(x);
    return ax.add(ax.transpose()).subtract(xb.multiply(inv(r)).multiply(xb.transpose())).add(q);
  }

  /** The discrete equation in a form that does not cancel: Cᵀ X C + Kᵀ R K + Q − X. */
  private static Matrix joseph(Riccati y, Matrix q, Matrix r) {
    return StructureFunctions.congruence(y.closedLoop().transpose(), y.solution())
        .add(StructureFunctions.congruence(y.gain().transpose(), r))
        .add(q)
        .subtract(y.solution());
  }

  private static Matrix discreteResidual(Matrix a, Matrix b, Matrix q, Matrix r, Matrix x) {
    Matrix axb = a.transpose().multiply(x).multiply(b);
    Matrix w = inv(r.add(b.transpose().multiply(x).multiply(b)));
    return a.transpose()
        .multiply(x)
        .multiply(a)
        .subtract(axb.multiply(w).multiply(axb.transpose()))
        .add(q)
        .subtract(x);
  }

  @Test
  void careAndDareSolveTheirEquationsAtEveryScale() {
    Matrix control = random(6, 6, 2);
    Matrix ofControl = Matrix.identity(6).add(0.1);
    for (double scale : new double[] {1e-12, 1e-3, 1, 1e3}) {
      Matrix a = random(6, 6, 1).multiply(scale);
      for (double weight : new double[] {1e-12, 1, 1e8}) {
        Matrix x = care(a, control, q.multiply(weight), ofControl);
        Matrix residual = continuousResidual(a, control, q.multiply(weight), ofControl, x);
        double terms = norm(a).toDouble() * norm(x).toDouble() + norm(q).toDouble() * weight;
        assertThat(norm(residual).toDouble()).isLessThan(6 * EPSILON * terms);
        Riccati y = dlqr(a, control, q.multiply(weight), ofControl);
        double size = (1 + norm(a).toDouble()) * norm(y.solution()).toDouble();
        assertThat(norm(joseph(y, q.multiply(weight), ofControl)).toDouble())
            .isLessThan(6 * EPSILON * size);
      }
    }
  }

  @Test
  void fewControls() {
    Matrix a = random(6, 6, 1);
    assertThat(relative(continuousResidual(a, b, q, r, care(a, b, q, r)), q)).isLessThan(1e-12);
    assertThat(relative(discreteResidual(a, b, q, r, dare(a, b, q, r)), q)).isLessThan(1e-12);
  }

  @Test
  void theClosedLoopIsStableAndBelongsToTheGain() {
    Matrix a = random(6, 6, 1);
    Riccati continuous = lqr(a, b, q, r);
    Matrix inDoubles = a.subtract(b.multiply(continuous.gain()));
    double size = norm(a).toDouble() + norm(b).toDouble() * norm(continuous.gain()).toDouble();
    assertThat(norm(continuous.closedLoop().subtract(inDoubles)).toDouble())
        .isLessThan(4 * EPSILON * size);
    assertThat(continuous.solution()).isEqualTo(continuous.solution().transpose());
    assertThat(norm(exp(continuous.closedLoop().multiply(1e3))).toDouble()).isLessThan(1e-6);
    Riccati discrete = dlqr(a, b, q, r);
    Matrix power = discrete.closedLoop();
    for (int k = 0; k < 12; k++) {
      power = power.multiply(power);
    }
    assertThat(norm(power).toDouble()).isLessThan(1e-6);
  }

  /** x = a + √(a² + q) in units of r = b = 1, to full relative accuracy however small q is. */
  @Test
  void knownScalarSolutions() {
    for (double weight : new double[] {1e-300, 1e-20, 1e-8, 1, 1e20}) {
      double x = care(one(1), one(1), one(weight), one(1)).get(0, 0).toDouble();
      assertThat(x).isCloseTo(1 + Math.sqrt(1 + weight), within(4 * EPSILON * x));
    }
    assertThat(care(one(2), one(1), one(0), one(1)).get(0, 0).toDouble())
        .isCloseTo(4, within(8 * EPSILON));
    assertThat(dare(one(2), one(1), one(0), one(1)).get(0, 0).toDouble())
        .isCloseTo(3, within(8 * EPSILON));
  }

  /** Laub 1979, example 2: the double integrator, X = [2 1; 1 2] for Q = diag(1, 2), R = 1. */
  @Test
  void theDoubleIntegrator() {
    Matrix a = Matrix.of(new double[][] {{0, 1}, {0, 0}});
    Matrix x = care(a, Matrix.of(2, 1, 0, 1), Matrix.diagonal(Vector.of(1, 2)), one(1));
    assertThat(norm(x.subtract(Matrix.of(2, 2, 2, 1, 1, 2))).toDouble()).isLessThan(8 * EPSILON);
  }

  /** A cheap control, a fast and a slow mode: the equation's own condition is 1e12. */
  @Test
  void stiffEquations() {
    Matrix a = Matrix.diagonal(Vector.of(-1e6, -1, 1e-6)).add(0.0);
    Matrix control = Matrix.of(3, 1, 1, 1, 1);
    Matrix x = care(a, control, Matrix.identity(3), one(1e-6));
    Matrix residual = continuousResidual(a, control, Matrix.identity(3), one(1e-6), x);
    double size = norm(a).toDouble() * norm(x).toDouble();
    assertThat(norm(residual).toDouble()).isLessThan(1e3 * EPSILON * size);
  }

  @Test
  void withoutAStabilizingSolutionThereIsAnException() {
    Matrix rotation = Matrix.of(new double[][] {{0, 1}, {-1, 0}});
    Matrix identity = Matrix.identity(2);
    Matrix none = Matrix.zeros(2, 2);
    assertThatThrownBy(() -> care(rotation, identity, none, identity))
        .isInstanceOf(NoStabilizingSolutionException.class)
        .hasMessageContaining("care: there is no stabilizing solution");
    assertThatThrownBy(() -> dare(rotation, identity, none, identity))
        .isInstanceOf(NoStabilizingSolutionException.class);
    assertThatThrownBy(() -> dare(rotation.multiply(2.0), none, identity, identity))
        .isInstanceOf(NoStabilizingSolutionException.class);
    assertThatThrownBy(() -> care(one(0), one(1), one(0), one(1)))
        .isInstanceOf(NoStabilizingSolutionException.class);
    assertThatThrownBy(() -> care(rotation, identity, identity, none))
        .isInstanceOf(NotPositiveDefiniteException.class);
    assertThatThrownBy(() -> care(rotation, one(1), identity, one(1)))
        .hasMessageContaining("expected b to be 2×1");
    assertThatThrownBy(() -> care(rotation, identity, none.add(Double.NaN), identity))
        .hasMessageContaining("care: q has the entry NaN");
  }

  @Test
  void emptySystems() {
    Matrix empty = Matrix.zeros(0, 0);
    assertThat(care(empty, empty, empty, empty)).isEqualTo(empty);
    assertThat(dare(empty, empty, empty, empty)).isEqualTo(empty);
    assertThat(vanLoan(empty, empty, 1).covariance()).isEqualTo(empty);
  }

  @Test
  void choleskyFactorsOfLyapunovSolutions() {
    Matrix stable = random(4, 4, 5).subtract(Matrix.identity(4).multiply(3.0));
    Matrix spd = Matrix.identity(4);
    Matrix l = lyapCholesky(stable, spd);
    assertThat(relative(l.multiply(l.transpose()).subtract(lyap(stable, spd)), spd))
        .isLessThan(4 * EPSILON);
    Matrix contraction = random(4, 4, 5).multiply(0.3);
    Matrix d = dlyapCholesky(contraction, spd);
    Matrix x = d.multiply(d.transpose());
    assertThat(relative(StructureFunctions.congruence(contraction, x).subtract(x).add(spd), spd))
        .isLessThan(8 * EPSILON);
    assertThatThrownBy(() -> lyapCholesky(stable.negate(), spd))
        .isInstanceOf(NotPositiveDefiniteException.class);
  }

  /** Against the block exponential itself, where it is good. */
  @Test
  void vanLoanAtAnOrdinaryStep() {
    Matrix a = random(4, 4, 1);
    Matrix noise = q.block(0, 0, 4, 4);
    Matrix block =
        exp(
            Matrix.ofBlocks(
                new Matrix[][] {{a.negate(), noise}, {Matrix.zeros(4, 4), a.transpose()}}));
    Matrix phi = block.block(4, 4, 4, 4).transpose();
    Discretized found = vanLoan(a, noise, 1);
    assertThat(relative(found.transition().subtract(phi), phi)).isLessThan(20 * EPSILON);
    Matrix expected = phi.multiply(block.block(0, 4, 4, 4));
    assertThat(relative(found.covariance().subtract(expected), expected)).isLessThan(50 * EPSILON);
    assertThat(found.covariance()).isEqualTo(found.covariance().transpose());
  }

  /** Over a long step of a stiff system the covariance is the stationary one; e¹⁰⁰⁰⁰ is not met. */
  @Test
  void vanLoanOfStiffSystems() {
    Matrix a = Matrix.of(new double[][] {{-1e4, 30, 2}, {0, -50, 7}, {0, 0, -20}});
    Matrix noise = Matrix.identity(3);
    Discretized found = vanLoan(a, noise, 100);
    Matrix stationary = lyap(a, noise);
    // The slowest rate is 20 and the norm 1e4: so far is the covariance determined by A's doubles.
    double condition = 1e4 / 20;
    assertThat(relative(found.covariance().subtract(stationary), stationary))
        .isLessThan(3 * condition * EPSILON);
    Matrix g = di.gradient(x -> vanLoan(x, noise, 100).covariance().sum(), new AutoReverse(), a);
    Matrix expected = di.gradient(x -> lyap(x, noise).sum(), new AutoReverse(), a);
    assertThat(relative(g.subtract(expected), expected)).isLessThan(1e-12);
  }

  @Test
  void vanLoanKeepsSmallNumbers() {
    for (double scale : new double[] {1e-300, 1e-12, 1e12}) {
      Discretized found = vanLoan(one(-2), one(scale), 0.5);
      double expected = scale * -Math.expm1(-2) / 4;
      assertThat(found.covariance().get(0, 0).toDouble())
          .isCloseTo(expected, within(8 * EPSILON * expected));
      assertThat(vanLoan(one(-scale), one(1), 0).transition()).isEqualTo(one(1));
    }
    // A step so short that the covariance is Q h.
    Matrix a = random(4, 4, 1);
    Matrix c = vanLoan(a, Matrix.identity(4), 1e-18).covariance();
    assertThat(relative(c.subtract(Matrix.identity(4).multiply(1e-18)), c)).isLessThan(EPSILON);
  }

  /** Q̄ = ∫ exp(Aᵀ s) Ȳ exp(A s) ds, and the derivative in h is A Q_d + Q_d Aᵀ + Q. */
  @Test
  void derivativesOfVanLoanAreThoseOfTheIntegral() {
    Matrix a = random(4, 4, 1).multiply(3.0);
    Matrix noise = q.block(0, 0, 4, 4);
    Matrix weight = random(4, 4, 8);
    Matrix g =
        di.gradient(x -> vanLoan(a, x, 1.3).covariance().dot(weight), new AutoReverse(), noise);
    Matrix adjoint = vanLoan(a.transpose(), weight, 1.3).covariance();
    assertThat(relative(g.subtract(adjoint), adjoint)).isLessThan(1e-13);
    Matrix slope =
        di.derivative(h -> vanLoan(a, noise, h).covariance(), new AutoReverse(), Scalar.of(1.3));
    Matrix c = vanLoan(a, noise, 1.3).covariance();
    Matrix expected = a.multiply(c).add(c.multiply(a.transpose())).add(noise);
    assertThat(relative(slope.subtract(expected), expected)).isLessThan(1e-12);
    assertThat(Elementwise.abs(c).sum().isFinite()).isTrue();
  }

  private static Matrix one(double x) {
    return Matrix.of(1, 1, x);
  }
}
