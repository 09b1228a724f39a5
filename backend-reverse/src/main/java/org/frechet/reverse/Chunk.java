package org.frechet.reverse;

import java.util.Arrays;

/**
 * A run of consecutive slots of a tape. For a number there are its partial derivatives and the
 * slots that they lead to; for everything else the {@link Node} that made it, or a {@link Leaf}.
 */
final class Chunk {

  /** Marks, with the slot of a vector or matrix, that a number is one of its entries. */
  private static final int ENTRY_OF = -2;

  final int start;
  final Object[] notes;
  final long[] places;
  final double[] partials;

  Chunk(int start, int size) {
    this.start = start;
    this.notes = new Object[size];
    this.places = new long[size];
    this.partials = new double[2 * size];
  }

  int size() {
    return notes.length;
  }

  boolean contains(int slot) {
    return slot >= start && slot - start < notes.length;
  }

  /** Notes a number that depends on those in two slots. */
  void note(int at, int one, double byOne, int two, double byTwo) {
    places[at] = (long) one << 32 | two & 0xffffffffL;
    partials[2 * at] = byOne;
    partials[2 * at + 1] = byTwo;
  }

  int first(int at) {
    return (int) (places[at] >> 32);
  }

  int second(int at) {
    return (int) places[at];
  }

  double byFirst(int at) {
    return partials[2 * at];
  }

  double bySecond(int at) {
    return partials[2 * at + 1];
  }

  /** What stands for the first of two slots where the number is an entry of what is in one. */
  static int entryOf(int slot) {
    return ENTRY_OF - slot;
  }

  /** Forgets what is noted. Numbers stay, and are not read before others take their place. */
  void clear() {
    Arrays.fill(notes, null);
  }
}
