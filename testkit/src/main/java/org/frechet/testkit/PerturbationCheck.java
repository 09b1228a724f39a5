package org.frechet.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.frechet.value.Structure;

/**
 * Rules are differentiable in the perturbation too, as they must be where a cotangent depends on
 * the argument: {@code ẋ ↦ ẏ} and {@code ȳ ↦ x̄} are linear maps, whose derivatives are themselves
 * and whose adjoints are each other.
 */
final class PerturbationCheck {

  private final Trial trial;
  private final RuleLinearization rule;
  private final Arguments dx;
  private final Arguments gy;

  PerturbationCheck(Trial trial) {
    this.trial = trial;
    this.rule = trial.byRule(trial.x);
    this.dx = new Arguments(trial.x.structure(trial.directions.everywhere()));
    this.gy = new Arguments(List.of(trial.admissibleCotangent(rule.value())));
  }

  void run() {
    if (trial.modes.forward() != null) {
      String how = ", pushed forward along its perturbation";
      trial.findings.check("frule" + how, () -> forward("frule" + how, this::pushed, dx, this::dy));
      trial.findings.check("rrule" + how, () -> forward("rrule" + how, this::pulled, gy, this::gx));
    }
    if (trial.modes.reverse() != null) {
      String how = ", pulled back to its perturbation";
      trial.findings.check(
          "frule" + how, () -> reverse("frule" + how, this::pushed, dx, gy, this::gx));
      trial.findings.check(
          "rrule" + how, () -> reverse("rrule" + how, this::pulled, gy, dx, this::dy));
    }
  }

  private Arguments pushed(Arguments tangents) {
    return new Arguments(List.of(rule.pushforward(tangents.each().toArray())));
  }

  private Arguments pulled(Arguments cotangent) {
    Object[] pulled = rule.pullback(cotangent.each().get(0), trial.everyArgument());
    for (int i = 0; i < pulled.length; i++) {
      Object argument = trial.x.arguments().get(i);
      pulled[i] = pulled[i] == null ? Structure.zeroLike(argument) : pulled[i];
    }
    return new Arguments(Arrays.asList(pulled));
  }

  private double[][] dy(Layout at) {
    return Numbers.of(trial.byRule(at).pushforward(dx.each().toArray()));
  }

  private double[][] gx(Layout at) {
    Object cotangent = gy.each().get(0);
    return at.entries(trial.byRule(at).pullback(cotangent, trial.everyArgument()));
  }

  private void forward(
      String name,
      Function<Arguments, Arguments> linear,
      Arguments d,
      Function<Layout, double[][]> due) {
    Modes modes = trial.modes;
    Arguments at = Structure.zeroLike(d);
    Arguments given = modes.differentiation().pushforward(linear, modes.forward(), at, d);
    agree(name, Numbers.of(given), "itself", due);
  }

  @SuppressWarnings("ReferenceEquality") // which of the two perturbations
  private void reverse(
      String name,
      Function<Arguments, Arguments> linear,
      Arguments at,
      Arguments seed,
      Function<Layout, double[][]> due) {
    Modes modes = trial.modes;
    Arguments given = modes.differentiation().pullback(linear, modes.reverse(), at, seed);
    double[][] numbers = Numbers.of(given);
    agree(name, at == dx ? trial.projected(numbers) : numbers, "the other direction", due);
  }

  private void agree(
      String name, double[][] given, String source, Function<Layout, double[][]> due) {
    double[][] expected = due.apply(trial.x);
    trial.agree(name, given, source, expected, Numbers.sizes(expected), due);
  }
}
