package org.frechet.testkit;

import org.frechet.rule.RuleRegistry;

/**
 * Under which conditions a rule is tried.
 *
 * @param rules the registry
 * @param modes the backends at the judge's side
 * @param seed of the random directions
 * @param symmetric whether square arguments are symmetric by contract
 * @param differentiable whether differences may judge the point
 * @param sharesWork whether arguments share work in a joint form on purpose
 * @param secondOrder whether to differentiate twice
 */
record Conditions(
    RuleRegistry rules,
    Modes modes,
    long seed,
    boolean symmetric,
    boolean differentiable,
    boolean sharesWork,
    boolean secondOrder) {}
