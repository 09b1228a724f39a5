package org.frechet.value;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Values, and lists and records of them nested at will, seen as their <em>leaves</em> in order: how
 * functions and primitives take and give more than one value.
 *
 * <p>A record component that is neither a value, a list nor a record is a constant and is copied; a
 * {@code double} is an error, since nobody could tell whether it was meant to be differentiated.
 * Encapsulated records are read with {@linkplain #opening a lookup} of their module.
 */
public final class Structure {

  private Structure() {}

  /** The values in {@code structure}, from left to right. */
  public static List<Value> leaves(Object structure) {
    if (structure instanceof Value value) {
      return List.of(value);
    }
    return fold(
        structure,
        new ArrayList<>(),
        (leaves, leaf) -> {
          leaves.add(leaf);
          return leaves;
        });
  }

  /** The same structure with each leaf replaced by its image. */
  public static <S> S map(S structure, UnaryOperator<Value> image) {
    @SuppressWarnings("unchecked") // a value's image is a value, and lists and records are rebuilt
    S mapped = (S) mapped(structure, image);
    return mapped;
  }

  /** The same structure with its leaves replaced by {@code leaves}, in order. */
  @SuppressWarnings("unchecked") // a value is replaced by a value of its type
  public static <S> S rebuild(S structure, List<? extends Value> leaves) {
    if (structure instanceof Value) {
      return (S) leaves.get(0);
    }
    Iterator<? extends Value> next = leaves.iterator();
    return map(structure, leaf -> next.next());
  }

  /** Combines all leaves from left to right. */
  public static <T> T fold(Object structure, T start, BiFunction<T, Value, T> step) {
    if (structure instanceof Value value) {
      return step.apply(start, value);
    }
    T folded = start;
    for (Object part : parts(structure)) {
      folded = isLeafless(part) ? folded : fold(part, folded, step);
    }
    return folded;
  }

  /** The same structure with all numbers zero: structured zeros, which cost nothing. */
  public static <S> S zeroLike(S structure) {
    return map(structure, leaf -> Shaping.zero(leaf.shape()));
  }

  /** The sum of two structures that are alike. */
  @SuppressWarnings("unchecked") // a sum has the type of its terms
  public static <S> S add(S a, S b) {
    if (a instanceof Value x && b instanceof Value y) {
      return (S) Elementwise.add(x, y);
    }
    Iterator<Value> second = leaves(b).iterator();
    return map(a, leaf -> Elementwise.add(leaf, second.next()));
  }

  /**
   * Lets {@code lookup} read and build the records of its module, for modules that are not open to
   * this one. Returns {@code record} class for chaining in a static initializer.
   *
   * @param lookup a full-privilege lookup of the record's module
   * @param type the record class
   */
  public static <R extends Record> Class<R> opening(MethodHandles.Lookup lookup, Class<R> type) {
    RecordForm.open(lookup, type);
    return type;
  }

  private static Object mapped(Object structure, UnaryOperator<Value> image) {
    if (structure instanceof Value value) {
      return image.apply(value);
    }
    if (isLeafless(structure)) {
      return structure;
    }
    List<Object> parts = new ArrayList<>();
    for (Object part : parts(structure)) {
      parts.add(mapped(part, image));
    }
    return structure instanceof Record
        ? RecordForm.of(structure.getClass()).build(parts)
        : Collections.unmodifiableList(parts);
  }

  private static List<?> parts(Object structure) {
    if (structure instanceof List<?> list) {
      list.forEach(element -> requireStructure(element, "an element of a list"));
      return list;
    }
    if (structure instanceof Record) {
      return RecordForm.of(structure.getClass()).parts(structure);
    }
    throw foreign(structure, "this");
  }

  /** Whether {@code part}, found inside a record, is a constant that is copied. */
  private static boolean isLeafless(Object part) {
    return !(part instanceof Value || part instanceof List<?> || part instanceof Record);
  }

  private static void requireStructure(Object part, String role) {
    if (part == null || isLeafless(part)) {
      throw foreign(part, role);
    }
  }

  private static StructureException foreign(Object part, String role) {
    String found = part == null ? "null" : "a " + part.getClass().getName();
    return new StructureException(
        role
            + " is "
            + found
            + ": expected a Scalar, Vector or Matrix, or a list or record of them");
  }

  /** The image of each of some values, in their order. */
  public static List<Value> each(List<Value> values, UnaryOperator<Value> f) {
    if (values.size() == 1) {
      return List.of(f.apply(values.get(0)));
    }
    Value[] images = new Value[values.size()];
    for (int i = 0; i < images.length; i++) {
      images[i] = f.apply(values.get(i));
    }
    return List.of(images);
  }
}
