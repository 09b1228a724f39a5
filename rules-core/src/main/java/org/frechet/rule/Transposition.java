package org.frechet.rule;

import java.util.function.UnaryOperator;
import org.frechet.value.Structure;

/**
 * The adjoint of a linear map that is written in differentiable operations: recorded once, applied
 * to any number of seeds. This is how {@code ẋ ↦ frule(x, ẋ)} becomes an rrule, and {@code ȳ ↦
 * rrule(x, ȳ)} an frule.
 */
final class Transposition implements UnaryOperator<Object> {

  private final LinearTape tape;
  private final Object variable;
  private final Object result;

  /**
   * Records {@code linear}.
   *
   * @param zero the structure of the map's argument
   */
  Transposition(
      RuleRegistry rules, Derivation derivation, Object zero, UnaryOperator<Object> linear) {
    this.tape = new LinearTape(rules, derivation);
    this.variable = tape.variable(Structure.zeroLike(zero));
    this.result = linear.apply(variable);
    tape.finish();
  }

  @Override
  public Object apply(Object seed) {
    return result == null ? Structure.zeroLike(variable) : tape.transpose(variable, result, seed);
  }
}
