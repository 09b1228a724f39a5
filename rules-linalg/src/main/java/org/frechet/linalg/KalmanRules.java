package org.frechet.linalg;

import static org.frechet.value.Elementwise.scale;

import java.util.List;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Products;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/** The Kalman filter: both directions are products with the one gradient. */
public final class KalmanRules implements RuleSet {

  /** For {@link java.util.ServiceLoader}. */
  public KalmanRules() {}

  @Override
  public void declare(RuleBinder rules) {
    // ẏ = ⟨∇ℓ, ṁ⟩,  m̄ = ȳ ∇ℓ
    rules
        .on(Kalman.LOG_LIKELIHOOD)
        .first(
            (y, m, data, dm) -> inner(gradient(y, m, data).model(), dm),
            (y, m, data, gy) -> Structure.map(gradient(y, m, data).model(), g -> scale(g, gy)))
        .second(
            (y, m, data, dd) -> gradient(y, m, data).observations().dot(dd),
            (y, m, data, gy) -> gradient(y, m, data).observations().multiply(gy));
    rules.on(Kalman.ZERO_IF_MISSING).derivative((y, x) -> Kalman.IS_OBSERVED.apply(x));
    rules.on(Kalman.IS_OBSERVED).zero();
  }

  private static KalmanGradients gradient(Scalar y, TimeVaryingModel model, Matrix data) {
    return Kalman.GRADIENT.apply(y, model, data);
  }

  private static Scalar inner(TimeVaryingModel gradient, TimeVaryingModel tangent) {
    List<Value> g = Structure.leaves(gradient);
    List<Value> d = Structure.leaves(tangent);
    Scalar sum = Scalar.of(0);
    for (int i = 0; i < d.size(); i++) {
      if (!d.get(i).isStructuralZero()) {
        sum = sum.add(Products.dot(g.get(i), d.get(i)));
      }
    }
    return sum;
  }
}
