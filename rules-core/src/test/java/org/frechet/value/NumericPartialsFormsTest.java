package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.frechet.value.NumericPartials.Partial;
import org.junit.jupiter.api.Test;

class NumericPartialsFormsTest {

  private static final Partial FORMULA = (y, a, b) -> 100 * y + 10 * a + b;

  @Test
  void constantsArgumentsAndFormulas() {
    NumericPartials product = new NumericPartials(Partial.SECOND_ARGUMENT, Partial.FIRST_ARGUMENT);
    assertThat(product.first(6, 2, 3)).isEqualTo(3);
    assertThat(product.second(6, 2, 3)).isEqualTo(2);

    NumericPartials mixed = new NumericPartials(Partial.constant(-1), FORMULA);
    assertThat(mixed.first(1, 2, 3)).isEqualTo(-1);
    assertThat(mixed.second(1, 2, 3)).isEqualTo(123);

    NumericPartials other = new NumericPartials(FORMULA, Partial.constant(0));
    assertThat(other.first(1, 2, 3)).isEqualTo(123);
    assertThat(other.second(1, 2, 3)).isZero();
  }

  @Test
  void eachFormIsAFormulaToo() {
    assertThat(Partial.SECOND_ARGUMENT.at(1, 2, 3)).isEqualTo(3);
    assertThat(Partial.FIRST_ARGUMENT.at(1, 2, 3)).isEqualTo(2);
    assertThat(Partial.constant(4).at(1, 2, 3)).isEqualTo(4);
  }

  @Test
  void bothAreDue() {
    assertThatThrownBy(() -> new NumericPartials(null, FORMULA)).hasMessage("first");
    assertThatThrownBy(() -> new NumericPartials(FORMULA, null)).hasMessage("second");
  }
}
