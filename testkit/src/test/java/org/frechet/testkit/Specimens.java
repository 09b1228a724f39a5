package org.frechet.testkit;

import java.util.List;
import org.frechet.rule.RuleBinder;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/** Primitives to write wrong rules for, each with its right rule. */
final class Specimens {

  /** {@code x³}, entry by entry. */
  static final Primitive.Unary<Vector, Vector> CUBE =
      Primitive.unary("test.cube", x -> x.multiply(x).multiply(x));

  /** {@code A Aᵀ}. */
  static final Primitive.Unary<Matrix, Matrix> GRAM =
      Primitive.unary("test.gram", a -> a.multiply(a.transpose()));

  /** {@code A²}. */
  static final Primitive.Unary<Matrix, Matrix> SQUARE =
      Primitive.unary("test.square", a -> a.multiply(a));

  /** {@code A (x ⊙ x)}. */
  static final Primitive.Binary<Matrix, Vector, Vector> FORM =
      Primitive.binary("test.form", (a, x) -> a.multiply(x.multiply(x)));

  /** {@code √⟨x, x⟩}. */
  static final Primitive.Unary<Vector, Scalar> LENGTH =
      Primitive.unary("test.length", x -> x.norm());

  /** {@code s (x ⊙ y)}. */
  static final Primitive.Ternary<Scalar, Vector, Vector, Vector> BLEND =
      Primitive.ternary("test.blend", (s, x, y) -> x.multiply(y).multiply(s));

  /** {@code Σ i Vᵢ}, i from 1. */
  static final Primitive.Nary<Vector, Vector> WEIGHTED =
      Primitive.nary("test.weighted", Specimens::weighted);

  /** {@code a² b}, entry by entry. */
  static final Primitive.ElementwiseBinary PAIR =
      Primitive.elementwise("test.pair", (a, b) -> a * a * b);

  /** Two results: {@code x ⊙ x} and {@code Σ x}. */
  static final Primitive.Unary<Vector, Results> RESULTS =
      Primitive.unary("test.results", x -> new Results(x.multiply(x), x.sum()));

  /** {@code x ⊙ x}, whose body is differentiable. */
  static final Primitive.Unary<Vector, Vector> COMPOSED =
      Primitive.composed("test.composed", (Vector x) -> x.multiply(x));

  /**
   * The results of {@link #RESULTS}.
   *
   * @param squares x ⊙ x
   * @param sum Σ x
   */
  record Results(Vector squares, Scalar sum) {}

  /**
   * {@code xⁿ}.
   *
   * @param n the exponent
   */
  record Power(int n) implements Primitive.Unary<Vector, Vector> {
    @Override
    public String name() {
      return "test.power";
    }

    @Override
    public Vector evaluate(Vector x) {
      return x.pow(n);
    }
  }

  private Specimens() {}

  private static Vector weighted(List<Vector> vectors) {
    Vector sum = vectors.get(0);
    for (int i = 1; i < vectors.size(); i++) {
      sum = sum.add(vectors.get(i).multiply(i + 1.0));
    }
    return sum;
  }

  /** The right rules of all of them. */
  static void right(RuleBinder rules) {
    rules.on(CUBE).derivative((y, x) -> x.multiply(x).multiply(3));
    rules
        .on(GRAM)
        .frule((y, a, da) -> da.multiply(a.transpose()).add(a.multiply(da.transpose())))
        .rrule((y, a, gy) -> gy.add(gy.transpose()).multiply(a));
    rules
        .on(SQUARE)
        .frule((y, a, da) -> da.multiply(a).add(a.multiply(da)))
        .rrule((y, a, gy) -> gy.multiply(a.transpose()).add(a.transpose().multiply(gy)));
    rules
        .on(FORM)
        .first(
            (y, a, x, da) -> da.multiply(x.multiply(x)), (y, a, x, gy) -> gy.outer(x.multiply(x)))
        .second(
            (y, a, x, dx) -> a.multiply(x.multiply(dx).multiply(2)),
            (y, a, x, gy) -> a.transpose().multiply(gy).multiply(x).multiply(2));
    rules
        .on(LENGTH)
        .frule((y, x, dx) -> x.dot(dx).multiply(Elementwise.reciprocalOrZero(y)))
        .rrule((y, x, gy) -> x.multiply(gy.multiply(Elementwise.reciprocalOrZero(y))));
    rules
        .on(PAIR)
        .partials(
            (y, a, b) -> Elementwise.scale(Elementwise.multiply(a, b), 2),
            (y, a, b) -> Elementwise.multiply(a, a))
        .numericPartials((y, a, b) -> 2 * a * b, (y, a, b) -> a * a);
    several(rules);
  }

  private static void several(RuleBinder rules) {
    rules
        .on(BLEND)
        .first(
            (r, s, x, y, ds) -> x.multiply(y).multiply(ds), (r, s, x, y, g) -> g.dot(x.multiply(y)))
        .second(
            (r, s, x, y, dx) -> dx.multiply(y).multiply(s),
            (r, s, x, y, g) -> g.multiply(y).multiply(s))
        .third(
            (r, s, x, y, dy) -> dy.multiply(x).multiply(s),
            (r, s, x, y, g) -> g.multiply(x).multiply(s));
    rules
        .on(WEIGHTED)
        .frule((y, xs, dxs) -> WEIGHTED.apply(dxs))
        .rrule((y, xs, i, gy) -> gy.multiply(i + 1.0));
    rules
        .on(RESULTS)
        .frule((y, x, dx) -> new Results(x.multiply(dx).multiply(2), dx.sum()))
        .rrule((y, x, g) -> x.multiply(g.squares()).multiply(2).add(g.sum()));
    rules
        .on(Power.class)
        .frule((p, y, x, dx) -> dx.multiply(x.pow(p.n() - 1)).multiply(p.n()))
        .rrule((p, y, x, gy) -> gy.multiply(x.pow(p.n() - 1)).multiply(p.n()));
    rules.on(COMPOSED).derivative((y, x) -> x.multiply(2));
  }
}
