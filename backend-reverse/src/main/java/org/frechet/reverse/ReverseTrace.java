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
    List<Value> inputs = atLeaves(x);
    List<Value> y;
    try {
      y = f.apply(inputs).stream().map(this::atOwnPlace).toList();
    } finally {
      close();
    }
    return new RecordedPullback(this, tape, inputs, y, results(y));
  }

  private List<Value> atLeaves(List<Value> x) {
    if (x.size() == 1) {
      return List.of(atLeaf(x.get(0), tape.take(1)));
    }
    Value[] leaves = new Value[x.size()];
    for (int i = 0; i < leaves.length; i++) {
      leaves[i] = atLeaf(x.get(i), tape.take(1));
    }
    return List.of(leaves);
  }

  private Value atLeaf(Value leaf, int slot) {
    tape.note(slot, new Leaf(leaf));
    return tracedAt(leaf, slot);
  }

  @Override
  protected Object record(Rule rule, Application at, Object[] arguments) {
    int[] places = places(arguments); // noted before the result, as they are, which comes later
    Object[] structures = structures(places, arguments);
    if (at.result() instanceof Value value) {
      int slot = tape.take(1);
      tape.note(slot, new Node(slot, rule, at, places, structures));
      return tracedAt(value, slot);
    }
    int slot = tape.take(1 + Structure.leaves(at.result()).size());
    int[] next = {slot};
    Object result = Structure.map(at.result(), leaf -> atLeaf(leaf, ++next[0]));
    tape.note(slot, new Node(slot, rule, at, places, structures));
    return result;
  }

  private int[] places(Object[] arguments) {
    int[] places = new int[arguments.length];
    for (int i = 0; i < places.length; i++) {
      if (arguments[i] instanceof Value value) {
        places[i] = place(value);
      } else {
        places[i] = dependsOnThis(arguments[i]) ? Node.SEVERAL : Node.NONE;
      }
    }
    return places;
  }

  private Object[] structures(int[] places, Object[] arguments) {
    Object[] structures = null;
    for (int i = 0; i < places.length; i++) {
      if (places[i] == Node.SEVERAL) {
        structures = structures == null ? new Object[places.length] : structures;
        structures[i] = Structure.map(arguments[i], this::atOwnPlace);
      }
    }
    return structures;
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
