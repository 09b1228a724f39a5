package org.frechet.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The form of one direction of a rule that takes several perturbations at once.
 *
 * @param stacking which of them
 * @param form gives their images, in order
 */
record Batch(Stacking stacking, Form form) {

  /**
   * The images of perturbations at one application; for joint forms each is an {@code Object[]}.
   */
  @FunctionalInterface
  interface Form {
    List<?> apply(Application at, List<Object> perturbations);
  }

  /** Throws unless these are images of {@code count} perturbations. */
  @FunctionalInterface
  interface Check {
    void accept(List<?> images, int count);
  }

  Batch {
    Objects.requireNonNull(stacking, "stacking");
  }

  /** A formula that takes and gives lists. */
  static Batch of(Stacking stacking, Written.One lists) {
    return new Batch(stacking, (at, all) -> (List<?>) lists.apply(at, all));
  }

  /**
   * The images of all perturbations; null for null.
   *
   * @param batch null if there is no such form
   * @param alone supplies the map of one perturbation, if one is left over
   */
  static Object[] images(
      Batch batch,
      Application at,
      Object[] perturbations,
      Supplier<UnaryOperator<Object>> alone,
      Check check) {
    Object[] images =
        batch == null ? new Object[perturbations.length] : batch.together(at, perturbations, check);
    UnaryOperator<Object> map = null;
    for (int b = 0; b < images.length; b++) {
      if (perturbations[b] != null && images[b] == null) {
        map = map == null ? alone.get() : map;
        images[b] = map.apply(perturbations[b]);
      }
    }
    return images;
  }

  /** The tangents of one argument, of all directions. */
  static Object[] ofArgument(int argument, List<Object[]> tangents) {
    Object[] ofArgument = new Object[tangents.size()];
    for (int b = 0; b < ofArgument.length; b++) {
      ofArgument[b] = tangents.get(b)[argument];
    }
    return ofArgument;
  }

  /** The images of those that are taken together, none of them null; one is not a batch. */
  private Object[] together(Application at, Object[] perturbations, Check check) {
    Object[] images = new Object[perturbations.length];
    List<Object> taken = new ArrayList<>();
    int[] places = new int[perturbations.length];
    for (int b = 0; b < perturbations.length; b++) {
      if (perturbations[b] != null && stacking.takes(perturbations[b])) {
        places[taken.size()] = b;
        taken.add(perturbations[b]);
      }
    }
    if (taken.size() >= 2) {
      List<?> given = form.apply(at, List.copyOf(taken));
      check.accept(given, taken.size());
      for (int k = 0; k < taken.size(); k++) {
        images[places[k]] = given.get(k);
      }
    }
    return images;
  }
}
