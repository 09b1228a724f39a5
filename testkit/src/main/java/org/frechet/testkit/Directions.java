package org.frechet.testkit;

import java.util.List;
import java.util.Random;
import org.frechet.value.Shape;
import org.frechet.value.Value;

/**
 * Random directions that fit a point: each entry moves in proportion to its own size, so that
 * nothing small is hidden behind something large, and nothing leaves its domain. Not safe to share
 * between threads.
 */
final class Directions {

  private final Random random;
  private final List<Value> leaves;
  private final boolean symmetric;

  Directions(Random random, Layout x, boolean symmetric) {
    this.random = random;
    this.leaves = x.leaves();
    this.symmetric = symmetric;
  }

  /** A direction in which every leaf moves. */
  double[][] everywhere() {
    double[][] d = new double[leaves.size()][];
    for (int k = 0; k < d.length; k++) {
      d[k] = along(leaves.get(k));
    }
    return d;
  }

  /** A direction in which one leaf moves; the others are null. */
  double[][] inLeaf(int k) {
    double[][] d = new double[leaves.size()][];
    d[k] = along(leaves.get(k));
    return d;
  }

  private double[] along(Value leaf) {
    Shape shape = leaf.shape();
    double[] scale = scales(shape, Numbers.shared(leaf));
    for (int i = 0; i < scale.length; i++) {
      scale[i] *= weight();
    }
    return symmetric ? symmetricPart(shape, scale) : scale;
  }

  /** Between ½ and 1 in magnitude: no entry is left out by chance. */
  private double weight() {
    double magnitude = (1 + random.nextDouble()) / 2;
    return random.nextBoolean() ? magnitude : -magnitude;
  }

  /** A cotangent for each leaf of a result, of magnitude one over that leaf's. */
  double[][] cotangent(double[][] result) {
    double[][] cotangent = new double[result.length][];
    for (int k = 0; k < result.length; k++) {
      double size = Numbers.largest(result[k]);
      double scale = size > 0 && Double.isFinite(1 / size) && size < 1e300 ? 1 / size : 1;
      cotangent[k] = new double[result[k].length];
      for (int i = 0; i < cotangent[k].length; i++) {
        cotangent[k][i] = scale * weight();
      }
    }
    return cotangent;
  }

  /**
   * How far each entry may move: the root of the largest entry of its row times the largest of its
   * column, which is its own size for vectors and scalars and suits {@code D₁ A D₂} for any A.
   */
  private static double[] scales(Shape shape, double[] x) {
    double[] rows = new double[shape.rows()];
    double[] columns = new double[shape.columns()];
    for (int i = 0; i < x.length; i++) {
      int row = i % rows.length;
      int column = i / rows.length;
      rows[row] = Math.max(rows[row], Math.abs(x[i]));
      columns[column] = Math.max(columns[column], Math.abs(x[i]));
    }
    double whole = Numbers.largest(x) > 0 ? Numbers.largest(x) : 1;
    double[] scales = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double row = rows[i % rows.length];
      double column = shape.kind() == Shape.Kind.MATRIX ? columns[i / rows.length] : row;
      scales[i] = Math.sqrt(row > 0 ? row : whole) * Math.sqrt(column > 0 ? column : whole);
    }
    return scales;
  }

  /** {@code (D + Dᵀ) / 2} of a square matrix; anything else as it is. */
  static double[] symmetricPart(Shape shape, double[] d) {
    int n = shape.rows();
    if (shape.kind() != Shape.Kind.MATRIX || n != shape.columns()) {
      return d;
    }
    double[] part = new double[d.length];
    for (int i = 0; i < d.length; i++) {
      part[i] = (d[i] + d[i / n + i % n * n]) / 2;
    }
    return part;
  }
}
