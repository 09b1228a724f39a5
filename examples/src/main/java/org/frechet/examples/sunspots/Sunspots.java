package org.frechet.examples.sunspots;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * Fits a continuous-time model to the yearly sunspot numbers: how long is the solar cycle, and how
 * well do 309 years determine it? The likelihood stands in {@link Carma}. The gradient that fits
 * it, the Hessian for the standard errors and the slope for the delta method all come from there.
 */
public final class Sunspots {

  /** (log a₀, log a₁, log σ, b): a damped cycle of about ten years. */
  static final Vector START = Vector.of(Math.log(0.4), Math.log(0.3), Math.log(15), 0.6);

  private final Differentiation di = Differentiation.standard();
  private final SunspotData data = SunspotData.load();
  private final Report report;

  Sunspots(PrintStream out) {
    this.report = new Report(out);
  }

  /** Takes at most one argument, the picture to write: {@code sunspots.png} by default. */
  public static void main(String[] arguments) {
    int status = run(arguments, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** The exit status: 0 if all went well, 1 if the picture cannot be written, 2 for wrong use. */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    Path picture;
    try {
      picture = PicturePath.of(arguments);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
    try {
      new Sunspots(out).run(picture);
      return 0;
    } catch (IOException e) {
      err.println("The picture cannot be written to " + picture.toAbsolutePath() + ": " + e);
      return 1;
    }
  }

  /** −log L as a function of θ. */
  Function<Vector, Scalar> negativeLogLikelihood() {
    Vector y = data.centred();
    return theta -> Carma.of(theta).negativeLogLikelihood(y);
  }

  private void run(Path picture) throws IOException {
    report.data(data);
    Vector theta = fit();
    double cycle = cycle(theta);
    report.gradients(GradientComparison.of(di, negativeLogLikelihood(), START));
    Predictions predictions = Carma.of(theta).predict(data.centred()).shiftedBy(data.mean());
    String title =
        String.format(
            Locale.ROOT,
            "Yearly sunspot numbers, predicted one year ahead: a cycle of %.2f years",
            cycle);
    new Picture(title).draw(data, predictions).write(picture);
    report.picture(picture.toAbsolutePath());
  }

  private Vector fit() {
    CountedFunction counted = new CountedFunction(negativeLogLikelihood());
    Fit fit = Fit.minimize(di, counted, START, report::step);
    report.fit(fit, counted.calls());
    return fit.last().x();
  }

  private double cycle(Vector theta) {
    Uncertainty uncertainty = Uncertainty.at(di, negativeLogLikelihood(), theta);
    report.parameters(theta, uncertainty.standardErrors());
    double years = Carma.of(theta).cycle().toDouble();
    report.cycle(years, uncertainty.standardError(estimate -> Carma.of(estimate).cycle()));
    return years;
  }
}
