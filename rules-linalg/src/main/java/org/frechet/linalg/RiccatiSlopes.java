package org.frechet.linalg;

import static org.frechet.linalg.TwofoldRegulator.rounded;
import static org.frechet.linalg.TwofoldRegulator.twofold;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.frechet.linalg.RiccatiEquations.Weights;
import org.frechet.linalg.kernel.RealSchur;
import org.frechet.linalg.kernel.Twofold;
import org.frechet.rule.TernaryRules.Triple;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/**
 * The derivatives of Riccati equations, in {@code (y, arguments, perturbation)}: on constants in
 * the 32 digits that are kept with the solution, because with cheap control their terms cancel to
 * much less than themselves; under differentiation by {@link RiccatiFormulas}.
 */
final class RiccatiSlopes {

  static final Primitive.Ternary<
          Riccati, Triple<Matrix, Matrix, Weights>, Triple<Matrix, Matrix, Weights>, Riccati>
      CARE_PUSHFORWARD = pushforward("care: pushforward", RiccatiFormulas::pushContinuous);

  static final Primitive.Ternary<
          Riccati, Triple<Matrix, Matrix, Weights>, Triple<Matrix, Matrix, Weights>, Riccati>
      DARE_PUSHFORWARD = pushforward("dare: pushforward", RiccatiFormulas::pushDiscrete);

  static final Primitive.Ternary<
          Riccati, Triple<Matrix, Matrix, Weights>, Riccati, Triple<Matrix, Matrix, Weights>>
      CARE_PULLBACK = pullback("care: pullback", RiccatiFormulas::pullContinuous);

  static final Primitive.Ternary<
          Riccati, Triple<Matrix, Matrix, Weights>, Riccati, Triple<Matrix, Matrix, Weights>>
      DARE_PULLBACK = pullback("dare: pullback", RiccatiFormulas::pullDiscrete);

  private static Primitive.Ternary<
          Riccati, Triple<Matrix, Matrix, Weights>, Triple<Matrix, Matrix, Weights>, Riccati>
      pushforward(
          String name,
          Primitive.TernaryFunction<
                  Riccati,
                  Triple<Matrix, Matrix, Weights>,
                  Triple<Matrix, Matrix, Weights>,
                  Riccati>
              formula) {
    return Primitive.composed(
        name, (y, at, d) -> evaluate(RiccatiSlopes::along, formula, y, at, d));
  }

  private static Primitive.Ternary<
          Riccati, Triple<Matrix, Matrix, Weights>, Riccati, Triple<Matrix, Matrix, Weights>>
      pullback(
          String name,
          Primitive.TernaryFunction<
                  Riccati,
                  Triple<Matrix, Matrix, Weights>,
                  Riccati,
                  Triple<Matrix, Matrix, Weights>>
              formula) {
    return Primitive.composed(
        name, (y, at, g) -> evaluate(RiccatiSlopes::against, formula, y, at, g));
  }

  /** By the formula where something is traced, and where it has to say what is wrong. */
  private static <D, S> S evaluate(
      BiFunction<RiccatiSlopes, D, S> slope,
      Primitive.TernaryFunction<Riccati, Triple<Matrix, Matrix, Weights>, D, S> formula,
      Riccati y,
      Triple<Matrix, Matrix, Weights> at,
      D perturbation) {
    boolean traced =
        Structure.leaves(List.of(y, at, perturbation)).stream().anyMatch(Value::isTraced);
    Optional<TwofoldRegulator> kept =
        traced ? Optional.empty() : y.solution().kept(TwofoldRegulator.class);
    return kept.map(
            regulator ->
                new RiccatiSlopes(
                    regulator, Kept.of(y.closedLoop(), RealSchur.class, RealSchur::of).factors()))
        .map(slopes -> slope.apply(slopes, perturbation))
        .filter(RiccatiSlopes::isFinite)
        .orElseGet(() -> formula.apply(y, at, perturbation));
  }

  private static boolean isFinite(Object slope) {
    return Structure.leaves(slope).stream()
        .allMatch(value -> Double.isFinite(LinearAlgebra.norm(value).toDouble()));
  }

  private final TwofoldRegulator at;
  private final RealSchur schur;

  private RiccatiSlopes(TwofoldRegulator at, RealSchur schur) {
    this.at = at;
    this.schur = schur;
  }

  /** X, or X C in discrete time. */
  private Twofold ahead() {
    return at.discrete() ? at.x().times(at.closedLoop()) : at.x();
  }

  /** As in {@link RiccatiFormulas}. */
  private Riccati along(Triple<Matrix, Matrix, Weights> d) {
    Twofold db = twofold(d.second());
    Twofold dr = twofold(d.third().r()).symmetric();
    Twofold moved = twofold(d.first()).minus(db.times(at.gain()));
    Twofold cost = at.gain().transposed().times(dr).times(at.gain()).plus(twofold(d.third().q()));
    Twofold weighed = moved.transposed().times(ahead()).scaled(1).plus(cost);
    Twofold dx = at.equation(schur, true, weighed.symmetric());
    Twofold bdx = at.b().transposed().times(dx);
    Twofold dk = at.overCurvature(ofGain(moved, db, bdx).minus(dr.times(at.gain())));
    return new Riccati(
        rounded(dx),
        rounded(dk),
        rounded(moved.minus(at.b().times(dk))),
        rounded(at.discrete() ? dr.plus(ofCurvature(db, bdx)) : dr));
  }

  /** {@code (Bᵀ X)˙}, or what is left of {@code (Bᵀ X A)˙} beside {@code Ẇ K}. */
  private Twofold ofGain(Twofold moved, Twofold db, Twofold bdx) {
    Twofold direct = db.transposed().times(ahead());
    return at.discrete()
        ? direct
            .plus(bdx.times(at.closedLoop()))
            .plus(at.b().transposed().times(at.x()).times(moved))
        : direct.plus(bdx);
  }

  /** {@code (Bᵀ X B)˙}. */
  private Twofold ofCurvature(Twofold db, Twofold bdx) {
    Twofold cross = at.b().transposed().times(at.x()).times(db);
    return cross.symmetric().scaled(1).plus(bdx.times(at.b()));
  }

  /** As in {@link RiccatiFormulas}. */
  private Triple<Matrix, Matrix, Weights> against(Riccati g) {
    Twofold gc = twofold(g.closedLoop());
    Twofold gw = twofold(g.curvature()).symmetric();
    Twofold k = at.gain();
    Twofold v = at.overCurvature(twofold(g.gain()).minus(at.b().transposed().times(gc)));
    Twofold right = twofold(g.solution()).plus(at.b().times(back(v, gw)));
    Twofold s = at.equation(schur, false, right.symmetric());
    Twofold ga = ahead().times(s).scaled(1).plus(gc);
    Twofold gb = ahead().times(v.transposed());
    if (at.discrete()) {
      Twofold xb = at.x().times(at.b());
      ga = ga.plus(xb.times(v));
      gb = gb.plus(xb.times(gw).scaled(1));
    }
    Twofold gr = k.times(s).minus(v).times(k.transposed()).plus(gw).symmetric();
    return new Triple<>(
        rounded(ga),
        rounded(gb.minus(ga.times(k.transposed()))),
        new Weights(rounded(s), rounded(gr)));
  }

  /** What comes back to Bᵀ X. */
  private Twofold back(Twofold v, Twofold gw) {
    return at.discrete()
        ? v.times(at.closedLoop().transposed()).plus(gw.times(at.b().transposed()))
        : v;
  }
}
