package org.frechet.reverse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.frechet.backend.LeafFunction;
import org.frechet.reverse.Node.Leaf;
import org.frechet.rule.Application;
import org.frechet.rule.Rule;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleTrace;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/**
 * One reverse differentiation: beside each of its values it notes the node that made it. Recording
 * takes one atomic number and no lock, so the function may use threads of its own.
 */
final class ReverseTrace extends RuleTrace {

  private final AtomicInteger slots = new AtomicInteger();

  ReverseTrace(RuleRegistry rules) {
    super(rules);
  }

  RecordedPullback run(LeafFunction f, List<Value> x) {
    List<Value> inputs = new ArrayList<>(x.size());
    x.forEach(leaf -> inputs.add(traced(leaf, input())));
    List<Value> y;
    try {
      y = f.apply(inputs);
    } finally {
      close();
    }
    List<Value> value = y.stream().map(this::result).toList();
    return new RecordedPullback(this, inputs, y, value, slots.get());
  }

  private Leaf input() {
    int slot = slots.getAndIncrement();
    return new Leaf(new Node(slot, null, null, new Object[0]), slot);
  }

  @Override
  protected Object record(Rule rule, Application at, Object[] arguments) {
    if (at.result() instanceof Value value) {
      int slot = slots.getAndIncrement();
      return traced(value, new Leaf(new Node(slot, rule, at, arguments), slot));
    }
    int leaves = Structure.leaves(at.result()).size();
    Node node = new Node(slots.getAndAdd(leaves), rule, at, arguments);
    int[] next = {node.slot()};
    return Structure.map(at.result(), leaf -> traced(leaf, new Leaf(node, next[0]++)));
  }

  /** Where {@code value} was made; null if it does not belong to this trace. */
  Leaf leaf(Value value) {
    return (Leaf) slot(value);
  }

  /** Which of a node's arguments depend on the inputs. */
  boolean[] wanted(Node node) {
    boolean[] wanted = new boolean[node.arguments().length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = dependsOnThis(node.arguments()[i]);
    }
    return wanted;
  }
}
