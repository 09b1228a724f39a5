package org.frechet.testkit;

import java.util.Arrays;
import java.util.List;
import org.frechet.rule.Application;
import org.frechet.rule.Rule;
import org.frechet.value.Structure;

/**
 * The derivative as the rule itself gives it, without any backend.
 *
 * @param subject the primitive with its constants
 * @param rule the rule on trial
 * @param at where
 */
record RuleLinearization(Subject subject, Rule rule, Application at) implements Linearization {

  static RuleLinearization of(Subject subject, Rule rule, Layout x) {
    return of(subject, rule, x, subject.plain(x.arguments()));
  }

  static RuleLinearization of(Subject subject, Rule rule, Layout x, Object result) {
    Application at = new Application(subject.primitive(), subject.all(x.arguments()), result);
    return new RuleLinearization(subject, rule, at);
  }

  @Override
  public Object value() {
    return at.result();
  }

  @Override
  public List<Object> pushforwards(List<Object[]> tangents) {
    if (rule.isZero()) {
      return tangents.stream().map(each -> orZero(null)).toList();
    }
    List<Object[]> all = tangents.stream().map(subject::spread).toList();
    return Arrays.stream(rule.pushforwards(at, all)).map(this::orZero).toList();
  }

  @Override
  public Object pushforward(Object[] tangents) {
    return orZero(rule.isZero() ? null : rule.pushforward(at, subject.spread(tangents)));
  }

  private Object orZero(Object tangent) {
    return tangent == null ? Structure.zeroLike(at.result()) : tangent;
  }

  @Override
  public List<Object[]> pullbacks(List<Object> cotangents, boolean[] wanted) {
    if (rule.isZero()) {
      return cotangents.stream().map(each -> new Object[wanted.length]).toList();
    }
    return rule.pullbacks(at, cotangents, subject.spread(wanted)).stream()
        .map(subject::pick)
        .toList();
  }

  @Override
  public Object[] pullback(Object cotangent, boolean[] wanted) {
    return rule.isZero()
        ? new Object[wanted.length]
        : subject.pick(rule.pullback(at, cotangent, subject.spread(wanted)));
  }
}
