package org.frechet.forward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.backend.ForwardBackend.Pushed;
import org.frechet.backend.LeafFunction;
import org.frechet.rule.Application;
import org.frechet.rule.Rule;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleTrace;
import org.frechet.value.Elementwise;
import org.frechet.value.Scalar;
import org.frechet.value.Shaping;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/**
 * One forward differentiation: beside each of its values it notes tangents, one for each direction,
 * null where one is zero: plain numbers, an array of values, or {@link WaitingTangents}. The primal
 * of an operation is evaluated once for all of them.
 */
final class ForwardTrace extends RuleTrace {

  private final int directions;

  ForwardTrace(RuleRegistry rules, int directions) {
    super(rules, true);
    this.directions = directions;
  }

  Pushed run(LeafFunction f, List<Value> x, List<List<Value>> tangents) {
    List<Value> y;
    try {
      y = f.apply(seeded(x, tangents));
    } finally {
      close();
    }
    List<List<Value>> pushed = new ArrayList<>(directions);
    for (int b = 0; b < directions; b++) {
      pushed.add(new LeafTangents(this, y, b));
    }
    return new Pushed(results(y), pushed);
  }

  private List<Value> seeded(List<Value> x, List<List<Value>> tangents) {
    List<Value> seeded = new ArrayList<>(x.size());
    for (int i = 0; i < x.size(); i++) {
      Value[] ofLeaf = new Value[directions];
      for (int b = 0; b < directions; b++) {
        ofLeaf[b] = orNull(tangents.get(b).get(i));
      }
      seeded.add(traced(x.get(i), x.get(i) instanceof Scalar ? noted(ofLeaf) : ofLeaf));
    }
    return seeded;
  }

  /** A tangent that is known to be zero is zero whatever it would be multiplied with. */
  private static Value orNull(Value tangent) {
    return tangent == null || tangent.isStructuralZero() ? null : tangent;
  }

  /** Null if it is zero. */
  Value tangent(Value value, int direction) {
    Object noted = slot(value);
    if (noted instanceof double[] numbers) {
      return numbers[direction] == 0 ? null : Scalar.of(numbers[direction]);
    }
    return noted == null ? null : values(noted)[direction];
  }

  private static Value[] values(Object noted) {
    return noted instanceof WaitingTangents.Part part ? part.tangents() : (Value[]) noted;
  }

  @Override
  protected Scalar record(double y, Scalar a, double da) {
    Scalar inNumbers = linear(y, a, da);
    return inNumbers == null ? recordValues(y, a, da, a, 0) : inNumbers;
  }

  @Override
  protected Scalar record(double y, Scalar a, double da, Scalar b, double db) {
    Scalar inNumbers = linear(y, a, da, b, db);
    return inNumbers == null ? recordValues(y, a, da, b, db) : inNumbers;
  }

  /** The same for tangents that belong to a trace further out. */
  private Scalar recordValues(double y, Scalar a, double da, Scalar b, double db) {
    Value[] tangents = new Value[directions];
    for (int i = 0; i < directions; i++) {
      Value first = scaled(a, da, i);
      Value second = scaled(b, db, i);
      tangents[i] =
          first == null || second == null
              ? (first == null ? second : first)
              : Elementwise.add(first, second);
    }
    return (Scalar) traced(Scalar.of(y), noted(tangents));
  }

  private Value scaled(Scalar x, double partial, int direction) {
    Value tangent = partial == 0 ? null : tangent(x, direction);
    return tangent == null ? null : Elementwise.scale(tangent, partial);
  }

  /** Tangents as they are noted: as numbers, where all are constant scalars. */
  private static Object noted(Value[] tangents) {
    double[] numbers = new double[tangents.length];
    for (int i = 0; i < tangents.length; i++) {
      if (tangents[i] != null) {
        if (!(tangents[i] instanceof Scalar scalar) || scalar.isTraced()) {
          return tangents;
        }
        numbers[i] = scalar.toDouble();
      }
    }
    return numbers;
  }

  @Override
  protected Scalar record(double y, Value x, int index) {
    Value[] ofX = values(slot(x));
    Value[] tangents = new Value[directions];
    for (int i = 0; i < directions; i++) {
      tangents[i] = ofX[i] == null ? null : entry(ofX[i], index);
    }
    return (Scalar) traced(Scalar.of(y), noted(tangents));
  }

  @Override
  protected Object record(Rule rule, Application at, Object[] arguments) {
    int depth = depth(arguments);
    if (depth == WaitingTangents.DEEPEST || (depth == 0 && isOfScalars(at))) {
      return wrapped(at.result(), pushed(rule, at, arguments));
    }
    return waiting(new WaitingTangents(this, rule, at, arguments, depth + 1));
  }

  /** Whether there is too little to compute to have it wait. */
  private static boolean isOfScalars(Application at) {
    boolean scalars = at.result() instanceof Scalar;
    for (int i = 0; i < at.arity() && scalars; i++) {
      scalars = at.argument(i) instanceof Scalar;
    }
    return scalars;
  }

  /** How many applications, one after the other, have to be differentiated before these are. */
  private int depth(Object[] arguments) {
    int depth = 0;
    for (Object argument : arguments) {
      depth =
          argument instanceof Value value
              ? Math.max(depth, depth(value))
              : Structure.fold(argument, depth, (most, leaf) -> Math.max(most, depth(leaf)));
    }
    return depth;
  }

  private int depth(Value value) {
    return slot(value) instanceof WaitingTangents.Part part ? part.depth() : 0;
  }

  private Object waiting(WaitingTangents tangents) {
    Object result = tangents.result();
    if (result instanceof Value value) {
      return traced(value, tangents.part(0));
    }
    int[] next = {0};
    return Structure.map(result, leaf -> traced(leaf, tangents.part(next[0]++)));
  }

  /** For each direction the tangent of the result, null if it is zero. */
  Object[] pushed(Rule rule, Application at, Object[] arguments) {
    return rule.pushforwards(at, perturbations(arguments));
  }

  private List<Object[]> perturbations(Object[] arguments) {
    Object[][] perturbations = new Object[directions][arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Value value) {
        for (int b = 0; b < directions; b++) {
          perturbations[b][i] = tangent(value, b);
        }
      } else if (dependsOnThis(arguments[i])) {
        for (int b = 0; b < directions; b++) {
          perturbations[b][i] = tangentStructure(arguments[i], b);
        }
      }
    }
    return Arrays.asList(perturbations);
  }

  private Object tangentStructure(Object argument, int direction) {
    return Structure.map(
        argument,
        leaf -> {
          Value tangent = tangent(leaf, direction);
          return tangent == null ? Shaping.zeroLike(leaf) : tangent;
        });
  }

  private Object wrapped(Object result, Object[] pushed) {
    Value[][] tangents = byLeaf(result, pushed);
    int[] next = {0};
    UnaryOperator<Value> wrap = leaf -> wrapped(leaf, tangents[next[0]++]);
    return result instanceof Value value ? wrap.apply(value) : Structure.map(result, wrap);
  }

  private Value wrapped(Value leaf, Value[] tangents) {
    boolean any = false;
    for (Value tangent : tangents) {
      any |= tangent != null;
    }
    if (!any) {
      return leaf;
    }
    return traced(leaf, leaf instanceof Scalar ? noted(tangents) : tangents);
  }

  /** For each leaf of a result its tangents, null where they are zero. */
  Value[][] byLeaf(Object result, Object[] pushed) {
    int leaves = result instanceof Value ? 1 : Structure.leaves(result).size();
    Value[][] tangents = new Value[leaves][directions];
    for (int b = 0; b < directions; b++) {
      if (pushed[b] instanceof Value tangent) {
        tangents[0][b] = orNull(tangent);
      } else if (pushed[b] != null) {
        List<Value> parts = Structure.leaves(pushed[b]);
        for (int i = 0; i < leaves; i++) {
          tangents[i][b] = orNull(parts.get(i));
        }
      }
    }
    return tangents;
  }
}
