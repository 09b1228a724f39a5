package org.frechet.linalg;

import java.util.Arrays;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/** Catalogues of some of the rule sets of this module: each family has its own test. */
final class FamilyCatalogue {

  private FamilyCatalogue() {}

  /** A catalogue of the primitives of these rule sets, tried with all that is on the path. */
  static RuleCatalogue of(Class<?>... family) {
    Set<Class<?>> own = Arrays.stream(family).collect(Collectors.toSet());
    RuleSet[] others =
        ServiceLoader.load(RuleSet.class).stream()
            .filter(provider -> !own.contains(provider.type()))
            .map(ServiceLoader.Provider::get)
            .toArray(RuleSet[]::new);
    return new RuleCatalogue(RuleRegistry.standard()).except(RuleRegistry.of(others));
  }

  static Matrix random(int m, int n, int seed) {
    return Matrix.wrap(m, n, new Random(seed).doubles((long) m * n, -1, 1).toArray());
  }

  static Vector random(int n, int seed) {
    return random(n, 1, seed).column(0);
  }
}
