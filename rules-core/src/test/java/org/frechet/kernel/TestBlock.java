package org.frechet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;

/**
 * A block in a larger array whose other entries are NaN: a kernel that reads them spoils its
 * result, and one that writes them is caught by {@link #assertSurroundingsUntouched()}.
 */
final class TestBlock {

  private static final double OUTSIDE = Double.longBitsToDouble(0x7ff8_0000_dead_beefL);

  final int rows;
  final int columns;
  final int offset;
  final int ld;
  final double[] data;

  private TestBlock(int rows, int columns, int offset, int ld, int tail) {
    this.rows = rows;
    this.columns = columns;
    this.offset = offset;
    this.ld = ld;
    this.data = new double[offset + ld * columns + tail];
    Arrays.fill(data, OUTSIDE);
  }

  /** Normally distributed entries at a random offset, with a random gap between the columns. */
  static TestBlock random(Random random, int rows, int columns) {
    TestBlock block =
        new TestBlock(
            rows, columns, random.nextInt(4), rows + random.nextInt(4), random.nextInt(3));
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        block.set(i, j, random.nextGaussian());
      }
    }
    return block;
  }

  static TestBlock zeros(int rows, int columns) {
    TestBlock block = new TestBlock(rows, columns, 2, rows + 1, 1);
    block.fill(0);
    return block;
  }

  static TestBlock of(double[][] rows) {
    TestBlock block = zeros(rows.length, rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[0].length; j++) {
        block.set(i, j, rows[i][j]);
      }
    }
    return block;
  }

  double get(int i, int j) {
    return data[offset + i + j * ld];
  }

  void set(int i, int j, double value) {
    data[offset + i + j * ld] = value;
  }

  void fill(double value) {
    for (int j = 0; j < columns; j++) {
      Arrays.fill(data, offset + j * ld, offset + j * ld + rows, value);
    }
  }

  double[][] toRows() {
    double[][] result = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result[i][j] = get(i, j);
      }
    }
    return result;
  }

  /** The block alone, column-major and without gaps, as ojAlgo takes it. */
  double[] packed() {
    double[] result = new double[rows * columns];
    for (int j = 0; j < columns; j++) {
      System.arraycopy(data, offset + j * ld, result, j * rows, rows);
    }
    return result;
  }

  void assertSurroundingsUntouched() {
    for (int q = 0; q < data.length; q++) {
      int inColumn = ld == 0 ? 0 : (q - offset) % ld;
      boolean inside = q >= offset && q < offset + ld * columns && inColumn < rows;
      if (!inside) {
        assertThat(Double.doubleToRawLongBits(data[q]))
            .as("entry %d of the array, outside the block", q)
            .isEqualTo(Double.doubleToRawLongBits(OUTSIDE));
      }
    }
  }

  /** The plainest product there is. */
  static double[][] product(double[][] a, double[][] b, int columns) {
    double[][] c = new double[a.length][columns];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < columns; j++) {
        for (int p = 0; p < b.length; p++) {
          c[i][j] += a[i][p] * b[p][j];
        }
      }
    }
    return c;
  }

  static double[][] transpose(double[][] a, int columns) {
    double[][] result = new double[columns][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < columns; j++) {
        result[j][i] = a[i][j];
      }
    }
    return result;
  }

  static double[][] absolute(double[][] a) {
    double[][] result = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      result[i] = Arrays.stream(a[i]).map(Math::abs).toArray();
    }
    return result;
  }

  /**
   * Entrywise {@code |actual − expected| ≤ factor · ε · scale}: the bound of the error analysis.
   */
  static void assertClose(
      double[][] actual, double[][] expected, double[][] scale, double factor, String what) {
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected[i].length; j++) {
        double bound = factor * Math.ulp(1.0) * scale[i][j];
        double error = Math.abs(actual[i][j] - expected[i][j]);
        if (!(error <= bound)) {
          throw new AssertionError(
              what + " (" + i + ", " + j + "): " + actual[i][j] + ", not " + expected[i][j]);
        }
      }
    }
  }
}
