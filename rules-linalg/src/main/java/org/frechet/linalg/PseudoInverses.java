package org.frechet.linalg;

import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/**
 * The primitives of the pseudoinverse. Singular values up to {@code tolerance} times the largest
 * count as zero; derivatives are those among matrices of the same rank.
 */
public final class PseudoInverses {

  private PseudoInverses() {}

  /**
   * {@code A⁺}: m×n → n×m.
   *
   * @param tolerance relative to the largest singular value
   */
  public record PseudoInverse(double tolerance) implements Primitive.Unary<Matrix, Matrix> {
    @Override
    public String name() {
      return "pinv";
    }

    @Override
    public Matrix evaluate(Matrix a) {
      Svd svd = truncated(a, tolerance);
      double[] reciprocals = svd.s().array().clone();
      for (int i = 0; i < reciprocals.length; i++) {
        reciprocals[i] = 1 / reciprocals[i];
      }
      Matrix scaled = svd.v().multiply(Matrix.diagonal(Vector.wrap(reciprocals)));
      return scaled.multiply(svd.u().transpose());
    }
  }

  /**
   * {@code I − A A⁺}, the orthogonal projection away from the range of A: m×n → m×m. It is exactly
   * zero for a matrix of full row rank.
   *
   * @param tolerance relative to the largest singular value
   */
  public record AwayFromRange(double tolerance) implements Primitive.Unary<Matrix, Matrix> {
    @Override
    public String name() {
      return "projection away from the range";
    }

    @Override
    public Matrix evaluate(Matrix a) {
      Matrix u = truncated(a, tolerance).u();
      return u.columns() == a.rows()
          ? Matrix.zeros(a.rows(), a.rows())
          : Matrix.identity(a.rows()).subtract(u.multiply(u.transpose()));
    }
  }

  /** The part of the decomposition that counts. */
  private static Svd truncated(Matrix a, double tolerance) {
    Svd svd = decomposed(a);
    double[] s = svd.s().array();
    int rank = 0;
    while (rank < s.length && s[rank] > tolerance * s[0]) {
      rank++;
    }
    return new Svd(
        svd.u().block(0, 0, a.rows(), rank),
        svd.s().slice(0, rank),
        svd.v().block(0, 0, a.columns(), rank));
  }

  /** What is kept with A, or else with its transpose; signs do not matter here. */
  private static Svd decomposed(Matrix a) {
    Matrix at = a.transpose();
    if (a.kept(SingularValues.SVD).isPresent() || at.kept(SingularValues.SVD).isEmpty()) {
      return SingularValues.svd(a);
    }
    Svd svd = SingularValues.svd(at);
    return new Svd(svd.v(), svd.s(), svd.u());
  }
}
