package org.frechet.reverse;

import org.frechet.value.Accumulator;
import org.frechet.value.Scalar;
import org.frechet.value.Value;

/**
 * What has arrived in the slots of a tape in one run backwards from one seed: a number, for what is
 * a constant scalar, and an accumulated value for everything else. Confined to one thread.
 */
final class Arrivals {

  private final Tape tape;
  private final double[] numbers;

  /** By chunk, where there are any: a value that arrived alone, or the sum of several. */
  private final Object[][] values;

  /** Nothing, in this many slots. */
  Arrivals(Tape tape, int slots) {
    this.tape = tape;
    this.numbers = tape.spare().takeNumbers(slots);
    this.values = new Object[1 + Tape.index(slots)][];
  }

  /** Gives the memory back. */
  void release() {
    tape.spare().give(numbers);
  }

  /**
   * Moves plain numbers on until something else is met, and returns where. A zero is zero whatever
   * it is multiplied with, a cotangent as well as a partial derivative.
   */
  int pullBackNumbers(Chunk chunk, int last) {
    int index = Tape.index(chunk.start);
    int at = last;
    for (; at >= 0 && chunk.notes[at] == null; at--) {
      if (values[index] != null && values[index][at] != null) {
        return at;
      }
      pullBackNumber(chunk, at);
    }
    return at;
  }

  private void pullBackNumber(Chunk chunk, int at) {
    double[] sums = numbers;
    double cotangent = sums[chunk.start + at];
    if (cotangent == 0) {
      return;
    }
    int first = chunk.first(at);
    if (first < Node.NONE) {
      addEntry(Chunk.entryOf(first), chunk.second(at), cotangent);
      return;
    }
    if (first >= 0) {
      double byFirst = chunk.byFirst(at);
      sums[first] += byFirst == 0 ? 0 : cotangent * byFirst;
    }
    int second = chunk.second(at);
    if (second >= 0) {
      double bySecond = chunk.bySecond(at);
      sums[second] += bySecond == 0 ? 0 : cotangent * bySecond;
    }
  }

  /** Moves one number on, or what has arrived there and belongs to a trace further out. */
  void pullBackOne(Chunk chunk, int at) {
    if (waiting(chunk.start + at) != null) {
      pullBackValue(chunk, at);
    } else {
      pullBackNumber(chunk, at);
    }
  }

  private void pullBackValue(Chunk chunk, int at) {
    Scalar cotangent = (Scalar) at(chunk.start + at);
    int first = chunk.first(at);
    if (first < Node.NONE) {
      int slot = Chunk.entryOf(first);
      accumulator(slot).addEntry(() -> tape.like(slot).shape(), chunk.second(at), cotangent);
      return;
    }
    if (chunk.byFirst(at) != 0) {
      add(first, cotangent.multiply(chunk.byFirst(at)));
    }
    if (chunk.bySecond(at) != 0) {
      add(chunk.second(at), cotangent.multiply(chunk.bySecond(at)));
    }
  }

  private void addEntry(int slot, int index, double cotangent) {
    accumulator(slot).addEntry(() -> tape.like(slot).shape(), index, cotangent);
  }

  /** What is known to be zero is zero whatever it would be multiplied with: it does not arrive. */
  void add(int slot, Value part) {
    if (part instanceof Scalar scalar && !scalar.isTraced()) {
      numbers[slot] += scalar.toDouble();
    } else if (!part.isStructuralZero()) {
      addValue(slot, part);
    }
  }

  private void addValue(int slot, Value part) {
    Object[] of = ofChunk(Tape.index(slot));
    int at = slot - Tape.start(Tape.index(slot));
    if (of[at] == null) {
      of[at] = part;
    } else {
      accumulator(of, at).add(part);
    }
  }

  /** What has arrived in a slot; null if nothing did. */
  Value at(int slot) {
    return sum(waiting(slot), numbers[slot]);
  }

  private static Value sum(Object arrived, double number) {
    if (arrived == null) {
      return number == 0 ? null : Scalar.of(number);
    }
    Value sum = arrived instanceof Accumulator several ? several.sum() : (Value) arrived;
    return number == 0 ? sum : ((Scalar) sum).add(number);
  }

  /** As {@link #at}, for the last time: a cotangent that has been pulled back makes room. */
  Value take(int slot) {
    int index = Tape.index(slot);
    Object[] of = values[index];
    if (of == null) {
      return sum(null, numbers[slot]);
    }
    int at = slot - Tape.start(index);
    Object arrived = of[at];
    of[at] = null;
    return sum(arrived, numbers[slot]);
  }

  private Object waiting(int slot) {
    int index = Tape.index(slot);
    return values[index] == null ? null : values[index][slot - Tape.start(index)];
  }

  private Accumulator accumulator(int slot) {
    int index = Tape.index(slot);
    return accumulator(ofChunk(index), slot - Tape.start(index));
  }

  private static Accumulator accumulator(Object[] of, int at) {
    if (of[at] instanceof Accumulator several) {
      return several;
    }
    Accumulator several = new Accumulator();
    if (of[at] != null) {
      several.add((Value) of[at]);
    }
    of[at] = several;
    return several;
  }

  private Object[] ofChunk(int index) {
    if (values[index] == null) {
      values[index] = new Object[Tape.slots(index)];
    }
    return values[index];
  }
}
