package org.frechet.testkit;

import static org.frechet.testkit.Points.matrix;
import static org.frechet.testkit.Points.vector;
import static org.frechet.testkit.Specimens.CUBE;
import static org.frechet.testkit.Specimens.FORM;
import static org.frechet.testkit.Specimens.GRAM;
import static org.frechet.testkit.Specimens.PAIR;

import java.util.List;
import org.frechet.value.Elementwise;
import org.frechet.value.Vector;

/** Rules that break a law of derivatives: linearity, shape, structure, demand. */
final class WrongAlgebra {

  private static final Vector X = vector(3, 1);

  private WrongAlgebra() {}

  private static Vector slope(Vector x, Vector d) {
    return x.multiply(x).multiply(d).multiply(3);
  }

  static List<Mutant> all() {
    return List.of(
        Mutant.of(
                "the pullback is not linear",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .frule((y, x, dx) -> slope(x, dx))
                        .rrule((y, x, gy) -> slope(x, gy).multiply(Elementwise.abs(gy))),
                X)
            .saying("linearity of the pullback"),
        Mutant.of(
                "the pushforward has a constant part",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .frule((y, x, dx) -> slope(x, dx).add(1e-6))
                        .rrule((y, x, gy) -> slope(x, gy)),
                X)
            .saying("linearity of the pushforward"),
        Mutant.of(
                "the cotangent has another shape",
                GRAM,
                rules ->
                    rules
                        .on(GRAM)
                        .frule(
                            (y, a, da) ->
                                da.multiply(a.transpose()).add(a.multiply(da.transpose())))
                        .rrule((y, a, gy) -> gy.add(gy.transpose()).multiply(a).transpose()),
                matrix(2, 3, 1))
            .saying("rrule of 'test.gram' gave [3×2], where [2×3] is due"),
        Mutant.of(
                "a structural zero is taken for a one",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .frule((y, x, dx) -> slope(x, dx))
                        .rrule((y, x, gy) -> gy.isStructuralZero() ? x : slope(x, gy)),
                X)
            .saying("batch of pullbacks, number 2", "it should vanish"),
        Mutant.of(
                "the short way in numbers is wrong",
                PAIR,
                rules ->
                    rules
                        .on(PAIR)
                        .partials(
                            (y, a, b) -> Elementwise.scale(Elementwise.multiply(a, b), 2),
                            (y, a, b) -> Elementwise.multiply(a, a))
                        .numericPartials((y, a, b) -> 2 * a * b, (y, a, b) -> -a * a),
                vector(3, 1),
                vector(3, 2))
            .saying("numeric partial, argument 1: differs from the rule", "-1.00000 times"),
        Mutant.of(
                "computes for arguments that are constant",
                FORM,
                rules ->
                    rules
                        .on(FORM)
                        .first(
                            (y, a, x, da) -> da.multiply(x.multiply(x)),
                            (y, a, x, gy) -> {
                              Vector unused = a.transpose().multiply(gy).multiply(x);
                              return gy.outer(x.multiply(x).add(unused.size() - x.size()));
                            })
                        .second(
                            (y, a, x, dx) -> a.multiply(x.multiply(dx).multiply(2)),
                            (y, a, x, gy) -> a.transpose().multiply(gy).multiply(x).multiply(2)),
                matrix(2, 3, 1),
                vector(3, 2))
            .saying("demand: the pullback to argument 0 alone computes what it does not use"));
  }
}
