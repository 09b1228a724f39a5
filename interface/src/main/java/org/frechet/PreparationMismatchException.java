package org.frechet;

import java.io.Serial;
import java.util.List;
import java.util.StringJoiner;
import org.frechet.backend.AdType;
import org.frechet.value.Shape;

/** A prepared operator was called with something that it was not prepared for. */
public final class PreparationMismatchException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  PreparationMismatchException(
      String operator, AdType token, String role, List<Shape> prepared, List<Shape> given) {
    super(message(operator, token, role, prepared, given));
  }

  private static String message(
      String operator, AdType token, String role, List<Shape> prepared, List<Shape> given) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add("The prepared %s (%s) does not fit:".formatted(operator, token));
    for (int i = 0; i < Math.max(prepared.size(), given.size()); i++) {
      String before = i < prepared.size() ? prepared.get(i).toString() : "nothing";
      String now = i < given.size() ? given.get(i).toString() : "nothing";
      if (!before.equals(now)) {
        lines.add("  %s, leaf %d: prepared for %s, given %s".formatted(role, i, before, now));
      }
    }
    return lines.add("Prepare again for the new shape.").toString();
  }
}
