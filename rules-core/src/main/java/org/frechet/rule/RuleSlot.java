package org.frechet.rule;

import java.util.List;
import java.util.Set;
import org.frechet.value.NumericPartials;

/** Where the builders of one primitive put their formulas. */
record RuleSlot(Object key, Declaration.Kind kind, String ruleSet, List<Declaration> declarations) {

  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private static final Set<Class<?>> BUILDERS =
      Set.of(
          RuleSlot.class,
          RuleBinder.class,
          UnaryRules.class,
          BinaryRules.class,
          TernaryRules.class,
          NaryRules.class,
          ParametricRules.class);

  void note(Direction direction, int argument, Object formula) {
    if (formula == null && kind != Declaration.Kind.DECLINE) {
      throw new IllegalArgumentException(
          "the %s of %s is null".formatted(direction, Declaration.nameOf(key)));
    }
    declarations.add(
        new Declaration(
            key, Declaration.nameOf(key), kind, direction, argument, formula, ruleSet, place()));
  }

  void noteNumeric(NumericPartials.Partial first, NumericPartials.Partial second) {
    note(null, Declaration.ALL, new NumericPartials(first, second));
  }

  void noteZero(int argument) {
    note(Direction.FRULE, argument, Written.ZERO);
    note(Direction.RRULE, argument, Written.ZERO);
  }

  /** The first caller that is not a builder. */
  private static String place() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> !isBuilder(frame.getDeclaringClass()))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("unknown place"));
  }

  private static boolean isBuilder(Class<?> type) {
    return BUILDERS.contains(type.getNestHost());
  }
}
