package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.linalg.kernel.RealSchur;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No derivative, of any order and in either mode, factors what its primal has factored. */
class FactorOnceTest {

  private final Differentiation di = Differentiation.standard();

  private static Matrix fresh() {
    return Matrix.of(new double[][] {{4, 1, 0.5}, {1, 5, -1}, {0.5, -1, 6}});
  }

  private static Map<String, Function<Matrix, Scalar>> functions() {
    Map<String, Function<Matrix, Scalar>> f = new LinkedHashMap<>();
    f.put("inv", x -> sum(inv(x)));
    f.put("solve", x -> sum(solve(x, fresh())));
    f.put(
        "inv, solve and logdet of one matrix",
        x -> sum(inv(x)).add(sum(solve(x, fresh()))).add(logdet(x)));
    f.put(
        "solve with the transpose",
        x -> sum(solve(x, fresh())).add(sum(solve(x.transpose(), fresh()))));
    f.put("logdet", x -> logdet(x));
    f.put("exp", x -> sum(exp(x)));
    f.put("cholesky", x -> sum(cholesky(x)));
    return f;
  }

  @TestFactory
  Stream<DynamicTest> oneFactorization() {
    return functions().entrySet().stream()
        .flatMap(
            e ->
                Stream.of(
                    test(e, "gradient, reverse", (f, a) -> di.gradient(f, new AutoReverse(), a)),
                    test(e, "gradient, forward", (f, a) -> di.gradient(f, new AutoForward(), a)),
                    test(
                        e,
                        "hvp, forward over reverse",
                        (f, a) ->
                            di.hvp(
                                f,
                                SecondOrder.of(new AutoForward(), new AutoReverse()),
                                a,
                                fresh())),
                    test(
                        e,
                        "hvp, reverse over reverse",
                        (f, a) -> di.hvp(f, new AutoReverse(), a, fresh()))));
  }

  private interface Operator {
    Object apply(Function<Matrix, Scalar> f, Matrix a);
  }

  private static DynamicTest test(
      Map.Entry<String, Function<Matrix, Scalar>> e, String name, Operator operator) {
    return DynamicTest.dynamicTest(
        e.getKey() + ": " + name,
        () -> {
          CountingKernels.FACTORIZATIONS.set(0);
          operator.apply(e.getValue(), fresh());
          assertThat(CountingKernels.FACTORIZATIONS).hasValue(1);
        });
  }

  /** Functions whose derivatives factor another matrix than the value does: here P of A = U P. */
  private static final Set<String> MORE = Set.of("polar");

  @TestFactory
  Stream<DynamicTest> noDerivativeFactorsAgain() {
    return Examples.all().stream()
        .filter(each -> !MORE.contains(each.name()))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> factorsLikeItsValue(each)));
  }

  private static void factorsLikeItsValue(Example each) {
    int due = KernelWork.ofValue(each).factorizations();
    assertThat(KernelWork.ofPushforward(each).factorizations()).isEqualTo(due);
    assertThat(KernelWork.ofPullback(each).factorizations()).isEqualTo(due);
  }

  @Test
  void determinantsShareTheFactorizationOfTheInverse() {
    CountingKernels.FACTORIZATIONS.set(0);
    di.gradient(x -> det(x).add(sum(inv(x))), new AutoReverse(), fresh());
    assertThat(CountingKernels.FACTORIZATIONS).hasValue(1);
  }

  @Test
  void lyapunovEquationsKeepOneSchurForm() {
    Matrix a = fresh().multiply(0.1);
    di.gradient(x -> sum(lyap(x, fresh())).add(sum(dlyap(x, fresh()))), new AutoReverse(), a);
    assertThat(a.kept(RealSchur.class)).isPresent();
    assertThat(a.transpose().kept(RealSchur.class)).isEmpty();
  }
}
