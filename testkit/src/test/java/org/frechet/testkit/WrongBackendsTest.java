package org.frechet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.testkit.FrechetAssertions.assertThatBackends;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.Backend;
import org.frechet.rule.RuleRegistry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each wrong backend breaks its contract, and the message says how. */
class WrongBackendsTest {

  private record Wrong(Backend backend, AdType token, List<String> message) {
    static Wrong forward(Backend backend, String... message) {
      return new Wrong(backend, new AutoForward(), List.of(message));
    }

    static Wrong reverse(Backend backend, String... message) {
      return new Wrong(backend, new AutoReverse(), List.of(message));
    }

    String name() {
      return backend.getClass().getSimpleName() + " with " + token;
    }
  }

  private static List<Wrong> wrong() {
    return List.of(
        Wrong.forward(new WrongForward.Sign(), "pushforward: differs", "-1.00000 times"),
        Wrong.forward(
            new WrongForward.WrongValue(), "valueAndJacobian, the value", "1.00000 times"),
        Wrong.forward(new WrongForward.DropsSecondTangent(), "pushforwards, the second", "is zero"),
        Wrong.forward(
            new WrongForward.ReversesBatch(), "pushforwards, the first", "jacobian: differs"),
        Wrong.forward(
            new WrongForward.CachesFirstAnswer(), "prepared at this point, called at the other"),
        Wrong.forward(
            new WrongForward.CallsTwice(), "pushforward called the function 2 times, 1 is due"),
        Wrong.forward(
            new WrongForward.DropsOuterLevel(),
            "does not do 'a derivative inside'",
            "hvp: differs"),
        Wrong.forward(new WrongForward.ConfusesLevels(), "does not do 'a derivative inside'"),
        Wrong.forward(new WrongForward.FailsOnNullLeaves(), "a leaf is null"),
        Wrong.forward(new WrongForward.ForgetsLastLeaf(), "does not do 'record to scalar'"),
        Wrong.forward(new WrongForward.SharesState(), "by several threads at once"),
        Wrong.forward(new WrongForward.WritesIntoTangents(), "changed the argument"),
        Wrong.reverse(
            new WrongReverse.Transposed(), "does not do 'square of a matrix'", "pullback: differs"),
        Wrong.reverse(new WrongReverse.WorksOnce(), "pullback, used again with another seed"),
        Wrong.reverse(new WrongReverse.ReplaysRecording(), "called at the other point"),
        Wrong.reverse(new WrongReverse.SumsBatch(), "pullbacks, the second"),
        Wrong.reverse(
            new WrongReverse.EvaluatesPerSeed(),
            "pullbacks of two cotangents called the function 3"),
        Wrong.reverse(new WrongReverse.DropsOuterLevel(), "hvp: differs", "is zero"),
        Wrong.reverse(new WrongReverse.FailsOnConstants(), "does not do 'a constant result'"),
        Wrong.reverse(new WrongReverse.WritesIntoSeeds(), "changed a cotangent that it was given"));
  }

  @TestFactory
  Stream<DynamicTest> eachWrongBackendIsRejected() {
    return wrong().stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> assertRejected(each)));
  }

  private static void assertRejected(Wrong wrong) {
    BackendContract contract = BackendContract.standard().withBackends(wrong.backend());
    StringJoiner messages = new StringJoiner(System.lineSeparator());
    for (Scenario scenario : Scenarios.standard()) {
      try {
        contract.run(scenario, wrong.token());
      } catch (AssertionError e) {
        messages.add(e.getMessage());
      }
    }
    wrong.message().forEach(part -> assertThat(messages.toString()).contains(part));
  }

  @Test
  void disagreementNamesTheBackend() {
    Differentiation di =
        Differentiation.of(
            RuleRegistry.of(), new WrongForward.Sign(), new WrongReverse.WorksOnce());
    assertThatThrownBy(
            () ->
                assertThatBackends(new AutoFiniteDiff(), new AutoForward())
                    .using(di)
                    .agreeOn(x -> x.sin().sum(), new double[] {1, 2}))
        .hasMessageContaining("AutoForward, pushforward: differs from differences of the plain")
        .hasMessageContaining("-1.00000 times what is due")
        .hasMessageContaining("AutoForward, jacobian: differs from the first backend");
  }

  @Test
  void anUnknownTokenIsAFailureNotASkip() {
    BackendContract contract = BackendContract.standard().withBackends();
    assertThatThrownBy(() -> contract.run(Scenarios.standard().get(0), new AutoReverse()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("No backend for AutoReverse");
  }
}
