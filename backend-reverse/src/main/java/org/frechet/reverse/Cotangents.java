package org.frechet.reverse;

import java.util.ArrayList;
import java.util.List;
import org.frechet.value.Accumulator;
import org.frechet.value.Scalar;
import org.frechet.value.Shaping;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/**
 * The cotangents of one run backwards, for each seed and slot: a number, for what is a constant
 * scalar, and an accumulated value for everything else. Confined to one thread.
 */
final class Cotangents {

  private final ReverseTrace trace;
  private final Tape tape;
  private final int slots;
  private final double[][] numbers;
  private final Accumulator[][] values;
  private final int seeds;

  Cotangents(ReverseTrace trace, Tape tape, int slots, int seeds) {
    this.trace = trace;
    this.tape = tape;
    this.slots = slots;
    this.numbers = new double[seeds][slots];
    this.values = new Accumulator[seeds][slots];
    this.seeds = seeds;
  }

  /** Moves everything back to the inputs, from the last slot to the first. */
  void pullBack() {
    for (int end = slots; end > 0; ) {
      Chunk chunk = tape.chunk(end - 1);
      pullBack(chunk, end - 1 - chunk.start);
      end = chunk.start;
    }
  }

  private void pullBack(Chunk chunk, int last) {
    int at = last;
    while (at >= 0) {
      at = seeds == 1 ? pullBackNumbers(chunk, at, 0) : at;
      if (at >= 0) {
        pullBackOne(chunk, at--);
      }
    }
  }

  private void pullBackOne(Chunk chunk, int at) {
    if (chunk.notes[at] instanceof Node node) {
      pullBack(node);
    } else if (chunk.notes[at] == null) {
      for (int b = 0; b < seeds; b++) {
        int slot = chunk.start + at;
        if (values[b][slot] != null) {
          pullBackValue(chunk, at, (Scalar) at(slot, b), b);
        } else if (numbers[b][slot] != 0) {
          pullBackNumber(chunk, at, numbers[b], b);
        }
      }
    }
  }

  /** Moves plain numbers back until something else is met, and returns where. */
  private int pullBackNumbers(Chunk chunk, int last, int b) {
    Accumulator[] waiting = values[b];
    double[] sums = numbers[b];
    int at = last;
    for (; at >= 0 && chunk.notes[at] == null && waiting[chunk.start + at] == null; at--) {
      if (sums[chunk.start + at] != 0) { // a zero is zero whatever it is multiplied with
        pullBackNumber(chunk, at, sums, b);
      }
    }
    return at;
  }

  /** A partial that is zero leaves zero, whatever it is multiplied with. */
  private void pullBackNumber(Chunk chunk, int at, double[] sums, int b) {
    double cotangent = sums[chunk.start + at];
    double byFirst = chunk.byFirst[at];
    double bySecond = chunk.bySecond[at];
    if (chunk.first[at] < 0) {
      if (byFirst != 0) {
        addEntry(chunk.entryOf(at), chunk.second[at], cotangent, b);
        return;
      }
    } else if (byFirst != 0) {
      sums[chunk.first[at]] += cotangent * byFirst;
    }
    if (bySecond != 0) {
      sums[chunk.second[at]] += cotangent * bySecond;
    }
  }

  /** The same for a cotangent that belongs to a trace further out. */
  private void pullBackValue(Chunk chunk, int at, Scalar cotangent, int b) {
    if (chunk.entryOf(at) >= 0) {
      int slot = chunk.entryOf(at);
      accumulator(slot, b).addEntry(() -> like(slot).shape(), chunk.second[at], cotangent);
      return;
    }
    if (chunk.byFirst[at] != 0) {
      add(chunk.first[at], cotangent.multiply(chunk.byFirst[at]), b);
    }
    if (chunk.bySecond[at] != 0) {
      add(chunk.second[at], cotangent.multiply(chunk.bySecond[at]), b);
    }
  }

  /** What the value in a slot is like. */
  private Value like(int slot) {
    return tape.at(slot) instanceof Node node
        ? (Value) node.at().result()
        : ((Leaf) tape.at(slot)).like();
  }

  private void addEntry(int slot, int index, double cotangent, int b) {
    accumulator(slot, b).addEntry(() -> like(slot).shape(), index, cotangent);
  }

  /** Moves what has arrived at a node on to its arguments. */
  private void pullBack(Node node) {
    if (seeds == 1) {
      Object cotangent = take(node, 0);
      if (cotangent != null) {
        accumulate(node, node.rule().pullback(node.at(), cotangent, node.wanted()), 0);
      }
      return;
    }
    List<Object> arrived = new ArrayList<>(seeds);
    int[] columns = new int[seeds];
    for (int b = 0; b < seeds; b++) {
      Object cotangent = take(node, b);
      if (cotangent != null) {
        columns[arrived.size()] = b;
        arrived.add(cotangent);
      }
    }
    if (!arrived.isEmpty()) {
      List<Object[]> pulled = node.rule().pullbacks(node.at(), arrived, node.wanted());
      for (int k = 0; k < pulled.size(); k++) {
        accumulate(node, pulled.get(k), columns[k]);
      }
    }
  }

  private void accumulate(Node node, Object[] pulled, int b) {
    for (int i = 0; i < pulled.length; i++) {
      if (pulled[i] instanceof Value part) {
        add(node.places()[i], part, b);
      } else if (pulled[i] != null) {
        accumulate(Structure.leaves(node.structures()[i]), Structure.leaves(pulled[i]), b);
      }
    }
  }

  /** Adds {@code parts} to the cotangents of those of {@code values} that belong to the trace. */
  void accumulate(List<Value> of, List<Value> parts, int b) {
    for (int i = 0; i < of.size(); i++) {
      int slot = trace.slotNumber(of.get(i));
      if (slot >= 0 && parts.get(i) != null) {
        add(slot, parts.get(i), b);
      }
    }
  }

  /** What is known to be zero is zero whatever it would be multiplied with: it does not arrive. */
  private void add(int slot, Value part, int b) {
    if (part instanceof Scalar scalar && !scalar.isTraced()) {
      numbers[b][slot] += scalar.toDouble();
    } else if (!part.isStructuralZero()) {
      accumulator(slot, b).add(part);
    }
  }

  private Accumulator accumulator(int slot, int b) {
    Accumulator sum = values[b][slot];
    if (sum == null) {
      sum = new Accumulator();
      values[b][slot] = sum;
    }
    return sum;
  }

  /** What has arrived in a slot; null if nothing did. */
  private Value at(int slot, int b) {
    double number = numbers[b][slot];
    Accumulator sum = values[b][slot];
    if (sum == null) {
      return number == 0 ? null : Scalar.of(number);
    }
    return number == 0 ? sum.sum() : ((Scalar) sum.sum()).add(number);
  }

  /** As {@link #at}, for the last time: a cotangent that has been pulled back makes room. */
  private Value take(int slot, int b) {
    Value arrived = at(slot, b);
    values[b][slot] = null;
    return arrived;
  }

  /** The cotangents of a node's result, null if nothing arrived; missing components are zero. */
  private Object take(Node node, int b) {
    if (node.at().result() instanceof Value) {
      return take(node.slot(), b);
    }
    List<Value> leaves = Structure.leaves(node.at().result());
    List<Value> parts = new ArrayList<>(leaves.size());
    boolean any = false;
    for (int i = 0; i < leaves.size(); i++) {
      Value part = take(node.slot() + 1 + i, b);
      any |= part != null;
      parts.add(part == null ? Shaping.zeroLike(leaves.get(i)) : part);
    }
    return any ? Structure.rebuild(node.at().result(), parts) : null;
  }

  /** The cotangents of values of the trace; zero where nothing arrived. */
  List<Value> ofLeaves(List<Value> of, int b) {
    List<Value> cotangents = new ArrayList<>(of.size());
    for (Value value : of) {
      Value arrived = at(trace.slotNumber(value), b);
      if (arrived != null) {
        arrived.requireDefined();
      }
      cotangents.add(arrived == null ? Shaping.zeroLike(value) : arrived);
    }
    return cotangents;
  }
}
