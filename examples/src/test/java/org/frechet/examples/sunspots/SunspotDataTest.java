package org.frechet.examples.sunspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SunspotDataTest {

  private final SunspotData data = SunspotData.load();

  @Test
  void everyYearIsThereOnce() {
    double[] years = data.years().toArray();
    assertThat(years).hasSize(309);
    for (int i = 0; i < years.length; i++) {
      assertThat(years[i]).isEqualTo(1700 + i);
    }
  }

  @Test
  void theNumbersAreThoseOfTheFile() {
    double[] numbers = data.numbers().toArray();
    assertThat(numbers).hasSize(309).startsWith(5, 11, 16, 23).endsWith(15.2, 7.5, 2.9);
  }

  @Test
  void theCentredSeriesHasNoMean() {
    assertThat(data.mean()).isCloseTo(49.752, within(5e-4));
    assertThat(data.centred().mean().toDouble()).isCloseTo(0, within(1e-12));
    assertThat(data.centred().add(data.mean()).toArray())
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(data.numbers().toArray());
  }
}
