package org.frechet.linalg;

import java.util.Optional;
import java.util.function.BiFunction;
import org.frechet.value.Matrix;

/**
 * The factorization that is kept with a matrix, or else the one that is kept with its transpose: so
 * a pullback, which solves with the transpose, factors nothing.
 *
 * @param factors what is kept
 * @param transposed whether it belongs to the transpose
 */
record Kept<F>(F factors, boolean transposed) {

  /**
   * Finds the factorization, or makes and keeps one.
   *
   * @param a a square matrix
   * @param key the key under which factorizations of this kind are kept
   * @param factor makes one, from the order and the column-major entries
   */
  static <F> Kept<F> with(Matrix a, Object key, BiFunction<Integer, double[], F> factor) {
    Optional<F> ofTranspose = a.keptWithTranspose(key);
    return ofTranspose.isPresent() && a.kept(key).isEmpty()
        ? new Kept<>(ofTranspose.get(), true)
        : of(a, key, factor);
  }

  /** The factorization of {@code a} itself. */
  static <F> Kept<F> of(Matrix a, Object key, BiFunction<Integer, double[], F> factor) {
    return new Kept<>(a.keep(key, () -> factor.apply(a.rows(), a.array())), false);
  }

  /** The same, seen from the transpose of the matrix. */
  Kept<F> ofTranspose() {
    return new Kept<>(factors, !transposed);
  }
}
