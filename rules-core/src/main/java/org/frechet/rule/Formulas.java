package org.frechet.rule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.frechet.value.NumericPartials;

/**
 * The formulas that a registry found for one primitive, sorted by direction and argument: found by
 * number, since every application asks.
 */
final class Formulas {

  private final List<Declaration> declarations;
  private Written.One[] pushes = {};
  private Written.Each[] pulls = {};
  private Written.JointPush jointPush;
  private Written.JointPull jointPull;
  private Written.Each eachPull;
  private NumericPartials numeric;
  private boolean selection;
  private final boolean zero;

  Formulas(List<Declaration> declarations) {
    this.declarations = List.copyOf(declarations);
    this.zero = declarations.stream().allMatch(declared -> declared.formula() == Written.ZERO);
    declarations.forEach(this::sort);
  }

  private void sort(Declaration declared) {
    Object formula = declared.formula();
    if (formula instanceof Written.JointPush push) {
      jointPush = push;
    } else if (formula instanceof Written.JointPull pull) {
      jointPull = pull;
      eachPull = (at, i, gy) -> pull.apply(at, gy)[i].get();
    } else if (formula instanceof Written.Each each) {
      eachPull = each;
    } else if (formula instanceof NumericPartials partials) {
      numeric = partials;
    } else if (formula == Written.SELECTION) {
      selection = true;
    } else if (declared.argument() != Declaration.ALL) {
      sort(declared.direction(), declared.argument(), (Written.One) formula);
    }
  }

  private void sort(Direction direction, int argument, Written.One formula) {
    if (direction == Direction.FRULE) {
      pushes = Arrays.copyOf(pushes, Math.max(pushes.length, argument + 1));
      pushes[argument] = formula;
    } else {
      pulls = Arrays.copyOf(pulls, Math.max(pulls.length, argument + 1));
      pulls[argument] = formula == Written.ZERO ? Written.EACH_ZERO : Written.Alone.of(formula);
    }
  }

  boolean isZero() {
    return zero;
  }

  boolean has(Direction direction, int argument) {
    return direction == Direction.FRULE
        ? jointPush != null || push(argument) != null
        : pull(argument) != null;
  }

  /** Whether the result is an entry of the argument, and the derivative the same entry. */
  boolean isSelection() {
    return selection;
  }

  NumericPartials numeric() {
    return numeric;
  }

  Written.JointPush jointPush() {
    return jointPush;
  }

  Written.JointPull jointPull() {
    return jointPull;
  }

  /** The pushforward of one argument's tangent; null if it was not written by itself. */
  Written.One push(int argument) {
    return argument < pushes.length ? pushes[argument] : null;
  }

  /** The pullback to one argument, in whichever form it was written; null if it was not. */
  Written.Each pull(int argument) {
    return argument < pulls.length && pulls[argument] != null ? pulls[argument] : eachPull;
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
