package org.frechet.reverse;

import java.util.ArrayList;
import java.util.List;
import org.frechet.backend.LeafFunction;
import org.frechet.rule.Application;
import org.frechet.rule.Rule;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleTrace;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/** One reverse differentiation: beside each of its values it notes a slot on its tape. */
final class ReverseTrace extends RuleTrace {

  private static final int NONE = -1;

  private final Tape tape = new Tape();

  ReverseTrace(RuleRegistry rules) {
    super(rules);
  }

  RecordedPullback run(LeafFunction f, List<Value> x) {
    List<Value> inputs = new ArrayList<>(x.size());
    x.forEach(leaf -> inputs.add(traced(leaf, new Slot(tape.take(1)))));
    List<Value> y;
    try {
      y = f.apply(inputs);
    } finally {
      close();
    }
    List<Value> value = y.stream().map(this::result).toList();
    return new RecordedPullback(this, tape, inputs, y, value);
  }

  @Override
  protected Object record(Rule rule, Application at, Object[] arguments) {
    boolean single = at.result() instanceof Value;
    int slot = tape.take(single ? 1 : Structure.leaves(at.result()).size());
    tape.note(slot, new Node(slot, rule, at, arguments));
    if (single) {
      return traced((Value) at.result(), new Slot(slot));
    }
    int[] next = {slot};
    return Structure.map(at.result(), leaf -> traced(leaf, new Slot(next[0]++)));
  }

  @Override
  protected boolean takesNumbers() {
    return true;
  }

  @Override
  protected Scalar record(double y, Scalar a, double da, Scalar b, double db) {
    int slot = tape.take(1);
    tape.note(slot, a == null ? NONE : slotNumber(a), da, b == null ? NONE : slotNumber(b), db);
    return traced(y, new Slot(slot));
  }

  /** Where {@code value} is on the tape; negative if it does not belong to this trace. */
  int slotNumber(Value value) {
    return slot(value) instanceof Slot slot ? slot.number() : NONE;
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
