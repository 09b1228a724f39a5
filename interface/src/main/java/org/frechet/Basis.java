package org.frechet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.frechet.value.Indexing.OneHot;
import org.frechet.value.Products;
import org.frechet.value.Scalar;
import org.frechet.value.Shape;
import org.frechet.value.Shaping;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/** The standard basis of lists of leaves, and what is assembled from the images of its elements. */
final class Basis {

  private static final Scalar ONE = Scalar.of(1);

  private Basis() {}

  /** One element for each entry of each leaf, in column-major order; null leaves are zero. */
  static List<List<Value>> of(List<Value> leaves) {
    List<List<Value>> basis = new ArrayList<>();
    for (int k = 0; k < leaves.size(); k++) {
      Shape shape = leaves.get(k).shape();
      for (int j = 0; j < shape.columns(); j++) {
        for (int i = 0; i < shape.rows(); i++) {
          List<Value> element = new ArrayList<>(Collections.nCopies(leaves.size(), null));
          element.set(k, unit(shape, i, j));
          basis.add(element);
        }
      }
    }
    return basis;
  }

  private static Value unit(Shape shape, int i, int j) {
    return shape.kind() == Shape.Kind.SCALAR ? ONE : new OneHot(shape, i, j).apply(ONE);
  }

  /**
   * The leaves whose entries are the inner products of {@code with} and the images of the basis of
   * {@code like}: the adjoint of the map that made the images.
   */
  static List<Value> combine(List<Value> like, List<List<Value>> images, List<Value> with) {
    List<Value> combined = new ArrayList<>(like.size());
    int next = 0;
    for (Value leaf : like) {
      List<Scalar> entries = new ArrayList<>(leaf.size());
      for (int i = 0; i < leaf.size(); i++) {
        entries.add(inner(images.get(next++), with));
      }
      combined.add(assemble(leaf.shape(), entries));
    }
    return combined;
  }

  private static Value assemble(Shape shape, List<Scalar> entries) {
    return shape.kind() == Shape.Kind.SCALAR
        ? entries.get(0)
        : Shaping.reshape(Vector.of(entries), shape);
  }

  /** The inner product of two lists of leaves; a null leaf is zero. */
  static Scalar inner(List<Value> a, List<Value> b) {
    Scalar sum = null;
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) != null && b.get(i) != null) {
        Scalar part = Products.dot(a.get(i), b.get(i));
        sum = sum == null ? part : sum.add(part);
      }
    }
    return sum == null ? Scalar.of(0) : sum;
  }

  /** All entries of the leaves in one column: vec. */
  static Vector vec(List<Value> leaves) {
    if (leaves.size() == 1) {
      return Shaping.vec(leaves.get(0));
    }
    return Vector.concatenate(leaves.stream().map(Shaping::vec).toList());
  }
}
