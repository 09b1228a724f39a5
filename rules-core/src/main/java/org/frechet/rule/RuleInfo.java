package org.frechet.rule;

/**
 * One line of a registry's listing.
 *
 * @param primitive the name of the primitive
 * @param direction forward or back
 * @param written whether it was written, or is derived from the other direction
 * @param ruleSet the rule set that it, or the direction it is derived from, comes from
 * @param place the file and line of that
 */
public record RuleInfo(
    String primitive, Direction direction, boolean written, String ruleSet, String place) {}
