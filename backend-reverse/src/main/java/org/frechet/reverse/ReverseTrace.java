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
    List<Value> inputs = Structure.each(x, leaf -> atLeaf(leaf, tape.take(1)));
    List<Value> y;
    try {
      y = Structure.each(f.apply(inputs), this::atOwnPlace);
    } finally {
      close();
    }
    return new RecordedPullback(this, tape, inputs, y, results(y));
  }

  /** One leaf of the inputs, or of a list or a record: a cotangent arrives there and waits. */
  private Value atLeaf(Value leaf, int slot) {
    tape.note(slot, leaf);
    return tracedAt(leaf, slot);
  }

  @Override
  protected Object record(Rule rule, Application at, Object[] arguments) {
    if (at.result() instanceof Value value) {
      int slot = tape.take(1);
      tape.note(slot, at);
      return tracedAt(value, slot);
    }
    int slot = tape.take(1 + Structure.leaves(at.result()).size());
    int[] next = {slot};
    Object result = Structure.map(at.result(), leaf -> atLeaf(leaf, ++next[0]));
    tape.note(slot, at);
    return result;
  }

  /** The arguments' places are noted, as they are, before that of the result. */
  @Override
  protected Application application(Rule rule, Object[] arguments) {
    int n = arguments.length;
    if (n == 1 && arguments[0] instanceof Value only) {
      return new Node(rule, place(only), Node.NONE, null);
    }
    return n == 2 && arguments[0] instanceof Value first && arguments[1] instanceof Value second
        ? new Node(rule, place(first), place(second), null)
        : new Node(rule, Node.NONE, Node.NONE, several(arguments));
  }

  private Node.Arguments several(Object[] arguments) {
    int[] places = new int[arguments.length];
    Object[] structures = new Object[arguments.length];
    for (int i = 0; i < places.length; i++) {
      if (arguments[i] instanceof Value value) {
        places[i] = place(value);
      } else if (dependsOnThis(arguments[i])) {
        places[i] = Node.SEVERAL;
        structures[i] = Structure.map(arguments[i], this::atOwnPlace);
      } else {
        places[i] = Node.NONE;
      }
    }
    return new Node.Arguments(places, structures);
  }

  @Override
  protected int note(int first, double byFirst, int second, double bySecond) {
    return tape.note(first, byFirst, second, bySecond);
  }

  @Override
  protected Scalar record(double y, Value x, int index) {
    return tracedAt(y, tape.noteEntry(place(x), index));
  }

  /** Where {@code value} is on the tape; negative if it does not belong to this trace. */
  int slotNumber(Value value) {
    return place(value);
  }
}
