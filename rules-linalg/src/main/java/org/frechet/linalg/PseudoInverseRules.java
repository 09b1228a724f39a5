package org.frechet.linalg;

import org.frechet.linalg.PseudoInverses.AwayFromRange;
import org.frechet.linalg.PseudoInverses.PseudoInverse;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;

/**
 * The pseudoinverse at constant rank: Golub and Pereyra 1973, SIAM J. Numer. Anal. 10(2), 413–432,
 * equations 4.12 and 4.2. The projections come from singular vectors: {@code I − A A⁺} as written
 * would lose the square of the condition number.
 */
public final class PseudoInverseRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public PseudoInverseRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // Ẏ = −Y Ȧ Y + Y Yᵀ Ȧᵀ (I − A Y) + (I − Y A) Ȧᵀ Yᵀ Y, and its adjoint
    rules
        .on(PseudoInverse.class)
        .frule((p, y, a, da) -> push(y, away(p, a), away(p, a.transpose()), da))
        .rrule((p, y, a, gy) -> pull(y, away(p, a), away(p, a.transpose()), gy));

    // N = I − A A⁺ :  Ṅ = −T − Tᵀ with T = N Ȧ A⁺;  Ā = −N (N̄ + N̄ᵀ) A⁺ᵀ
    rules
        .on(AwayFromRange.class)
        .frule(
            (p, n, a, da) -> {
              Matrix t = n.multiply(da).multiply(inverse(p, a));
              return t.add(t.transpose()).negate();
            })
        .rrule(
            (p, n, a, gn) ->
                n.multiply(gn.add(gn.transpose())).multiply(inverse(p, a).transpose()).negate());
  }

  private static Matrix away(PseudoInverse p, Matrix a) {
    return new AwayFromRange(p.tolerance()).apply(a);
  }

  private static Matrix inverse(AwayFromRange p, Matrix a) {
    return new PseudoInverse(p.tolerance()).apply(a);
  }

  private static Matrix push(Matrix y, Matrix left, Matrix right, Matrix da) {
    Matrix yt = y.transpose();
    Matrix dat = da.transpose();
    return y.multiply(yt.multiply(dat).multiply(left))
        .add(right.multiply(dat).multiply(yt).multiply(y))
        .subtract(y.multiply(da).multiply(y));
  }

  private static Matrix pull(Matrix y, Matrix left, Matrix right, Matrix gy) {
    Matrix yt = y.transpose();
    Matrix gyt = gy.transpose();
    return left.multiply(gyt)
        .multiply(y)
        .multiply(yt)
        .add(yt.multiply(y.multiply(gyt).multiply(right)))
        .subtract(yt.multiply(gy).multiply(yt));
  }
}
