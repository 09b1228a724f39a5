package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.StructureException;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records of values, lists, records and constants, as arguments and as results. */
class RecordsTest {

  /** Nested, and private as everything here. */
  private record Noise(Matrix q, Scalar r) {}

  private record Model(
      Matrix f, List<Vector> drifts, Noise noise, int order, String name, double[] times) {}

  private static final double[] TIMES = {0, 1, 3};
  private static final Model MODEL =
      new Model(
          Matrix.of(new double[][] {{1, 2}, {3, 4}}),
          List.of(Vector.of(1, -1), Vector.of(0.5, 2)),
          new Noise(Matrix.identity(2), Scalar.of(3)),
          2,
          "model",
          TIMES);

  private final Differentiation di = Differentiation.standard();

  static Stream<AdType> plain() {
    return Tokens.plain();
  }

  static Stream<AdType> all() {
    return Tokens.all();
  }

  /** ⟨d₀, F d₁⟩ r² + order · sum(Q ⊙ Q): 4 + 4 + 4 + 1 entries. */
  private static Scalar likelihood(Model p) {
    Scalar r = p.noise().r();
    return p.drifts()
        .get(0)
        .dot(p.f().multiply(p.drifts().get(1)))
        .multiply(r.multiply(r))
        .add(p.noise().q().dot(p.noise().q()).multiply(p.order()));
  }

  private static void close(Value actual, Value expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(Value.class.cast(actual)).isInstanceOf(expected.getClass());
    Vector a = org.frechet.value.Shaping.vec(actual);
    assertThat(a.toArray())
        .containsExactly(org.frechet.value.Shaping.vec(expected).toArray(), within(tolerance));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theGradientIsARecordOfTheSameKind(AdType token) {
    double tolerance =
        100
            * Tokens.tolerance(
                org.frechet.backend.SecondOrder.class.isInstance(token)
                    ? ((org.frechet.backend.SecondOrder) token).inner()
                    : token);
    Model g = di.gradient(RecordsTest::likelihood, token, MODEL);
    Vector d0 = MODEL.drifts().get(0);
    Vector d1 = MODEL.drifts().get(1);
    close(g.f(), d0.outer(d1).multiply(9), tolerance);
    close(g.drifts().get(0), MODEL.f().multiply(d1).multiply(9), tolerance);
    close(g.drifts().get(1), MODEL.f().transpose().multiply(d0).multiply(9), tolerance);
    close(g.noise().q(), Matrix.identity(2).multiply(4), tolerance);
    close(g.noise().r(), d0.dot(MODEL.f().multiply(d1)).multiply(6), tolerance);
    assertThat(g.order()).isEqualTo(2);
    assertThat(g.name()).isEqualTo("model");
    assertThat(g.times()).isSameAs(TIMES);
    assertThat(g.drifts()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("plain")
  void recordsInEveryFirstOrderOperator(AdType token) {
    double tolerance = 1000 * Tokens.tolerance(token);
    Model g = di.gradient(RecordsTest::likelihood, token, MODEL);
    var both = di.valueAndGradient(RecordsTest::likelihood, token, MODEL);
    close(both.value(), likelihood(MODEL), 0);
    close(both.gradient().f(), g.f(), 0);
    Scalar slope = di.pushforward(RecordsTest::likelihood, token, MODEL, MODEL);
    close(slope, inner(g, MODEL), tolerance);
    Model pulled = di.pullback(RecordsTest::likelihood, token, MODEL, Scalar.of(2));
    close(pulled.f(), g.f().multiply(2), tolerance);
    Matrix j = di.jacobian(RecordsTest::likelihood, token, MODEL);
    assertThat(j.shape()).hasToString("1×13");
    close(j.block(0, 0, 1, 4).reshape(2, 2), g.f(), tolerance);
    close(j.get(0, 12), g.noise().r(), tolerance);
    List<Scalar> slopes = di.pushforwards(RecordsTest::likelihood, token, MODEL, List.of(MODEL, g));
    close(slopes.get(1), inner(g, g), 1000 * tolerance);
    assertThat(di.prepareGradient(RecordsTest::likelihood, token, MODEL).gradient(MODEL).f())
        .isEqualTo(g.f());
  }

  private static Scalar inner(Model a, Model b) {
    return a.f()
        .dot(b.f())
        .add(a.drifts().get(0).dot(b.drifts().get(0)))
        .add(a.drifts().get(1).dot(b.drifts().get(1)))
        .add(a.noise().q().dot(b.noise().q()))
        .add(a.noise().r().multiply(b.noise().r()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void hessiansOfRecords(AdType token) {
    double tolerance = 1000 * Tokens.tolerance2(token);
    Noise at = new Noise(Matrix.of(1, 2, 1, 2), Scalar.of(3));
    // r² sum(q): the Hessian over (q₀, q₁, r)
    Matrix h = di.hessian(RecordsTest::noise, token, at);
    Matrix expected = Matrix.of(new double[][] {{0, 0, 6}, {0, 0, 6}, {6, 6, 6}});
    close(h, expected, tolerance);
    Noise v = new Noise(Matrix.of(1, 2, 1, -1), Scalar.of(2));
    Noise hv = di.hvp(RecordsTest::noise, token, at, v);
    close(hv.q(), Matrix.of(1, 2, 12, 12), tolerance);
    close(hv.r(), Scalar.of(12), tolerance);
    var all = di.valueGradientAndHvp(RecordsTest::noise, token, at, v);
    close(all.gradient().r(), Scalar.of(18), tolerance);
  }

  private static Scalar noise(Noise n) {
    return n.q().sum().multiply(n.r()).multiply(n.r());
  }

  @ParameterizedTest
  @MethodSource("plain")
  void recordsAndListsAsResults(AdType token) {
    double tolerance = 10 * Tokens.tolerance(token);
    Scalar two = Scalar.of(2);
    Model slope = di.derivative(RecordsTest::family, token, two);
    close(slope.f(), Matrix.of(2, 2, 4, 4, 4, 4), tolerance);
    close(slope.drifts().get(1), Vector.of(1, 1), tolerance);
    close(slope.noise().q(), Matrix.zeros(1, 1), 0);
    assertThat(slope.name()).isEqualTo("family");
    Matrix j = di.jacobian(RecordsTest::family, token, two);
    close(j, Matrix.of(9, 1, 4, 4, 4, 4, 0, 1, 1, 0, 1), tolerance);
    Scalar pulled = di.pullback(RecordsTest::family, token, two, family(two));
    // ⟨(4, 4, 4, 4, 0, 1, 1, 0, 1), (4, 4, 4, 4, 5, 2, 2, 7, 2)⟩
    close(pulled, Scalar.of(70), 10 * tolerance);
    List<Value> pushed = di.pushforward(s -> List.of(s, s.multiply(s)), token, two, two);
    close(pushed.get(1), Scalar.of(8), tolerance);
  }

  private static Model family(Scalar s) {
    Vector both = Vector.of(s, s);
    Matrix square = both.outer(both);
    Noise noise = new Noise(Matrix.of(1, 1, 7), s);
    return new Model(square, List.of(Vector.of(5), both), noise, 1, "family", TIMES);
  }

  @Test
  void aDoubleComponentIsRefused() {
    record Loose(Vector x, double y) {}
    assertThatThrownBy(
            () -> di.gradient(p -> p.x().sum(), Tokens.REVERSE, new Loose(Vector.of(1), 2)))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("the component 'y' of Loose is a double")
        .hasMessageContaining("Scalar");
  }

  @Test
  void aNullComponentIsRefused() {
    assertThatThrownBy(() -> di.gradient(p -> p.r(), Tokens.REVERSE, new Noise(null, Scalar.of(1))))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("the component 'q' of Noise is null");
  }

  @Test
  void aConstructorThatRejectsGradientsIsReportedAsSuch() {
    record Positive(Scalar x) {
      Positive {
        if (!x.isGreaterThan(0)) {
          throw new IllegalArgumentException("x must be positive");
        }
      }
    }
    Tokens.plain()
        .forEach(
            token ->
                assertThatThrownBy(
                        () -> di.gradient(p -> p.x().negate(), token, new Positive(Scalar.of(1))))
                    .isInstanceOf(StructureException.class)
                    .hasMessageContaining("the constructor of Positive rejected")
                    .hasMessageContaining("must accept any numbers")
                    .hasRootCauseMessage("x must be positive"));
    assertThat(di.gradient(p -> p.x(), Tokens.REVERSE, new Positive(Scalar.of(1))).x())
        .isEqualTo(Scalar.of(1));
  }
}
