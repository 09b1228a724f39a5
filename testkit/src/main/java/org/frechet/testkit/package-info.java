/**
 * Assertions for people who write rules and backends.
 *
 * <ul>
 *   <li>{@link org.frechet.testkit.FrechetAssertions#assertThatRule}: one rule at a point, against
 *       differences of its primal, and against everything that holds for derivatives;
 *   <li>{@link org.frechet.testkit.RuleCatalogue}: all rules of a registry, each at its points;
 *   <li>{@link org.frechet.testkit.FrechetAssertions#assertThatBackends} and {@link
 *       org.frechet.testkit.BackendContract}: backends against each other, and against analytic
 *       references;
 *   <li>{@link org.frechet.testkit.BackendComparison}: what each backend costs, and whether it is
 *       right;
 *   <li>{@link org.frechet.testkit.FrechetAssertions#assertThatGradient}, {@code
 *       assertThatJacobian} and {@code assertThatHessian}: derivatives that were written by hand.
 * </ul>
 *
 * <p>The judge is independent of what it judges: extrapolated central differences with an estimate
 * of their own error, in plain loops. A failure names the check, the measured error beside the
 * tolerance, the seed of the random directions, and often what is wrong: a sign, a factor, a
 * transpose.
 */
package org.frechet.testkit;
