package org.frechet.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A column of real numbers, constant or traced. Immutable and safe to share between threads. */
public final class Vector extends StoredValue
    implements ElementwiseMethods<Vector>, ArrayMethods<Vector> {

  private final int size;

  Vector(Storage storage) {
    super(storage);
    this.size = storage.rows;
  }

  Vector(Trace trace, int place, Object beside, Vector like) {
    super(trace, place, beside);
    this.size = like.size;
  }

  /** The constant with these entries. */
  public static Vector of(double... entries) {
    return wrap(Objects.requireNonNull(entries, "Vector.of: the array is null").clone());
  }

  /** A vector of scalars, each of which may be traced. */
  public static Vector of(Scalar... entries) {
    return of(List.of(entries));
  }

  /** A vector of scalars, each of which may be traced. */
  public static Vector of(List<Scalar> entries) {
    return Indexing.STACK.apply(entries);
  }

  /** A constant that takes {@code entries} over without a copy: they must not change any more. */
  public static Vector wrap(double[] entries) {
    return new Vector(Storage.of(entries.length, 1, entries));
  }

  /** {@code size} zeros. */
  public static Vector zeros(int size) {
    return (Vector) Shaping.zero(Shape.vector(size));
  }

  /** One vector after the other. */
  public static Vector concatenate(List<Vector> parts) {
    List<Matrix> rows = new ArrayList<>();
    parts.forEach(part -> rows.add(part.toColumn().transpose()));
    return Shaping.vec(Matrix.beside(rows));
  }

  /** The numbers of a constant, in a new array; a traced vector refuses. */
  public double[] toArray() {
    requireConstant("toArray");
    return storage.dense().clone();
  }

  /** The numbers of a constant without a copy, for evaluations: read only. */
  public double[] array() {
    requireConstant("array");
    return storage.dense();
  }

  @Override
  public Shape shape() {
    return Shape.vector(size);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Vector self() {
    return this;
  }

  @Override
  public Vector detach() {
    return (Vector) numeric();
  }

  /** Entry {@code i}, from 0. */
  public Scalar get(int i) {
    return Indexing.entry(this, i, 0);
  }

  /** The entries {@code from} to {@code to − 1}. */
  public Vector slice(int from, int to) {
    return (Vector) new Indexing.Block(Shape.vector(to - from), from, 0).apply(this);
  }

  /** The same entries as an n×1 matrix. */
  public Matrix toColumn() {
    return reshape(size, 1);
  }

  /** The same entries, column-major, as a matrix. */
  public Matrix reshape(int rows, int columns) {
    return (Matrix) Shaping.reshape(this, Shape.matrix(rows, columns));
  }

  /** {@code this ⊙ other}, entry by entry. */
  public Vector multiply(Vector other) {
    return Arithmetic.HADAMARD.apply(this, other);
  }

  /** {@code ⟨this, other⟩}. */
  public Scalar dot(Vector other) {
    return Products.DOT.apply(this, other);
  }

  /** {@code this otherᵀ}. */
  public Matrix outer(Vector other) {
    return Products.OUTER.apply(this, other);
  }

  /** The mean of the entries. */
  public Scalar mean() {
    return Reductions.mean(this);
  }

  /** The running sums. */
  public Vector cumulativeSum() {
    return Reductions.cumulativeSum(this);
  }
}
