package org.frechet.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.Backend;
import org.frechet.backend.SecondOrder;
import org.frechet.rule.RuleRegistry;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a backend owes its users, as tests: a backend's test class is a list of tokens. Immutable
 * and safe to share between threads.
 *
 * <pre>{@code
 * @TestFactory Stream<DynamicTest> contract() {
 *   return BackendContract.tests(new AcmeForward(), SecondOrder.of(new AcmeForward(), new AutoReverse()));
 * }
 * }</pre>
 */
public final class BackendContract {

  private final RuleRegistry rules;
  private final List<Backend> backends;
  private final List<Scenario> scenarios;

  private BackendContract(RuleRegistry rules, List<Backend> backends, List<Scenario> scenarios) {
    this.rules = rules;
    this.backends = List.copyOf(backends);
    this.scenarios = List.copyOf(scenarios);
  }

  /** With the rule sets and backends on the path, and {@link Scenarios#standard()}. */
  public static BackendContract standard() {
    List<Backend> found = new ArrayList<>();
    ServiceLoader.load(Backend.class).forEach(found::add);
    return new BackendContract(RuleRegistry.standard(), found, Scenarios.standard());
  }

  /** The tests of {@link #standard()} for these tokens. */
  public static Stream<DynamicTest> tests(AdType... tokens) {
    return standard().testsFor(tokens);
  }

  /** The same contract for these backends, beside none on the path. */
  public BackendContract withBackends(Backend... these) {
    return new BackendContract(rules, List.of(these), scenarios);
  }

  /** The same contract with these rules. */
  public BackendContract withRules(RuleRegistry registry) {
    return new BackendContract(Objects.requireNonNull(registry), backends, scenarios);
  }

  /** The same contract on these scenarios. */
  public BackendContract withScenarios(List<Scenario> these) {
    return new BackendContract(rules, backends, these);
  }

  /** A test for each scenario with each token. */
  public Stream<DynamicTest> testsFor(AdType... tokens) {
    List<DynamicTest> tests = new ArrayList<>();
    for (AdType token : tokens) {
      for (Scenario scenario : scenarios) {
        tests.add(DynamicTest.dynamicTest(token + ": " + scenario, () -> run(scenario, token)));
      }
      if (!Accuracy.isDifferences(token)) {
        for (Scenario scenario : Scenarios.byRulesOnly()) {
          tests.add(DynamicTest.dynamicTest(token + ": " + scenario, () -> run(scenario, token)));
        }
      }
    }
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("a backend contract without tokens or scenarios");
    }
    return tests.stream();
  }

  /** Runs one scenario with one token; an assertion error says all that is wrong. */
  public void run(Scenario scenario, AdType token) {
    Differentiation di = Differentiation.of(rules, backends);
    Findings findings = new Findings();
    findings.check("operators", () -> new ScenarioTrial(scenario, di, token, findings).run());
    Backend backend = backend(token);
    findings.check("calls", () -> new CallCheck(scenario, di, token, backend, findings).run());
    findings.check("backend", () -> new SpiCheck(scenario, rules, token, backend, findings).run());
    if (!findings.isEmpty()) {
      throw new AssertionError(
          "%s does not do '%s': %d of %d checks failed:%s"
              .formatted(token, scenario, findings.size(), findings.checks(), findings.text()));
    }
  }

  private Backend backend(AdType token) {
    AdType inner = token instanceof SecondOrder two ? two.inner() : token;
    return backends.stream()
        .filter(backend -> backend.token() == inner.getClass())
        .findFirst()
        .orElse(null);
  }
}
