package org.frechet.testkit;

import static org.frechet.testkit.Points.matrix;
import static org.frechet.testkit.Points.vector;
import static org.frechet.testkit.Specimens.CUBE;
import static org.frechet.testkit.Specimens.GRAM;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/** Rules with a right formula that do something wrong besides, or remember what they must not. */
final class WrongBehaviour {

  private static final Vector X = vector(3, 1);

  /** {@code 3 x²}, the derivative of the cube, as an operation of its own. */
  private static final Primitive.Unary<Vector, Vector> HELPER =
      Primitive.unary("test.helper", x -> x.multiply(x).multiply(3));

  /** Counts its evaluations into its result. */
  private static final AtomicInteger EVALUATIONS = new AtomicInteger();

  private static final Primitive.Unary<Vector, Vector> FORGETFUL =
      Primitive.unary("test.forgetful", x -> x.multiply(1.0 + EVALUATIONS.getAndIncrement()));

  private WrongBehaviour() {}

  /** The derivative of the cube, put together by {@code derivative}. */
  private static RuleSet cube(BinaryOperator<Vector> times) {
    return rules ->
        rules
            .on(CUBE)
            .frule((y, x, dx) -> times.apply(x, dx))
            .rrule((y, x, gy) -> times.apply(x, gy));
  }

  private static Vector slope(Vector x, Vector d) {
    return x.multiply(x).multiply(d).multiply(3);
  }

  @SuppressWarnings("ReferenceEquality") // the mutant remembers objects
  static List<Mutant> memory() {
    AtomicReference<Vector> first = new AtomicReference<>();
    AtomicReference<Vector> last = new AtomicReference<>();
    AtomicReference<Vector> answer = new AtomicReference<>();
    double[] buffer = new double[3];
    return List.of(
        Mutant.of(
                "a stale factor",
                CUBE,
                cube(
                    (x, d) -> {
                      first.compareAndSet(null, x.detach());
                      return slope(first.get(), d);
                    }),
                X)
            .saying("at a nearby point: differs from finite differences"),
        Mutant.of(
                "a buffer that later calls overwrite",
                CUBE,
                cube(
                    (x, d) -> {
                      Vector right = slope(x, d);
                      if (right.isTraced()) {
                        return right;
                      }
                      System.arraycopy(right.array(), 0, buffer, 0, 3);
                      return Vector.wrap(buffer);
                    }),
                X)
            .saying("pushforward, called again: changed an earlier tangent"),
        Mutant.of(
                "one answer for all tangents of a batch",
                CUBE,
                cube(
                    (x, d) -> {
                      if (last.getAndSet(x) != x || d.isTraced() || x.isTraced()) {
                        answer.set(slope(x, d));
                      }
                      return answer.get();
                    }),
                X)
            .saying("batch of pushforwards, number 1", "linearity of the pushforward"),
        Mutant.of(
                "an evaluation with a memory",
                FORGETFUL,
                rules -> rules.on(FORGETFUL).derivative((y, x) -> x),
                X)
            .saying("plain evaluation, repeated"));
  }

  static List<Mutant> writing() {
    return List.of(
        Mutant.of(
                "writes into its argument",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .frule((y, x, dx) -> slope(scribbled(x), dx))
                        .rrule((y, x, gy) -> slope(x, gy)),
                X)
            .saying("pushforward: changed an argument", "values are immutable"),
        Mutant.of(
                "writes into its result",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .frule((y, x, dx) -> slope(x, dx).add(scribbled(y).multiply(0.0)))
                        .rrule((y, x, gy) -> slope(x, gy)),
                X)
            .saying("pushforward: changed the result"),
        Mutant.of(
                "writes into the tangent",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .frule((y, x, dx) -> scribbled(slope(x, dx), dx))
                        .rrule((y, x, gy) -> slope(x, gy)),
                X)
            .saying("pushforward: changed a tangent"),
        Mutant.of(
                "writes into the cotangent",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .frule((y, x, dx) -> slope(x, dx))
                        .rrule((y, x, gy) -> scribbled(slope(x, gy), gy)),
                X)
            .saying("pullback: changed the cotangent"));
  }

  private static Vector scribbled(Vector x) {
    return scribbled(x, x);
  }

  private static Vector scribbled(Vector result, Vector victim) {
    if (!victim.isTraced() && !result.isTraced()) {
      victim.array()[0] += 1;
    }
    return result;
  }

  static List<Mutant> secondOrder() {
    return List.of(
        Mutant.of(
                "wrong in second order only",
                CUBE,
                cube((x, d) -> x.detach().multiply(x).multiply(d).multiply(3)),
                X)
            .saying(
                "second order, forward over forward: differs",
                "second differences of the plain evaluation",
                "0.500000 times what is due"),
        Mutant.of(
                "the rrule is constant in second order",
                CUBE,
                rules ->
                    rules
                        .on(CUBE)
                        .frule((y, x, dx) -> slope(x, dx))
                        .rrule((y, x, gy) -> slope(x.detach(), gy)),
                X)
            .saying("second order, reverse over reverse: differs from differences of the pullback"),
        Mutant.of(
                "wrong in one nesting only",
                CUBE,
                rules -> {
                  rules
                      .on(CUBE)
                      .frule((y, x, dx) -> slope(x, dx))
                      .rrule((y, x, gy) -> gy.multiply(HELPER.apply(x)));
                  rules
                      .on(HELPER)
                      .frule((y, x, dx) -> x.multiply(dx).multiply(6))
                      .rrule((y, x, gy) -> x.multiply(gy).multiply(3));
                },
                X)
            .saying("second order, reverse over reverse: differs", "0.500000 times"),
        Mutant.of(
                "takes the numbers out", CUBE, cube((x, d) -> slope(Vector.of(x.toArray()), d)), X)
            .saying("toArray"),
        Mutant.of(
                "an operation without a rule in the formula",
                GRAM,
                rules ->
                    rules
                        .on(GRAM)
                        .frule(
                            (y, a, da) ->
                                da.multiply(a.transpose()).add(a.multiply(da.transpose())))
                        .rrule((y, a, gy) -> gy.multiply(a).add(OPAQUE.apply(gy).multiply(a))),
                matrix(2, 3, 1))
            .saying("No rule for the primitive 'test.opaque'"));
  }

  private static final Primitive.Unary<Matrix, Matrix> OPAQUE =
      Primitive.unary("test.opaque", a -> a.transpose());
}
