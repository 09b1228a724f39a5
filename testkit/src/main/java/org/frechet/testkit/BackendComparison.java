package org.frechet.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * Gradients of one function by several backends, side by side: whether each is right, and what it
 * costs. A table to look at and to choose by; times depend on the machine and are not for tests.
 * Immutable and safe to share between threads.
 *
 * <pre>{@code
 * System.out.println(BackendComparison.ofGradient(f, x, new AutoForward(), new AutoReverse()));
 * }</pre>
 */
public final class BackendComparison {

  /**
   * One backend.
   *
   * @param token which
   * @param value f(x)
   * @param gradient ∇f(x), vec
   * @param difference the largest difference from the first right gradient, relative to its largest
   *     entry
   * @param calls how often the function was called for one gradient
   * @param nanoseconds for one gradient, the median of several
   * @param bytes that one gradient allocates; −1 if the virtual machine does not say
   * @param isCorrect whether differences of the plain function confirm the gradient
   * @param failure what was thrown, or wrong; empty if nothing was
   */
  public record Row(
      AdType token,
      double value,
      double[] gradient,
      double difference,
      int calls,
      double nanoseconds,
      long bytes,
      boolean isCorrect,
      String failure) {}

  private final List<Row> rows;

  private BackendComparison(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Compares the gradients of a function of a value, with everything on the path. */
  public static <X extends Value> BackendComparison ofGradient(
      Function<X, Scalar> f, X x, AdType... tokens) {
    return ofGradient(Differentiation.standard(), f, x, tokens);
  }

  /** Compares the gradients of a function of a record, with everything on the path. */
  public static <X extends Record> BackendComparison ofGradient(
      Function<X, Scalar> f, X x, AdType... tokens) {
    return compare(Differentiation.standard(), f, x, tokens);
  }

  /** Compares the gradients of a function on arrays, with everything on the path. */
  public static BackendComparison ofGradient(
      Function<Vector, Scalar> f, double[] x, AdType... tokens) {
    return ofGradient(Differentiation.standard(), f, Vector.of(x), tokens);
  }

  /** Compares the gradients of a function of a value, by one facade. */
  public static <X extends Value> BackendComparison ofGradient(
      Differentiation di, Function<X, Scalar> f, X x, AdType... tokens) {
    return compare(di, f, x, tokens);
  }

  @SuppressWarnings("unchecked") // x is what f takes
  private static <X> BackendComparison compare(
      Differentiation di, Function<X, Scalar> f, Object x, AdType... tokens) {
    if (tokens.length == 0) {
      throw new IllegalArgumentException("a comparison of no backends");
    }
    Measurement measurement = new Measurement(di, at -> f.apply((X) at), x);
    List<Row> rows = new ArrayList<>();
    double[] reference = null;
    for (AdType token : tokens) {
      Row row = measurement.of(token, reference);
      reference = reference == null && row.isCorrect() ? row.gradient() : reference;
      rows.add(row);
    }
    return new BackendComparison(rows);
  }

  /** One row for each token, in the order in which they were given. */
  public List<Row> rows() {
    return rows;
  }

  /** The fastest backend whose gradient is right. */
  public Optional<AdType> fastestCorrect() {
    return rows.stream()
        .filter(Row::isCorrect)
        .min(Comparator.comparingDouble(Row::nanoseconds))
        .map(Row::token);
  }

  /** The table. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table.append(line("backend", "value", "gradient", "difference", "calls", "time", "bytes", ""));
    rows.forEach(row -> table.append(line(row)));
    String fastest = fastestCorrect().map(Object::toString).orElse("none");
    return table.append("fastest correct one: ").append(fastest).toString();
  }

  private static String line(Row row) {
    if (!Double.isFinite(row.nanoseconds())) {
      return line(row.token(), "—", "—", "—", "—", "—", "—", row.failure());
    }
    return line(
        row.token(),
        Numbers.text(row.value()),
        Numbers.text(first(row.gradient())),
        String.format(Locale.ROOT, "%.1e", row.difference()),
        row.calls(),
        String.format(Locale.ROOT, "%.2f µs", row.nanoseconds() / 1000),
        row.bytes() < 0 ? "?" : row.bytes(),
        row.isCorrect() ? "" : "WRONG: " + row.failure());
  }

  private static double[] first(double[] gradient) {
    return gradient.length <= 3 ? gradient : Arrays.copyOf(gradient, 3);
  }

  private static String line(Object... columns) {
    return String.format(Locale.ROOT, "%-28s %12s %36s %10s %6s %14s %10s  %s", columns)
            .stripTrailing()
        + System.lineSeparator();
  }
}
