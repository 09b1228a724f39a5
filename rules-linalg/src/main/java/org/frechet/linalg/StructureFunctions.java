package org.frechet.linalg;

import java.util.ArrayList;
import java.util.List;
import org.frechet.linalg.Structures.Band;
import org.frechet.value.Indexing;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Shape;
import org.frechet.value.Shaping;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/** Products and structure, which {@code LinearAlgebra} inherits. */
abstract class StructureFunctions {

  StructureFunctions() {}

  /**
   * The cross product {@code a × b} of two vectors in space: 3, 3 → 3. {@code ā = b × c̄}, {@code
   * b̄ = c̄ × a}.
   */
  public static Vector cross(Vector a, Vector b) {
    return Structures.CROSS.apply(a, b);
  }

  /** The diagonal of a matrix, square or not: m×n → min(m, n). Its cotangent is m×n. */
  public static Vector diag(Matrix a) {
    return Require.given("diag", a).diagonal();
  }

  /**
   * The k-th diagonal of a matrix, the entries with {@code j − i = k}: m×n → its length.
   *
   * @param k 0 for the main diagonal, positive above it, negative below; −m ≤ k ≤ n
   */
  public static Vector diag(Matrix a, int k) {
    if (k < -Require.given("diag", a).rows() || k > a.columns()) {
      throw new IllegalArgumentException(
          "diag: a is %s, it has no diagonal %d".formatted(a.shape(), k));
    }
    int row = Math.max(0, -k);
    int column = Math.max(0, k);
    return k == 0
        ? a.diagonal()
        : a.block(row, column, a.rows() - row, a.columns() - column).diagonal();
  }

  /** The square matrix with this diagonal: n → n×n, kept and multiplied as its n entries. */
  public static Matrix diag(Vector d) {
    return Matrix.diagonal(d);
  }

  /** The square matrix with this k-th diagonal, and zeros elsewhere: n → (n+|k|)×(n+|k|). */
  public static Matrix diag(Vector d, int k) {
    long n = Require.given("diag", d).size() + Math.abs((long) k);
    if (n * n > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "diag: d is %s, the matrix with diagonal %d would be %d×%d"
              .formatted(d.shape(), k, n, n));
    }
    return diag(d, k, (int) n, (int) n);
  }

  /**
   * The rows×columns matrix with this k-th diagonal, and zeros elsewhere; the adjoint of {@link
   * #diag(Matrix, int)}.
   *
   * @throws IllegalArgumentException if that diagonal has another length
   */
  public static Matrix diag(Vector d, int k, int rows, int columns) {
    long length = Math.min(rows - Math.max(0, -(long) k), columns - Math.max(0L, k));
    if (Require.given("diag", d).size() != length) {
      throw new IllegalArgumentException(
          "diag: d is %s, diagonal %d of a %d×%d matrix has %d entries"
              .formatted(d.shape(), k, rows, columns, Math.max(0, length)));
    }
    Indexing.Embed embed =
        new Indexing.Embed(Shape.matrix(rows, columns), Math.max(0, -k), Math.max(0, k));
    return rows == columns && k == 0
        ? Matrix.diagonal(d)
        : (Matrix) embed.apply(Matrix.diagonal(d));
  }

  /** The entries on and below the k-th diagonal, {@code j − i ≤ k}; zero above. m×n → m×n. */
  public static Matrix tril(Matrix a, int k) {
    return band(a, Integer.MIN_VALUE, k);
  }

  /** The entries on and above the k-th diagonal, {@code j − i ≥ k}; zero below. m×n → m×n. */
  public static Matrix triu(Matrix a, int k) {
    return band(a, k, Integer.MAX_VALUE);
  }

  /**
   * The entries on the diagonals {@code from ≤ j − i ≤ to}; zero elsewhere: a self-adjoint
   * projection. m×n → m×n.
   */
  public static Matrix band(Matrix a, int from, int to) {
    return new Band(from, to).apply(a);
  }

  /** The blocks along the diagonal of a matrix that is zero elsewhere; they need not be square. */
  public static Matrix blockDiagonal(List<Matrix> blocks) {
    Require.given("blockDiagonal", blocks).forEach(each -> Require.given("blockDiagonal", each));
    int columns = blocks.stream().mapToInt(Matrix::columns).sum();
    List<Matrix> rows = new ArrayList<>();
    int at = 0;
    for (Matrix block : blocks) {
      rows.add(
          (Matrix) new Indexing.Embed(Shape.matrix(block.rows(), columns), 0, at).apply(block));
      at += block.columns();
    }
    return rows.isEmpty() ? Matrix.zeros(0, 0) : Matrix.above(rows);
  }

  /** vec(A), the columns of a matrix one below the other: m×n → mn. */
  public static Vector vec(Value a) {
    return Shaping.vec(Require.given("vec", a));
  }

  /** The m×n matrix A with {@code vec(A) = x}. */
  public static Matrix unvec(Vector x, int m, int n) {
    if (m < 0 || n < 0 || Require.given("unvec", x).size() != (long) m * n) {
      throw new IllegalArgumentException(
          "unvec: x is a %s, the matrix is %d×%d: the sizes differ".formatted(x.shape(), m, n));
    }
    return x.reshape(m, n);
  }

  /** {@code A + λ I}: n×n → n×n. {@code λ̄ = tr Ȳ}. */
  public static Matrix addScaledIdentity(Matrix a, Scalar lambda) {
    Require.squareShape("addScaledIdentity", "a", Require.given("addScaledIdentity", a));
    return a.add(LinearAlgebra.identityLike(a).multiply(lambda));
  }

  /** {@code A + λ I}: n×n → n×n. */
  public static Matrix addScaledIdentity(Matrix a, double lambda) {
    return addScaledIdentity(a, Scalar.of(lambda));
  }

  /** {@code xᵀ A y}: m, m×n, n → scalar. {@code Ā = s̄ x yᵀ}, which stays of rank one. */
  public static Scalar bilinear(Vector x, Matrix a, Vector y) {
    Require.given("bilinear", x);
    Require.given("bilinear", y);
    if (Require.given("bilinear", a).rows() != x.size() || a.columns() != y.size()) {
      throw new IllegalArgumentException(
          "bilinear: x is a %s, a is %s, y is a %s: expected m, m×n, n"
              .formatted(x.shape(), a.shape(), y.shape()));
    }
    return x.dot(a.multiply(y));
  }

  /** {@code xᵀ A x}: n×n, n → scalar. {@code x̄ = s̄ (A + Aᵀ) x}. */
  public static Scalar quadraticForm(Matrix a, Vector x) {
    Require.squareShape("quadraticForm", "a", Require.given("quadraticForm", a));
    Require.sameRows("quadraticForm", a, Require.given("quadraticForm", x));
    return bilinear(x, a, x);
  }

  /**
   * {@code F P Fᵀ}: m×n, n×n → m×m, exactly symmetric where P is. {@code F̄ = Ȳ F Pᵀ + Ȳᵀ F P},
   * {@code P̄ = Fᵀ Ȳ F}.
   */
  public static Matrix congruence(Matrix f, Matrix p) {
    Require.squareShape("congruence", "p", Require.given("congruence", p));
    if (Require.given("congruence", f).columns() != p.rows()) {
      throw new IllegalArgumentException(
          "congruence: f is %s, p is %s: the inner sizes differ".formatted(f.shape(), p.shape()));
    }
    return Structures.SYMMETRIC_LIKE.apply(f.multiply(p).multiply(f.transpose()), p);
  }

  static Vector ones(int n) {
    return Shaping.fillLike(Vector.zeros(n), 1);
  }
}
