package org.frechet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.reverse.Reverse;
import org.frechet.rule.RuleRegistry;
import org.frechet.testkit.BackendComparison.Row;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class BackendComparisonTest {

  private record Unknown() implements AdType {}

  private static final double[] X = {1, 2, 3, 4};

  @Test
  void rightBackends() {
    BackendComparison table =
        BackendComparison.ofGradient(
            x -> x.dot(x), X, new AutoForward(2), new AutoReverse(), new AutoFiniteDiff());
    assertThat(table.rows()).allMatch(Row::isCorrect).hasSize(3);
    assertThat(table.rows().get(0).calls()).isEqualTo(2);
    assertThat(table.rows().get(1).calls()).isEqualTo(1);
    assertThat(table.rows().get(1).gradient()).containsExactly(2, 4, 6, 8);
    assertThat(table.rows().get(2).difference()).isLessThan(1e-8);
    assertThat(table.rows().get(2).value()).isCloseTo(30, within(0.0));
    assertThat(table.fastestCorrect()).isPresent();
    assertThat(table.toString())
        .contains("AutoForward[chunk=2]", "AutoReverse", "AutoFiniteDiff", "[2.00000, 4.00000")
        .contains("fastest correct one: Auto");
  }

  @Test
  void aWrongBackendIsNeverTheFastestCorrectOne() {
    Differentiation di =
        Differentiation.of(RuleRegistry.of(), new WrongForward.Sign(), new Reverse());
    BackendComparison table =
        BackendComparison.ofGradient(
            di, x -> x.dot(x), Vector.of(X), new AutoForward(), new AutoReverse());
    assertThat(table.rows().get(0).isCorrect()).isFalse();
    assertThat(table.rows().get(0).failure()).contains("-1.00000 times what is due");
    assertThat(table.fastestCorrect()).contains(new AutoReverse());
    assertThat(table.toString()).contains("WRONG");
  }

  @Test
  void aFailureIsARow() {
    BackendComparison table = BackendComparison.ofGradient(x -> x.dot(x), X, new Unknown());
    assertThat(table.rows().get(0).failure()).contains("No backend for Unknown");
    assertThat(table.fastestCorrect()).isEmpty();
    assertThat(table.toString()).contains("fastest correct one: none");
  }

  @Test
  void nothingToCompare() {
    assertThatThrownBy(() -> BackendComparison.ofGradient(x -> x.dot(x), X))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
