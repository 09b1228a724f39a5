package org.frechet.linalg;

import java.util.Optional;
import org.frechet.linalg.kernel.GeneralizedSylvester;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/**
 * The primitive of the generalized Sylvester equation, on a factorization that is kept for its four
 * coefficients and serves the equation with their transposes.
 */
public final class GeneralizedEquations {

  private static final double ROUNDING = Math.ulp(1.0);
  private static final Object IDENTITY = new Object();

  /** X with {@code A X B + C X D = E}, for (A, C), (B, D) and E. */
  public static final Primitive.Ternary<Pair, Pair, Matrix, Matrix> GSYLVESTER =
      Primitive.ternary("gsylvester", GeneralizedEquations::gsylvester);

  private GeneralizedEquations() {}

  /**
   * The coefficients on one side of the unknown.
   *
   * @param first A or B
   * @param second C or D
   */
  public record Pair(Matrix first, Matrix second) {

    Pair transposed() {
      return new Pair(first.transpose(), second.transpose());
    }
  }

  private static Matrix gsylvester(Pair left, Pair right, Matrix e) {
    require(left, right, e);
    if (e.size() == 0) {
      return e;
    }
    Optional<GeneralizedSylvester> ofTranspose = kept(left.transposed(), right.transposed());
    boolean transposed = ofTranspose.isPresent() && kept(left, right).isEmpty();
    GeneralizedSylvester factors = transposed ? ofTranspose.get() : factored(left, right);
    double[] x = new double[e.size()];
    double separation = factors.solve(transposed, e.array(), x);
    if (!(separation > Math.max(e.rows(), e.columns()) * ROUNDING)) {
      throw new NoUniqueSolutionException(
          "gsylvester", "the pencils A − λC and D + λB share an eigenvalue", separation);
    }
    return Matrix.wrap(e.rows(), e.columns(), x);
  }

  /** Keys that belong to B, to (A, B) and to (A, B, C): the factors are kept with D. */
  private static GeneralizedSylvester factored(Pair left, Pair right) {
    Object ofB = right.first().keep(IDENTITY, Object::new);
    Object ofAb = left.first().keep(ofB, Object::new);
    Object ofAbc = left.second().keep(ofAb, Object::new);
    return right.second().keep(ofAbc, () -> factor(left, right));
  }

  private static Optional<GeneralizedSylvester> kept(Pair left, Pair right) {
    return right
        .first()
        .kept(IDENTITY)
        .flatMap(ofB -> left.first().kept(ofB))
        .flatMap(ofAb -> left.second().kept(ofAb))
        .flatMap(ofAbc -> right.second().kept(ofAbc));
  }

  private static GeneralizedSylvester factor(Pair left, Pair right) {
    GeneralizedSylvester factors =
        GeneralizedSylvester.of(
            left.first().rows(),
            right.first().rows(),
            left.first().array(),
            right.first().array(),
            left.second().array(),
            right.second().array());
    if (factors == null) {
      throw new NoUniqueSolutionException(
          "gsylvester", "the pencil A − λC or D + λB is singular for every λ", 0);
    }
    return factors;
  }

  private static void require(Pair left, Pair right, Matrix e) {
    Require.square("gsylvester", "a", left.first());
    Require.square("gsylvester", "b", right.first());
    Require.sameShape("gsylvester", "a and c", left.first(), left.second());
    Require.sameShape("gsylvester", "b and d", right.first(), right.second());
    Require.finite("gsylvester", "c", left.second());
    Require.finite("gsylvester", "d", right.second());
    Require.finite("gsylvester", "e", e);
    if (e.rows() != left.first().rows() || e.columns() != right.first().rows()) {
      throw new IllegalArgumentException(
          "gsylvester: a is %s, b is %s, e is %s: expected e to be %d×%d"
              .formatted(
                  left.first().shape(),
                  right.first().shape(),
                  e.shape(),
                  left.first().rows(),
                  right.first().rows()));
    }
  }
}
