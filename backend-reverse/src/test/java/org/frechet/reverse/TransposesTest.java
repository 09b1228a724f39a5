package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.SecondOrder;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Shaping;
import org.frechet.value.TracedValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A matrix under differentiation is transposed once, as a constant is. */
class TransposesTest {

  private static final Matrix A = Matrix.of(2, 3, 1, 2, -1, 0.5, 3, 4);
  private static final Matrix V = Matrix.of(2, 3, 0.2, 1, 1, -1, 0, 2);

  private final Differentiation di = Differentiation.standard();
  private final List<Matrix> stored = new ArrayList<>();

  static Stream<AdType> exact() {
    return Tokens.exact();
  }

  static Stream<SecondOrder> exactPairs() {
    return Tokens.exactPairs();
  }

  /** {@code tr(AᵀA AᵀA)}, with the gradient {@code 4 A AᵀA}. */
  private static Scalar quartic(Matrix a) {
    Matrix gram = a.transpose().multiply(a);
    return gram.dot(a.transpose().multiply(a.transpose().transpose()));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void isTheSameEachTime(AdType token) {
    Matrix gradient =
        di.gradient(
            x -> {
              Matrix y = x.multiply(2);
              assertThat(y.transpose()).isSameAs(y.transpose());
              assertThat(y.transpose().transpose()).isEqualTo(y).isNotSameAs(x);
              return quartic(x);
            },
            token,
            A);
    assertThat(gradient).isEqualTo(A.multiply(A.transpose()).multiply(A).multiply(4));
  }

  @ParameterizedTest
  @MethodSource("exactPairs")
  void andSoAtSecondOrder(SecondOrder tokens) {
    Matrix due =
        V.multiply(A.transpose().multiply(A))
            .add(A.multiply(V.transpose().multiply(A)))
            .add(A.multiply(A.transpose().multiply(V)))
            .multiply(4);
    assertThat(di.hvp(TransposesTest::quartic, tokens, A, V).subtract(due).norm().toDouble())
        .isLessThan(1e-12);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void ofAnOuterCallIsNoConstantInAnInnerOne(AdType token) {
    Matrix gradient =
        di.gradient(
            x ->
                di.gradient(y -> y.dot(x.transpose().transpose()), token, x)
                    .dot(x.transpose().transpose()),
            token,
            A);
    assertThat(gradient).isEqualTo(A.multiply(2));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void isReportedAfterTheCall(AdType token) {
    di.gradient(
        x -> {
          stored.add(x);
          stored.add(x.transpose());
          return x.sum();
        },
        token,
        A);
    for (Matrix escaped : stored) {
      assertThatThrownBy(escaped::transpose)
          .isInstanceOf(TracedValueException.class)
          .hasMessageContaining("transpose")
          .hasMessageContaining("has returned");
    }
  }

  @Test
  void anotherRuleCounts() {
    AtomicInteger pulled = new AtomicInteger();
    RuleSet counting =
        rules ->
            rules
                .override(Shaping.TRANSPOSE)
                .linear(
                    (y, x, gy) -> {
                      pulled.incrementAndGet();
                      return gy.transpose();
                    });
    Matrix gradient = with(counting).gradient(TransposesTest::quartic, Tokens.REVERSE, A);
    assertThat(gradient).isEqualTo(A.multiply(A.transpose()).multiply(A).multiply(4));
    assertThat(pulled).hasPositiveValue();

    RuleSet held = rules -> rules.override(Shaping.TRANSPOSE).zero();
    Matrix partly = with(held).gradient(x -> x.transpose().dot(x.transpose()), Tokens.REVERSE, A);
    assertThat(partly).isEqualTo(Matrix.zeros(2, 3));
    assertThat(A.transpose().isTraced()).isFalse();
  }

  private static Differentiation with(RuleSet rules) {
    return Differentiation.of(RuleRegistry.standard().with(rules), List.of(new Reverse()));
  }

  @Test
  void isTheSameForThreadsThatShareIt() {
    for (int round = 0; round < 200; round++) {
      Matrix gradient =
          di.gradient(
              x -> {
                List<CompletableFuture<Scalar>> parts =
                    IntStream.range(0, 4)
                        .mapToObj(
                            i ->
                                CompletableFuture.supplyAsync(
                                    () -> x.transpose().dot(A.transpose())))
                        .toList();
                return parts.stream()
                    .map(CompletableFuture::join)
                    .reduce(Scalar.of(0), Scalar::add);
              },
              Tokens.REVERSE,
              A);
      assertThat(gradient).isEqualTo(A.multiply(4));
    }
  }
}
