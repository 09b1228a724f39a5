package org.frechet.linalg.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.linalg.reference.Reference.Point;
import org.frechet.value.Matrix;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Values and derivatives at ordinary and at hard points, against differences in 240-digit
 * arithmetic of the values alone: no formula is shared with the library. The tolerance is n ε times
 * the sensitivity to the inputs, which the references carry.
 */
class ReferencesTest {

  private static final AdType FORWARD = new AutoForward();
  private static final AdType REVERSE = new AutoReverse();

  private final Differentiation di = Differentiation.standard();

  /** What is tested here. */
  List<ReferenceFunction> functions() {
    return ReferenceFunction.all();
  }

  @TestFactory
  Stream<DynamicNode> references() {
    return functions().stream().map(f -> dynamicContainer(f.file(), tests(f)));
  }

  private List<DynamicTest> tests(ReferenceFunction function) {
    List<Reference> references = ReferenceFile.read(function.file());
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(dynamicTest("is complete", () -> requireComplete(function, references)));
    for (Reference reference : references) {
      tests.addAll(tests(reference, function.of().apply(reference.parameter())));
    }
    return tests;
  }

  private static void requireComplete(ReferenceFunction function, List<Reference> references) {
    assertThat(references).hasSize(function.cases());
    assertThat(references.stream().mapToInt(r -> r.expectations().size()).sum())
        .isEqualTo(function.expectations());
  }

  private List<DynamicTest> tests(Reference r, Function<Point, Matrix> f) {
    Map<String, Executable> checks = new LinkedHashMap<>();
    checks.put("value", () -> value(r, f));
    checks.put("pushforward", () -> pushforward(r, f));
    for (int i = 0; i < r.arguments().each().size(); i++) {
      int argument = i;
      checks.put("pullback " + i, () -> pullback(r, f, argument));
    }
    checks.put("second pushforward", () -> secondPushforward(r, f));
    checks.put("second pullback", () -> secondPullback(r, f));
    checks.put("third pushforward", () -> thirdPushforward(r, f));
    checks.keySet().retainAll(r.expectations().keySet());
    return checks.entrySet().stream()
        .map(check -> dynamicTest(r.name() + ": " + check.getKey(), check.getValue()))
        .toList();
  }

  /** The order n of the matrices on which a quantity is computed: it takes an error of n ε. */
  int order(Reference r, String quantity) {
    return r.order();
  }

  private void require(Reference r, String quantity, Matrix actual) {
    r.expectation(quantity).requireMetBy(quantity, order(r, quantity), actual);
  }

  private void value(Reference r, Function<Point, Matrix> f) {
    require(r, "value", f.apply(r.arguments()));
  }

  private void pushforward(Reference r, Function<Point, Matrix> f) {
    Point first = r.directions().get("first");
    require(r, "pushforward", di.pushforward(f, FORWARD, r.arguments(), first));
  }

  private void pullback(Reference r, Function<Point, Matrix> f, int argument) {
    Point gradient = di.pullback(f, REVERSE, r.arguments(), r.cotangent());
    require(r, "pullback " + argument, gradient.get(argument));
  }

  /** {@code x ↦ D f(x)[direction]}. */
  private Function<Point, Matrix> slope(Reference r, String direction, Function<Point, Matrix> f) {
    return x -> di.pushforward(f, FORWARD, x, r.directions().get(direction));
  }

  private void secondPushforward(Reference r, Function<Point, Matrix> f) {
    Function<Point, Matrix> second = slope(r, "second", slope(r, "first", f));
    require(r, "second pushforward", second.apply(r.arguments()));
  }

  private void secondPullback(Reference r, Function<Point, Matrix> f) {
    Point gradient = di.pullback(slope(r, "first", f), REVERSE, r.arguments(), r.cotangent());
    require(r, "second pullback", gradient.get(0));
  }

  private void thirdPushforward(Reference r, Function<Point, Matrix> f) {
    Function<Point, Matrix> third = slope(r, "third", slope(r, "second", slope(r, "first", f)));
    require(r, "third pushforward", third.apply(r.arguments()));
  }
}
