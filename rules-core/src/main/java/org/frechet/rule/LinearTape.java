package org.frechet.rule;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.frechet.value.Elementwise;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/**
 * The small tape on which one direction of a rule is derived from the other: it records the
 * operations that a rule applies to a perturbation, and runs them backwards. They are linear in the
 * perturbation, so the perturbation itself is recorded as zero. Confined to one derivation.
 */
final class LinearTape extends RuleTrace {

  private final Derivation derivation;
  private final List<Step> steps = new ArrayList<>();
  private int slots;

  private record Step(Rule rule, Application at, Object[] arguments, Object result) {}

  LinearTape(RuleRegistry rules, Derivation derivation) {
    super(rules);
    this.derivation = derivation;
  }

  /** A perturbation to record with. */
  Object variable(Object zero) {
    return Structure.map(zero, leaf -> traced(leaf, slots++));
  }

  void finish() {
    close();
  }

  @Override
  protected Object record(Rule rule, Application at, Object[] arguments) {
    Object result = variable(at.result());
    steps.add(new Step(rule, at, arguments, result));
    return result;
  }

  /** The adjoint of the recorded map from {@code variable} to {@code result}, at {@code seed}. */
  Object transpose(Object variable, Object result, Object seed) {
    Value[] cotangents = new Value[slots];
    accumulate(cotangents, result, seed);
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      Object cotangent = gather(cotangents, step.result(), step.at().result());
      if (cotangent != null) {
        pullBack(cotangents, step, cotangent);
      }
    }
    Object gathered = gather(cotangents, variable, variable);
    return gathered == null ? Structure.zeroLike(variable) : gathered;
  }

  private void pullBack(Value[] cotangents, Step step, Object cotangent) {
    for (int i = 0; i < step.arguments().length; i++) {
      if (dependsOnThis(step.arguments()[i])) {
        Object pulled = step.rule().puller(step.at(), i, derivation).apply(cotangent);
        accumulate(cotangents, step.arguments()[i], pulled);
      }
    }
  }

  private void accumulate(Value[] cotangents, Object handles, Object pulled) {
    if (pulled == null) {
      return;
    }
    Iterator<Value> parts = Structure.leaves(pulled).iterator();
    for (Value handle : Structure.leaves(handles)) {
      Value part = parts.next();
      if (slot(handle) instanceof Integer at) {
        cotangents[at] = cotangents[at] == null ? part : Elementwise.add(cotangents[at], part);
      }
    }
  }

  /** The cotangents of all leaves in the structure of {@code like}; null if nothing arrived. */
  private Object gather(Value[] cotangents, Object handles, Object like) {
    boolean[] arrived = {false};
    List<Value> parts = new ArrayList<>();
    for (Value handle : Structure.leaves(handles)) {
      Value part = slot(handle) instanceof Integer at ? cotangents[at] : null;
      arrived[0] |= part != null;
      parts.add(part == null ? Structure.zeroLike(handle) : part);
    }
    return arrived[0] ? Structure.rebuild(like, parts) : null;
  }
}
