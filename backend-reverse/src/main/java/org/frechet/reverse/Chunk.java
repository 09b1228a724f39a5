package org.frechet.reverse;

import java.util.Arrays;

/**
 * A run of consecutive slots of a tape. For a number there are its partial derivatives and the
 * slots that they lead to; for everything else the {@link Node} that made it, or, for a leaf, a
 * value that is like it.
 */
final class Chunk {

  /** Marks, with the slot of a vector or matrix, that a number is one of its entries. */
  private static final int ENTRY_OF = -2;

  final int start;
  final Object[] notes;

  /** For each slot two places, the two halves of one, and two partials; null if there are none. */
  private long[] numbers;

  Chunk(int start, int size) {
    this.start = start;
    this.notes = new Object[size];
  }

  int size() {
    return notes.length;
  }

  boolean contains(int slot) {
    return slot >= start && slot - start < notes.length;
  }

  /** Notes a number that depends on those in two slots. */
  void note(int at, int one, double byOne, int two, double byTwo) {
    long[] to = numbers == null ? makeNumbers() : numbers;
    to[3 * at] = (long) one << 32 | two & 0xffffffffL;
    to[3 * at + 1] = Double.doubleToRawLongBits(byOne);
    to[3 * at + 2] = Double.doubleToRawLongBits(byTwo);
  }

  /** Several threads may note their first number here. */
  private synchronized long[] makeNumbers() {
    if (numbers == null) {
      numbers = new long[3 * notes.length];
    }
    return numbers;
  }

  int first(int at) {
    return (int) (numbers[3 * at] >> 32);
  }

  int second(int at) {
    return (int) numbers[3 * at];
  }

  double byFirst(int at) {
    return Double.longBitsToDouble(numbers[3 * at + 1]);
  }

  double bySecond(int at) {
    return Double.longBitsToDouble(numbers[3 * at + 2]);
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
