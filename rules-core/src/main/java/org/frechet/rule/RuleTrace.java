package org.frechet.rule;

import org.frechet.value.NumericPartials;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Trace;
import org.frechet.value.Value;

/**
 * A trace that differentiates by the rules of one registry: what every backend extends. It computes
 * the primal one level further out, shows the body of a composed primitive that has no rule, skips
 * what has derivative zero, and reports a missing rule; {@code record} is the backend's part.
 */
public abstract class RuleTrace extends Trace {

  private static final NumericPartials[] NO_PARTIALS = {};

  private final RuleRegistry rules;
  private final boolean takesEntries;

  /** A new innermost trace that looks its rules up in {@code rules}. */
  protected RuleTrace(RuleRegistry rules) {
    this(rules, false);
  }

  /**
   * A new innermost trace that looks its rules up in {@code rules}.
   *
   * @param takesNumbers whether it has its own {@link #record(double, Value, int)}, and {@link
   *     #note} or {@link #record(double, Scalar, double)} and {@link #record(double, Scalar,
   *     double, Scalar, double)}
   */
  protected RuleTrace(RuleRegistry rules, boolean takesNumbers) {
    super(takesNumbers ? rules.numericPartials() : NO_PARTIALS);
    this.rules = rules;
    this.takesEntries = takesNumbers && rules.selectsEntries();
  }

  /**
   * Records one application.
   *
   * @param rule how its derivative acts
   * @param at the application, one level further out
   * @param arguments the arguments as this trace's own values, where they are
   * @return the result, with this trace's own values as leaves
   */
  protected abstract Object record(Rule rule, Application at, Object[] arguments);

  @Override
  protected final Object process(Primitive primitive, Object[] arguments) {
    Rule rule = rules.find(primitive);
    if (rule == null) {
      if (!primitive.isComposed()) {
        throw MissingRuleException.none(primitive, rules);
      }
      return evaluate(primitive, arguments);
    }
    Object[] primals = new Object[arguments.length];
    boolean constants = true;
    for (int i = 0; i < primals.length; i++) {
      primals[i] = lower(arguments[i]);
      constants &= primals[i] instanceof Value value && !value.isTraced();
    }
    // of constants, no trace further out need be looked for
    Object result = constants ? evaluate(primitive, primals) : apply(primitive, primals);
    if (rule.isZero()) {
      return result;
    }
    Application at = application(rule, arguments);
    at.note(primitive, primals, result);
    return record(rule, at, arguments);
  }

  /**
   * Makes what is {@linkplain #record(Rule, Application, Object[]) recorded}, yet to be filled in:
   * a backend may note its own things in a subclass.
   *
   * @param arguments the arguments as this trace's own values, where they are
   */
  protected Application application(Rule rule, Object[] arguments) {
    return new Application();
  }

  private Object lower(Object argument) {
    return argument instanceof Value value ? primal(value) : Structure.map(argument, this::primal);
  }

  @Override
  protected final Scalar processEntry(Value x, int row, int column) {
    if (takesEntries && standsForConstant(x)) {
      return record(entry(x, row, column), x, row + column * x.shape().rows());
    }
    return super.processEntry(x, row, column);
  }

  /** Whether any leaf of {@code argument} belongs to this trace. */
  protected final boolean dependsOnThis(Object argument) {
    return argument instanceof Value value
        ? owns(value)
        : Structure.fold(argument, false, (found, leaf) -> found || owns(leaf));
  }
}
