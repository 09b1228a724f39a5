package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.frechet.rule.Application;
import org.frechet.rule.RuleRegistry;
import org.junit.jupiter.api.Test;

/** Tangents and cotangents keep their structure on the way through the rules of arithmetic. */
class StructuredDerivativesTest {

  private static final RuleRegistry RULES = RuleRegistry.of();
  private static final Matrix A = Matrix.of(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 10);
  private static final Matrix B = Matrix.of(3, 3, 2, 0, 1, 1, -1, 3, 0, 2, 5);
  private static final Value HOT = new Indexing.OneHot(A.shape(), 1, 2).apply(Scalar.of(2));

  private static Storage pull(Primitive primitive, Object cotangent, int argument, Object... at) {
    boolean[] wanted = new boolean[at.length];
    wanted[argument] = true;
    Application application = new Application(primitive, at, primitive.evaluateAll(at));
    Object pulled = RULES.rule(primitive).pullback(application, cotangent, wanted)[argument];
    return ((Value) pulled).storage();
  }

  private static Storage push(Primitive primitive, int argument, Object tangent, Object... at) {
    Object[] tangents = new Object[at.length];
    tangents[argument] = tangent;
    Application application = new Application(primitive, at, primitive.evaluateAll(at));
    return ((Value) RULES.rule(primitive).pushforward(application, tangents)).storage();
  }

  @Test
  void anEntryPullsBackAOneHotMatrix() {
    assertThat(pull(new Indexing.Entry(1, 2), Scalar.of(2), 0, A))
        .isInstanceOf(OneHotStorage.class);
  }

  @Test
  void aProductWithThatIsRankOne() {
    assertThat(pull(Products.MULTIPLY, HOT, 0, A, B)).isInstanceOf(RankOneStorage.class);
    assertThat(pull(Products.MULTIPLY, HOT, 1, A, B)).isInstanceOf(RankOneStorage.class);
    assertThat(push(Products.MULTIPLY, 0, HOT, A, B)).isInstanceOf(RankOneStorage.class);
    assertThat(push(Products.MULTIPLY, 1, HOT, A, B)).isInstanceOf(RankOneStorage.class);
  }

  @Test
  void aProductWithAVectorPullsBackARankOneMatrix() {
    Vector x = Vector.of(1, 2, 3);
    assertThat(pull(Products.MULTIPLY_VECTOR, x, 0, A, x)).isInstanceOf(RankOneStorage.class);
  }

  @Test
  void sparsityPassesThroughEntrywiseOperations() {
    assertThat(push(Elementary.SIN, 0, HOT, A)).isInstanceOf(OneHotStorage.class);
    assertThat(pull(Arithmetic.HADAMARD, HOT, 1, A, B)).isInstanceOf(OneHotStorage.class);
    assertThat(pull(Arithmetic.SCALE, HOT, 0, A, Scalar.of(3))).isInstanceOf(OneHotStorage.class);
    assertThat(pull(Arithmetic.NEGATE, HOT, 0, A)).isInstanceOf(OneHotStorage.class);
    assertThat(pull(Shaping.TRANSPOSE, HOT, 0, A)).isInstanceOf(OneHotStorage.class);
    assertThat(pull(Arithmetic.ADD, HOT, 0, A, B)).isInstanceOf(OneHotStorage.class);
    assertThat(pull(Arithmetic.DIVIDE_BY, HOT, 0, A, Scalar.of(3)))
        .isInstanceOf(OneHotStorage.class);
    assertThat(pull(Arithmetic.QUOTIENT, HOT, 0, A, B)).isInstanceOf(OneHotStorage.class);
  }

  @Test
  void aDiagonalOverAnythingIsDiagonal() {
    Matrix quotient = Elementwise.divide(Matrix.identity(2), Matrix.of(2, 2, 4, 0, 0, 2));
    assertThat(quotient.storage()).isInstanceOf(DiagonalStorage.class);
    assertThat(quotient).isEqualTo(Matrix.of(2, 2, 0.25, 0, 0, 0.5));
  }

  @Test
  void aDiagonalPullsBackADiagonalMatrix() {
    assertThat(pull(Indexing.DIAGONAL, Vector.of(1, 2, 3), 0, A))
        .isInstanceOf(DiagonalStorage.class);
  }

  @Test
  void zerosPassThroughEverything() {
    Matrix zero = Matrix.zeros(3, 3);
    assertThat(pull(Products.MULTIPLY, zero, 0, A, B)).isInstanceOf(ZeroStorage.class);
    assertThat(push(Products.MULTIPLY, 1, zero, A, B)).isInstanceOf(ZeroStorage.class);
    assertThat(push(Elementary.EXP, 0, zero, A)).isInstanceOf(ZeroStorage.class);
    assertThat(push(Shaping.TRANSPOSE, 0, zero, A)).isInstanceOf(ZeroStorage.class);
    assertThat(push(new Shaping.Reshape(Shape.vector(9)), 0, zero, A))
        .isInstanceOf(ZeroStorage.class);
    assertThat(pull(Arithmetic.QUOTIENT, zero, 0, A, B)).isInstanceOf(ZeroStorage.class);
    assertThat(push(new Indexing.Block(Shape.matrix(2, 2), 0, 0), 0, zero, A))
        .isInstanceOf(ZeroStorage.class);
    assertThat(pull(new Indexing.Block(Shape.matrix(2, 2), 0, 0), Matrix.zeros(2, 2), 0, A))
        .isInstanceOf(ZeroStorage.class);
  }
}
