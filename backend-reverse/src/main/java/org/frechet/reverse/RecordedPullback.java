package org.frechet.reverse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.frechet.backend.ReverseBackend.Pullback;
import org.frechet.reverse.Node.Leaf;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/**
 * A recorded function, ready to be run backwards any number of times, from any thread: each run has
 * its own {@link Cotangents}, and the recording does not change.
 */
final class RecordedPullback implements Pullback {

  private final ReverseTrace trace;
  private final List<Value> inputs;
  private final List<Value> outputs;
  private final List<Value> value;
  private final Node[] needed;

  RecordedPullback(
      ReverseTrace trace, List<Value> inputs, List<Value> outputs, List<Value> value, int slots) {
    this.trace = trace;
    this.inputs = inputs;
    this.outputs = outputs;
    this.value = value;
    this.needed = neededFor(outputs, slots);
  }

  @Override
  public List<Value> value() {
    return value;
  }

  @Override
  public List<List<Value>> apply(List<List<Value>> seeds) {
    Cotangents cotangents = new Cotangents(trace, needed.length, seeds.size());
    for (int b = 0; b < seeds.size(); b++) {
      cotangents.accumulate(outputs, seeds.get(b), b);
    }
    for (int slot = needed.length - 1; slot >= 0; slot--) {
      if (needed[slot] != null && needed[slot].rule() != null) {
        cotangents.pullBack(needed[slot]);
      }
    }
    List<List<Value>> pulled = new ArrayList<>(seeds.size());
    for (int b = 0; b < seeds.size(); b++) {
      pulled.add(cotangents.ofLeaves(inputs, b));
    }
    return pulled;
  }

  /** The nodes that the outputs depend on, each at its slot. */
  private Node[] neededFor(List<Value> values, int slots) {
    Node[] found = new Node[slots];
    Deque<Node> unvisited = new ArrayDeque<>();
    values.forEach(output -> visit(output, found, unvisited));
    while (!unvisited.isEmpty()) {
      for (Object argument : unvisited.pop().arguments()) {
        if (argument instanceof Value leaf) {
          visit(leaf, found, unvisited);
        } else {
          Structure.leaves(argument).forEach(leaf -> visit(leaf, found, unvisited));
        }
      }
    }
    return found;
  }

  private void visit(Value value, Node[] found, Deque<Node> unvisited) {
    Leaf leaf = trace.leaf(value);
    if (leaf != null && found[leaf.node().slot()] == null) {
      found[leaf.node().slot()] = leaf.node();
      unvisited.push(leaf.node());
    }
  }
}
