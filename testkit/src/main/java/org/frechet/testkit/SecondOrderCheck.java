package org.frechet.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.frechet.testkit.Differences.Estimate;

/**
 * Second derivatives in the four nestings of forward and reverse mode: against each other, against
 * differences of the rule's first derivatives, and against second differences of the plain
 * evaluation. A rule that drops a dependence, say by {@code detach()}, shows only here.
 */
final class SecondOrderCheck {

  private static final double RELATIVE = 1e-9;
  private static final double RELATIVE_OF_SECOND_DIFFERENCES = 1e-6;
  private static final double JUDGEABLE = 1e-3;

  private final Trial trial;
  private final Layout x;
  private final double[][] u;
  private final double[][] v;
  private final double[][] seed;
  private final Object value;

  SecondOrderCheck(Trial trial) {
    this.trial = trial;
    this.x = trial.x;
    this.u = trial.directions.everywhere();
    this.v = trial.directions.everywhere();
    this.value = trial.subject.evaluate(x.arguments());
    this.seed = trial.directions.cotangent(Numbers.of(value));
  }

  /** {@code D²f[u, v]} or {@code ∇²⟨ȳ, f⟩ u} at a point, by one nesting. */
  private record Nesting(String name, Function<Layout, double[][]> derivative) {}

  void run() {
    if (trial.modes.tokens().isEmpty()) {
      trial.findings.report(
          "second order: no backend on the path: add frechet-backend-forward and frechet-backend-reverse to the tests, or say firstOrderOnly()");
      return;
    }
    if (trial.modes.forward() != null) {
      trial.findings.check("second order, forward over forward", this::forwardOverForward);
    }
    if (trial.modes.reverse() != null) {
      trial.findings.check("second order", this::products);
    }
  }

  private Object cotangent() {
    return Numbers.structure(value, seed);
  }

  private Arguments direction(double[][] d) {
    return new Arguments(x.structure(d));
  }

  private Object applied(Arguments arguments) {
    return trial.subject.apply(arguments.each());
  }

  private double[][] forwardOverForward(Layout at) {
    Modes modes = trial.modes;
    Function<Arguments, Object> pushed = modes.pushing(this::applied, direction(u));
    Arguments point = new Arguments(at.arguments());
    return Numbers.of(
        modes.differentiation().pushforward(pushed, modes.forward(), point, direction(v)));
  }

  private void forwardOverForward() {
    if (!trial.differentiable) {
      return;
    }
    String name = "second order, forward over forward";
    double[][] given = forwardOverForward(x);
    Function<Layout, Estimate> slopes =
        at -> Differences.first(t -> pushforward(new Layout(at.moved(v, t))));
    judge(name, given, new Judge(trial, x, "differences of the pushforward", RELATIVE, slopes));
    Function<Layout, Estimate> plain =
        at -> Differences.mixed((s, t) -> evaluated(new Layout(at.moved(u, s)).moved(v, t)));
    String source = "second differences of the plain evaluation";
    judge(name, given, new Judge(trial, x, source, RELATIVE_OF_SECOND_DIFFERENCES, plain));
  }

  private double[][] pushforward(Layout at) {
    return Numbers.of(trial.derivative(at).pushforward(at.tangents(u)));
  }

  private double[][] evaluated(List<Object> arguments) {
    return Numbers.of(trial.subject.evaluate(arguments));
  }

  private void judge(String name, double[][] given, Judge judge) {
    double[] sizes = Numbers.sizes(given);
    for (int k = 0; k < sizes.length; k++) {
      sizes[k] = Math.max(sizes[k], size(k));
    }
    if (judge.leafWorseThan(JUDGEABLE, sizes) < 0) {
      judge.compare(name, given);
    }
  }

  private double size(int k) {
    double[][] values = Numbers.of(value);
    return k < values.length ? Numbers.largest(values[k]) : 0;
  }

  /** {@code ∇²⟨ȳ, f⟩ u}, in the nestings that give it as a whole. */
  private void products() {
    List<Nesting> nestings = nestings();
    Judge judge = trial.differentiable ? differencesOfPullback() : null;
    double[][] first = product(nestings.get(0), x);
    for (Nesting nesting : nestings) {
      String name = "second order, " + nesting.name();
      double[][] given = product(nesting, x);
      if (judge != null) {
        judge(name, given, judge);
      }
      trial.agree(
          name,
          given,
          nestings.get(0).name(),
          first,
          magnitudes(first),
          at -> product(nesting, at));
    }
    if (trial.modes.forward() != null) {
      contraction(first);
    }
  }

  private double[][] product(Nesting nesting, Layout at) {
    return trial.projected(nesting.derivative().apply(at));
  }

  /** What first derivatives cancel to second ones from: directions are in proportion to x. */
  private double[] magnitudes(double[][] product) {
    double[] sizes = Numbers.sizes(product);
    double[] pulled = Numbers.sizes(pullback(x));
    for (int k = 0; k < sizes.length; k++) {
      sizes[k] = Math.max(sizes[k], pulled[k]);
    }
    return sizes;
  }

  private double[][] pullback(Layout at) {
    return trial.projected(
        at.entries(trial.derivative(at).pullback(cotangent(), trial.everyArgument())));
  }

  private Judge differencesOfPullback() {
    return new Judge(
        trial,
        x,
        "differences of the pullback",
        RELATIVE,
        at -> Differences.first(t -> pullback(new Layout(at.moved(u, t)))));
  }

  private List<Nesting> nestings() {
    Modes modes = trial.modes;
    Function<Arguments, Object> pulled = modes.pulling(this::applied, cotangent());
    List<Nesting> nestings = new ArrayList<>();
    nestings.add(new Nesting("reverse over reverse", at -> reverse(pulled, at, direction(u))));
    if (modes.forward() != null) {
      Function<Arguments, Object> pushed = modes.pushing(this::applied, direction(u));
      nestings.add(new Nesting("forward over reverse", at -> forward(pulled, at)));
      nestings.add(new Nesting("reverse over forward", at -> reverse(pushed, at, cotangent())));
    }
    return nestings;
  }

  private double[][] reverse(Function<Arguments, Object> inner, Layout at, Object seed) {
    Modes modes = trial.modes;
    Arguments point = new Arguments(at.arguments());
    return entries(modes.differentiation().pullback(inner, modes.reverse(), point, seed));
  }

  private double[][] forward(Function<Arguments, Object> inner, Layout at) {
    Modes modes = trial.modes;
    Arguments point = new Arguments(at.arguments());
    Object pushed =
        modes.differentiation().pushforward(inner, modes.forward(), point, direction(u));
    return entries((Arguments) pushed);
  }

  private double[][] entries(Arguments arguments) {
    return x.entries(arguments.each().toArray());
  }

  /** {@code ⟨ȳ, D²f[u, v]⟩ = ⟨∇²⟨ȳ, f⟩ u, v⟩}. */
  private void contraction(double[][] product) {
    double[][] second = forwardOverForward(x);
    double[][] first = pushforward(x);
    trial.agree(
        "second order, forward over forward ⟨ȳ, D²f[u, v]⟩",
        new double[][] {{Numbers.inner(seed, second)}},
        "reverse over reverse",
        new double[][] {{Numbers.inner(product, v)}},
        new double[] {
          Numbers.magnitude(seed, second)
              + Numbers.magnitude(seed, first)
              + Numbers.magnitude(product, v)
        },
        at -> new double[][] {{Numbers.inner(seed, forwardOverForward(at))}});
  }
}
