package org.frechet.reverse;

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

  private final Tape tape;

  ReverseTrace(RuleRegistry rules, Tape tape) {
    super(rules, true);
    this.tape = tape;
  }

  RecordedPullback run(LeafFunction f, List<Value> x) {
    Value[] leaves = new Value[x.size()];
    for (int i = 0; i < leaves.length; i++) {
      leaves[i] = atLeaf(x.get(i), tape.take(1));
    }
    List<Value> inputs = List.of(leaves);
    List<Value> y;
    try {
      y = f.apply(inputs);
    } finally {
      close();
    }
    return new RecordedPullback(this, tape, inputs, y, results(y));
  }

  private Value atLeaf(Value leaf, int slot) {
    tape.note(slot, new Leaf(leaf));
    return tracedAt(leaf, slot);
  }

  @Override
  protected Object record(Rule rule, Application at, Object[] arguments) {
    if (at.result() instanceof Value value) {
      int slot = tape.take(1);
      tape.note(slot, node(slot, rule, at, arguments));
      return tracedAt(value, slot);
    }
    int slot = tape.take(1 + Structure.leaves(at.result()).size());
    int[] next = {slot};
    Object result = Structure.map(at.result(), leaf -> atLeaf(leaf, ++next[0]));
    tape.note(slot, node(slot, rule, at, arguments));
    return result;
  }

  private Node node(int slot, Rule rule, Application at, Object[] arguments) {
    int[] places = new int[arguments.length];
    Object[] structures = null;
    for (int i = 0; i < places.length; i++) {
      if (arguments[i] instanceof Value value) {
        places[i] = place(value);
      } else if (dependsOnThis(arguments[i])) {
        places[i] = Node.SEVERAL;
        structures = arguments;
      } else {
        places[i] = Node.NONE;
      }
    }
    return new Node(slot, rule, at, places, structures);
  }

  @Override
  protected Scalar record(double y, Scalar a, double da) {
    return tracedAt(y, tape.note(placeOf(a), da, Node.NONE, 0));
  }

  @Override
  protected Scalar record(double y, Scalar a, double da, Scalar b, double db) {
    return tracedAt(y, tape.note(placeOf(a), da, placeOf(b), db));
  }

  @Override
  protected Scalar record(double y, Value x, int index) {
    return tracedAt(y, tape.noteEntry(placeOf(x), index));
  }

  /** Where {@code value} is on the tape; negative if it does not belong to this trace. */
  int slotNumber(Value value) {
    return place(value);
  }
}
