package org.frechet.linalg;

import java.util.List;
import java.util.Optional;
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
      CARE_PUSHFORWARD =
          Primitive.composed(
              "care: pushforward",
              (y, at, d) ->
                  precise(y, at, d)
                      .map(slopes -> slopes.pushforward(d))
                      .orElseGet(() -> RiccatiFormulas.pushContinuous(y, at, d)));

  static final Primitive.Ternary<
          Riccati, Triple<Matrix, Matrix, Weights>, Triple<Matrix, Matrix, Weights>, Riccati>
      DARE_PUSHFORWARD =
          Primitive.composed(
              "dare: pushforward",
              (y, at, d) ->
                  precise(y, at, d)
                      .map(slopes -> slopes.pushforward(d))
                      .orElseGet(() -> RiccatiFormulas.pushDiscrete(y, at, d)));

  static final Primitive.Ternary<
          Riccati, Triple<Matrix, Matrix, Weights>, Riccati, Triple<Matrix, Matrix, Weights>>
      CARE_PULLBACK =
          Primitive.composed(
              "care: pullback",
              (y, at, g) ->
                  precise(y, at, g)
                      .map(slopes -> slopes.pullback(g))
                      .orElseGet(() -> RiccatiFormulas.pullContinuous(y, at, g)));

  static final Primitive.Ternary<
          Riccati, Triple<Matrix, Matrix, Weights>, Riccati, Triple<Matrix, Matrix, Weights>>
      DARE_PULLBACK =
          Primitive.composed(
              "dare: pullback",
              (y, at, g) ->
                  precise(y, at, g)
                      .map(slopes -> slopes.pullback(g))
                      .orElseGet(() -> RiccatiFormulas.pullDiscrete(y, at, g)));

  private final TwofoldRegulator at;
  private final RealSchur schur;

  private RiccatiSlopes(TwofoldRegulator at, RealSchur schur) {
    this.at = at;
    this.schur = schur;
  }

  /** Nothing where something is traced. */
  private static Optional<RiccatiSlopes> precise(Riccati y, Object at, Object perturbation) {
    if (Structure.leaves(List.of(y, at, perturbation)).stream().anyMatch(Value::isTraced)) {
      return Optional.empty();
    }
    return y.solution()
        .<TwofoldRegulator>kept(TwofoldRegulator.class)
        .map(
            regulator ->
                new RiccatiSlopes(
                    regulator, Kept.of(y.closedLoop(), RealSchur.class, RealSchur::of).factors()));
  }

  /** As in {@link RiccatiFormulas}. */
  private Riccati pushforward(Triple<Matrix, Matrix, Weights> d) {
    Twofold db = TwofoldRegulator.twofold(d.second());
    Twofold dr = TwofoldRegulator.twofold(d.third().r()).symmetric();
    Twofold moved = TwofoldRegulator.twofold(d.first()).minus(db.times(at.gain()));
    Twofold x = at.discrete() ? at.x().times(at.closedLoop()) : at.x();
    Twofold cost = at.gain().transposed().times(dr).times(at.gain());
    Twofold weighed =
        moved
            .transposed()
            .times(x)
            .scaled(1)
            .plus(cost)
            .plus(TwofoldRegulator.twofold(d.third().q()));
    Twofold dx = at.equation(schur, true, weighed.symmetric());
    Twofold bdx = at.b().transposed().times(dx);
    Twofold right = db.transposed().times(x).plus(at.discrete() ? bdx.times(at.closedLoop()) : bdx);
    Twofold dw = dr;
    if (at.discrete()) {
      Twofold bx = at.b().transposed().times(at.x());
      right = right.plus(bx.times(moved));
      dw = dr.plus(bx.times(db).symmetric().scaled(1)).plus(bdx.times(at.b()));
    }
    Twofold dk = at.overCurvature(right.minus(dr.times(at.gain())));
    return new Riccati(
        TwofoldRegulator.rounded(dx),
        TwofoldRegulator.rounded(dk),
        TwofoldRegulator.rounded(moved.minus(at.b().times(dk))),
        TwofoldRegulator.rounded(dw));
  }

  /** As in {@link RiccatiFormulas}. */
  private Triple<Matrix, Matrix, Weights> pullback(Riccati g) {
    Twofold gc = TwofoldRegulator.twofold(g.closedLoop());
    Twofold gw = TwofoldRegulator.twofold(g.curvature()).symmetric();
    Twofold k = at.gain();
    Twofold v =
        at.overCurvature(TwofoldRegulator.twofold(g.gain()).minus(at.b().transposed().times(gc)));
    Twofold back = at.discrete() ? v.times(at.closedLoop().transposed()) : v;
    Twofold x = at.discrete() ? at.x().times(at.closedLoop()) : at.x();
    back = at.discrete() ? back.plus(gw.times(at.b().transposed())) : back;
    Twofold right = TwofoldRegulator.twofold(g.solution()).plus(at.b().times(back));
    Twofold s = at.equation(schur, false, right.symmetric());
    Twofold ga = x.times(s).scaled(1).plus(gc);
    Twofold gb = x.times(v.transposed());
    if (at.discrete()) {
      Twofold xb = at.x().times(at.b());
      ga = ga.plus(xb.times(v));
      gb = gb.plus(xb.times(gw).scaled(1));
    }
    gb = gb.minus(ga.times(k.transposed()));
    Twofold gr = k.times(s).minus(v).times(k.transposed()).plus(gw).symmetric();
    return new Triple<>(
        TwofoldRegulator.rounded(ga),
        TwofoldRegulator.rounded(gb),
        new Weights(TwofoldRegulator.rounded(s), TwofoldRegulator.rounded(gr)));
  }
}
