package org.frechet.rule;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The formulas that a registry found for one primitive, sorted by direction and argument. */
final class Formulas {

  private final List<Declaration> declarations;
  private final TreeMap<Integer, Written.One> pushes = new TreeMap<>();
  private final TreeMap<Integer, Written.One> pulls = new TreeMap<>();
  private Written.JointPush jointPush;
  private Written.JointPull jointPull;
  private Written.Each eachPull;
  private boolean zero;

  Formulas(List<Declaration> declarations) {
    this.declarations = List.copyOf(declarations);
    declarations.forEach(this::sort);
  }

  private void sort(Declaration declared) {
    Object formula = declared.formula();
    if (formula instanceof Written.JointPush push) {
      jointPush = push;
    } else if (formula instanceof Written.JointPull pull) {
      jointPull = pull;
    } else if (formula instanceof Written.Each each) {
      eachPull = each;
    } else if (declared.argument() == Declaration.ALL) {
      zero = true;
    } else {
      (declared.direction() == Direction.FRULE ? pushes : pulls)
          .put(declared.argument(), (Written.One) formula);
    }
  }

  boolean isZero() {
    return zero || declarations.stream().allMatch(declared -> declared.formula() == Written.ZERO);
  }

  boolean has(Direction direction, int argument) {
    return direction == Direction.FRULE
        ? jointPush != null || pushes.containsKey(argument)
        : jointPull != null || eachPull != null || pulls.containsKey(argument);
  }

  Written.JointPush jointPush() {
    return jointPush;
  }

  Written.JointPull jointPull() {
    return jointPull;
  }

  Written.One push(int argument) {
    return pushes.get(argument);
  }

  /** The pullback to one argument, in whichever form it was written; null if it was not. */
  Written.Each pull(int argument) {
    if (jointPull != null) {
      return (at, i, gy) -> jointPull.apply(at, gy)[i].get();
    }
    Written.One one = pulls.get(argument);
    return one == null ? eachPull : (at, i, gy) -> one.apply(at, gy);
  }

  boolean pullIsZero(int argument) {
    return pulls.get(argument) == Written.ZERO;
  }

  List<Declaration> declarations() {
    return declarations;
  }

  String places() {
    return declarations.stream()
        .map(Declaration::toString)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
