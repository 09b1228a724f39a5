package org.frechet.examples.sunspots;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.frechet.value.Vector;

/**
 * The yearly sunspot numbers from 1700 to 2008.
 *
 * @param years one after the other
 * @param numbers the mean sunspot number of each year
 */
record SunspotData(Vector years, Vector numbers) {

  private static final String RESOURCE = "sunspots.csv";

  /** Reads the series that lies beside this class; {@code SOURCE.md} says where it is from. */
  static SunspotData load() {
    try (InputStream in = SunspotData.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing beside " + SunspotData.class);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String[]> rows = lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
      return new SunspotData(column(rows, 0), column(rows, 1));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  private static Vector column(List<String[]> rows, int j) {
    return Vector.wrap(rows.stream().mapToDouble(row -> Double.parseDouble(row[j])).toArray());
  }

  double mean() {
    return numbers.mean().toDouble();
  }

  /** What the model describes: the numbers without their mean. */
  Vector centred() {
    return numbers.subtract(mean());
  }
}
