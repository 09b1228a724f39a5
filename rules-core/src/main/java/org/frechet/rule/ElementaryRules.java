package org.frechet.rule;

import static org.frechet.value.Elementary.*;
import static org.frechet.value.Elementwise.*;

import java.util.function.BinaryOperator;
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
    rules
        .on(TAN)
        .derivative((y, x) -> shift(multiply(y, y), 1))
        .numericDerivative((y, x) -> y * y + 1);
    rules
        .on(ASIN)
        .derivative((y, x) -> reciprocalOrZero(sqrt(ONE_MINUS_SQUARE.apply(x))))
        .numericDerivative((y, x) -> slopeOfAsin(x));
    rules
        .on(ACOS)
        .derivative((y, x) -> negate(reciprocalOrZero(sqrt(ONE_MINUS_SQUARE.apply(x)))))
        .numericDerivative((y, x) -> -slopeOfAsin(x));
    rules.on(ONE_MINUS_SQUARE).derivative((y, x) -> scale(x, -2));
    rules
        .on(ATAN)
        .derivative((y, x) -> divideTwice(one(x), hypot(one(x), x)))
        .numericDerivative((y, x) -> 1 / Math.hypot(1, x) / Math.hypot(1, x));
    // θ = atan2(y, x) :  θ̇ = (x ẏ − y ẋ) / r²
    rules
        .on(ATAN2)
        .partials(
            (angle, y, x) -> ANGLE_SLOPE.apply(x, y),
            (angle, y, x) -> negate(ANGLE_SLOPE.apply(y, x)))
        .numericPartials(
            (angle, y, x) -> ANGLE_SLOPE.evaluate(x, y),
            (angle, y, x) -> -ANGLE_SLOPE.evaluate(y, x));
    // d = a / r² = c / r, s = b / r :  ḋ = ((s² − c²) ȧ − 2 c s ḃ) / r²
    rules
        .on(ANGLE_SLOPE)
        .partials(
            (d, a, b) -> divideTwice(differenceOfSquares(a, b), radius(a, b)),
            (d, a, b) -> divideTwice(scale(productOfCosines(a, b), -2), radius(a, b)));
  }

  private static void hyperbolic(RuleBinder rules) {
    rules.on(SINH).derivative((y, x) -> cosh(x)).numericDerivative((y, x) -> Math.cosh(x));
    rules.on(COSH).derivative((y, x) -> sinh(x)).numericDerivative((y, x) -> Math.sinh(x));
    rules
        .on(TANH)
        .derivative((y, x) -> squared(SECH.apply(x)))
        .numericDerivative((y, x) -> squared(SECH.evaluate(x)));
    rules.on(SECH).derivative((y, x) -> negate(multiply(y, tanh(x))));
    rules.on(ASINH).derivative((y, x) -> divide(one(x), hypot(one(x), x)));
    rules
        .on(ACOSH)
        .derivative((y, x) -> reciprocalOrZero(multiply(sqrt(shift(x, -1)), sqrt(shift(x, 1)))));
    rules.on(ATANH).derivative((y, x) -> divide(one(x), ONE_MINUS_SQUARE.apply(x)));
  }

  private static void exponential(RuleBinder rules) {
    rules.on(EXP).derivative((y, x) -> y).numericDerivative((y, x) -> y);
    rules.on(EXPM1).derivative((y, x) -> exp(x)).numericDerivative((y, x) -> Math.exp(x));
    rules
        .on(LOG)
        .frule((y, x, dx) -> divide(dx, x))
        .rrule((y, x, gy) -> divide(gy, x))
        .numericDerivative((y, x) -> 1 / x);
    rules
        .on(LOG1P)
        .derivative((y, x) -> divide(one(x), shift(x, 1)))
        .numericDerivative((y, x) -> 1 / (x + 1));
    rules.on(LOG_OR_ZERO).derivative((y, x) -> reciprocalOrZero(max(x, Shaping.zeroLike(x))));
    // σ(x) σ(−x) = sech²(x/2) / 4
    rules
        .on(LOGISTIC)
        .derivative((y, x) -> squared(scale(SECH.apply(scale(x, 0.5)), 0.5)))
        .numericDerivative((y, x) -> squared(SECH.evaluate(x * 0.5) * 0.5));
    rules
        .on(SOFTPLUS)
        .derivative((y, x) -> logistic(x))
        .numericDerivative((y, x) -> LOGISTIC.evaluate(x));
  }

  private static void powers(RuleBinder rules) {
    rules
        .on(SQRT)
        .derivative((y, x) -> scale(reciprocalOrZero(y), 0.5))
        .numericDerivative((y, x) -> y == 0 ? 0 : 0.5 / y);
    rules
        .on(CBRT)
        .derivative((y, x) -> scale(squared(reciprocalOrZero(y)), 1.0 / 3))
        .numericDerivative((y, x) -> squared(RECIPROCAL_OR_ZERO.evaluate(y)) * (1.0 / 3));
    rules.on(RECIPROCAL_OR_ZERO).derivative((y, x) -> negate(multiply(y, y)));
    // y = xᵖ :  ẏ = p xᵖ⁻¹ ẋ + y log(x) ṗ
    rules
        .on(POW)
        .partials(
            ElementaryRules::powerByBase,
            (y, x, p) -> multiply(POW_OR_ZERO.apply(x, p), LOG_OR_ZERO.apply(x)))
        .numericPartials(
            (y, x, p) -> p * POW_OR_ZERO.evaluate(x, p - 1),
            (y, x, p) -> POW_OR_ZERO.evaluate(x, p) * LOG_OR_ZERO.evaluate(x));
    rules
        .on(POW_OR_ZERO)
        .partials(ElementaryRules::powerByBase, (y, x, p) -> multiply(y, LOG_OR_ZERO.apply(x)));
    rules.on(EXPONENT).partials((y, x, p) -> Shaping.zeroLike(x), (y, x, p) -> isPositive(x));
    rules
        .on(HYPOT)
        .partials(
            (y, a, b) -> DIRECTION_COSINE.apply(a, b), (y, a, b) -> DIRECTION_COSINE.apply(b, a))
        .numericPartials(
            (y, a, b) -> DIRECTION_COSINE.evaluate(a, b),
            (y, a, b) -> DIRECTION_COSINE.evaluate(b, a));
    // c = a / r, s = b / r :  ċ = s (s ȧ − c ḃ) / r, where 1 − c² in place of s² would cancel
    rules
        .on(DIRECTION_COSINE)
        .partials(
            (c, a, b) -> divide(squared(DIRECTION_COSINE.apply(b, a)), radius(a, b)),
            (c, a, b) -> negate(divide(productOfCosines(a, b), radius(a, b))));
    rules.on(INFINITE_IF_ZERO).derivative((y, x) -> one(x));
  }

  private static void piecewise(RuleBinder rules) {
    // the derivative is chosen, not multiplied by 0 or 1: what was not taken may be infinite
    rules
        .on(ABS)
        .frule((y, x, dx) -> multiply(SELECTED.apply(dx, sign(x)), sign(x)))
        .rrule((y, x, gy) -> multiply(SELECTED.apply(gy, sign(x)), sign(x)))
        .numericDerivative((y, x) -> Math.signum(x));
    rules.on(SIGN).zero();
    rules.on(AT_LEAST).first().zero().second().zero();
    chosen(rules.on(MAX), (a, b) -> AT_LEAST.apply(a, b))
        .numericPartials(
            (y, a, b) -> AT_LEAST.evaluate(a, b), (y, a, b) -> 1 - AT_LEAST.evaluate(a, b));
    chosen(rules.on(MIN), (a, b) -> AT_LEAST.apply(b, a))
        .numericPartials(
            (y, a, b) -> AT_LEAST.evaluate(b, a), (y, a, b) -> 1 - AT_LEAST.evaluate(b, a));
    // linear in x, and piecewise constant in the mask
    rules
        .on(SELECTED)
        .first(
            (y, x, mask, dx) -> SELECTED.apply(dx, mask),
            (y, x, mask, gy) -> SELECTED.apply(gy, mask))
        .second()
        .zero();
  }

  /**
   * One of two arguments.
   *
   * @param first 1 where it is the first, else 0
   */
  private static BinaryRules<Value, Value, Value> chosen(
      BinaryRules<Value, Value, Value> rules, BinaryOperator<Value> first) {
    return rules
        .first(
            (y, a, b, da) -> SELECTED.apply(da, first.apply(a, b)),
            (y, a, b, gy) -> SELECTED.apply(gy, first.apply(a, b)))
        .second(
            (y, a, b, db) -> SELECTED.apply(db, complement(first.apply(a, b))),
            (y, a, b, gy) -> SELECTED.apply(gy, complement(first.apply(a, b))));
  }

  private static void special(RuleBinder rules) {
    double twoOverRootPi = 2 / Math.sqrt(Math.PI);
    rules
        .on(ERF)
        .derivative((y, x) -> scale(exp(negate(multiply(x, x))), twoOverRootPi))
        .numericDerivative((y, x) -> Math.exp(-x * x) * twoOverRootPi);
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

  /** {@code (b² − a²) / r²}. */
  private static Value differenceOfSquares(Value a, Value b) {
    return subtract(squared(DIRECTION_COSINE.apply(b, a)), squared(DIRECTION_COSINE.apply(a, b)));
  }

  /** {@code a b / r²}. */
  private static Value productOfCosines(Value a, Value b) {
    return multiply(DIRECTION_COSINE.apply(a, b), DIRECTION_COSINE.apply(b, a));
  }

  /** {@code √(a² + b²)}, and ∞ at the origin, so that quotients by it are 0 there. */
  private static Value radius(Value a, Value b) {
    return INFINITE_IF_ZERO.apply(hypot(a, b));
  }

  /** {@code a / b²}, without squaring b, which might overflow. */
  private static Value divideTwice(Value a, Value b) {
    return divide(divide(a, b), b);
  }

  private static double slopeOfAsin(double x) {
    return RECIPROCAL_OR_ZERO.evaluate(Math.sqrt(ONE_MINUS_SQUARE.evaluate(x)));
  }

  private static double squared(double x) {
    return x * x;
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
