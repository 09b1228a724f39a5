package org.frechet.reverse;

import java.util.ArrayList;
import java.util.List;
import org.frechet.reverse.Node.Leaf;
import org.frechet.value.Elementwise;
import org.frechet.value.Shaping;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/** The cotangents of one run backwards, one column for each seed. Confined to one thread. */
final class Cotangents {

  private final ReverseTrace trace;
  private final Value[][] bySlot;
  private final int seeds;

  Cotangents(ReverseTrace trace, int slots, int seeds) {
    this.trace = trace;
    this.bySlot = new Value[slots][];
    this.seeds = seeds;
  }

  /** Moves what has arrived at a node on to its arguments. */
  void pullBack(Node node) {
    if (seeds == 1) {
      Object cotangent = arrivedAt(node, 0);
      if (cotangent != null) {
        accumulate(node, node.rule().pullback(node.at(), cotangent, trace.wanted(node)), 0);
      }
      return;
    }
    List<Object> arrived = new ArrayList<>(seeds);
    int[] columns = new int[seeds];
    for (int b = 0; b < seeds; b++) {
      Object cotangent = arrivedAt(node, b);
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
        add(trace.leaf((Value) node.arguments()[i]), part, b);
      } else if (pulled[i] != null) {
        accumulate(Structure.leaves(node.arguments()[i]), Structure.leaves(pulled[i]), b);
      }
    }
  }

  /** Adds {@code parts} to the cotangents of those of {@code values} that belong to the trace. */
  void accumulate(List<Value> values, List<Value> parts, int b) {
    for (int i = 0; i < values.size(); i++) {
      Leaf leaf = trace.leaf(values.get(i));
      if (leaf != null && parts.get(i) != null) {
        add(leaf, parts.get(i), b);
      }
    }
  }

  /** What is known to be zero is zero whatever it would be multiplied with: it does not arrive. */
  private void add(Leaf leaf, Value part, int b) {
    if (part.isStructuralZero()) {
      return;
    }
    Value[] row = bySlot[leaf.slot()];
    if (row == null) {
      row = new Value[seeds];
      bySlot[leaf.slot()] = row;
    }
    row[b] = row[b] == null ? part : Elementwise.add(row[b], part);
  }

  private Value at(int slot, int b) {
    return bySlot[slot] == null ? null : bySlot[slot][b];
  }

  /** The cotangent of a node's result, null if nothing arrived; missing components are zero. */
  private Object arrivedAt(Node node, int b) {
    if (node.at().result() instanceof Value) {
      return at(node.slot(), b);
    }
    List<Value> leaves = Structure.leaves(node.at().result());
    List<Value> parts = new ArrayList<>(leaves.size());
    boolean any = false;
    for (int i = 0; i < leaves.size(); i++) {
      Value part = at(node.slot() + i, b);
      any |= part != null;
      parts.add(part == null ? Shaping.zeroLike(leaves.get(i)) : part);
    }
    return any ? Structure.rebuild(node.at().result(), parts) : null;
  }

  /** The cotangents of values of the trace; zero where nothing arrived. */
  List<Value> ofLeaves(List<Value> values, int b) {
    List<Value> cotangents = new ArrayList<>(values.size());
    for (Value value : values) {
      Value arrived = at(trace.leaf(value).slot(), b);
      cotangents.add(arrived == null ? Shaping.zeroLike(value) : arrived);
    }
    return cotangents;
  }
}
