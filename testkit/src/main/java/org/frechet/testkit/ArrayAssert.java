package org.frechet.testkit;

import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about derivatives that were written for functions on arrays, in code that need not use
 * Fréchet. Not safe to share between threads.
 *
 * @param <S> the assertion itself
 * @param <R> what the derivative returns
 */
public abstract sealed class ArrayAssert<S extends ArrayAssert<S, R>, R>
    extends AbstractAssert<S, Function<double[], R>>
    permits GradientAssert, JacobianAssert, HessianAssert {

  private final String what;
  private Function<double[], double[]> function;

  ArrayAssert(String what, Function<double[], R> derivative, Class<?> self) {
    super(derivative, self);
    this.what = what;
  }

  final S of(Function<double[], double[]> newFunction) {
    isNotNull();
    function = newFunction;
    return myself;
  }

  /**
   * Verifies the derivative at a point, entry by entry, against extrapolated central differences of
   * the function; may be said again for another point.
   */
  public final S at(double... x) {
    if (function == null) {
      throw new IllegalStateException("at: say first of which function it is the derivative");
    }
    ArrayJudge judge = new ArrayJudge(x);
    judge.findings().check(what, () -> verify(judge, function, x.length));
    if (!judge.findings().isEmpty()) {
      failWithMessage("the %s at %s is wrong:%s", what, Numbers.text(x), judge.findings().text());
    }
    return myself;
  }

  abstract void verify(ArrayJudge judge, Function<double[], double[]> f, int n);
}
