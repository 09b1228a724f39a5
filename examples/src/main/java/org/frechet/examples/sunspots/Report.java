package org.frechet.examples.sunspots;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.frechet.value.Vector;

/** What the program says, in ASCII: it is read on any terminal. */
final class Report {

  private static final List<String> PARAMETERS = List.of("log a0", "log a1", "log sigma", "b");

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void data(SunspotData data) {
    Vector years = data.years();
    line(
        "Yearly sunspot numbers, %.0f to %.0f: %d values, mean %.3f",
        years.get(0).toDouble(), years.get(years.size() - 1).toDouble(), years.size(), data.mean());
    line("Model: CARMA(2,1), dx = A x dt + (0, sigma)' dW, A = [0, 1; -a0, -a1], y = (1, b) x");
    line("");
    line("Fitting by BFGS with gradients by AutoReverse");
    line("%5s %18s %14s", "step", "-log likelihood", "max|gradient|");
  }

  void step(Fit.Step step) {
    line("%5d %18.7f %14.2e", step.number(), step.value(), step.slope());
  }

  void fit(Fit fit, int calls) {
    line(
        "%s after %d steps and %d calls of the likelihood: -log likelihood = %.7f",
        fit.converged() ? "Converged" : "Stopped short of the tolerance",
        fit.last().number(),
        calls,
        fit.last().value());
  }

  void parameters(Vector theta, Vector standardErrors) {
    line("");
    line("Standard errors from the Hessian by %s", Uncertainty.HESSIAN);
    line("%-12s %12s %16s", "parameter", "estimate", "standard error");
    for (int i = 0; i < PARAMETERS.size(); i++) {
      estimate(PARAMETERS.get(i), theta.get(i).toDouble(), standardErrors.get(i).toDouble());
    }
  }

  void cycle(double years, double standardError) {
    estimate("cycle", years, standardError);
    line(
        "The cycle, 2 pi / sqrt(a0 - a1^2 / 4), lasts %.2f years; its error is by the delta method",
        years);
  }

  private void estimate(String name, double estimate, double standardError) {
    line("%-12s %12.5f %16.4f", name, estimate, standardError);
  }

  void gradients(GradientComparison comparison) {
    line("");
    line("Gradient at the start, by every backend");
    line("%-15s %s %7s", "backend", entries("%15s", PARAMETERS), "calls");
    for (GradientComparison.Row row : comparison.rows()) {
      List<Double> gradient = Arrays.stream(row.gradient().toArray()).boxed().toList();
      line("%-15s %s %7d", row.backend(), entries("%15.9f", gradient), row.calls());
    }
    line("Largest relative difference: %.1e", comparison.largestRelativeDifference());
  }

  private static String entries(String format, List<?> entries) {
    StringJoiner row = new StringJoiner(" ");
    entries.forEach(entry -> row.add(String.format(Locale.ROOT, format, entry)));
    return row.toString();
  }

  void picture(Path file) {
    line("");
    line("Wrote %s", file);
  }

  private void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
