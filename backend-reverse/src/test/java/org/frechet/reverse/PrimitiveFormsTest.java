package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.SecondOrder;
import org.frechet.forward.Forward;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A third party's primitives of every form, differentiated once and twice in every mode. */
class PrimitiveFormsTest implements RuleSet {

  /** {@code y = a ⊙ b ⊙ c}. */
  private static final Primitive.Ternary<Vector, Vector, Vector, Vector> TRIPLE =
      Primitive.ternary("test.triple", (a, b, c) -> a.multiply(b).multiply(c));

  /** {@code y = Σᵢ ⟨xᵢ, xᵢ⟩}. */
  private static final Primitive.Nary<Vector, Scalar> SQUARES =
      Primitive.nary(
          "test.squares",
          xs -> xs.stream().map(x -> x.dot(x)).reduce(Scalar.of(0), (s, t) -> s.add(t)));

  /** The same, from its pullbacks alone. */
  private static final Primitive.Nary<Vector, Scalar> SQUARES_BACK =
      Primitive.nary("test.squares back", SQUARES::evaluate);

  private static final Primitive.Elementwise SOFTSIGN =
      Primitive.elementwise("test.softsign", (double x) -> x / (1 + Math.abs(x)));

  private static final Primitive.ElementwiseBinary WEIGHT =
      Primitive.elementwise("test.weight", (a, b) -> a * a * b);

  /**
   * {@code y = xᵖ}, entry by entry.
   *
   * @param p the exponent, a constant that is never boxed
   */
  private record Power(int p) implements Primitive.Unary<Vector, Vector> {
    @Override
    public String name() {
      return "test.power";
    }

    @Override
    public Vector evaluate(Vector x) {
      return x.pow(p);
    }
  }

  private record Factors(Matrix q, Vector scale) {}

  /** A matrix into its entries over their sum and the sums of its columns: a record as result. */
  private static final Primitive.Unary<Matrix, Factors> SPLIT =
      Primitive.unary("test.split", PrimitiveFormsTest::split);

  /** {@code y = Q diag(scale)}: a record as argument. */
  private static final Primitive.Unary<Factors, Matrix> JOIN =
      Primitive.unary("test.join", PrimitiveFormsTest::join);

  /** {@code y = Σᵢ i xᵢ}: a list as argument. */
  private static final Primitive.Binary<List<Vector>, Scalar, Vector> WEIGHTED =
      Primitive.binary("test.weighted", PrimitiveFormsTest::weighted);

  private static Factors split(Matrix a) {
    return new Factors(
        a.divide(a.sum()), a.transpose().multiply(Elementwise.exp(Vector.zeros(a.rows()))));
  }

  private static Matrix join(Factors f) {
    return f.q().multiply(Matrix.diagonal(f.scale()));
  }

  private static Vector weighted(List<Vector> xs, Scalar s) {
    Vector sum = xs.get(0).multiply(0);
    for (int i = 0; i < xs.size(); i++) {
      sum = sum.add(xs.get(i).multiply(s.multiply(i)));
    }
    return sum;
  }

  @Override
  public void declare(RuleBinder rules) {
    rules
        .on(TRIPLE)
        .first(
            (y, a, b, c, da) -> da.multiply(b).multiply(c),
            (y, a, b, c, g) -> g.multiply(b).multiply(c))
        .second()
        .frule((y, a, b, c, db) -> a.multiply(db).multiply(c))
        .third()
        .rrule((y, a, b, c, g) -> a.multiply(b).multiply(g));
    rules
        .on(SQUARES)
        .frule((y, xs, dxs) -> Vector.concatenate(xs).dot(Vector.concatenate(dxs)).multiply(2));
    rules.on(SQUARES_BACK).rrule((y, xs, i, g) -> xs.get(i).multiply(g).multiply(2));
    rules.on(SOFTSIGN).derivative((y, x) -> Elementwise.pow(slope(x), -2.0));
    rules
        .on(WEIGHT)
        .partials(
            (y, a, b) -> Elementwise.scale(Elementwise.multiply(a, b), 2),
            (y, a, b) -> Elementwise.multiply(a, a));
    rules
        .on(Power.class)
        .frule((power, y, x, dx) -> dx.multiply(x.pow(power.p() - 1)).multiply(power.p()));
    rules.on(SPLIT).frule((y, a, da) -> splitSlope(a, da));
    rules
        .on(JOIN)
        .rrule(
            (y, f, g) ->
                new Factors(
                    g.multiply(Matrix.diagonal(f.scale())),
                    f.q().transpose().multiply(g).diagonal()));
    rules
        .on(WEIGHTED)
        .first()
        .frule((y, xs, s, dxs) -> weighted(dxs, s))
        .second()
        .frule((y, xs, s, ds) -> weighted(xs, ds));
  }

  private static Value slope(Value x) {
    return Elementwise.shift(Elementwise.abs(x), 1);
  }

  private static Factors splitSlope(Matrix a, Matrix da) {
    Scalar sum = a.sum();
    Matrix q = da.divide(sum).subtract(a.multiply(da.sum().divide(sum.multiply(sum))));
    return new Factors(q, da.transpose().multiply(Vector.of(1, 1)));
  }

  private final Differentiation di =
      Differentiation.of(RuleRegistry.of(this), new Forward(), new Reverse());

  static Stream<SecondOrder> pairs() {
    return Tokens.exactPairs();
  }

  private static final Vector X = Vector.of(0.5, -1.5, 2, 0.25);

  private static void close(Matrix actual, Matrix expected) {
    double error = actual.subtract(expected).norm().toDouble();
    assertThat(error).isLessThanOrEqualTo(1e-13 * Math.max(1, expected.norm().toDouble()));
  }

  /** Both have the same Jacobian and, as sums of sines, the same Hessian. */
  private void same(
      java.util.function.Function<Vector, Vector> primitive,
      java.util.function.Function<Vector, Vector> body,
      SecondOrder pair) {
    assertThat(primitive.apply(X)).isEqualTo(body.apply(X));
    AdType token = pair.inner();
    close(di.jacobian(primitive, token, X), di.jacobian(body, token, X));
    close(
        di.hessian(x -> primitive.apply(x).sin().sum(), pair, X),
        di.hessian(x -> body.apply(x).sin().sum(), pair, X));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void ternary(SecondOrder pair) {
    Vector c = Vector.of(1, 2, 3, 4);
    same(x -> TRIPLE.apply(x, c, c), x -> x.multiply(c).multiply(c), pair);
    same(x -> TRIPLE.apply(c, x, c), x -> x.multiply(c).multiply(c), pair);
    same(x -> TRIPLE.apply(c, c, x), x -> c.multiply(c).multiply(x), pair);
    same(x -> TRIPLE.apply(x, x.sin(), x), x -> x.multiply(x.sin()).multiply(x), pair);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void nary(SecondOrder pair) {
    for (Primitive.Nary<Vector, Scalar> squares : List.of(SQUARES, SQUARES_BACK)) {
      same(
          x -> x.multiply(squares.apply(List.of(x, Vector.of(3), x.slice(1, 3)))),
          x -> x.multiply(x.dot(x).add(9).add(x.slice(1, 3).dot(x.slice(1, 3)))),
          pair);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void elementwise(SecondOrder pair) {
    same(SOFTSIGN::apply, x -> x.divide(x.abs().add(1)), pair);
    same(x -> WEIGHT.apply(x, x.sin()), x -> x.multiply(x).multiply(x.sin()), pair);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void parametric(SecondOrder pair) {
    for (int p = 2; p < 5; p++) {
      Power power = new Power(p);
      double exponent = p;
      same(power::apply, x -> x.pow(exponent), pair);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void recordsAsArgumentsAndResults(SecondOrder pair) {
    same(x -> vec(SPLIT.apply(x.reshape(2, 2)).q()), x -> vec(split(x.reshape(2, 2)).q()), pair);
    same(x -> SPLIT.apply(x.reshape(2, 2)).scale(), x -> split(x.reshape(2, 2)).scale(), pair);
    same(x -> vec(JOIN.apply(factors(x))), x -> vec(join(factors(x))), pair);
    same(
        x -> vec(JOIN.apply(SPLIT.apply(x.reshape(2, 2)))),
        x -> vec(join(split(x.reshape(2, 2)))),
        pair);
  }

  private static Factors factors(Vector x) {
    return new Factors(x.reshape(2, 2), Vector.of(x.get(0), Scalar.of(2)));
  }

  private static Vector vec(Matrix a) {
    return a.reshape(4, 1).column(0);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void listsAsArguments(SecondOrder pair) {
    Vector c = Vector.of(1, 2, 3, 4);
    same(
        x -> WEIGHTED.apply(List.of(c, x, x.sin()), x.get(1)),
        x -> weighted(List.of(c, x, x.sin()), x.get(1)),
        pair);
  }
}
