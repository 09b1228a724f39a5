package org.frechet.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.frechet.rule.Direction;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Structure;

/** One primitive at one point, with everything that checks of it need. Confined to one thread. */
final class Trial {

  /** What agreement of two exact formulas is held to, of the magnitudes involved. */
  static final double ROUNDING = 1e-12;

  /** How much worse than one rounding of the point a backward stable formula may be. */
  private static final double AMPLIFICATION = 32;

  final Subject subject;
  final Layout x;
  final RuleRegistry rules;
  final Modes modes;
  final Directions directions;
  final boolean symmetric;
  final boolean differentiable;
  final Findings findings = new Findings();

  Trial(Subject subject, Layout x, Conditions conditions) {
    this.subject = subject;
    this.x = x;
    this.rules = conditions.rules();
    this.modes = conditions.modes();
    this.symmetric = conditions.symmetric();
    this.differentiable = conditions.differentiable();
    this.directions = new Directions(new Random(conditions.seed()), x, symmetric);
  }

  /** Whether the primitive has a rule of its own; a composed one may live by its body. */
  boolean hasRule() {
    return rules.hasRule(subject.primitive());
  }

  /** Whether a direction of the rule was written for an argument that varies. */
  boolean isWritten(Direction direction, int varying) {
    return rules.rule(subject.primitive()).isWritten(direction, subject.argument(varying));
  }

  /** The derivative of what is compared: by the rule itself where there is no reduction. */
  Linearization derivative(Layout at) {
    return hasRule() && !subject.isReduced() ? byRule(at) : byBackends(at);
  }

  /** The derivative of the primitive, by its rule. */
  RuleLinearization byRule(Layout at) {
    return RuleLinearization.of(subject, rules.rule(subject.primitive()), at);
  }

  private Linearization byBackends(Layout at) {
    if (modes.tokens().isEmpty()) {
      throw new IllegalStateException("no backend is on the path, and the primitive has no rule");
    }
    return new BackendLinearization(
        modes.differentiation(),
        modes.forward() == null ? modes.reverse() : modes.forward(),
        modes.reverse() == null ? modes.forward() : modes.reverse(),
        subject,
        at);
  }

  boolean[] everyArgument() {
    boolean[] wanted = new boolean[x.arity()];
    Arrays.fill(wanted, true);
    return wanted;
  }

  /** A cotangent for {@code result}, in its structure. */
  Object cotangentFor(Object result) {
    return Numbers.structure(result, directions.cotangent(Numbers.of(result)));
  }

  /**
   * A cotangent of the primitive's own result: any, or with a reduction one that comes from it,
   * since others need not be meaningful.
   */
  Object admissibleCotangent(Object result) {
    if (!subject.isReduced()) {
      return cotangentFor(result);
    }
    Object reduced = subject.reduce(result);
    Arguments pulled =
        modes
            .differentiation()
            .pullback(
                (Arguments r) -> subject.reduce(r.each().get(0)),
                modes.reverse() == null ? modes.forward() : modes.reverse(),
                new Arguments(List.of(result)),
                cotangentFor(reduced));
    return pulled.each().get(0);
  }

  /**
   * Widens a tolerance by what no method can know better: how much {@code quantity} varies between
   * points that differ from {@code at} by no more than rounding. The point itself is not among
   * them, so that what is wrong there and nowhere else does not excuse itself.
   */
  void widen(double[] tolerance, Function<Layout, double[][]> quantity, Layout at) {
    if (!differentiable) {
      return;
    }
    double[][] first = quantity.apply(nudged(at));
    for (int attempt = 0; attempt < 2; attempt++) {
      double[][] second = quantity.apply(nudged(at));
      for (int k = 0; k < tolerance.length; k++) {
        double noise = Numbers.distance(first[k], second[k]);
        tolerance[k] = Math.max(tolerance[k], AMPLIFICATION * noise);
      }
    }
  }

  private Layout nudged(Layout at) {
    return new Layout(at.moved(directions.everywhere(), 2 * Math.ulp(1.0)));
  }

  /**
   * Reports unless two results of exact formulas agree to rounding. Where they do not at once, the
   * conditioning is measured: how far {@code given} moves when the point moves by rounding.
   *
   * @param magnitude for each leaf the size of what was added up in it
   * @param nudged computes {@code given} at a point that differs by rounding
   */
  boolean agree(
      String what,
      double[][] given,
      String source,
      double[][] due,
      double[] magnitude,
      Function<Layout, double[][]> nudged) {
    double[] tolerance = new double[due.length];
    boolean agrees = given.length == due.length;
    for (int k = 0; k < tolerance.length; k++) {
      tolerance[k] = ROUNDING * magnitude[k];
      agrees &= Numbers.distance(given[k], due[k]) <= tolerance[k];
    }
    if (!agrees) {
      widen(tolerance, nudged, x);
    }
    return agrees || findings.compare(what, given, source, due, tolerance);
  }

  /** How a message names a leaf of the arguments. */
  String nameOfLeaf(int leaf) {
    String argument = "argument " + subject.argument(x.argumentOf(leaf));
    Object whole = x.arguments().get(x.argumentOf(leaf));
    return Structure.leaves(whole).size() == 1 ? argument : argument + " (leaf " + leaf + ")";
  }

  /** The symmetric parts of cotangents of a symmetric point; others as they are. */
  double[][] projected(double[][] cotangents) {
    if (!symmetric) {
      return cotangents;
    }
    double[][] parts = new double[cotangents.length][];
    for (int k = 0; k < parts.length; k++) {
      parts[k] = Directions.symmetricPart(x.leaves().get(k).shape(), cotangents[k]);
    }
    return parts;
  }
}
