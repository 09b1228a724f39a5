package org.frechet.rule;

import static org.frechet.value.Elementary.*;
import static org.frechet.value.Elementwise.*;

import org.frechet.value.Shaping;
import org.frechet.value.Value;

/**
 * Elementwise functions. The formulas are chosen to keep their relative accuracy at the ends of the
 * domain: sech² rather than 1 − tanh², hypot rather than a square that overflows. Where a
 * derivative is infinite, it is 0 by policy.
 */
final class ElementaryRules implements RuleSet {

  @Override
  public void declare(RuleBinder rules) {
    circular(rules);
    hyperbolic(rules);
    exponential(rules);
    powers(rules);
    piecewise(rules);
    special(rules);
  }

  private static void circular(RuleBinder rules) {
    rules.on(SIN).derivative((y, x) -> cos(x)).numericDerivative((y, x) -> Math.cos(x));
    rules.on(COS).derivative((y, x) -> negate(sin(x))).numericDerivative((y, x) -> -Math.sin(x));
    rules.on(TAN).derivative((y, x) -> shift(multiply(y, y), 1));
    rules.on(ASIN).derivative((y, x) -> reciprocalOrZero(sqrt(ONE_MINUS_SQUARE.apply(x))));
    rules.on(ACOS).derivative((y, x) -> negate(reciprocalOrZero(sqrt(ONE_MINUS_SQUARE.apply(x)))));
    rules.on(ONE_MINUS_SQUARE).derivative((y, x) -> scale(x, -2));
    rules.on(ATAN).derivative((y, x) -> divideTwice(one(x), hypot(one(x), x)));
    // θ = atan2(y, x) :  θ̇ = (x ẏ − y ẋ) / r²
    rules
        .on(ATAN2)
        .partials(
            (angle, y, x) -> divideTwice(x, INFINITE_IF_ZERO.apply(hypot(x, y))),
            (angle, y, x) -> negate(divideTwice(y, INFINITE_IF_ZERO.apply(hypot(x, y)))));
  }

  private static void hyperbolic(RuleBinder rules) {
    rules.on(SINH).derivative((y, x) -> cosh(x));
    rules.on(COSH).derivative((y, x) -> sinh(x));
    rules.on(TANH).derivative((y, x) -> squared(SECH.apply(x)));
    rules.on(SECH).derivative((y, x) -> negate(multiply(y, tanh(x))));
    rules.on(ASINH).derivative((y, x) -> divide(one(x), hypot(one(x), x)));
    rules
        .on(ACOSH)
        .derivative((y, x) -> reciprocalOrZero(multiply(sqrt(shift(x, -1)), sqrt(shift(x, 1)))));
    rules.on(ATANH).derivative((y, x) -> divide(one(x), ONE_MINUS_SQUARE.apply(x)));
  }

  private static void exponential(RuleBinder rules) {
    rules.on(EXP).derivative((y, x) -> y).numericDerivative((y, x) -> y);
    rules.on(EXPM1).derivative((y, x) -> exp(x));
    rules.on(LOG).derivative((y, x) -> divide(one(x), x)).numericDerivative((y, x) -> 1 / x);
    rules.on(LOG1P).derivative((y, x) -> divide(one(x), shift(x, 1)));
    rules.on(LOG_OR_ZERO).derivative((y, x) -> reciprocalOrZero(max(x, Shaping.zeroLike(x))));
    // σ(x) σ(−x) = sech²(x/2) / 4
    rules.on(LOGISTIC).derivative((y, x) -> squared(scale(SECH.apply(scale(x, 0.5)), 0.5)));
    rules.on(SOFTPLUS).derivative((y, x) -> logistic(x));
  }

  private static void powers(RuleBinder rules) {
    rules
        .on(SQRT)
        .derivative((y, x) -> scale(reciprocalOrZero(y), 0.5))
        .numericDerivative((y, x) -> y == 0 ? 0 : 0.5 / y);
    rules.on(CBRT).derivative((y, x) -> scale(squared(reciprocalOrZero(y)), 1.0 / 3));
    rules.on(RECIPROCAL_OR_ZERO).derivative((y, x) -> negate(multiply(y, y)));
    // y = xᵖ :  ẏ = p xᵖ⁻¹ ẋ + y log(x) ṗ
    rules
        .on(POW)
        .partials(
            ElementaryRules::powerByBase,
            (y, x, p) -> multiply(POW_OR_ZERO.apply(x, p), LOG_OR_ZERO.apply(x)));
    rules
        .on(POW_OR_ZERO)
        .partials(ElementaryRules::powerByBase, (y, x, p) -> multiply(y, LOG_OR_ZERO.apply(x)));
    rules.on(EXPONENT).partials((y, x, p) -> Shaping.zeroLike(x), (y, x, p) -> isPositive(x));
    rules
        .on(HYPOT)
        .partials(
            (y, a, b) -> divide(a, INFINITE_IF_ZERO.apply(y)),
            (y, a, b) -> divide(b, INFINITE_IF_ZERO.apply(y)));
    rules.on(INFINITE_IF_ZERO).derivative((y, x) -> one(x));
  }

  private static void piecewise(RuleBinder rules) {
    rules.on(ABS).derivative((y, x) -> sign(x));
    rules.on(SIGN).zero();
    rules.on(AT_LEAST).first().zero().second().zero();
    rules
        .on(MAX)
        .partials((y, a, b) -> AT_LEAST.apply(a, b), (y, a, b) -> complement(AT_LEAST.apply(a, b)));
    rules
        .on(MIN)
        .partials((y, a, b) -> AT_LEAST.apply(b, a), (y, a, b) -> complement(AT_LEAST.apply(b, a)));
  }

  private static void special(RuleBinder rules) {
    double twoOverRootPi = 2 / Math.sqrt(Math.PI);
    rules.on(ERF).derivative((y, x) -> scale(exp(negate(multiply(x, x))), twoOverRootPi));
    rules.on(LGAMMA).derivative((y, x) -> polygamma(0, x));
    // the order n is a constant
    rules
        .on(POLYGAMMA)
        .partials((y, n, x) -> Shaping.zeroLike(x), (y, n, x) -> POLYGAMMA.apply(shift(n, 1), x));
  }

  /**
   * {@code p xᵖ⁻¹}, in a p that does not vary where x ≤ 0, as xᵖ does not: Hessians are symmetric.
   */
  private static Value powerByBase(Value y, Value x, Value p) {
    return multiply(EXPONENT.apply(x, p), POW_OR_ZERO.apply(x, shift(p, -1)));
  }

  private static Value isPositive(Value x) {
    return complement(AT_LEAST.apply(Shaping.zeroLike(x), x));
  }

  /** {@code a / b²}, without squaring b, which might overflow. */
  private static Value divideTwice(Value a, Value b) {
    return divide(divide(a, b), b);
  }

  private static Value squared(Value x) {
    return multiply(x, x);
  }

  private static Value complement(Value x) {
    return shift(negate(x), 1);
  }

  private static Value one(Value x) {
    return Shaping.fillLike(x, 1);
  }
}
