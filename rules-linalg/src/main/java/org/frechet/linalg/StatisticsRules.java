package org.frechet.linalg;

import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/** Sums of exponentials. */
public final class StatisticsRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public StatisticsRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // y = log Σ exp x :  ẏ = ⟨softmax x, ẋ⟩
    rules
        .on(Exponentiated.LOG_SUM_EXP)
        .frule((y, x, dx) -> Exponentiated.SOFTMAX.apply(x).dot(dx))
        .rrule((y, x, gy) -> Exponentiated.SOFTMAX.apply(x).multiply(gy));

    // y = softmax x :  ẏ = y ⊙ (ẋ − ⟨y, ẋ⟩), which is self-adjoint
    rules
        .on(Exponentiated.SOFTMAX)
        .frule((y, x, dx) -> weighted(y, dx))
        .rrule((y, x, gy) -> weighted(y, gy));

    // y = log Σ exp of each column, S their softmax :  ẏ = (S ⊙ Ȧ)ᵀ 1,  Ā = S diag(ȳ)
    rules
        .on(Exponentiated.COLUMN_LOG_SUM_EXPS)
        .frule((y, a, da) -> columnSums(Exponentiated.COLUMN_SOFTMAX.apply(a).hadamard(da)))
        .rrule((y, a, gy) -> Exponentiated.COLUMN_SOFTMAX.apply(a).multiply(Matrix.diagonal(gy)));

    // Ṡ = S ⊙ (Ȧ − 1 sᵀ) with s = (S ⊙ Ȧ)ᵀ 1, which is self-adjoint
    rules
        .on(Exponentiated.COLUMN_SOFTMAX)
        .frule((s, a, da) -> weightedColumns(s, da))
        .rrule((s, a, gs) -> weightedColumns(s, gs));
  }

  private static Vector columnSums(Matrix a) {
    return a.transpose().multiply(StructureFunctions.ones(a.rows()));
  }

  private static Matrix weightedColumns(Matrix s, Matrix d) {
    Matrix weighted = s.hadamard(d);
    return weighted.subtract(s.multiply(Matrix.diagonal(columnSums(weighted))));
  }

  private static Vector weighted(Vector y, Vector d) {
    return y.hadamard(d.subtract(y.dot(d)));
  }
}
