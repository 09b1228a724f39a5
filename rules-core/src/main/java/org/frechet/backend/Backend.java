package org.frechet.backend;

/**
 * An engine that differentiates. It is a {@link ForwardBackend}, a {@link ReverseBackend} or both,
 * and contains no derivative of anything: those come from the {@link org.frechet.rule.RuleRegistry}
 * that each call hands in. Stateless and safe to share; found by {@link java.util.ServiceLoader} or
 * bound in Guice.
 */
public interface Backend {

  /** The class of the tokens that pick this backend. */
  Class<? extends AdType> token();
}
