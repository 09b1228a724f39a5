package org.frechet.linalg;

import org.frechet.linalg.kernel.SpectralFunction;
import org.frechet.rule.Application;
import org.frechet.rule.Rule;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleTrace;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Value;

/**
 * An elementwise primitive as a function of eigenvalues: its derivatives are those of its rules,
 * level upon level.
 *
 * @param f the elementwise primitive
 * @param registry where its rules are
 * @param order how often it is differentiated
 */
record ElementwiseSpectrum(Primitive.Elementwise f, RuleRegistry registry, int order)
    implements SpectralFunction {

  @Override
  public String name() {
    return f.name();
  }

  @Override
  public double value(double x) {
    return ((Scalar) derivative(order, Scalar.of(x))).toDouble();
  }

  @Override
  public SpectralFunction derivative() {
    return new ElementwiseSpectrum(f, registry, order + 1);
  }

  @Override
  public boolean isDefinedAt(double x) {
    return order > 0 || Double.isFinite(value(x));
  }

  private Value derivative(int times, Value x) {
    if (times == 0) {
      return f.apply(x);
    }
    Tangents trace = new Tangents(registry);
    return trace.of(derivative(times - 1, trace.along(x)));
  }

  /** One forward differentiation of a function of one scalar. */
  private static final class Tangents extends RuleTrace {

    Tangents(RuleRegistry registry) {
      super(registry);
    }

    Value along(Value x) {
      return traced(x, Scalar.of(1));
    }

    Value of(Value y) {
      return owns(y) ? (Value) slot(y) : Scalar.of(0);
    }

    @Override
    protected Object record(Rule rule, Application at, Object[] arguments) {
      Object[] tangents = new Object[arguments.length];
      for (int i = 0; i < tangents.length; i++) {
        tangents[i] = slot((Value) arguments[i]);
      }
      Value tangent = (Value) rule.pushforward(at, tangents);
      Value result = (Value) at.result();
      return tangent == null ? result : traced(result, tangent);
    }
  }
}
