package org.frechet.linalg;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * The arguments of a function of this module as one argument of a function under differentiation.
 *
 * @param each the arguments
 */
record Operands(List<Value> each) {

  static {
    Structure.opening(MethodHandles.lookup(), Operands.class);
  }

  /** How an argument comes about. */
  @FunctionalInterface
  interface Kind {
    Value of(int n, int seed);
  }

  /** Entries of both signs, of norm about one. */
  static final Kind ANY = (n, seed) -> random(n, n, seed);

  /** Eigenvalues in the right half-plane. */
  static final Kind RIGHT = (n, seed) -> random(n, n, seed).add(Matrix.identity(n).multiply(2.0));

  static final Kind STABLE = (n, seed) -> random(n, n, seed).subtract(Matrix.identity(n));
  static final Kind CONTRACTION = (n, seed) -> random(n, n, seed).multiply(0.5);
  static final Kind TALL = (n, seed) -> random(n, (n + 1) / 2, seed);
  static final Kind WIDE = (n, seed) -> random((n + 1) / 2, n, seed);
  static final Kind HALF = (n, seed) -> random((n + 1) / 2, (n + 1) / 2, seed);
  static final Kind VECTOR = (n, seed) -> random(n, 1, seed).column(0);
  static final Kind HALF_VECTOR = (n, seed) -> random((n + 1) / 2, 1, seed).column(0);
  static final Kind SPACE = (n, seed) -> random(3, 1, seed).column(0);
  static final Kind SCALAR = (n, seed) -> Scalar.of(0.7);

  /** Eigenvalues about one apart. */
  static final Kind SEPARATED =
      (n, seed) -> random(n, n, seed).multiply(0.3).add(Matrix.diagonal(upTo(n)));

  /** The same, symmetric. */
  static final Kind SEPARATED_SYMMETRIC =
      (n, seed) -> LinearAlgebra.symmetricPart((Matrix) SEPARATED.of(n, seed));

  /** Symmetric and positive definite. */
  static final Kind SPD = (n, seed) -> spd(n, seed);

  static final Kind HALF_SPD = (n, seed) -> spd((n + 1) / 2, seed);

  private static Vector upTo(int n) {
    double[] numbers = new double[n];
    java.util.Arrays.setAll(numbers, i -> i + 1.0);
    return Vector.wrap(numbers);
  }

  private static Matrix spd(int n, int seed) {
    Matrix r = random(n, n, seed);
    return r.multiply(r.transpose()).add(Matrix.identity(n));
  }

  private static Matrix random(int m, int n, int seed) {
    double size = 1 / Math.sqrt(Math.max(1, Math.min(m, n)));
    double[] entries = new Random(seed).doubles((long) m * n, -1, 1).toArray();
    return Matrix.wrap(m, n, entries).multiply(size);
  }

  Matrix matrix(int i) {
    return (Matrix) each.get(i);
  }

  Vector vector(int i) {
    return (Vector) each.get(i);
  }

  Scalar scalar(int i) {
    return (Scalar) each.get(i);
  }

  /** Random numbers in the same shapes. */
  Operands direction(int seed, boolean symmetric) {
    Random random = new Random(seed);
    return new Operands(each.stream().map(x -> direction(x, random, symmetric)).toList());
  }

  private static Value direction(Value x, Random random, boolean symmetric) {
    double[] entries = random.doubles(x.size(), -1, 1).toArray();
    if (x instanceof Matrix a) {
      Matrix d = Matrix.wrap(a.rows(), a.columns(), entries);
      return symmetric && a.rows() == a.columns() ? LinearAlgebra.symmetricPart(d) : d;
    }
    return x instanceof Vector ? Vector.wrap(entries) : Scalar.of(entries[0]);
  }

  /** {@code this + t · v}. */
  Operands moved(Operands v, Scalar t) {
    List<Value> moved = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      moved.add(Elementwise.add(each.get(i), Elementwise.scale(v.each.get(i), t)));
    }
    return new Operands(moved);
  }

  /**
   * Arguments of the same shapes whose matrices are stored in other ways; a rank-one symmetric
   * matrix has eigenvalues that are but rounding, of which no two ways give the same.
   */
  List<Operands> structured(boolean symmetric) {
    return List.of(
        with(a -> Matrix.of(a.columns(), a.rows(), a.transpose().array()).transpose()),
        with(a -> a.rows() == a.columns() ? Matrix.diagonal(a.diagonal()) : a),
        with(a -> Matrix.zeros(a.rows(), a.columns())),
        with(a -> symmetric ? a : a.column(0).outer(a.row(0))));
  }

  /** The same numbers, all stored. */
  Operands dense() {
    return with(a -> Matrix.of(a.rows(), a.columns(), a.array()));
  }

  private Operands with(UnaryOperator<Matrix> storage) {
    return new Operands(
        each.stream().map(x -> x instanceof Matrix a ? storage.apply(a) : x).toList());
  }

  /** {@code Σ ⟨a, b⟩} over the arguments. */
  double dot(Operands other) {
    double sum = 0;
    for (int i = 0; i < each.size(); i++) {
      sum += LinearAlgebra.dot(each.get(i), other.each.get(i)).toDouble();
    }
    return sum;
  }
}
