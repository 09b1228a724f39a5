package org.frechet.reverse;

import java.util.ArrayList;
import java.util.List;
import org.frechet.rule.Demand;
import org.frechet.value.Shaping;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/** One run backwards over a tape, from several seeds. Confined to one thread. */
final class Cotangents implements Demand {

  private final ReverseTrace trace;
  private final Tape tape;
  private final int slots;
  private final Arrivals[] arrivals; // one for each seed
  private Node pulling; // whose arguments' cotangents are being computed, of one seed

  Cotangents(ReverseTrace trace, Tape tape, int slots, int seeds) {
    this.trace = trace;
    this.tape = tape;
    this.slots = slots;
    this.arrivals = new Arrivals[seeds];
    for (int b = 0; b < seeds; b++) {
      arrivals[b] = new Arrivals(tape, slots);
    }
  }

  /** Gives the memory back. */
  void release() {
    for (Arrivals ofSeed : arrivals) {
      ofSeed.release();
    }
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
    for (int at = last; at >= 0; at--) {
      if (arrivals.length == 1) {
        at = arrivals[0].pullBackNumbers(chunk, at);
      }
      if (at >= 0) {
        pullBackOne(chunk, at);
      }
    }
  }

  private void pullBackOne(Chunk chunk, int at) {
    if (chunk.notes[at] instanceof Node node) {
      pullBack(node, chunk.start + at);
    } else if (chunk.notes[at] == null) {
      for (Arrivals ofSeed : arrivals) {
        ofSeed.pullBackOne(chunk, at);
      }
    }
  }

  /** Moves what has arrived at a node on to its arguments. */
  private void pullBack(Node node, int slot) {
    if (arrivals.length == 1) {
      Object cotangent = take(node, slot, 0);
      if (cotangent != null) {
        pulling = node;
        node.rule().pullback(node, cotangent, this);
      }
      return;
    }
    List<Object> arrived = new ArrayList<>(arrivals.length);
    int[] columns = new int[arrivals.length];
    for (int b = 0; b < arrivals.length; b++) {
      Object cotangent = take(node, slot, b);
      if (cotangent != null) {
        columns[arrived.size()] = b;
        arrived.add(cotangent);
      }
    }
    if (!arrived.isEmpty()) {
      List<Object[]> pulled = node.rule().pullbacks(node, arrived, node.wanted());
      for (int k = 0; k < pulled.size(); k++) {
        for (int i = 0; i < node.arity(); i++) {
          accumulate(node, i, pulled.get(k)[i], columns[k]);
        }
      }
    }
  }

  @Override
  public boolean wants(int i) {
    return pulling.wants(i);
  }

  @Override
  public void accept(int i, Object cotangent) {
    accumulate(pulling, i, cotangent, 0);
  }

  private void accumulate(Node node, int i, Object pulled, int b) {
    if (pulled instanceof Value part) {
      arrivals[b].add(node.place(i), part);
    } else if (pulled != null) {
      accumulate(Structure.leaves(node.structure(i)), Structure.leaves(pulled), b);
    }
  }

  /** Adds {@code parts} to the cotangents of those of {@code values} that belong to the trace. */
  void accumulate(List<Value> of, List<Value> parts, int b) {
    for (int i = 0; i < of.size(); i++) {
      int slot = trace.slotNumber(of.get(i));
      if (slot >= 0 && parts.get(i) != null) {
        arrivals[b].add(slot, parts.get(i));
      }
    }
  }

  /** The cotangents of a node's result, null if nothing arrived; missing components are zero. */
  private Object take(Node node, int slot, int b) {
    if (node.result() instanceof Value) {
      return arrivals[b].take(slot);
    }
    List<Value> leaves = Structure.leaves(node.result());
    List<Value> parts = new ArrayList<>(leaves.size());
    boolean any = false;
    for (int i = 0; i < leaves.size(); i++) {
      Value part = arrivals[b].take(slot + 1 + i);
      any |= part != null;
      parts.add(part == null ? Shaping.zeroLike(leaves.get(i)) : part);
    }
    return any ? Structure.rebuild(node.result(), parts) : null;
  }

  /** For each seed the cotangents of values of the trace; zero where nothing arrived. */
  List<List<Value>> ofLeaves(List<Value> of) {
    if (arrivals.length == 1) {
      return List.of(ofLeaves(of, arrivals[0]));
    }
    List<List<Value>> all = new ArrayList<>(arrivals.length);
    for (Arrivals ofSeed : arrivals) {
      all.add(ofLeaves(of, ofSeed));
    }
    return all;
  }

  private List<Value> ofLeaves(List<Value> of, Arrivals ofSeed) {
    return Structure.each(of, leaf -> ofLeaf(leaf, ofSeed));
  }

  private Value ofLeaf(Value leaf, Arrivals ofSeed) {
    Value arrived = ofSeed.at(trace.slotNumber(leaf));
    if (arrived == null) {
      return Shaping.zeroLike(leaf);
    }
    arrived.requireDefined();
    return arrived;
  }
}
