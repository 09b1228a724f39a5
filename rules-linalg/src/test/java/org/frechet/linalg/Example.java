package org.frechet.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * One public function at arguments of any size: what tests of all functions go through.
 *
 * @param name the name of the function, after a comma the form of it
 * @param kinds how its arguments come about
 * @param symmetric whether it reads one triangle by contract, so that directions are symmetric
 * @param function the function
 */
record Example(
    String name,
    List<Operands.Kind> kinds,
    boolean symmetric,
    Function<Operands, Object> function) {

  /** The name of the method. */
  String method() {
    return name.split(",", 2)[0];
  }

  /** Arguments of size about n. */
  Operands operands(int n) {
    List<Value> each = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      each.add(kinds.get(i).of(n, 10 + i));
    }
    return new Operands(each);
  }

  /** What the function gives. */
  Object value(Operands x) {
    return function.apply(x);
  }

  /** A direction at {@code x} that the function may be differentiated in. */
  Operands direction(Operands x, int seed) {
    return x.direction(seed, symmetric);
  }

  /** A number that depends on all that the function gives, and on no choice of its own. */
  Scalar weighted(Operands x) {
    Random random = new Random(5);
    Scalar sum = Scalar.of(0);
    for (Value leaf : Structure.leaves(value(x))) {
      sum = sum.add(LinearAlgebra.dot(Elementwise.sin(leaf), weights(leaf, random)));
    }
    return sum;
  }

  private static Value weights(Value leaf, Random random) {
    double[] entries = random.doubles(leaf.size(), -1, 1).toArray();
    if (leaf instanceof Matrix a) {
      return Matrix.wrap(a.rows(), a.columns(), entries);
    }
    return leaf instanceof Vector ? Vector.wrap(entries) : Scalar.of(entries[0]);
  }
}
