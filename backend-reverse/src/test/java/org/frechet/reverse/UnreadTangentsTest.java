package org.frechet.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.frechet.Differentiation;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.forward.Forward;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** Forward over reverse pushes what the gradient reads, and nothing else. */
class UnreadTangentsTest {

  private static final Primitive.Unary<Vector, Vector> SQUARES =
      Primitive.unary("test.squares", x -> x.multiply(x));

  private static final SecondOrder TOKEN = new SecondOrder(new AutoForward(), new AutoReverse());

  private final AtomicInteger pushes = new AtomicInteger();

  private final RuleSet rules =
      binder ->
          binder
              .on(SQUARES)
              .frule(
                  (y, x, dx) -> {
                    pushes.incrementAndGet();
                    return x.multiply(dx).multiply(2);
                  })
              .rrule((y, x, gy) -> x.multiply(gy).multiply(2));

  private final Differentiation di =
      Differentiation.of(RuleRegistry.of(rules), new Reverse(), new Forward());

  @Test
  void aSumOfSquaresIsNotPushed() {
    assertThat(di.hessian(x -> SQUARES.apply(x).sum(), TOKEN, Vector.of(1, 2)))
        .isEqualTo(Matrix.of(new double[][] {{2, 0}, {0, 2}}));
    assertThat(pushes).hasValue(0);
  }

  @Test
  void squaresThatAreReadAre() {
    assertThat(di.hvp(x -> SQUARES.apply(x).dot(x), TOKEN, Vector.of(1, 2), Vector.of(1, -1)))
        .isEqualTo(Vector.of(6, -12));
    assertThat(pushes).hasValue(1);
  }
}
