package org.frechet.rule;

import static org.frechet.value.Elementwise.divide;
import static org.frechet.value.Elementwise.multiply;
import static org.frechet.value.Elementwise.negate;
import static org.frechet.value.Elementwise.scale;
import static org.frechet.value.NumericPartials.Partial.constant;

import org.frechet.value.Arithmetic;
import org.frechet.value.NumericPartials.Partial;
import org.frechet.value.Products;

/** Entrywise arithmetic. */
final class ArithmeticRules implements RuleSet {

  @Override
  public void declare(RuleBinder rules) {
    rules
        .on(Arithmetic.ADD)
        .first((y, a, b, da) -> da, (y, a, b, gy) -> gy)
        .second((y, a, b, db) -> db, (y, a, b, gy) -> gy)
        .numericPartials(constant(1), constant(1));
    rules
        .on(Arithmetic.SUBTRACT)
        .first((y, a, b, da) -> da, (y, a, b, gy) -> gy)
        .second((y, a, b, db) -> negate(db), (y, a, b, gy) -> negate(gy))
        .numericPartials(constant(1), constant(-1));
    rules.on(Arithmetic.NEGATE).linear((y, x, gy) -> negate(gy)).numericPartial(constant(-1));
    rules
        .on(Arithmetic.HADAMARD)
        .partials((y, a, b) -> b, (y, a, b) -> a)
        .numericPartials(Partial.SECOND_ARGUMENT, Partial.FIRST_ARGUMENT);

    // y = a / b :  ẏ = (ȧ − y ḃ) / b
    rules
        .on(Arithmetic.QUOTIENT)
        .first((y, a, b, da) -> divide(da, b), (y, a, b, gy) -> divide(gy, b))
        .second(
            (y, a, b, db) -> negate(divide(multiply(db, y), b)),
            (y, a, b, gy) -> negate(divide(multiply(gy, y), b)))
        .numericPartials((y, a, b) -> 1 / b, (y, a, b) -> -y / b);

    // y = s x :  x̄ = s ȳ,  s̄ = ⟨ȳ, x⟩
    rules
        .on(Arithmetic.SCALE)
        .first((y, x, s, dx) -> scale(dx, s), (y, x, s, gy) -> scale(gy, s))
        .second((y, x, s, ds) -> scale(x, ds), (y, x, s, gy) -> Products.dot(gy, x));

    // y = x / s :  ẏ = (ẋ − y ṡ) / s
    rules
        .on(Arithmetic.DIVIDE_BY)
        .first(
            (y, x, s, dx) -> Arithmetic.DIVIDE_BY.apply(dx, s),
            (y, x, s, gy) -> Arithmetic.DIVIDE_BY.apply(gy, s))
        .second(
            (y, x, s, ds) -> negate(scale(y, ds.divide(s))),
            (y, x, s, gy) -> Products.dot(gy, y).divide(s).negate());
  }
}
