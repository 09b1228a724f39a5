package org.frechet.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.frechet.value.Primitive;
import org.frechet.value.Value;

/**
 * The operation on trial, as a function of those arguments of a primitive that vary, perhaps
 * followed by a reduction of its result.
 */
final class Subject {

  private final Primitive primitive;
  private final Object[] constants;
  private final Function<Object, Object> reduction;

  /**
   * A subject.
   *
   * @param constants the arguments that do not vary; null for those that do
   * @param reduction what is compared of the result; null for the result itself
   */
  Subject(Primitive primitive, Object[] constants, Function<Object, Object> reduction) {
    this.primitive = primitive;
    this.constants = constants;
    this.reduction = reduction;
  }

  Primitive primitive() {
    return primitive;
  }

  boolean isReduced() {
    return reduction != null;
  }

  /** For each argument of the primitive the given one, or its constant. */
  Object[] all(List<?> varying) {
    Object[] all = spread(varying.toArray());
    for (int i = 0; i < all.length; i++) {
      all[i] = constants[i] == null ? all[i] : constants[i];
    }
    return all;
  }

  /** What belongs to the varying arguments, at their places among all; null elsewhere. */
  Object[] spread(Object[] ofVarying) {
    Object[] all = new Object[constants.length];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = constants[i] == null ? ofVarying[next++] : null;
    }
    return all;
  }

  /** What belongs to the varying arguments, out of what belongs to all. */
  Object[] pick(Object[] ofAll) {
    List<Object> picked = new ArrayList<>();
    for (int i = 0; i < ofAll.length; i++) {
      if (constants[i] == null) {
        picked.add(ofAll[i]);
      }
    }
    return picked.toArray();
  }

  /** Which arguments of the primitive are wanted; constants are not. */
  boolean[] spread(boolean[] wanted) {
    boolean[] all = new boolean[constants.length];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = constants[i] == null && wanted[next++];
    }
    return all;
  }

  /** The number of an argument among all, from that among the varying ones. */
  int argument(int varying) {
    int left = varying;
    for (int i = 0; i < constants.length; i++) {
      if (constants[i] == null && left-- == 0) {
        return i;
      }
    }
    throw new IndexOutOfBoundsException(varying);
  }

  /** The primitive's own plain evaluation. */
  Object plain(List<?> varying) {
    return Objects.requireNonNull(primitive.evaluateAll(all(varying)), "the evaluation gave null");
  }

  /** The reduction of a result. */
  Object reduce(Object result) {
    return reduction == null ? result : reduction.apply(result);
  }

  /** What is compared, evaluated plainly. */
  Object evaluate(List<?> varying) {
    return reduce(plain(varying));
  }

  /** What is compared, visible to a differentiation. */
  Object apply(List<?> varying) {
    return reduce(apply(primitive, Arrays.asList(all(varying))));
  }

  @SuppressWarnings("unchecked") // the point was made for this primitive
  private static Object apply(Primitive primitive, List<?> x) {
    if (primitive instanceof Primitive.Unary<?, ?> unary) {
      return ((Primitive.Unary<Object, Object>) unary).apply(x.get(0));
    }
    if (primitive instanceof Primitive.Binary<?, ?, ?> binary) {
      return ((Primitive.Binary<Object, Object, Object>) binary).apply(x.get(0), x.get(1));
    }
    if (primitive instanceof Primitive.Ternary<?, ?, ?, ?> ternary) {
      return ((Primitive.Ternary<Object, Object, Object, Object>) ternary)
          .apply(x.get(0), x.get(1), x.get(2));
    }
    if (primitive instanceof Primitive.Elementwise elementwise) {
      return elementwise.apply((Value) x.get(0));
    }
    if (primitive instanceof Primitive.ElementwiseBinary elementwise) {
      return elementwise.apply((Value) x.get(0), (Value) x.get(1));
    }
    return ((Primitive.Nary<Object, Object>) primitive).apply(x);
  }
}
