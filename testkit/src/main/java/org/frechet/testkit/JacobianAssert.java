package org.frechet.testkit;

import java.util.Arrays;
import java.util.function.Function;
import org.frechet.value.Matrix;

/** Assertions about Jacobians; see {@link FrechetAssertions#assertThatJacobian}. */
public final class JacobianAssert extends ArrayAssert<JacobianAssert, double[][]> {

  JacobianAssert(Function<double[], double[][]> jacobian) {
    super("Jacobian", jacobian, JacobianAssert.class);
  }

  /** Names the function; {@link #at} verifies. */
  public JacobianAssert isJacobianOf(Function<double[], double[]> f) {
    return of(f);
  }

  @Override
  void verify(ArrayJudge judge, Function<double[], double[]> f, int n) {
    double[][] rows = judge.call("Jacobian", actual, JacobianAssert::flat);
    int m = f.apply(judge.point()).length;
    if (rows.length != m || Arrays.stream(rows).anyMatch(row -> row.length != n)) {
      String transposed = rows.length == n && m != n ? "; is it the transpose?" : "";
      judge
          .findings()
          .report("Jacobian: has %d rows, %d×%d is due%s", rows.length, m, n, transposed);
      return;
    }
    Matrix columns = Matrix.of(rows);
    for (int j = 0; j < n && m > 0; j++) {
      judge.column("Jacobian, row %d, column %d", f, j, columns.column(j).toArray());
    }
  }

  static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
