package org.frechet.rule;

import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Trace;
import org.frechet.value.Value;

/**
 * A trace that differentiates by the rules of one registry: what every backend extends. It computes
 * the primal one level further out, shows the body of a composed primitive that has no rule, skips
 * what has derivative zero, and reports a missing rule; {@link #record} is the backend's part.
 */
public abstract class RuleTrace extends Trace {

  private final RuleRegistry rules;

  /** A new innermost trace that looks its rules up in {@code rules}. */
  protected RuleTrace(RuleRegistry rules) {
    this.rules = rules;
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
    for (int i = 0; i < primals.length; i++) {
      primals[i] = lower(arguments[i]);
    }
    Object result = apply(primitive, primals);
    return rule.isZero()
        ? result
        : record(rule, new Application(primitive, primals, result), arguments);
  }

  private Object lower(Object argument) {
    return argument instanceof Value value ? primal(value) : Structure.map(argument, this::primal);
  }

  @Override
  protected final Object processScalar(Primitive.Elementwise primitive, Scalar x) {
    NumericPartials partials = isNumeric(x) ? numericPartials(primitive) : null;
    if (partials == null) {
      return process(primitive, new Object[] {x});
    }
    double a = number(x);
    double y = primitive.evaluate(a);
    return record(y, x, partials.first(y, a, 0), null, 0);
  }

  @Override
  protected final Object processScalars(Primitive.ElementwiseBinary primitive, Scalar a, Scalar b) {
    NumericPartials partials = isNumeric(a) && isNumeric(b) ? numericPartials(primitive) : null;
    if (partials == null) {
      return process(primitive, new Object[] {a, b});
    }
    double x = number(a);
    double z = number(b);
    double y = primitive.evaluate(x, z);
    boolean first = owns(a);
    boolean second = owns(b);
    return record(
        y,
        first ? a : null,
        first ? partials.first(y, x, z) : 0,
        second ? b : null,
        second ? partials.second(y, x, z) : 0);
  }

  private NumericPartials numericPartials(Primitive primitive) {
    Rule rule = takesNumbers() ? rules.find(primitive) : null;
    return rule == null ? null : rule.numericPartials();
  }

  /**
   * Whether this trace {@linkplain #record(double, Scalar, double, Scalar, double) can} use them.
   */
  protected boolean takesNumbers() {
    return false;
  }

  /**
   * Records a number with {@code ẏ = da ȧ + db ḃ}; called only by a trace that {@link
   * #takesNumbers}.
   *
   * @param y the value
   * @param a a scalar of this trace, or null
   * @param da the partial derivative with respect to it
   * @param b a scalar of this trace, or null
   * @param db the partial derivative with respect to it
   */
  protected Scalar record(double y, Scalar a, double da, Scalar b, double db) {
    throw new UnsupportedOperationException("this trace takes no numbers");
  }

  /** Whether any leaf of {@code argument} belongs to this trace. */
  protected final boolean dependsOnThis(Object argument) {
    return argument instanceof Value value
        ? owns(value)
        : Structure.fold(argument, false, (found, leaf) -> found || owns(leaf));
  }
}
