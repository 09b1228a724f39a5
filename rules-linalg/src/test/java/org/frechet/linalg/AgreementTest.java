package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.frechet.value.Elementwise;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every function, through the facade: both modes, four nestings, and finite differences agree. */
class AgreementTest {

  private static final int N = 4;
  private static final AdType FORWARD = new AutoForward();
  private static final AdType REVERSE = new AutoReverse();

  private final Differentiation di = Differentiation.standard();
  private final Matrix a = random(1).multiply(0.4).add(Matrix.identity(N));
  private final Matrix b = random(2);

  private static Matrix random(int seed) {
    double[] entries = new Random(seed).doubles(N * N, -1, 1).toArray();
    return Matrix.wrap(N, N, entries);
  }

  /** A symmetric positive definite matrix made of a. */
  private static Matrix spd(Matrix x) {
    return x.multiply(x.transpose()).add(Matrix.identity(N));
  }

  /** Weights keep the sum from being blind to transposes. */
  private Scalar weighted(Matrix y) {
    return Elementwise.sin(y).dot(random(y.rows() * 31 + y.columns()).rows() == y.rows() ? b : y);
  }

  private Map<String, Function<Matrix, Scalar>> functions() {
    Map<String, Function<Matrix, Scalar>> f = new TreeMap<>();
    f.put("inv", x -> weighted(inv(x)));
    f.put("solve", x -> weighted(solve(x, x.multiply(x).add(b))));
    f.put("solve of a vector", x -> Elementwise.sin(solve(x, x.column(1))).dot(b.column(0)));
    f.put("solveLower", x -> weighted(solveLower(x, x.add(b))));
    f.put("solveLowerTransposed", x -> weighted(solveLowerTransposed(x, x.add(b))));
    f.put("solveUpper", x -> weighted(solveUpper(x, x.add(b))));
    f.put("det", x -> det(x).sin());
    f.put("logdet", x -> logdet(spd(x)).sin());
    f.put("logabsdet", x -> logabsdet(x.multiply(-1)).logAbs().sin());
    f.put("trace", x -> trace(x.multiply(x)));
    f.put("exp", x -> weighted(exp(x)));
    f.put("sylvester", x -> weighted(sylvester(x, spd(x), x.add(b))));
    f.put("lyap", x -> weighted(lyap(x, x.add(b))));
    f.put("dlyap", x -> weighted(dlyap(x.multiply(0.3), x.add(b))));
    f.put("cholesky", x -> weighted(cholesky(spd(x))));
    f.put(
        "symmetricEigen",
        x -> {
          SymmetricEigen eigen = symmetricEigen(spd(x));
          return weighted(eigen.vectors().hadamard(eigen.vectors()))
              .add(eigen.values().sin().sum());
        });
    f.put("symmetricEigenvalues", x -> symmetricEigenvalues(spd(x)).sin().sum());
    f.put("kron", x -> Elementwise.sin(kron(x, x.add(b))).sum());
    f.put("tril", x -> weighted(tril(x).multiply(triu(x))));
    return f;
  }

  @TestFactory
  Stream<DynamicTest> gradients() {
    return functions().entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> gradientsAgree(e.getValue())));
  }

  private void gradientsAgree(Function<Matrix, Scalar> f) {
    Matrix reverse = di.gradient(f, REVERSE, a);
    requireClose(di.gradient(f, FORWARD, a), reverse, 1e-12);
    requireClose(di.gradient(f, new AutoFiniteDiff(), a), reverse, 1e-8);
  }

  @TestFactory
  Stream<DynamicTest> hessianVectorProducts() {
    return functions().entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> productsAgree(e.getValue())));
  }

  private void productsAgree(Function<Matrix, Scalar> f) {
    Matrix expected = di.hvp(f, SecondOrder.of(new AutoFiniteDiff(), REVERSE), a, b);
    for (AdType outer : List.of(FORWARD, REVERSE)) {
      for (AdType inner : List.of(FORWARD, REVERSE)) {
        Matrix product = di.hvp(f, SecondOrder.of(outer, inner), a, b);
        requireClose(product, expected, 1e-7);
        requireClose(product, di.hvp(f, SecondOrder.of(FORWARD, REVERSE), a, b), 1e-11);
      }
    }
  }

  private static void requireClose(Matrix actual, Matrix expected, double tolerance) {
    double error = norm(actual.subtract(expected)).toDouble();
    double size = 1 + norm(expected).toDouble();
    assertThat(error / size)
        .as("relative error of%n%s%nagainst%n%s", actual, expected)
        .isLessThan(tolerance);
  }
}
