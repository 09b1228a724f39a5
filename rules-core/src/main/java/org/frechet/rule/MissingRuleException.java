package org.frechet.rule;

import java.io.Serial;
import org.frechet.value.Primitive;

/** A primitive cannot be differentiated, because nobody has said how. */
public final class MissingRuleException extends IllegalStateException {

  @Serial private static final long serialVersionUID = 1L;

  private MissingRuleException(String message) {
    super(message);
  }

  static MissingRuleException none(Primitive primitive, RuleRegistry rules) {
    return new MissingRuleException(
        "No rule for the primitive '%s', whose evaluation is opaque. Declare one in a RuleSet and install it, for example rules.on(P).frule((y, x, dx) -> …); one direction is enough. Installed: %s."
            .formatted(primitive.name(), String.join(", ", rules.ruleSets())));
  }

  static MissingRuleException argument(Primitive primitive, int argument, Formulas formulas) {
    return new MissingRuleException(
        "No rule for argument %d of the primitive '%s', which is under differentiation. Its rule (%s) covers other arguments only: give this one an frule or an rrule too, or zero() if its derivative vanishes."
            .formatted(argument, primitive.name(), formulas.places()));
  }

  static MissingRuleException circular(Primitive primitive, Direction missing, Formulas formulas) {
    return new MissingRuleException(
        "The %s of the primitive '%s' cannot be derived from its %s (%s): that applies '%s' to the perturbation itself, so the derivation would never end. Write the %s too."
            .formatted(
                missing,
                primitive.name(),
                missing.other(),
                formulas.places(),
                primitive.name(),
                missing));
  }
}
