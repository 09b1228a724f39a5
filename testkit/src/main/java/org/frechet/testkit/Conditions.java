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
 */
record Conditions(
    RuleRegistry rules, Modes modes, long seed, boolean symmetric, boolean differentiable) {}
