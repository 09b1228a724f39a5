package org.frechet.rule;

import java.util.List;

/**
 * A rule that gives something of another shape than it must would end in a wrong number.
 *
 * @param key what the rule is registered under
 * @param formulas the formulas
 */
record ResultCheck(Object key, Formulas formulas) {

  /** What was given, which is like {@code like}. */
  Object checked(Direction direction, Object given, Object like) {
    if (given == null || !Likeness.alike(given, like)) {
      throw unlike("", direction, given, like);
    }
    return given;
  }

  /** The same for the results of a batch form, of which there must be {@code count}. */
  void check(Direction direction, List<?> given, int count, Object like) {
    if (given == null || given.size() != count) {
      throw new IllegalStateException(
          "the batch form of the %s of '%s' gave %s, where a list of %s is due (%s)"
              .formatted(
                  direction,
                  Declaration.nameOf(key),
                  given == null ? "null" : "a list of " + given.size(),
                  count,
                  formulas.places()));
    }
    for (Object one : given) {
      if (one == null || !Likeness.alike(one, like)) {
        throw unlike("batch form of the ", direction, one, like);
      }
    }
  }

  private IllegalStateException unlike(String form, Direction direction, Object given, Object due) {
    return new IllegalStateException(
        "the %s%s of '%s' gave %s, where %s is due (%s)"
            .formatted(
                form,
                direction,
                Declaration.nameOf(key),
                given == null ? "null" : Likeness.shapes(given),
                Likeness.shapes(due),
                formulas.places()));
  }
}
