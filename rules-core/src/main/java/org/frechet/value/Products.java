package org.frechet.value;

/** Products of matrices and vectors. */
public final class Products {

  /** {@code A B}: m×k times k×n. 2mkn flops. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> MULTIPLY =
      Primitive.binary("multiply", Products::multiply);

  /** {@code A x}: m×n times n. 2mn flops. */
  public static final Primitive.Binary<Matrix, Vector, Vector> MULTIPLY_VECTOR =
      Primitive.binary("multiply", Products::multiplyVector);

  /** {@code ⟨a, b⟩}, the sum of the entrywise products of two values of one shape. */
  public static final Primitive.Binary<Value, Value, Scalar> DOT =
      Primitive.binary("dot", Products::inner);

  /** {@code a bᵀ}: m times n gives m×n. */
  public static final Primitive.Binary<Vector, Vector, Matrix> OUTER =
      Primitive.binary("outer", Products::outer);

  /** {@code A Bᵀ}: m×k, n×k → m×n. 2mkn flops. It waits until it is read, as cotangents can. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> TIMES_TRANSPOSED =
      Primitive.binary("times transposed", Products::multiplyTransposed);

  /** {@code Aᵀ B}: k×m, k×n → m×n. 2mkn flops. It waits until it is read, as cotangents can. */
  public static final Primitive.Binary<Matrix, Matrix, Matrix> TRANSPOSED_TIMES =
      Primitive.binary("transposed times", Products::transposedMultiply);

  /** {@code Aᵀ x}: m×n, m → n. 2mn flops. */
  public static final Primitive.Binary<Matrix, Vector, Vector> TRANSPOSED_TIMES_VECTOR =
      Primitive.binary("transposed times", Products::transposedMultiplyVector);

  private Products() {}

  /** {@code ⟨a, b⟩}, the inner product of two values of one shape: tr(AᵀB) for matrices. */
  public static <V extends Value> Scalar dot(V a, V b) {
    return DOT.apply(a, b);
  }

  private static Matrix multiply(Matrix a, Matrix b) {
    if (a.columns() != b.rows()) {
      throw innerSizesDiffer(a, b);
    }
    return new Matrix(StorageProduct.multiply(a.storage(), b.storage()));
  }

  private static Vector multiplyVector(Matrix a, Vector x) {
    if (a.columns() != x.size()) {
      throw innerSizesDiffer(a, x);
    }
    return new Vector(StorageProduct.multiply(a.storage(), x.storage()));
  }

  private static Matrix multiplyTransposed(Matrix a, Matrix b) {
    if (a.columns() != b.columns()) {
      throw new IllegalArgumentException(
          "times transposed: a is %s, b is %s: the numbers of columns differ"
              .formatted(a.shape(), b.shape()));
    }
    return new Matrix(StorageProduct.timesTransposed(a.storage(), b.storage()));
  }

  private static Matrix transposedMultiply(Matrix a, Matrix b) {
    requireSameRows(a, b, b.rows());
    return new Matrix(StorageProduct.transposedTimes(a.storage(), b.storage()));
  }

  private static Vector transposedMultiplyVector(Matrix a, Vector x) {
    requireSameRows(a, x, x.size());
    return new Vector(StorageProduct.transposedTimesColumn(a.storage(), x.storage()));
  }

  private static void requireSameRows(Matrix a, Value b, int rows) {
    if (a.rows() != rows) {
      throw new IllegalArgumentException(
          "transposed times: a is %s, b is %s: the numbers of rows differ"
              .formatted(a.shape(), b.shape()));
    }
  }

  private static Scalar inner(Value a, Value b) {
    if (!a.hasShapeOf(b)) {
      throw new IllegalArgumentException(
          "dot: a is %s, b is %s: the shapes differ".formatted(a.shape(), b.shape()));
    }
    return new PlainScalar(StorageAlgebra.inner(a.storage(), b.storage()));
  }

  private static Matrix outer(Vector a, Vector b) {
    return new Matrix(StorageProduct.outer(a.storage(), b.storage()));
  }

  private static IllegalArgumentException innerSizesDiffer(Value a, Value b) {
    return new IllegalArgumentException(
        "multiply: a is %s, b is %s: the inner sizes differ".formatted(a.shape(), b.shape()));
  }
}
