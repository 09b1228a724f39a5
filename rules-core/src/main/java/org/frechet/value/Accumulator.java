package org.frechet.value;

import java.util.function.Supplier;

/**
 * A sum of values of one shape, for backends. Constants are added up in place, one-hot ones entry
 * by entry, so that the cotangents of n reads of an n-vector cost O(n); traced values are added by
 * the differentiable operation. Confined to one thread.
 */
public final class Accumulator {

  private Value sum;
  private double[] owned;

  /** An empty sum. */
  public Accumulator() {}

  /** Adds one more value, of the shape of those before. */
  public void add(Value part) {
    if (sum == null) {
      sum = part;
    } else if (part.isTraced() || sum.isTraced() || part instanceof Scalar) {
      sum = Elementwise.add(sum(), part);
      owned = null;
    } else {
      addInPlace(((StoredValue) part).storage);
    }
  }

  /**
   * Adds to one entry. The first one makes a sum that is one-hot, and stays so until more is added.
   *
   * @param like knows the shape of the sum, and is asked where that is not known
   * @param index the entry, column-major
   */
  public void addEntry(Supplier<Shape> like, int index, double number) {
    if (sum == null || sum.isTraced()) {
      addEntry(like, index, Scalar.of(number));
    } else {
      own();
      owned[index] += number;
    }
  }

  /** The same for a scalar that may be traced. */
  public void addEntry(Supplier<Shape> like, int index, Scalar part) {
    Shape shape = like.get();
    int rows = shape.rows();
    add(new Indexing.OneHot(shape, index % rows, index / rows).apply(part));
  }

  private void own() {
    if (owned == null) {
      owned = ((StoredValue) sum).storage.spellOut();
    }
  }

  private void addInPlace(Storage part) {
    if (part instanceof ZeroStorage) {
      return;
    }
    own();
    part.addTo(owned);
  }

  /** What has been added so far; null if nothing was. */
  public Value sum() {
    if (owned != null) {
      Storage like = ((StoredValue) sum).storage;
      sum = Shaping.like(sum, Storage.of(like.rows, like.columns, owned));
      owned = null;
    }
    return sum;
  }
}
