package org.frechet.value;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A real {@link Scalar}, {@link Vector} or {@link Matrix}: immutable, {@code double}, column-major,
 * safe to share between threads.
 *
 * <p>A value is either a <em>constant</em>, which has numbers, or <em>traced</em>, which stands for
 * an intermediate result of a function under differentiation. A traced value can be used in every
 * operation and compared, but its numbers cannot be taken out: a silent copy would be a silently
 * zero derivative. {@link #detach()} drops the derivative by name.
 *
 * <p>Two values are equal if they have the same shape and the same numbers, traced or not: −0 is 0,
 * and NaN is NaN.
 */
public abstract sealed class Value permits Scalar, StoredValue {

  static final int NO_PLACE = -1;

  /** The innermost differentiation that the value belongs to; {@code null} for a constant. */
  final Trace trace;

  /** A constant, or a value of {@code trace}. */
  Value(Trace trace) {
    this.trace = trace;
  }

  /** The place that its trace noted for it; negative if it noted none. */
  abstract int place();

  /**
   * For a constant the first {@link Keepsake}. For a traced value what it stands for, one level
   * further out, or {@link Noted} with it; for a scalar that stands for its own number null, or the
   * numbers that its trace noted. One field for both, because scalar code pays for each.
   */
  abstract Object beside();

  /** Puts a keepsake of a constant before those that it has; under its lock. */
  abstract void keepFirst(Keepsake keepsake);

  /** The shape: known for traced values too. */
  public abstract Shape shape();

  /** The number of entries. */
  public abstract int size();

  /** Whether {@code other} has the same shape. */
  public final boolean hasShapeOf(Value other) {
    if (this instanceof Matrix a) {
      return other instanceof Matrix b && a.rows() == b.rows() && a.columns() == b.columns();
    }
    return this instanceof Scalar
        ? other instanceof Scalar
        : other instanceof Vector && size() == other.size();
  }

  /** Whether this value stands for a quantity under differentiation, so that it has no numbers. */
  public final boolean isTraced() {
    return trace != null;
  }

  /** Whether this is a constant known to be zero without a look at many entries. */
  public final boolean isStructuralZero() {
    return trace == null
        && (this instanceof Scalar scalar
            ? scalar.number() == 0
            : ((StoredValue) this).storage instanceof ZeroStorage);
  }

  /**
   * Whether every entry is given by itself: not for zeros, one-hot, rank-one and diagonal values
   * and for what waits until it is read, as products do. A traced value is as dense as what it
   * stands for; a scalar is.
   */
  public final boolean isDense() {
    if (this instanceof Scalar) {
      return true;
    }
    Storage storage = numeric().storage();
    return storage instanceof Storage.Dense
        || storage instanceof Storage.Transposed
        || storage instanceof SmallProductStorage;
  }

  /**
   * Throws the reason if this is a constant that is {@linkplain Matrix#undefined undefined}. What
   * waits until it is read, as products do, is computed: backends say this of what they hand out.
   */
  public final void requireDefined() {
    if (trace == null && !(this instanceof Scalar)) {
      storage().requireNumbers();
    }
  }

  /**
   * The same numbers as a constant: what is computed from it has derivative zero with respect to
   * everything. A constant is returned as it is.
   */
  public abstract Value detach();

  /**
   * Returns what is kept with this value under {@code key}, computing it on the first call only:
   * the place for factorizations and other by-products that evaluations share (a solve and its
   * pullback factor once). Thread-safe; for constants, and for evaluations only: what a rule needs
   * it writes in differentiable operations.
   *
   * @param key compared by identity; a private static object keeps different users apart
   * @param supplier computes the content, which must be immutable and not {@code null}
   */
  @SuppressWarnings("unchecked") // one key, one supplier: the caller owns both
  public final <T> T keep(Object key, Supplier<? extends T> supplier) {
    requireConstant("keep");
    Objects.requireNonNull(key, "key");
    return (T) Objects.requireNonNull(keepsake(key).get(supplier), "keep: the supplier gave null");
  }

  /** What was kept under {@code key}, if anything was. */
  @SuppressWarnings("unchecked")
  public final <T> Optional<T> kept(Object key) {
    Keepsake found = trace == null ? Keepsake.find(firstKept(), key) : null;
    return found == null ? Optional.empty() : Optional.ofNullable((T) found.peek());
  }

  /** Keepsakes have final fields and stay, so that one found without the lock is the right one. */
  private Keepsake keepsake(Object key) {
    Keepsake found = Keepsake.find(firstKept(), key);
    return found == null ? addedKeepsake(key) : found;
  }

  private synchronized Keepsake addedKeepsake(Object key) {
    Keepsake found = Keepsake.find(firstKept(), key);
    if (found == null) {
      found = new Keepsake(key, firstKept());
      keepFirst(found);
    }
    return found;
  }

  private Keepsake firstKept() {
    return (Keepsake) beside();
  }

  /** The entries of a constant, structured; a scalar is 1×1. */
  abstract Storage storage();

  /** The constant at the bottom of the levels of tracing: its numbers may steer control flow. */
  final Value numeric() {
    Value at = this;
    while (at.trace != null) {
      at = at.lowered();
    }
    return at;
  }

  /** What a traced value stands for, one level further out. */
  final Value lowered() {
    Value primal = primal();
    return primal == null ? Scalar.of(((Scalar) this).number()) : primal;
  }

  /** The same, or null for a scalar that stands for its own number. */
  private Value primal() {
    Object beside = this instanceof StoredValue stored ? stored.beside : beside();
    return beside instanceof Value value
        ? value
        : beside instanceof Noted noted ? noted.primal() : null;
  }

  /** Whether it is, or stands for, a constant, so that no trace further out would see it. */
  final boolean standsForConstant() {
    Object beside = beside();
    return beside == null || beside instanceof double[] || standsForConstant(primal());
  }

  private static boolean standsForConstant(Value primal) {
    return primal == null || primal.trace == null;
  }

  /** The object that the trace of a traced value noted; null if it noted none. */
  final Object slot() {
    if (this instanceof DualScalar dual) {
      return dual.tangents();
    }
    Object beside = beside();
    return beside instanceof Noted noted ? noted.slot() : beside instanceof Value ? null : beside;
  }

  final void requireConstant(String operation) {
    if (trace != null) {
      throw new TracedValueException(operation, this, trace.isClosed());
    }
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Value value
        && shape().equals(value.shape())
        && numeric().storage().sameAs(value.numeric().storage());
  }

  @Override
  public final int hashCode() {
    return 31 * shape().hashCode() + numeric().storage().hash();
  }

  /** The numbers, and whether the value is traced. */
  @Override
  public final String toString() {
    String numbers = Rendering.render(shape(), numeric().storage());
    return trace == null ? numbers : numbers + " (traced)";
  }
}
