package org.frechet.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.value.Primitive;

/**
 * Assertions about the rule of one primitive; see {@link FrechetAssertions#assertThatRule}. Not
 * safe to share between threads.
 */
public final class RuleAssert extends AbstractAssert<RuleAssert, Primitive> {

  private final List<Object[]> points = new ArrayList<>();
  private RuleRegistry rules;
  private final List<RuleSet> more = new ArrayList<>();
  private int[] constants = {};
  private Function<Object, Object> reduction;
  private long seed = 20260101;
  private boolean symmetric;
  private boolean differentiable = true;
  private boolean sharesWork;
  private boolean secondOrder = true;

  RuleAssert(Primitive primitive) {
    super(primitive, RuleAssert.class);
  }

  /** Adds a point: the arguments of the primitive, each a value or a list or record of values. */
  public RuleAssert at(Object... arguments) {
    for (Object argument : arguments) {
      Objects.requireNonNull(argument, "at: an argument is null");
    }
    points.add(arguments.clone());
    return this;
  }

  /** Puts rule sets beside those that are found on the path. */
  public RuleAssert withRules(RuleSet... ruleSets) {
    more.addAll(List.of(ruleSets));
    return this;
  }

  /** Tries the rule of this registry, instead of those on the path. */
  public RuleAssert withRegistry(RuleRegistry registry) {
    rules = Objects.requireNonNull(registry, "registry");
    return this;
  }

  /** Draws the random directions from this seed: a failure names the seed that it came from. */
  public RuleAssert withSeed(long newSeed) {
    seed = newSeed;
    return this;
  }

  /** Holds these arguments constant, counted from 0: a rule need not differentiate them. */
  public RuleAssert withConstant(int... arguments) {
    constants = arguments.clone();
    return this;
  }

  /**
   * Compares a differentiable function of the result instead of the result: what is determined
   * where the result itself is not, such as {@code V ⊙ V} for eigenvectors of any sign.
   */
  @SuppressWarnings("unchecked") // the caller knows the type of the result
  public <R> RuleAssert comparing(Function<R, ?> function) {
    reduction = result -> function.apply((R) result);
    return this;
  }

  /** The square arguments are symmetric by contract: so are all directions and cotangents. */
  public RuleAssert onSymmetric() {
    symmetric = true;
    return this;
  }

  /**
   * The function has no derivative at the point: differences do not judge it, but the answer must
   * be finite, linear, and the same in every way of asking.
   */
  public RuleAssert whereNotDifferentiable() {
    differentiable = false;
    return this;
  }

  /** The arguments share work in a joint form, so that some of it may be in vain. */
  public RuleAssert sharingWork() {
    sharesWork = true;
    return this;
  }

  /** Leaves second derivatives out. */
  public RuleAssert firstOrderOnly() {
    secondOrder = false;
    return this;
  }

  /** The highest order of derivatives that {@link #isConsistent()} checks. */
  int order() {
    return secondOrder ? 2 : 1;
  }

  /**
   * Verifies that the rule is the derivative of the evaluation, at each point and near it: forward,
   * back, in batches, on demand, derived and written, by each backend, to second order. All that is
   * wrong is in one message.
   */
  public RuleAssert isConsistent() {
    requirePoints();
    for (Object[] point : points) {
      Trial trial = trial(point);
      new RuleTrial(trial, sharesWork, secondOrder).run();
      report(trial, "is not consistent");
    }
    return this;
  }

  /** Verifies that differentiating throws what the plain evaluation throws, at each point. */
  public RuleAssert throwsLikeThePrimal() {
    requirePoints();
    for (Object[] point : points) {
      Trial trial = trial(point);
      new ThrowCheck(trial).run();
      report(trial, "does not throw like its primal");
    }
    return this;
  }

  private void requirePoints() {
    isNotNull();
    if (points.isEmpty()) {
      throw new IllegalStateException("no point: say at(…) first, or nothing is checked");
    }
  }

  private Trial trial(Object[] point) {
    RuleRegistry base = rules == null ? RuleRegistry.standard() : rules;
    RuleRegistry all = base.with(more.toArray(RuleSet[]::new));
    Conditions conditions = new Conditions(all, Modes.of(all), seed, symmetric, differentiable);
    Object[] fixed = new Object[point.length];
    for (int constant : constants) {
      fixed[constant] = point[constant];
    }
    List<Object> varying = new ArrayList<>(Arrays.asList(point));
    for (int i = point.length - 1; i >= 0; i--) {
      if (fixed[i] != null) {
        varying.remove(i);
      }
    }
    return new Trial(new Subject(actual, fixed, reduction), new Layout(varying), conditions);
  }

  private void report(Trial trial, String verdict) {
    if (!trial.findings.isEmpty()) {
      failWithMessage(
          "the rule of '%s' at (%s) %s: %s of %s checks failed, seed %s:%s",
          actual.name(),
          trial.x,
          verdict,
          trial.findings.size(),
          trial.findings.checks(),
          seed,
          trial.findings.text());
    }
  }
}
