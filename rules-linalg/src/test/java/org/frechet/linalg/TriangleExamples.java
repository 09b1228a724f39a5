package org.frechet.linalg;

import static org.frechet.linalg.Factorizations.CHOLESKY_PULLBACK;
import static org.frechet.linalg.FamilyCatalogue.random;
import static org.frechet.linalg.Triangles.MINUS_LOWER_OUTER;
import static org.frechet.linalg.Triangles.MINUS_LOWER_PRODUCT;

import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/** Triangles of matrices and of products, and how a Cholesky factor pulls back. */
final class TriangleExamples {

  private static final Matrix A = random(4, 4, 1).add(Matrix.identity(4).multiply(2.0));
  private static final Matrix TALL = random(4, 2, 3);
  private static final Matrix ONE = Matrix.of(1, 1, 2.5);
  private static final Matrix EMPTY = Matrix.zeros(0, 0);
  private static final Matrix SCALED = Matrix.diagonal(Vector.of(1e-2, 1, 1e2)).add(0.0);

  private TriangleExamples() {}

  static void addTo(RuleCatalogue catalogue) {
    catalogue
        .add(Triangles.TRIL, "rectangular", TALL)
        .add(Triangles.TRIL, "empty", Matrix.zeros(0, 2))
        .add(Triangles.TRIU, "rectangular", TALL)
        .add(Triangles.TRIU, "empty", Matrix.zeros(0, 2))
        .add(MINUS_LOWER_PRODUCT, "tall", TALL, random(4, 2, 5))
        .add(MINUS_LOWER_PRODUCT, "9×2", random(9, 2, 3), random(9, 2, 5))
        .add(MINUS_LOWER_PRODUCT, "no columns", Matrix.zeros(3, 0), Matrix.zeros(3, 0))
        .add(MINUS_LOWER_PRODUCT, "empty", EMPTY, EMPTY)
        .addThrowing(MINUS_LOWER_PRODUCT, "shapes", TALL, A)
        .add(MINUS_LOWER_OUTER, "ordinary", Vector.of(3, -1, 2), Vector.of(0, 4, 5))
        .add(MINUS_LOWER_OUTER, "empty", Vector.zeros(0), Vector.zeros(0))
        .addThrowing(MINUS_LOWER_OUTER, "sizes", Vector.of(1, 2), Vector.of(1))
        .add(CHOLESKY_PULLBACK, "with numbers above the diagonal", A, random(4, 4, 6))
        .add(CHOLESKY_PULLBACK, "badly scaled", SCALED, random(3, 3, 7))
        .add(CHOLESKY_PULLBACK, "1×1", ONE, ONE)
        .add(CHOLESKY_PULLBACK, "empty", EMPTY, EMPTY)
        .addThrowing(CHOLESKY_PULLBACK, "singular", Matrix.zeros(1, 1), ONE)
        .addThrowing(CHOLESKY_PULLBACK, "shapes", A, TALL);
  }
}
