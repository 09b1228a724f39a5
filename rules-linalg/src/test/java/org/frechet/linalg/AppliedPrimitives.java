package org.frechet.linalg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.rule.Application;
import org.frechet.rule.Rule;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleTrace;
import org.frechet.value.Indexing;
import org.frechet.value.Primitive;
import org.frechet.value.Shaping;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/** Which primitives with rules a function goes through, as a backend sees it. */
final class AppliedPrimitives extends RuleTrace {

  /**
   * One of them.
   *
   * @param primitive as it was applied first
   * @param times how often it was applied
   */
  record Applied(Primitive primitive, int times) {}

  private final Map<Object, Applied> found = new LinkedHashMap<>();

  private AppliedPrimitives(RuleRegistry rules) {
    super(rules);
  }

  /** Rearrangements, which are no work worth a name beside another primitive. */
  private static final Set<Object> REARRANGEMENTS =
      Set.of(
          Shaping.TRANSPOSE,
          Shaping.Reshape.class,
          Indexing.Block.class,
          Indexing.Embed.class,
          Indexing.Entry.class,
          Indexing.BESIDE);

  /** Those that do the work, by key and in their order. */
  static Map<Object, Applied> of(Example example) {
    AppliedPrimitives trace = new AppliedPrimitives(RuleRegistry.standard());
    List<Value> traced =
        example.operands(4).each().stream().map(x -> trace.traced(x, null)).toList();
    example.value(new Operands(traced));
    Map<Object, Applied> working = new LinkedHashMap<>(trace.found);
    working.keySet().removeAll(REARRANGEMENTS);
    return working.isEmpty() ? trace.found : working;
  }

  @Override
  protected Object record(Rule rule, Application at, Object[] arguments) {
    found.merge(
        at.primitive().key(),
        new Applied(at.primitive(), 1),
        (before, one) -> new Applied(before.primitive(), before.times() + 1));
    return Structure.map(at.result(), leaf -> traced(leaf, null));
  }
}
