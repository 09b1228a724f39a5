package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Shaping;

/**
 * The Kronecker product, as an outer product of vecs whose entries are put into another order (Van
 * Loan and Pitsianis 1993): the order is a permutation, whose adjoint is its inverse.
 */
public final class Kronecker {

  /** {@code A ⊗ B}: m×n, p×q → mp×nq. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> KRON =
      Primitive.composed(
          "kron",
          (Matrix a, Matrix b) -> {
            requireRoom(a, b);
            return new Rearranged(a.rows(), a.columns(), b.rows(), b.columns())
                .apply(Shaping.vec(a).outer(Shaping.vec(b)));
          });

  private Kronecker() {}

  private static void requireRoom(Matrix a, Matrix b) {
    if ((long) a.size() * b.size() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "kron: a is %s, b is %s: the product has more entries than an array can hold"
              .formatted(a.shape(), b.shape()));
    }
  }

  /**
   * From {@code vec(A) vec(B)ᵀ} to {@code A ⊗ B}.
   *
   * @param m the rows of A
   * @param n the columns of A
   * @param p the rows of B
   * @param q the columns of B
   */
  public record Rearranged(int m, int n, int p, int q) implements Primitive.Unary<Matrix, Matrix> {
    @Override
    public String name() {
      return "kron: outer product to blocks";
    }

    @Override
    public Matrix evaluate(Matrix x) {
      double[] from = x.array();
      double[] to = new double[from.length];
      for (int k = 0; k < to.length; k++) {
        to[place(k)] = from[k];
      }
      return Matrix.wrap(m * p, n * q, to);
    }

    /** Where entry k of the outer product stands among the blocks, both column-major. */
    int place(int k) {
      int inA = k % (m * n);
      int inB = k / (m * n);
      int row = (inA % m) * p + inB % p;
      int column = (inA / m) * q + inB / p;
      return row + column * m * p;
    }
  }

  /**
   * From {@code A ⊗ B} to {@code vec(A) vec(B)ᵀ}.
   *
   * @param inverse the way back
   */
  public record Collected(Rearranged inverse) implements Primitive.Unary<Matrix, Matrix> {
    @Override
    public String name() {
      return "kron: blocks to outer product";
    }

    @Override
    public Matrix evaluate(Matrix x) {
      double[] from = x.array();
      double[] to = new double[from.length];
      for (int k = 0; k < to.length; k++) {
        to[k] = from[inverse.place(k)];
      }
      return Matrix.wrap(inverse.m * inverse.n, inverse.p * inverse.q, to);
    }
  }
}
