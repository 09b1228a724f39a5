package org.frechet.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Tokens are data: they compare, print, and check themselves. */
class TokensTest {

  @Test
  void compareByContent() {
    assertThat(new AutoForward()).isEqualTo(new AutoForward(Integer.MAX_VALUE));
    assertThat(new AutoForward(3)).isNotEqualTo(new AutoForward());
    assertThat(new AutoReverse()).isEqualTo(new AutoReverse());
    assertThat(new AutoFiniteDiff(1e-3)).isNotEqualTo(new AutoFiniteDiff());
    assertThat(SecondOrder.of(new AutoForward(), new AutoReverse()))
        .isEqualTo(new SecondOrder(new AutoForward(), new AutoReverse()))
        .isNotEqualTo(SecondOrder.of(new AutoReverse(), new AutoForward()));
  }

  @Test
  void print() {
    assertThat(new AutoForward()).hasToString("AutoForward");
    assertThat(new AutoForward(3)).hasToString("AutoForward[chunk=3]");
    assertThat(new AutoReverse()).hasToString("AutoReverse");
    assertThat(new AutoFiniteDiff()).hasToString("AutoFiniteDiff");
    assertThat(SecondOrder.of(new AutoForward(), new AutoReverse()))
        .hasToString("AutoForward over AutoReverse");
  }

  @Test
  void checkThemselves() {
    assertThatThrownBy(() -> new AutoForward(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("AutoForward: the chunk must be positive, not 0");
    assertThatThrownBy(() -> new AutoFiniteDiff(0)).hasMessageContaining("must be positive");
    assertThatThrownBy(() -> new AutoFiniteDiff(Double.NaN))
        .hasMessageContaining("must be positive");
    assertThatThrownBy(() -> SecondOrder.of(new AutoForward(), null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("SecondOrder: the inner token is null");
    SecondOrder nested = SecondOrder.of(new AutoForward(), new AutoReverse());
    assertThatThrownBy(() -> SecondOrder.of(nested, new AutoReverse()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nest calls, not tokens")
        .hasMessageContaining("(AutoForward over AutoReverse) over AutoReverse");
  }
}
