package org.frechet.testkit;

import java.util.List;
import org.frechet.rule.Application;
import org.frechet.rule.BinaryRules;
import org.frechet.rule.Direction;
import org.frechet.rule.Rule;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleSet;
import org.frechet.rule.TernaryRules;
import org.frechet.rule.UnaryRules;
import org.frechet.value.Primitive;
import org.frechet.value.Structure;

/** Replaces a rule by one of its directions, so that the registry derives the other. */
final class OneDirection implements RuleSet {

  private final Primitive primitive;
  private final Rule rule;
  private final boolean forward;

  OneDirection(Primitive primitive, Rule rule, Direction direction) {
    this.primitive = primitive;
    this.rule = rule;
    this.forward = direction == Direction.FRULE;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // formulas here do not care about types
  public void declare(RuleBinder rules) {
    if (primitive instanceof Primitive.Elementwise elementwise) {
      unary((UnaryRules) rules.override(elementwise));
    } else if (primitive.key() instanceof Class type) {
      parametric(rules, type);
    } else if (primitive instanceof Primitive.Unary unary) {
      unary(rules.override(unary));
    } else if (primitive instanceof Primitive.ElementwiseBinary elementwise) {
      binary((BinaryRules) rules.override(elementwise));
    } else if (primitive instanceof Primitive.Binary binary) {
      binary(rules.override(binary));
    } else if (primitive instanceof Primitive.Ternary ternary) {
      ternary(rules.override(ternary));
    } else if (primitive instanceof Primitive.Nary nary) {
      nary(rules, nary);
    }
  }

  private Object along(Primitive itself, int i, Object result, Object perturbation, Object... x) {
    Application at = new Application(itself, x, result);
    if (forward) {
      Object[] tangents = new Object[x.length];
      tangents[i] = perturbation;
      return orZero(rule.pushforward(at, tangents), result);
    }
    boolean[] wanted = new boolean[x.length];
    wanted[i] = true;
    return orZero(rule.pullback(at, perturbation, wanted)[i], x[i]);
  }

  private static Object orZero(Object given, Object like) {
    return given == null ? Structure.zeroLike(like) : given;
  }

  private void unary(UnaryRules<Object, Object> rules) {
    if (forward) {
      rules.frule((y, x, d) -> along(primitive, 0, y, d, x));
    } else {
      rules.rrule((y, x, d) -> along(primitive, 0, y, d, x));
    }
  }

  private <P extends Record & Primitive.Unary<Object, Object>> void parametric(
      RuleBinder rules, Class<P> type) {
    if (forward) {
      rules.override(type).frule((p, y, x, d) -> along(p, 0, y, d, x));
    } else {
      rules.override(type).rrule((p, y, x, d) -> along(p, 0, y, d, x));
    }
  }

  private void binary(BinaryRules<Object, Object, Object> rules) {
    if (forward) {
      rules.first().frule((y, a, b, d) -> along(primitive, 0, y, d, a, b));
      rules.second().frule((y, a, b, d) -> along(primitive, 1, y, d, a, b));
    } else {
      rules.first().rrule((y, a, b, d) -> along(primitive, 0, y, d, a, b));
      rules.second().rrule((y, a, b, d) -> along(primitive, 1, y, d, a, b));
    }
  }

  private void ternary(TernaryRules<Object, Object, Object, Object> rules) {
    if (forward) {
      rules.first().frule((y, a, b, c, d) -> along(primitive, 0, y, d, a, b, c));
      rules.second().frule((y, a, b, c, d) -> along(primitive, 1, y, d, a, b, c));
      rules.third().frule((y, a, b, c, d) -> along(primitive, 2, y, d, a, b, c));
    } else {
      rules.first().rrule((y, a, b, c, d) -> along(primitive, 0, y, d, a, b, c));
      rules.second().rrule((y, a, b, c, d) -> along(primitive, 1, y, d, a, b, c));
      rules.third().rrule((y, a, b, c, d) -> along(primitive, 2, y, d, a, b, c));
    }
  }

  private void nary(RuleBinder rules, Primitive.Nary<Object, Object> nary) {
    if (forward) {
      rules
          .override(nary)
          .frule(
              (y, xs, ds) ->
                  orZero(
                      rule.pushforward(new Application(nary, xs.toArray(), y), ds.toArray()), y));
    } else {
      rules.override(nary).rrule((y, xs, i, d) -> along(nary, i, y, d, ((List<?>) xs).toArray()));
    }
  }
}
