package org.frechet.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.frechet.value.Indexing.OneHot;
import org.frechet.value.Scalar;
import org.frechet.value.Shape;
import org.frechet.value.Shaping;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/**
 * What holds for the derivative of anything: it is linear, the pullback is the adjoint of the
 * pushforward, several perturbations at once give what each gives alone, structured ones what dense
 * ones give, and nothing that was given is changed.
 */
final class AlgebraCheck {

  private final Trial trial;
  private final RuleLinearization rule;

  AlgebraCheck(Trial trial) {
    this.trial = trial;
    this.rule = trial.byRule(trial.x);
  }

  void run() {
    trial.findings.check("finite", this::finite);
    trial.findings.check("adjoint identity", this::adjoint);
    trial.findings.check("linearity of the pushforward", this::linearPushforward);
    trial.findings.check("linearity of the pullback", this::linearPullback);
    trial.findings.check("batch of pushforwards", this::batchOfPushforwards);
    trial.findings.check("batch of pullbacks", this::batchOfPullbacks);
    if (trial.symmetric) {
      trial.findings.check("symmetry of the cotangent", this::symmetric);
    }
  }

  private double[][] push(Layout at, double[][] d) {
    return Numbers.of(trial.byRule(at).pushforward(at.tangents(d)));
  }

  private double[][] pull(Layout at, Object cotangent) {
    return at.entries(trial.byRule(at).pullback(cotangent, trial.everyArgument()));
  }

  private void finite() {
    double[][] pushed = push(trial.x, trial.directions.everywhere());
    double[][] pulled = pull(trial.x, trial.admissibleCotangent(rule.value()));
    if (!Numbers.areFinite(pushed)) {
      trial.findings.report("pushforward: is not finite: %s", Arrays.deepToString(pushed));
    }
    if (!Numbers.areFinite(pulled)) {
      trial.findings.report("pullback: is not finite: %s", Arrays.deepToString(pulled));
    }
  }

  /** {@code ⟨ȳ, J ẋ⟩ = ⟨Jᵀ ȳ, ẋ⟩}. */
  private void adjoint() {
    double[][] d = trial.directions.everywhere();
    Object cotangent = trial.admissibleCotangent(rule.value());
    double[][] seed = Numbers.of(cotangent);
    double[][] pushed = push(trial.x, d);
    double[][] pulled = pull(trial.x, cotangent);
    trial.agree(
        "adjoint identity ⟨x̄, ẋ⟩ of the pullback",
        new double[][] {{Numbers.inner(pulled, d)}},
        "⟨ȳ, ẏ⟩ of the pushforward",
        new double[][] {{Numbers.inner(seed, pushed)}},
        new double[] {Numbers.magnitude(pulled, d) + Numbers.magnitude(seed, pushed)},
        at -> new double[][] {{Numbers.inner(pull(at, cotangent), d)}});
  }

  private void linearPushforward() {
    double[][] u = trial.directions.everywhere();
    double[][] v = trial.directions.everywhere();
    double[][] sum = Numbers.plus(u, -3, v);
    Object first = rule.pushforward(trial.x.tangents(u));
    Watch watch = new Watch().on("an earlier tangent", first);
    double[][] ofU = Numbers.of(first);
    double[][] ofV = push(trial.x, v);
    double[][] ofSum = push(trial.x, sum);
    watch.report(trial.findings, "pushforward, called again");
    trial.agree(
        "linearity of the pushforward: ẏ(u − 3v)",
        ofSum,
        "ẏ(u) − 3 ẏ(v)",
        Numbers.plus(ofU, -3, ofV),
        magnitudes(ofU, ofV),
        at -> push(at, sum));
  }

  private static double[] magnitudes(double[][] one, double[][] two) {
    double[] sizes = Numbers.sizes(one);
    double[] others = Numbers.sizes(two);
    for (int k = 0; k < sizes.length; k++) {
      sizes[k] += 3 * others[k];
    }
    return sizes;
  }

  private void linearPullback() {
    Object u = trial.admissibleCotangent(rule.value());
    Object v = trial.admissibleCotangent(rule.value());
    Object sum = Numbers.structure(u, Numbers.plus(Numbers.of(u), -3, Numbers.of(v)));
    Object[] first = rule.pullback(u, trial.everyArgument());
    Watch watch = new Watch().on("an earlier cotangent", first);
    double[][] ofU = trial.x.entries(first);
    double[][] ofV = pull(trial.x, v);
    double[][] ofSum = pull(trial.x, sum);
    watch.report(trial.findings, "pullback, called again");
    trial.agree(
        "linearity of the pullback: x̄(u − 3v)",
        ofSum,
        "x̄(u) − 3 x̄(v)",
        Numbers.plus(ofU, -3, ofV),
        magnitudes(ofU, ofV),
        at -> pull(at, sum));
  }

  private void batchOfPushforwards() {
    List<Object[]> batch = new ArrayList<>();
    batch.add(trial.x.tangents(trial.directions.everywhere()));
    batch.add(trial.x.tangents(trial.directions.inLeaf(trial.x.leaves().size() - 1)));
    batch.add(new Object[trial.x.arity()]);
    batch.add(structured(trial.x.arguments(), trial.symmetric).toArray());
    batch.add(trial.x.tangents(trial.directions.everywhere()));
    Watch watch = new Watch();
    batch.forEach(tangents -> watch.on("a tangent that it was given", tangents));
    List<Object> together = rule.pushforwards(batch);
    watch.report(trial.findings, "pushforward");
    for (int b = 0; b < batch.size(); b++) {
      Object[] dense = dense(batch.get(b));
      expectAlone(
          "batch of pushforwards, number " + b,
          Numbers.of(together.get(b)),
          at -> Numbers.of(trial.byRule(at).pushforward(dense)));
    }
  }

  private void batchOfPullbacks() {
    List<Object> batch = new ArrayList<>();
    batch.add(trial.admissibleCotangent(rule.value()));
    if (!trial.subject.isReduced()) {
      batch.add(structured(rule.value(), false));
    }
    batch.add(Structure.zeroLike(rule.value()));
    batch.add(trial.admissibleCotangent(rule.value()));
    Watch watch = new Watch();
    batch.forEach(cotangent -> watch.on("a cotangent that it was given", cotangent));
    List<Object[]> together = rule.pullbacks(batch, trial.everyArgument());
    watch.report(trial.findings, "pullback");
    for (int b = 0; b < batch.size(); b++) {
      Object dense = Numbers.structure(batch.get(b), Numbers.of(batch.get(b)));
      double[][] given = trial.x.entries(together.get(b));
      expectAlone("batch of pullbacks, number " + b, given, at -> pull(at, dense));
    }
  }

  /** Alone, and at a copy of the point, so that nothing is remembered from the batch. */
  private void expectAlone(String what, double[][] given, Function<Layout, double[][]> alone) {
    double[][] due = alone.apply(trial.x.copy());
    trial.agree(what, given, "the same one alone", due, Numbers.sizes(due), alone);
  }

  private static Object[] dense(Object[] tangents) {
    Object[] dense = tangents.clone();
    for (int i = 0; i < dense.length; i++) {
      dense[i] = dense[i] == null ? null : Numbers.structure(dense[i], Numbers.of(dense[i]));
    }
    return dense;
  }

  /** One entry in each leaf, as a structure; it is on the diagonal where symmetry is asked for. */
  private static <S> S structured(S like, boolean symmetric) {
    return Structure.map(
        like,
        leaf -> {
          Shape shape = leaf.shape();
          int row = shape.rows() - 1;
          int column = symmetric ? Math.min(row, shape.columns() - 1) : 0;
          return oneHot(leaf, row, column);
        });
  }

  private static Value oneHot(Value leaf, int row, int column) {
    Shape shape = leaf.shape();
    if (shape.size() == 0 || shape.kind() == Shape.Kind.SCALAR) {
      return Shaping.fillLike(leaf, 2);
    }
    return new OneHot(shape, row, column).apply(Scalar.of(2));
  }

  /** A point that is symmetric by contract has symmetric cotangents. */
  private void symmetric() {
    double[][] pulled = pull(trial.x, trial.admissibleCotangent(rule.value()));
    trial.agree(
        "the cotangent of a symmetric argument",
        pulled,
        "its symmetric part",
        trial.projected(pulled),
        Numbers.sizes(pulled),
        at -> pulled);
  }
}
