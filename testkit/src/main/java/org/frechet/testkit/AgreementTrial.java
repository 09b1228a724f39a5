package org.frechet.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.ValueAndGradient;
import org.frechet.ValueAndJacobian;
import org.frechet.ValueGradientAndHvp;
import org.frechet.backend.AdType;
import org.frechet.testkit.Differences.Estimate;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * One function with several backends: all answers against each other, and against differences of
 * the plain function, so that backends cannot agree on what is wrong.
 */
final class AgreementTrial {

  private static final double SAFETY = 30;
  private static final double RELATIVE = 1e-9;
  private static final double SECOND_DIFFERENCES = 1e-5;

  private final Differentiation di;
  private final Function<Object, Object> f;
  private final Object x;
  private final Findings findings;
  private final Object y;
  private final double[] value;
  private final double[] at;
  private final double[] u;
  private final double[] v;
  private final double[] seed;
  private double[] jacobian;
  private double[] product;

  AgreementTrial(
      Differentiation di, Function<Object, Object> f, Object x, long seed, Findings findings) {
    this.di = di;
    this.f = f;
    this.x = x;
    this.findings = findings;
    this.y = f.apply(x);
    this.value = Numbers.flat(y);
    this.at = Numbers.flat(x);
    Layout layout = new Layout(List.of(x));
    Random random = new Random(seed);
    this.u = flat(new Directions(random, layout, false).everywhere());
    this.v = flat(new Directions(random, layout, false).everywhere());
    this.seed = flat(new Directions(random, layout, false).cotangent(new double[][] {value}));
  }

  private static double[] flat(double[][] leaves) {
    return Arrays.stream(leaves).flatMapToDouble(Arrays::stream).toArray();
  }

  void run(List<AdType> tokens) {
    Estimate slope = Differences.first(t -> evaluated(t, u, 0));
    boolean isScalar = y instanceof Scalar;
    Estimate bend = isScalar ? Differences.mixed((s, t) -> evaluated(s, u, t)) : null;
    for (AdType token : tokens) {
      Operators operators = new Operators(di, token, f);
      findings.check(token + ", first order", () -> first(token, operators, slope));
      if (isScalar) {
        findings.check(token + ", gradient", () -> gradient(token, operators));
        findings.check(token + ", hvp", () -> second(token, operators, bend));
      }
    }
  }

  /** {@code f(x + s d + t v)}, plainly. */
  private double[][] evaluated(double s, double[] d, double t) {
    double[] moved = at.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += s * d[i] + t * v[i];
    }
    return new double[][] {Numbers.flat(f.apply(Numbers.structure(x, moved)))};
  }

  private void first(AdType token, Operators operators, Estimate slope) {
    Object dx = Numbers.structure(x, u);
    double accuracy = Accuracy.first(token);
    double[] pushed = Numbers.flat(operators.pushforward(x, dx));
    compare(token, "pushforward", pushed, slope, accuracy + RELATIVE, Numbers.largest(value));
    double[] pulled = Numbers.flat(operators.pullback(x, Numbers.structure(y, seed)));
    compare(
        token,
        "pullback ⟨x̄, ẋ⟩",
        new double[] {inner(pulled, u)},
        contracted(slope),
        accuracy + RELATIVE,
        1);
    ValueAndJacobian<Object> both = operators.valueAndJacobian(x);
    expect(token, "value", Numbers.flat(both.value()), "the plain evaluation", value, 1e-14);
    double[] given = Numbers.flat(both.jacobian());
    Value columns = both.jacobian().multiply(Vector.of(u));
    compare(token, "jacobian · ẋ", Numbers.flat(columns), slope, accuracy + RELATIVE, size(value));
    jacobian = jacobian == null ? given : jacobian;
    expect(token, "jacobian", given, "the first backend", jacobian, accuracy);
  }

  private static double inner(double[] a, double[] b) {
    return Numbers.inner(new double[][] {a}, new double[][] {b});
  }

  private static double size(double[] entries) {
    return Numbers.largest(entries);
  }

  private Estimate contracted(Estimate slope) {
    double weight = 0;
    for (double entry : seed) {
      weight += Math.abs(entry);
    }
    return new Estimate(
        new double[][] {{inner(seed, slope.value()[0])}},
        new double[] {weight * slope.error()[0]},
        slope.scale());
  }

  private void gradient(AdType token, Operators operators) {
    ValueAndGradient<?> both = operators.valueAndGradient(x);
    double[] given = Numbers.flat(both.gradient());
    expect(token, "value", Numbers.flat(both.value()), "the plain evaluation", value, 1e-14);
    expect(
        token, "gradient", given, "the first backend's jacobian", jacobian, Accuracy.first(token));
  }

  private void second(AdType token, Operators operators, Estimate bend) {
    ValueGradientAndHvp<?> all = operators.valueGradientAndHvp(x, Numbers.structure(x, u));
    double[] given = Numbers.flat(all.hvp());
    double accuracy = Accuracy.second(token);
    double scale = size(value) + Math.abs(inner(jacobian, u));
    double[] contraction = {inner(given, v)};
    compare(token, "hvp ⟨∇²f u, v⟩", contraction, bend, accuracy + SECOND_DIFFERENCES, scale);
    product = product == null ? given : product;
    double tolerance = accuracy * Math.max(size(product), size(jacobian));
    findings.compare(
        token + ", hvp",
        new double[][] {given},
        "the first backend",
        new double[][] {product},
        new double[] {tolerance});
  }

  private void expect(
      AdType token, String what, double[] given, String source, double[] due, double accuracy) {
    findings.compare(
        token + ", " + what,
        new double[][] {given},
        source,
        new double[][] {due},
        new double[] {accuracy * Math.max(size(due), size(value))});
  }

  private void compare(
      AdType token, String what, double[] given, Estimate due, double relative, double scale) {
    double size = Math.max(size(due.value()[0]), scale);
    findings.compare(
        token + ", " + what,
        new double[][] {given},
        "differences of the plain function",
        due.value(),
        new double[] {SAFETY * due.error()[0] + relative * size});
  }
}
