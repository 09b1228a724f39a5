package org.frechet.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.Backend;
import org.frechet.backend.ForwardBackend;
import org.frechet.backend.ForwardBackend.Pushed;
import org.frechet.backend.LeafFunction;
import org.frechet.backend.ReverseBackend;
import org.frechet.backend.ReverseBackend.Pullback;
import org.frechet.backend.SecondOrder;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/**
 * What the facade does not show of a backend: pullbacks that are used again, seeds with missing
 * leaves, no tangent at all.
 */
final class SpiCheck {

  private final Scenario scenario;
  private final RuleRegistry rules;
  private final AdType token;
  private final Backend backend;
  private final Findings findings;
  private final List<Value> x;
  private final double[][] jacobian;

  SpiCheck(
      Scenario scenario, RuleRegistry rules, AdType token, Backend backend, Findings findings) {
    this.scenario = scenario;
    this.rules = rules;
    this.token = token instanceof SecondOrder two ? two.inner() : token;
    this.backend = backend;
    this.findings = findings;
    this.x = Structure.leaves(scenario.x());
    this.jacobian = scenario.jacobian().apply(scenario.x());
  }

  void run() {
    if (backend instanceof ForwardBackend forward) {
      findings.check("backend, pushforward", () -> forward(forward));
    }
    if (backend instanceof ReverseBackend reverse) {
      findings.check("backend, pullback", () -> reverse(reverse));
    }
  }

  private LeafFunction f() {
    Differentiation di = Differentiation.of(rules, backend);
    return leaves ->
        Structure.leaves(
            scenario
                .function()
                .apply(new Scenario.Inner(di, token))
                .apply(Structure.rebuild(scenario.x(), leaves)));
  }

  private static List<Value> random(List<Value> like, long seed) {
    Random random = new Random(seed);
    List<Value> drawn = new ArrayList<>();
    for (Value leaf : like) {
      drawn.add(Numbers.value(leaf.shape(), random.doubles(leaf.size(), -1, 1).toArray()));
    }
    return drawn;
  }

  private void forward(ForwardBackend forward) {
    List<Value> missing = new ArrayList<>(Collections.nCopies(x.size(), null));
    List<Value> d = random(x, 1);
    Watch watch = new Watch().on("a tangent that it was given", d);
    Pushed pushed = forward.pushforward(token, rules, f(), x, List.of(d, missing, d));
    watch.report(findings, "backend, pushforward");
    double[] due = Numbers.times(jacobian, Numbers.flat(d));
    expect("pushforward, the first of three", pushed.tangents().get(0), due);
    expect("pushforward of null leaves", pushed.tangents().get(1), new double[due.length]);
    expect("pushforward, the last of three", pushed.tangents().get(2), due);
    Pushed none = forward.pushforward(token, rules, f(), x, List.of());
    expect("pushforward of no tangent, the value", none.value(), Numbers.flat(pushed.value()));
  }

  private void reverse(ReverseBackend reverse) {
    Pullback pullback = reverse.pullback(token, rules, f(), x);
    List<Value> one = random(pullback.value(), 1);
    List<Value> two = random(pullback.value(), 2);
    List<Value> missing = new ArrayList<>(Collections.nCopies(one.size(), null));
    int n = Numbers.flat(x).length;
    double[] ofOne = Numbers.transposedTimes(jacobian, Numbers.flat(one), n);
    double[] ofTwo = Numbers.transposedTimes(jacobian, Numbers.flat(two), n);
    Watch watch = new Watch().on("a cotangent that it was given", one);
    List<Value> first = pullback.apply(List.of(one)).get(0);
    watch.report(findings, "backend, pullback");
    expect("pullback", first, ofOne);
    expect("pullback, used again with another seed", pullback.apply(List.of(two)).get(0), ofTwo);
    List<List<Value>> three = pullback.apply(List.of(one, missing, two));
    expect("pullback, the first of three", three.get(0), ofOne);
    expect("pullback of null leaves", three.get(1), new double[n]);
    expect("pullback, the last of three", three.get(2), ofTwo);
    expect("pullback, for the last time", pullback.applyLast(List.of(two)).get(0), ofTwo);
    Pullback next = reverse.pullback(token, rules, f(), x);
    expect("a later pullback", next.applyLast(List.of(one)).get(0), ofOne);
    expect("an earlier pullback", first, ofOne);
  }

  private void expect(String what, List<Value> given, double[] due) {
    double size = Math.max(Numbers.largest(due), 1);
    findings.compare(
        "backend, " + what,
        new double[][] {Numbers.flat(given)},
        "the analytic one",
        new double[][] {due},
        new double[] {Accuracy.first(token) * size});
  }
}
