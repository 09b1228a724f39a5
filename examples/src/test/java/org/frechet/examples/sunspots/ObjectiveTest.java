package org.frechet.examples.sunspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.frechet.Differentiation;
import org.frechet.PreparedGradient;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

class ObjectiveTest {

  private static final double[] START = {3, 4};

  private final CountedFunction f = new CountedFunction(x -> x.dot(x).log());
  private final Objective objective =
      new Objective(Differentiation.standard().prepareGradient(f, new AutoReverse(), START), START);

  @Test
  void valueAndGradientAtOnePointTakeOneCall() {
    double[] gradient = new double[2];
    assertThat(objective.process(START)).isEqualTo(Math.log(25));
    objective.process(START.clone(), gradient);
    assertThat(gradient).containsExactly(6 / 25.0, 8 / 25.0);
    assertThat(f.calls()).isEqualTo(1);
  }

  @Test
  void anArrayThatWasWrittenOverIsAnotherPoint() {
    double[] x = START.clone();
    objective.process(x);
    x[0] = 0;
    assertThat(objective.process(x)).isEqualTo(Math.log(16));
    assertThat(f.calls()).isEqualTo(2);
  }

  @Test
  void whereThereIsNoValueItIsInfinite() {
    double[] gradient = new double[2];
    assertThat(objective.process(new double[] {Double.NaN, 0})).isEqualTo(Double.POSITIVE_INFINITY);
    objective.process(new double[] {Double.NaN, 0}, gradient);
    assertThat(gradient).containsOnly(Double.NaN);
  }

  @Test
  void anErrorAtTheStartIsNotCaught() {
    CountedFunction wrong = new CountedFunction(x -> x.dot(Vector.zeros(3)));
    PreparedGradient.OfArray gradient =
        Differentiation.standard().prepareGradient(wrong, new AutoReverse(), START);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Objective(gradient, START))
        .withMessageContaining("the shapes differ");
  }

  @Test
  void theSizeIsThatOfTheArgument() {
    assertThat(objective.getN()).isEqualTo(2).isEqualTo(objective.getNumOfInputsN());
  }
}
