package org.frechet.linalg.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.frechet.linalg.reference.Reference.Point;
import org.frechet.value.Matrix;

/** Reads what {@code testkit/references} wrote; the README there explains the format. */
final class ReferenceFile {

  private final List<String> lines;
  private int next;

  private ReferenceFile(List<String> lines) {
    this.lines = lines;
  }

  /** The cases of {@code references/<function>.txt}, in their order. */
  static List<Reference> read(String function) {
    String path = "/references/" + function + ".txt";
    try (InputStream in = ReferenceFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + path);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines =
          text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
      return new ReferenceFile(lines).cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Reference> cases() {
    List<Reference> cases = new ArrayList<>();
    while (next < lines.size()) {
      cases.add(readCase());
    }
    return cases;
  }

  private Reference readCase() {
    String name = rest("case ");
    int parameter = at("parameter ") ? Integer.parseInt(rest("parameter ")) : 0;
    List<Matrix> arguments = new ArrayList<>();
    while (at("argument ")) {
      arguments.add(matrix());
    }
    Map<String, Point> directions = new HashMap<>();
    for (String which : List.of("first", "second", "third")) {
      List<Matrix> direction = new ArrayList<>();
      while (at("direction " + which + " ")) {
        direction.add(matrix());
      }
      directions.put(which, new Point(direction));
    }
    Matrix cotangent = matrix();
    return new Reference(
        name, parameter, new Point(arguments), directions, cotangent, expectations());
  }

  private Map<String, Expectation> expectations() {
    Map<String, Expectation> expectations = new HashMap<>();
    while (at("expect ")) {
      String header = lines.get(next);
      String quantity = header.replaceFirst("expect (.*) \\d+ \\d+", "$1");
      Matrix value = matrix();
      expectations.put(quantity, new Expectation(value, matrix()));
    }
    return expectations;
  }

  private boolean at(String start) {
    return next < lines.size() && lines.get(next).startsWith(start);
  }

  private String rest(String start) {
    if (!at(start)) {
      throw new IllegalArgumentException(
          "expected '%s', found '%s'".formatted(start, lines.get(next)));
    }
    return lines.get(next++).substring(start.length());
  }

  /** A line that ends in the numbers of rows and columns, and the rows. */
  private Matrix matrix() {
    String[] header = lines.get(next++).split(" ", -1);
    double[][] rows = new double[Integer.parseInt(header[header.length - 2])][];
    int columns = Integer.parseInt(header[header.length - 1]);
    for (int i = 0; i < rows.length; i++) {
      String[] entries = lines.get(next++).split(" ", -1);
      if (entries.length != columns) {
        throw new IllegalArgumentException(
            "line '%s' has %d entries, expected %d"
                .formatted(lines.get(next - 1), entries.length, columns));
      }
      rows[i] = new double[columns];
      for (int j = 0; j < columns; j++) {
        rows[i][j] = Double.parseDouble(entries[j]);
      }
    }
    return Matrix.of(rows);
  }
}
