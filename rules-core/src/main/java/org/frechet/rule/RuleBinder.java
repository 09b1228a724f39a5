package org.frechet.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.frechet.value.Primitive;
import org.frechet.value.Value;

/**
 * What a {@link RuleSet} declares its rules with. {@code on(P)} opens the rule of a primitive, in a
 * form that knows its types; {@code override(P)} does the same and replaces what other rule sets
 * say about {@code P}; {@code decline(P)} removes it.
 *
 * <p>In each lambda the order is: result, arguments, perturbation. Formulas are written in
 * differentiable operations only; then derivatives of any order follow. One direction is enough:
 * the other is derived. Not safe to share between threads, and of no use after {@code declare}.
 */
public final class RuleBinder {

  private final String ruleSet;
  private final List<Declaration> declarations = new ArrayList<>();

  RuleBinder(String ruleSet) {
    this.ruleSet = ruleSet;
  }

  List<Declaration> declarations() {
    return declarations;
  }

  /** Opens the rule of a primitive of one argument. */
  public <A, R> UnaryRules<A, R> on(Primitive.Unary<A, R> primitive) {
    return unary(primitive, primitive::apply, Declaration.Kind.RULE);
  }

  /** Opens the rule of an elementwise function. */
  public UnaryRules<Value, Value> on(Primitive.Elementwise primitive) {
    return unary(primitive, primitive::apply, Declaration.Kind.RULE);
  }

  /** Opens the rule of a primitive of two arguments. */
  public <A, B, R> BinaryRules<A, B, R> on(Primitive.Binary<A, B, R> primitive) {
    return new BinaryRules<>(slot(primitive.key(), Declaration.Kind.RULE), primitive::apply);
  }

  /** Opens the rule of an elementwise function of two values. */
  public BinaryRules<Value, Value, Value> on(Primitive.ElementwiseBinary primitive) {
    return new BinaryRules<>(slot(primitive.key(), Declaration.Kind.RULE), primitive::apply);
  }

  /** Opens the rule of a primitive of three arguments. */
  public <A, B, C, R> TernaryRules<A, B, C, R> on(Primitive.Ternary<A, B, C, R> primitive) {
    return new TernaryRules<>(slot(primitive.key(), Declaration.Kind.RULE));
  }

  /** Opens the rule of a primitive of any number of arguments. */
  public <V, R> NaryRules<V, R> on(Primitive.Nary<V, R> primitive) {
    return new NaryRules<>(slot(primitive.key(), Declaration.Kind.RULE));
  }

  /** Opens the rule of all primitives of a record class with parameters. */
  public <A, R, P extends Record & Primitive.Unary<A, R>> ParametricRules<P, A, R> on(
      Class<P> primitives) {
    return new ParametricRules<>(slot(primitives, Declaration.Kind.RULE));
  }

  /** Opens the replacement of the rule of a primitive of one argument. */
  public <A, R> UnaryRules<A, R> override(Primitive.Unary<A, R> primitive) {
    return unary(primitive, primitive::apply, Declaration.Kind.OVERRIDE);
  }

  /** Opens the replacement of the rule of an elementwise function. */
  public UnaryRules<Value, Value> override(Primitive.Elementwise primitive) {
    return unary(primitive, primitive::apply, Declaration.Kind.OVERRIDE);
  }

  /** Opens the replacement of the rule of a primitive of two arguments. */
  public <A, B, R> BinaryRules<A, B, R> override(Primitive.Binary<A, B, R> primitive) {
    return new BinaryRules<>(slot(primitive.key(), Declaration.Kind.OVERRIDE), primitive::apply);
  }

  /** Opens the replacement of the rule of an elementwise function of two values. */
  public BinaryRules<Value, Value, Value> override(Primitive.ElementwiseBinary primitive) {
    return new BinaryRules<>(slot(primitive.key(), Declaration.Kind.OVERRIDE), primitive::apply);
  }

  /** Opens the replacement of the rule of a primitive of three arguments. */
  public <A, B, C, R> TernaryRules<A, B, C, R> override(Primitive.Ternary<A, B, C, R> primitive) {
    return new TernaryRules<>(slot(primitive.key(), Declaration.Kind.OVERRIDE));
  }

  /** Opens the replacement of the rule of a primitive of any number of arguments. */
  public <V, R> NaryRules<V, R> override(Primitive.Nary<V, R> primitive) {
    return new NaryRules<>(slot(primitive.key(), Declaration.Kind.OVERRIDE));
  }

  /** Opens the replacement of the rule of all primitives of a record class with parameters. */
  public <A, R, P extends Record & Primitive.Unary<A, R>> ParametricRules<P, A, R> override(
      Class<P> primitives) {
    return new ParametricRules<>(slot(primitives, Declaration.Kind.OVERRIDE));
  }

  /** Removes what other rule sets say about {@code primitive}: a composed one shows its body. */
  public void decline(Primitive primitive) {
    slot(primitive.key(), Declaration.Kind.DECLINE).note(null, Declaration.ALL, null);
  }

  private <A, R> UnaryRules<A, R> unary(
      Primitive primitive, Function<A, R> itself, Declaration.Kind kind) {
    return new UnaryRules<>(slot(primitive.key(), kind), itself);
  }

  private RuleSlot slot(Object key, Declaration.Kind kind) {
    return new RuleSlot(key, kind, ruleSet, declarations);
  }
}
