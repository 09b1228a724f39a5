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
    rules.on(SIN).derivative((y, x) -> cos(x));
    rules.on(COS).derivative((y, x) -> negate(sin(x)));
    rules.on(TAN).derivative((y, x) -> shift(multiply(y, y), 1));
    rules.on(ASIN).derivative((y, x) -> reciprocalOrZero(circleHeight(x)));
    rules.on(ACOS).derivative((y, x) -> negate(reciprocalOrZero(circleHeight(x))));
    rules.on(ATAN).derivative((y, x) -> divideTwice(one(x), hypot(one(x), x)));
    // θ = atan2(y, x) :  θ̇ = (x ẏ − y ẋ) / r²
    rules
        .on(ATAN2)
        .partials(
            (angle, y, x) -> unitOverRadius(x, hypot(x, y)),
            (angle, y, x) -> negate(unitOverRadius(y, hypot(x, y))));
  }

  private static void hyperbolic(RuleBinder rules) {
    rules.on(SINH).derivative((y, x) -> cosh(x));
    rules.on(COSH).derivative((y, x) -> sinh(x));
    rules.on(TANH).derivative((y, x) -> divideTwice(one(x), cosh(x)));
    rules.on(ASINH).derivative((y, x) -> divide(one(x), hypot(one(x), x)));
    rules
        .on(ACOSH)
        .derivative((y, x) -> reciprocalOrZero(multiply(sqrt(shift(x, -1)), sqrt(shift(x, 1)))));
    rules.on(ATANH).derivative((y, x) -> divide(divide(one(x), shift(negate(x), 1)), shift(x, 1)));
  }

  private static void exponential(RuleBinder rules) {
    rules.on(EXP).derivative((y, x) -> y);
    rules.on(EXPM1).derivative((y, x) -> exp(x));
    rules.on(LOG).derivative((y, x) -> divide(one(x), x));
    rules.on(LOG1P).derivative((y, x) -> divide(one(x), shift(x, 1)));
    rules.on(LOG_OR_ZERO).derivative((y, x) -> reciprocalOrZero(max(x, Shaping.zeroLike(x))));
    rules.on(LOGISTIC).derivative((y, x) -> multiply(y, logistic(negate(x))));
    rules.on(SOFTPLUS).derivative((y, x) -> logistic(x));
  }

  private static void powers(RuleBinder rules) {
    rules.on(SQRT).derivative((y, x) -> scale(reciprocalOrZero(y), 0.5));
    rules.on(CBRT).derivative((y, x) -> scale(squared(reciprocalOrZero(y)), 1.0 / 3));
    rules.on(RECIPROCAL_OR_ZERO).derivative((y, x) -> negate(multiply(y, y)));
    // y = xᵖ :  ẏ = p xᵖ⁻¹ ẋ + y log(x) ṗ
    rules
        .on(POW)
        .partials(
            (y, x, p) -> multiply(p, POW_OR_ZERO.apply(x, shift(p, -1))),
            (y, x, p) -> multiply(POW_OR_ZERO.apply(x, p), LOG_OR_ZERO.apply(x)));
    rules
        .on(POW_OR_ZERO)
        .partials(
            (y, x, p) -> multiply(p, POW_OR_ZERO.apply(x, shift(p, -1))),
            (y, x, p) -> multiply(y, LOG_OR_ZERO.apply(x)));
    rules
        .on(HYPOT)
        .partials(
            (y, a, b) -> multiply(a, reciprocalOrZero(y)),
            (y, a, b) -> multiply(b, reciprocalOrZero(y)));
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

  /** {@code √(1 − x²)}, without cancellation near ±1. */
  private static Value circleHeight(Value x) {
    return sqrt(multiply(shift(negate(x), 1), shift(x, 1)));
  }

  /** {@code a / b²}, without squaring b, which might overflow. */
  private static Value divideTwice(Value a, Value b) {
    return divide(divide(a, b), b);
  }

  /** {@code (a / r) / r}, and 0 where r is 0. */
  private static Value unitOverRadius(Value a, Value r) {
    return multiply(multiply(a, reciprocalOrZero(r)), reciprocalOrZero(r));
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
