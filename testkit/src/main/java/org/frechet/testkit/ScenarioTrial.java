package org.frechet.testkit;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.ValueAndGradient;
import org.frechet.ValueAndJacobian;
import org.frechet.ValueAndPullbacks;
import org.frechet.ValueAndPushforwards;
import org.frechet.ValueGradientAndHessian;
import org.frechet.ValueGradientAndHvp;
import org.frechet.backend.AdType;
import org.frechet.testkit.Scenario.Inner;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;

/** One scenario with one backend: every operator against the analytic references. */
final class ScenarioTrial {

  private final Scenario scenario;
  private final AdType token;
  private final Findings findings;
  private final Function<Object, Object> f;
  private final Operators operators;

  ScenarioTrial(Scenario scenario, Differentiation di, AdType token, Findings findings) {
    this.scenario = scenario;
    this.token = token;
    this.findings = findings;
    this.f = scenario.function().apply(new Inner(di, token));
    this.operators = new Operators(di, token, f);
  }

  /** What is due at one point. */
  private final class Due {
    final Object x;
    final Object y;
    final double[] value;
    final double[][] jacobian;
    final double[] tangent;
    final double[] cotangent;
    final double[] pushed;
    final double[] pulled;

    Due(Object x, long seed) {
      this.x = x;
      this.y = f.apply(x);
      this.value = Numbers.flat(y);
      this.jacobian = scenario.jacobian().apply(x);
      int n = Numbers.flat(x).length;
      Random random = new Random(seed);
      this.tangent = random.doubles(n, -1, 1).toArray();
      this.cotangent = random.doubles(value.length, -1, 1).toArray();
      this.pushed = Numbers.times(jacobian, tangent);
      this.pulled = Numbers.transposedTimes(jacobian, cotangent, n);
    }

    Object dx() {
      return Numbers.structure(x, tangent);
    }

    Object dy() {
      return Numbers.structure(y, cotangent);
    }

    boolean isScalar() {
      return y instanceof Scalar;
    }

    double[] vecJacobian() {
      return vec(jacobian, tangent.length);
    }

    double[][] hessian() {
      return scenario.hessian().apply(x);
    }
  }

  private static double[] vec(double[][] rows, int columns) {
    double[] vec = new double[rows.length * columns];
    for (int i = 0; i < vec.length; i++) {
      vec[i] = rows[i % rows.length][i / rows.length];
    }
    return vec;
  }

  void run() {
    for (Object x : List.of(scenario.x(), scenario.elsewhere())) {
      Due due = new Due(x, 7);
      Watch watch = new Watch().on("the argument", x);
      findings.check("jacobian", () -> jacobian(due));
      findings.check("pushforward", () -> pushforward(due));
      findings.check("pullback", () -> pullback(due));
      if (due.isScalar()) {
        findings.check("gradient", () -> gradient(due));
      }
      if (due.isScalar() && scenario.hessian() != null) {
        findings.check("hvp", () -> hvp(due));
        findings.check("hessian", () -> hessian(due));
      }
      watch.report(findings, "an operator");
    }
    new PreparationCheck(scenario, operators, this::expect).run(findings);
  }

  /** Reports unless {@code given} is what is due, as accurately as the backend claims. */
  private void expect(String what, Object given, double[] due, double size, double accuracy) {
    double[] numbers = given instanceof double[] flat ? flat : Numbers.flat(given);
    double scale = Math.max(Numbers.largest(due), size);
    findings.compare(
        what,
        new double[][] {numbers},
        "the analytic one",
        new double[][] {due},
        new double[] {accuracy * scale});
  }

  private void expect(String what, Object given, double[] due, Due at) {
    expect(what, given, due, Numbers.largest(at.value), Accuracy.first(token));
  }

  /** How {@link PreparationCheck} asks for a comparison at a point. */
  private void expect(String what, ValueAndJacobian<Object> given, Object x) {
    Due due = new Due(x, 7);
    expect(what + ", the value", given.value(), due.value, due);
    expect(what, given.jacobian(), due.vecJacobian(), due);
  }

  private void jacobian(Due due) {
    expect("jacobian", operators.jacobian(due.x), due.vecJacobian(), due);
    ValueAndJacobian<Object> both = operators.valueAndJacobian(due.x);
    expect("valueAndJacobian, the value", both.value(), due.value, due);
    expect("valueAndJacobian", both.jacobian(), due.vecJacobian(), due);
  }

  private void pushforward(Due due) {
    expect("pushforward", operators.pushforward(due.x, due.dx()), due.pushed, due);
    Object second = Numbers.structure(due.x, doubled(due.tangent));
    ValueAndPushforwards<Object> both =
        operators.pushforwards(due.x, List.of(due.dx(), second, Structure.zeroLike(due.x)));
    expect("valueAndPushforwards, the value", both.value(), due.value, due);
    expect("pushforwards, the first", both.tangents().get(0), due.pushed, due);
    expect("pushforwards, the second", both.tangents().get(1), doubled(due.pushed), due);
    expect("pushforwards, of zero", both.tangents().get(2), new double[due.value.length], due);
  }

  private void pullback(Due due) {
    expect("pullback", operators.pullback(due.x, due.dy()), due.pulled, due);
    Object second = Numbers.structure(due.y, doubled(due.cotangent));
    ValueAndPullbacks<Object, Object> both =
        operators.pullbacks(due.x, List.of(due.dy(), second, Structure.zeroLike(due.y)));
    expect("valueAndPullbacks, the value", both.value(), due.value, due);
    expect("pullbacks, the first", both.cotangents().get(0), due.pulled, due);
    expect("pullbacks, the second", both.cotangents().get(1), doubled(due.pulled), due);
    expect("pullbacks, of zero", both.cotangents().get(2), new double[due.tangent.length], due);
  }

  private static double[] doubled(double[] entries) {
    double[] doubled = entries.clone();
    for (int i = 0; i < doubled.length; i++) {
      doubled[i] *= 2;
    }
    return doubled;
  }

  private void gradient(Due due) {
    expect("gradient", operators.gradient(due.x), due.jacobian[0], due);
    ValueAndGradient<?> both = operators.valueAndGradient(due.x);
    expect("valueAndGradient, the value", both.value(), due.value, due);
    expect("valueAndGradient", both.gradient(), due.jacobian[0], due);
  }

  private void hvp(Due due) {
    double[] product = Numbers.times(due.hessian(), due.tangent);
    ValueGradientAndHvp<?> all = operators.valueGradientAndHvp(due.x, due.dx());
    expect("hvp, the value", all.value(), due.value, due);
    expect("hvp, the gradient", all.gradient(), due.jacobian[0], due);
    expect("hvp", all.hvp(), product, size(due), Accuracy.second(token));
  }

  /** What second differences lose accuracy relative to. */
  private double size(Due due) {
    return Math.max(Numbers.largest(due.value), Numbers.largest(due.jacobian[0]));
  }

  private void hessian(Due due) {
    ValueGradientAndHessian<?> all = operators.valueGradientAndHessian(due.x);
    double[] hessian = vec(due.hessian(), due.tangent.length);
    expect("hessian, the gradient", all.gradient(), due.jacobian[0], due);
    expect("hessian", all.hessian(), hessian, size(due), Accuracy.second(token));
  }
}
