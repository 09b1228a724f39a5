package org.frechet.testkit;

import static org.frechet.testkit.Points.matrix;
import static org.frechet.testkit.Points.scalar;
import static org.frechet.testkit.Points.vector;
import static org.frechet.testkit.Specimens.BLEND;
import static org.frechet.testkit.Specimens.CUBE;
import static org.frechet.testkit.Specimens.FORM;
import static org.frechet.testkit.Specimens.GRAM;
import static org.frechet.testkit.Specimens.LENGTH;
import static org.frechet.testkit.Specimens.PAIR;
import static org.frechet.testkit.Specimens.SQUARE;
import static org.frechet.testkit.Specimens.WEIGHTED;

import java.util.List;
import org.frechet.testkit.Specimens.Power;
import org.frechet.testkit.Specimens.Results;
import org.frechet.value.Elementwise;
import org.frechet.value.Vector;

/** Rules with a wrong formula: a sign, a factor, a transpose, a term, an argument. */
final class WrongFormulas {

  private WrongFormulas() {}

  static List<Mutant> first() {
    return List.of(
        Mutant.of(
                "sign of the frule",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .frule((y, x, dx) -> x.multiply(x).multiply(dx).multiply(-3))
                        .rrule((y, x, gy) -> x.multiply(x).multiply(gy).multiply(3)),
                vector(3, 1))
            .saying("pushforward, argument 0: differs from finite differences", "-1.00000 times"),
        Mutant.of(
                "factor of the rrule",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .frule((y, x, dx) -> x.multiply(x).multiply(dx).multiply(3))
                        .rrule((y, x, gy) -> x.multiply(x).multiply(gy).multiply(6)),
                vector(3, 1))
            .saying(
                "pullback ⟨x̄, ẋ⟩, argument 0: differs from finite differences",
                "2.00000 times",
                "adjoint identity"),
        Mutant.of(
                "both directions wrong alike",
                CUBE,
                rules -> rules.on(CUBE).derivative((y, x) -> x.multiply(3)),
                vector(3, 1))
            .saying("pushforward, argument 0: differs", "pullback ⟨x̄, ẋ⟩, argument 0: differs"),
        Mutant.of(
                "a transpose is missing in the rrule",
                SQUARE,
                rules ->
                    rules
                        .on(SQUARE)
                        .frule((y, a, da) -> da.multiply(a).add(a.multiply(da)))
                        .rrule((y, a, gy) -> gy.multiply(a).add(a.multiply(gy))),
                matrix(3, 3, 1))
            .saying("adjoint identity", "pullback derived from the frule"),
        Mutant.of(
                "the frule is transposed",
                SQUARE,
                rules ->
                    rules
                        .on(SQUARE)
                        .frule((y, a, da) -> da.multiply(a).add(a.multiply(da)).transpose())
                        .rrule(
                            (y, a, gy) ->
                                gy.multiply(a.transpose()).add(a.transpose().multiply(gy))),
                matrix(3, 3, 1))
            .saying("the transpose of what is due"),
        Mutant.of(
                "a term is dropped",
                GRAM,
                rules ->
                    rules
                        .on(GRAM)
                        .frule((y, a, da) -> da.multiply(a.transpose()))
                        .rrule((y, a, gy) -> gy.multiply(a)),
                matrix(2, 3, 1))
            .saying("pushforward, argument 0: differs from finite differences"),
        Mutant.of(
                "the derivative is missing altogether",
                CUBE,
                rules -> rules.on(CUBE).zero(),
                vector(3, 1))
            .saying("it is zero"));
  }

  static List<Mutant> arguments() {
    return List.of(
        Mutant.of(
                "wrong at the second argument only",
                FORM,
                rules ->
                    rules
                        .on(FORM)
                        .first(
                            (y, a, x, da) -> da.multiply(x.multiply(x)),
                            (y, a, x, gy) -> gy.outer(x.multiply(x)))
                        .second(
                            (y, a, x, dx) -> a.multiply(x.multiply(dx)),
                            (y, a, x, gy) -> a.transpose().multiply(gy).multiply(x)),
                matrix(2, 3, 1),
                vector(3, 2))
            .saying("pushforward, argument 1: differs", "0.500000 times what is due"),
        Mutant.of(
                "an argument has no rule",
                FORM,
                rules ->
                    rules
                        .on(FORM)
                        .first(
                            (y, a, x, da) -> da.multiply(x.multiply(x)),
                            (y, a, x, gy) -> gy.outer(x.multiply(x))),
                matrix(2, 3, 1),
                vector(3, 2))
            .saying("No rule for argument 1"),
        Mutant.of(
                "the third argument has the rule of the second",
                BLEND,
                rules ->
                    rules
                        .on(BLEND)
                        .first(
                            (r, s, x, y, ds) -> x.multiply(y).multiply(ds),
                            (r, s, x, y, g) -> g.dot(x.multiply(y)))
                        .second(
                            (r, s, x, y, dx) -> dx.multiply(y).multiply(s),
                            (r, s, x, y, g) -> g.multiply(y).multiply(s))
                        .third(
                            (r, s, x, y, dy) -> dy.multiply(x).multiply(s),
                            (r, s, x, y, g) -> g.multiply(y).multiply(s)),
                scalar(2),
                vector(3, 1),
                vector(3, 2))
            .saying("pullback ⟨x̄, ẋ⟩, argument 2: differs from finite differences"),
        Mutant.of(
                "an index is off by one",
                WEIGHTED,
                rules ->
                    rules
                        .on(WEIGHTED)
                        .frule((y, xs, dxs) -> WEIGHTED.apply(dxs))
                        .rrule((y, xs, i, gy) -> gy.multiply((double) i)),
                vector(2, 1),
                vector(2, 2),
                vector(2, 3))
            .saying("pullback ⟨x̄, ẋ⟩, argument 2", "0.666667 times what is due"),
        Mutant.of(
                "the partial derivatives are swapped",
                PAIR,
                rules ->
                    rules
                        .on(PAIR)
                        .partials(
                            (y, a, b) -> Elementwise.multiply(a, a),
                            (y, a, b) -> Elementwise.scale(Elementwise.multiply(a, b), 2)),
                vector(3, 1),
                vector(3, 2))
            .saying("pushforward, argument 0: differs", "pushforward, argument 1: differs"),
        Mutant.of(
                "the parameter is wrong",
                new Power(4),
                rules ->
                    rules
                        .on(Power.class)
                        .frule((p, y, x, dx) -> dx.multiply(x.pow(p.n() - 1)).multiply(p.n() - 1))
                        .rrule((p, y, x, g) -> g.multiply(x.pow(p.n() - 1)).multiply(p.n() - 1)),
                Vector.of(0.5, 1.5))
            .saying("0.750000 times what is due"),
        Mutant.of(
                "the cotangent of one result is forgotten",
                Specimens.RESULTS,
                rules ->
                    rules
                        .on(Specimens.RESULTS)
                        .frule((y, x, dx) -> new Results(x.multiply(dx).multiply(2), dx.sum()))
                        .rrule((y, x, g) -> x.multiply(g.squares()).multiply(2)),
                vector(3, 1))
            .saying("adjoint identity"),
        Mutant.of(
                "the rule contradicts the body",
                Specimens.COMPOSED,
                rules -> rules.on(Specimens.COMPOSED).derivative((y, x) -> x),
                vector(3, 1))
            .saying("pushforward of the rule: differs from that of the body by AutoForward"));
  }

  static List<Mutant> hardPoints() {
    return List.of(
        Mutant.of(
                "wrong for tiny arguments only",
                LENGTH,
                rules ->
                    rules
                        .on(LENGTH)
                        .frule((y, x, dx) -> x.dot(dx).divide(y.add(1e-12)))
                        .rrule((y, x, gy) -> x.multiply(gy.divide(y.add(1e-12)))),
                Vector.of(3e-8, 4e-8))
            .saying("pushforward, argument 0: differs from finite differences", "0.999980 times"),
        Mutant.of(
                "wrong where entries coincide only",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .derivative(
                            (y, x) ->
                                x.get(0).detach().equals(x.get(1).detach())
                                    ? x.multiply(x)
                                    : x.multiply(x).multiply(3)),
                Vector.of(0.7, 0.7, 2))
            .saying("0.333333 times what is due"),
        Mutant.of(
                "empty arguments are forgotten",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .derivative(
                            (y, x) ->
                                x.multiply(x.get(0).detach())
                                    .multiply(x)
                                    .divide(x.get(0).detach())
                                    .multiply(3)),
                Vector.zeros(0))
            .saying("IndexOutOfBoundsException"));
  }
}
