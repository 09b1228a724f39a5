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
  private final double[][] numbers;
  private final Accumulator[][] values;
  private final int seeds;

  Cotangents(ReverseTrace trace, int slots, int seeds) {
    this.trace = trace;
    this.numbers = new double[seeds][slots];
    this.values = new Accumulator[seeds][slots];
    this.seeds = seeds;
  }

  /** Moves what has arrived at a number on, times a partial derivative. */
  void move(int from, int to, double partial) {
    for (int b = 0; b < seeds; b++) {
      if (values[b][from] != null) {
        add(to, ((Scalar) at(from, b)).multiply(partial), b);
      } else if (numbers[b][from] != 0) { // a zero is zero whatever it is multiplied with
        numbers[b][to] += numbers[b][from] * partial;
      }
    }
  }

  /** Moves what has arrived at a node on to its arguments. */
  void pullBack(Node node) {
    if (seeds == 1) {
      Object cotangent = take(node, 0);
      if (cotangent != null) {
        accumulate(node, node.rule().pullback(node.at(), cotangent, trace.wanted(node)), 0);
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
      List<Object[]> pulled = node.rule().pullbacks(node.at(), arrived, trace.wanted(node));
      for (int k = 0; k < pulled.size(); k++) {
        accumulate(node, pulled.get(k), columns[k]);
      }
    }
  }

  private void accumulate(Node node, Object[] pulled, int b) {
    for (int i = 0; i < pulled.length; i++) {
      if (pulled[i] instanceof Value part) {
        add(trace.slotNumber((Value) node.arguments()[i]), part, b);
      } else if (pulled[i] != null) {
        accumulate(Structure.leaves(node.arguments()[i]), Structure.leaves(pulled[i]), b);
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
      Accumulator sum = values[b][slot];
      if (sum == null) {
        sum = new Accumulator();
        values[b][slot] = sum;
      }
      sum.add(part);
    }
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
      Value part = take(node.slot() + i, b);
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
      cotangents.add(arrived == null ? Shaping.zeroLike(value) : arrived);
    }
    return cotangents;
  }
}
