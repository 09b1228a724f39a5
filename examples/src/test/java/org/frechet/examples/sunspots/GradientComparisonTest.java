package org.frechet.examples.sunspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.examples.sunspots.GradientComparison.Row;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class GradientComparisonTest {

  private final Differentiation di = Differentiation.standard();
  private final Function<Vector, Scalar> likelihood =
      new Sunspots(System.out).negativeLogLikelihood();
  private final GradientComparison comparison =
      GradientComparison.of(di, likelihood, Sunspots.START);

  private Row row(int i) {
    return comparison.rows().get(i);
  }

  private static void assertClose(Vector actual, Vector expected, double relative) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).toDouble())
          .isCloseTo(expected.get(i).toDouble(), withinPercentage(100 * relative));
    }
  }

  @Test
  void theBackendsAgree() {
    assertClose(row(0).gradient(), row(1).gradient(), 1e-10);
    assertClose(row(2).gradient(), row(1).gradient(), 1e-6);
  }

  @Test
  void theLargestDifferenceIsThatOfFiniteDifferences() {
    assertThat(comparison.largestRelativeDifference()).isBetween(1e-13, 1e-6);
  }

  @Test
  void theCallsOfTheLikelihoodAreKnown() {
    assertThat(comparison.rows())
        .extracting(row -> row.backend().toString())
        .containsExactly("AutoForward", "AutoReverse", "AutoFiniteDiff");
    assertThat(comparison.rows()).extracting(Row::calls).containsExactly(1, 1, 1 + 4 * 4);
  }

  @Test
  void aLargeDifferenceIsSeen() {
    Row one = new Row(row(0).backend(), Vector.of(1, 2), 1);
    Row other = new Row(row(1).backend(), Vector.of(1, 2.5), 1);
    assertThat(new GradientComparison(List.of(one, other)).largestRelativeDifference())
        .isEqualTo(0.25);
  }
}
