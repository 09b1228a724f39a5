package org.frechet.rule;

import java.util.ArrayList;
import java.util.List;
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

  /** Judges images: at least {@code count} of them are due. */
  @FunctionalInterface
  interface Check {
    void accept(List<?> images, int count);
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
    boolean[] together = new boolean[perturbations.length];
    Object[] images =
        batch == null
            ? new Object[perturbations.length]
            : batch.stacked(at, perturbations, together, check);
    UnaryOperator<Object> map = null;
    for (int b = 0; b < images.length; b++) {
      if (perturbations[b] != null && !together[b]) {
        map = map == null ? alone.get() : map;
        images[b] = map.apply(perturbations[b]);
      }
    }
    return images;
  }

  /** Fills in the images of those that are taken together, and marks them; one is not a batch. */
  private Object[] stacked(
      Application at, Object[] perturbations, boolean[] together, Check check) {
    List<Object> taken = new ArrayList<>();
    for (int b = 0; b < perturbations.length; b++) {
      together[b] = perturbations[b] != null && stacking.takes(perturbations[b]);
      if (together[b]) {
        taken.add(perturbations[b]);
      }
    }
    Object[] images = new Object[perturbations.length];
    List<?> given = taken.size() < 2 ? taken : form.apply(at, List.copyOf(taken));
    if (taken.size() >= 2) {
      check.accept(given, taken.size());
    }
    for (int b = 0, next = 0; b < images.length; b++) {
      if (together[b]) {
        together[b] = taken.size() >= 2;
        images[b] = given.get(next++);
      }
    }
    return images;
  }
}
