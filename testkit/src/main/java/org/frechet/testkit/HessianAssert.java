package org.frechet.testkit;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Assertions about Hessians; see {@link FrechetAssertions#assertThatHessian}. */
public final class HessianAssert extends ArrayAssert<HessianAssert, double[][]> {

  private static final double SYMMETRY = 1e-12;

  HessianAssert(Function<double[], double[][]> hessian) {
    super("Hessian", hessian, HessianAssert.class);
  }

  /** Names the function; {@link #at} verifies, by second differences and for symmetry. */
  public HessianAssert isHessianOf(ToDoubleFunction<double[]> f) {
    return of(x -> new double[] {f.applyAsDouble(x)});
  }

  @Override
  void verify(ArrayJudge judge, Function<double[], double[]> f, int n) {
    double[][] rows = judge.call("Hessian", actual, JacobianAssert::flat);
    if (rows.length != n || Arrays.stream(rows).anyMatch(row -> row.length != n)) {
      judge.findings().report("Hessian: has %d rows, %d×%d is due", rows.length, n, n);
      return;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double size = Math.max(Math.abs(rows[i][j]), Math.abs(rows[j][i]));
        String name = "Hessian, row %d, column %d".formatted(i, j);
        judge.findings().compare(name, rows[i][j], "its mirror image", rows[j][i], SYMMETRY * size);
        judge.second("Hessian, row %d, column %d", f, i, j, rows[i][j]);
      }
    }
  }
}
