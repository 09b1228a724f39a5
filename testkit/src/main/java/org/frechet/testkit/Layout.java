package org.frechet.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.frechet.value.Shaping;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/** The arguments of a primitive at one point, and how perturbations are laid out along them. */
final class Layout {

  private final List<Object> arguments;
  private final List<Value> leaves;
  private final int[] firstLeaf;

  Layout(List<?> arguments) {
    this.arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    this.leaves = Structure.leaves(this.arguments);
    this.firstLeaf = new int[this.arguments.size() + 1];
    for (int i = 0; i < this.arguments.size(); i++) {
      firstLeaf[i + 1] = firstLeaf[i] + Structure.leaves(this.arguments.get(i)).size();
    }
  }

  List<Object> arguments() {
    return arguments;
  }

  List<Value> leaves() {
    return leaves;
  }

  int arity() {
    return arguments.size();
  }

  /** The argument that a leaf is part of. */
  int argumentOf(int leaf) {
    int argument = 0;
    while (firstLeaf[argument + 1] <= leaf) {
      argument++;
    }
    return argument;
  }

  /** {@code x + t d}; leaves that do not move stay the same objects. */
  List<Object> moved(double[][] d, double t) {
    List<Value> moved = new ArrayList<>(leaves.size());
    for (int k = 0; k < d.length; k++) {
      Value leaf = leaves.get(k);
      moved.add(d[k] == null ? leaf : moved(leaf, d[k], t));
    }
    return Structure.rebuild(arguments, moved);
  }

  /** The same numbers in new, dense values, with which nothing is kept. */
  Layout copy() {
    return new Layout(Numbers.structure(arguments, Numbers.of(arguments)));
  }

  private static Value moved(Value leaf, double[] d, double t) {
    double[] entries = Numbers.shared(leaf).clone();
    for (int i = 0; i < entries.length; i++) {
      entries[i] += t * d[i];
    }
    return Numbers.value(leaf.shape(), entries);
  }

  /** For each argument its tangent; null where none of its leaves moves. */
  Object[] tangents(double[][] d) {
    Object[] tangents = new Object[arity()];
    for (int i = 0; i < tangents.length; i++) {
      boolean moves = false;
      List<Value> parts = new ArrayList<>();
      for (int k = firstLeaf[i]; k < firstLeaf[i + 1]; k++) {
        moves |= d[k] != null;
        parts.add(part(k, d[k]));
      }
      tangents[i] = moves ? Structure.rebuild(arguments.get(i), parts) : null;
    }
    return tangents;
  }

  private Value part(int leaf, double[] d) {
    Value like = leaves.get(leaf);
    return d == null ? Shaping.zeroLike(like) : Numbers.value(like.shape(), d);
  }

  /** All leaves' tangents in the structure of the list of arguments. */
  List<Object> structure(double[][] d) {
    List<Value> parts = new ArrayList<>();
    for (int k = 0; k < d.length; k++) {
      parts.add(part(k, d[k]));
    }
    return Structure.rebuild(arguments, parts);
  }

  /** The entries of the arguments' cotangents, leaf by leaf; a null cotangent is zero. */
  double[][] entries(Object[] cotangents) {
    double[][] entries = new double[leaves.size()][];
    for (int i = 0; i < cotangents.length; i++) {
      Object part = cotangents[i] == null ? Structure.zeroLike(arguments.get(i)) : cotangents[i];
      double[][] numbers = Numbers.of(part);
      System.arraycopy(numbers, 0, entries, firstLeaf[i], numbers.length);
    }
    return entries;
  }

  /** The shapes, as messages print them. */
  @Override
  public String toString() {
    return String.join(", ", leaves.stream().map(leaf -> leaf.shape().toString()).toList());
  }
}
