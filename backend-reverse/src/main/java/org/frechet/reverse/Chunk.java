package org.frechet.reverse;

/**
 * A run of consecutive slots of a tape. For a number there are its partial derivatives and the
 * slots that they lead to; for everything else the {@link Node} that made it, or a {@link Leaf}.
 */
final class Chunk {

  /** Marks, with the slot of a vector or matrix, that a number is one of its entries. */
  private static final int ENTRY_OF = -2;

  final int start;
  final Object[] notes;
  final int[] first;
  final int[] second;
  final double[] byFirst;
  final double[] bySecond;

  Chunk(int start, int size) {
    this.start = start;
    this.notes = new Object[size];
    this.first = new int[size];
    this.second = new int[size];
    this.byFirst = new double[size];
    this.bySecond = new double[size];
  }

  int size() {
    return notes.length;
  }

  boolean contains(int slot) {
    return slot >= start && slot - start < notes.length;
  }

  /** Notes a number that depends on those in two slots. */
  void note(int at, int one, double byOne, int two, double byTwo) {
    first[at] = one;
    byFirst[at] = byOne;
    second[at] = two;
    bySecond[at] = byTwo;
  }

  /** Notes a number that is an entry of what is in slot {@code of}. */
  void noteEntry(int at, int of, int index) {
    first[at] = ENTRY_OF - of;
    byFirst[at] = 1;
    second[at] = index;
  }

  /** The slot of the vector or matrix of which the number is an entry; negative for others. */
  int entryOf(int at) {
    return ENTRY_OF - first[at];
  }
}
