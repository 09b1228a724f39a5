package org.frechet.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.testkit.FrechetAssertions.assertThatBackends;

import java.util.List;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class BackendsAssertTest {

  private final BackendsAssert all =
      assertThatBackends(
          new AutoForward(),
          new AutoReverse(),
          new AutoFiniteDiff(),
          SecondOrder.of(new AutoReverse(), new AutoForward()));

  @Test
  void scalarFunctionOfAMatrix() {
    all.agreeOn(x -> x.multiply(x).sin().sum(), Points.vector(4, 1));
  }

  @Test
  void functionOfAMatrix() {
    all.agreeOn(x -> x.multiply(x).transpose(), Points.matrix(3, 3, 1));
  }

  @Test
  void functionOfAScalar() {
    all.agreeOn(x -> List.of(x.exp(), x.sin()), Scalar.of(0.4));
  }

  @Test
  void functionOfAnArray() {
    all.agreeOn(x -> x.dot(x).sqrt(), new double[] {1, 2, 3});
  }

  @Test
  void aConstant() {
    all.agreeOn(x -> Scalar.of(2), new double[] {1, 2, 3});
  }

  @Test
  void nothingToCompare() {
    assertThatThrownBy(() -> assertThatBackends())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no token");
  }

  /** What the rules cannot see, differences do: a factor that was detached. */
  @Test
  void exactBackendsMayAgreeOnWhatIsWrong() {
    BackendsAssert exact = assertThatBackends(new AutoForward(), new AutoReverse());
    assertThatThrownBy(() -> exact.agreeOn(x -> x.detach().dot(x), Vector.of(1, 2)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("AutoForward, pushforward: differs from differences of the plain")
        .hasMessageContaining("0.500000 times what is due");
  }
}
