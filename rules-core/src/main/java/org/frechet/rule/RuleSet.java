package org.frechet.rule;

/**
 * Rules that are installed together. Implementations are public classes with a public no-argument
 * constructor, so that {@link java.util.ServiceLoader} finds them; their rules are formulas in
 * differentiable operations.
 */
@FunctionalInterface
public interface RuleSet {

  /** Declares the rules; called once by each registry that is built. */
  void declare(RuleBinder rules);

  /** The name that errors and listings show. */
  default String name() {
    String simple = getClass().getSimpleName();
    String name = simple.isEmpty() ? getClass().getName() : simple;
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0 ? name : "a lambda in " + name.substring(0, lambda);
  }
}
