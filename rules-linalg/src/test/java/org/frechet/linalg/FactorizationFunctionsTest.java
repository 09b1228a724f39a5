package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.linalg.FactorizationFunctions.*;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.Arrays;
import java.util.List;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.rule.MissingRuleException;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LU, LDLᵀ, QR, LQ, singular values, polar: their equations, shapes, conventions and errors. */
class FactorizationFunctionsTest {

  private static final List<AdType> MODES = List.of(new AutoForward(), new AutoReverse());

  private final Differentiation di = Differentiation.standard();

  private static void requireClose(Matrix actual, Matrix expected) {
    requireClose(actual, expected, 1e-14);
  }

  private static void requireClose(Matrix actual, Matrix expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    double size = 1e-300 + norm(expected).toDouble();
    assertThat(norm(actual.subtract(expected)).toDouble() / size).isLessThan(tolerance);
  }

  private static void requireOrthonormal(Matrix q) {
    Matrix identity = Matrix.identity(q.columns());
    assertThat(norm(q.transpose().multiply(q).subtract(identity)).toDouble()).isLessThan(1e-14);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "4, 4", "6, 3", "3, 6", "5, 1", "1, 5", "0, 3", "3, 0", "40, 30"})
  void factorsMultiplyToTheMatrix(int m, int n) {
    Matrix a = random(m, n, 31 * m + n);
    int k = Math.min(m, n);
    Lu lu = lu(a);
    requireClose(lu.l().multiply(lu.u()), permuteRows(lu.permutation(), a));
    assertThat(lu.l()).isEqualTo(tril(lu.l()));
    assertThat(lu.u()).isEqualTo(triu(lu.u()));
    Qr qr = qr(a);
    requireClose(qr.q().multiply(qr.r()), a);
    requireOrthonormal(qr.q());
    assertThat(qr.r()).isEqualTo(triu(qr.r()));
    assertThat(qr.r().diagonal().toArray()).hasSize(k);
    assertThat(Arrays.stream(qr.r().diagonal().toArray())).allMatch(x -> x > 0);
    Lq lq = lq(a);
    requireClose(lq.l().multiply(lq.q()), a);
    requireOrthonormal(lq.q().transpose());
    assertThat(lq.l()).isEqualTo(tril(lq.l()));
    Svd svd = svd(a);
    requireClose(svd.u().multiply(Matrix.diagonal(svd.s())).multiply(svd.v().transpose()), a);
    requireOrthonormal(svd.u());
    requireOrthonormal(svd.v());
    assertThat(svd.s()).isEqualTo(singularValues(a));
    assertThat(svd.s().negate().toArray()).hasSize(k).isSorted();
  }

  @Test
  void scaleOfTheMatrixDoesNotMatter() {
    Matrix a = random(5, 3, 1);
    for (double scale : new double[] {1e-300, 1e-12, 1e3, 1e300}) {
      Matrix scaled = a.multiply(scale);
      requireClose(qr(scaled).q(), qr(a).q());
      requireClose(svd(scaled).u(), svd(a).u());
      requireClose(polar(scaled).u(), polar(a).u());
      requireClose(singularValues(scaled).divide(scale).toColumn(), singularValues(a).toColumn());
    }
  }

  @Test
  void largestEntriesOfLeftSingularVectorsArePositive() {
    Matrix u = svd(random(6, 4, 2)).u();
    for (int j = 0; j < 4; j++) {
      double[] column = u.column(j).toArray();
      double largest = 0;
      for (double entry : column) {
        largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
      }
      assertThat(largest).isPositive();
    }
  }

  @Test
  void polarFactors() {
    Matrix a = random(6, 4, 3);
    Polar polar = polar(a);
    requireClose(polar.u().multiply(polar.p()), a);
    requireOrthonormal(polar.u());
    assertThat(polar.p()).isEqualTo(polar.p().transpose());
    requireClose(polar.p().multiply(polar.p()), a.transpose().multiply(a));
    assertThat(Arrays.stream(symmetricEigenvalues(polar.p()).toArray())).allMatch(x -> x > 0);
    assertThatThrownBy(() -> polar(a.transpose()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("polar: a is 4×6");
  }

  @Test
  void ldltOfAnIndefiniteMatrixReadsTheLowerTriangle() {
    Matrix a = Matrix.of(new double[][] {{2, 1, 4}, {1, -3, 0.5}, {4, 0.5, 1}});
    Ldlt ldlt = ldlt(a);
    requireClose(ldlt.l().multiply(Matrix.diagonal(ldlt.d())).multiply(ldlt.l().transpose()), a);
    assertThat(ldlt.l().diagonal()).isEqualTo(Vector.of(1, 1, 1));
    assertThat(ldlt(tril(a))).isEqualTo(ldlt);
    assertThatThrownBy(() -> ldlt(Matrix.of(new double[][] {{0, 1}, {1, 0}})))
        .isInstanceOfSatisfying(SingularMatrixException.class, e -> assertThat(e.pivot()).isZero());
  }

  @Test
  void decompositionsOfOneMatrixAreMadeOnce() {
    Matrix a = random(5, 3, 4);
    Svd svd = svd(a);
    assertThat(svd(a).u()).isSameAs(svd.u());
    assertThat(singularValues(a)).isSameAs(svd.s());
    for (AdType mode : MODES) {
      di.gradient(x -> sum(singularValues(x)).add(sum(pinv(x))), mode, a);
    }
    assertThat(a.transpose().kept(SingularValues.SVD)).isEmpty();
  }

  @Test
  void lastPivotsMayBeZero() {
    Matrix singular = Matrix.of(new double[][] {{1, 2}, {2, 4}});
    for (AdType mode : MODES) {
      // U[1, 1] = A[0, 1] − A[0, 0] A[1, 1] / A[1, 0]
      Matrix g = di.gradient(x -> lu(x).u().get(1, 1), mode, singular);
      requireClose(g, Matrix.of(new double[][] {{-2, 1}, {1, -0.5}}));
      Matrix h = di.gradient(x -> ldlt(x).d().get(1), mode, singular);
      requireClose(h, Matrix.of(new double[][] {{4, -2}, {-2, 1}}));
    }
    Matrix zero = Matrix.zeros(2, 2);
    assertThatThrownBy(() -> di.gradient(x -> sum(lu(x).l()), new AutoReverse(), zero))
        .isInstanceOf(SingularMatrixException.class);
  }

  @Test
  void dependentColumnsAreMeasuredByTheDerivativeOfQr() {
    Matrix dependent = Matrix.of(new double[][] {{1, 2}, {2, 4}, {3, 6}});
    requireClose(qr(dependent).q().multiply(qr(dependent).r()), dependent);
    for (AdType mode : MODES) {
      assertThatThrownBy(() -> di.gradient(x -> sum(qr(x).q()), mode, dependent))
          .isInstanceOfSatisfying(
              RankDeficientException.class, e -> assertThat(e.independence()).isLessThan(1e-15))
          .hasMessageContaining("the columns of a are linearly dependent");
    }
    Matrix scaled = random(4, 2, 5).multiply(Matrix.diagonal(Vector.of(1e-200, 1e100)));
    assertThat(di.gradient(x -> sum(qr(x).r()), new AutoReverse(), scaled).norm().isFinite())
        .isTrue();
  }

  @Test
  void formsOfSchurAndHessenbergSayThatEquationsHaveTheRules() {
    Matrix a = random(6, 6, 6);
    SchurForm schur = schur(a);
    requireClose(schur.q().multiply(schur.t()).multiply(schur.q().transpose()), a);
    requireOrthonormal(schur.q());
    HessenbergForm hessenberg = hessenberg(a);
    requireClose(hessenberg.q().multiply(hessenberg.h()).multiply(hessenberg.q().transpose()), a);
    assertThat(hessenberg.h().get(2, 0).isZero()).isTrue();
    for (AdType mode : MODES) {
      assertThatThrownBy(() -> di.gradient(x -> trace(schur(x).t()), mode, a))
          .isInstanceOf(MissingRuleException.class)
          .hasMessageContaining("rules live at the level of the equations");
      assertThatThrownBy(() -> di.gradient(x -> trace(hessenberg(x).h()), mode, a))
          .isInstanceOf(MissingRuleException.class)
          .hasMessageContaining("rules live at the level of the equations");
    }
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    Matrix bad = Matrix.of(new double[][] {{1, Double.NaN}, {0, 1}});
    List<Runnable> calls =
        List.of(
            () -> lu(bad),
            () -> ldlt(bad),
            () -> qr(bad),
            () -> lq(bad),
            () -> svd(bad),
            () -> singularValues(bad),
            () -> polar(bad),
            () -> eigen(bad),
            () -> eigenvalues(bad),
            () -> schur(bad),
            () -> hessenberg(bad),
            () -> pinv(bad),
            () -> leastSquares(bad.block(0, 1, 2, 1), Vector.of(1, 2)),
            () -> solveSpd(bad, Vector.of(1, 2)));
    for (Runnable call : calls) {
      assertThatThrownBy(call::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("NaN");
    }
  }
}
