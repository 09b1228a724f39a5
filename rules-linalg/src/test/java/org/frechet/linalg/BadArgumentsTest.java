package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every public function at arguments of all shapes, empty ones included, at null, NaN and infinity:
 * it ends, and either answers with numbers or says what is wrong, under its own name.
 */
class BadArgumentsTest {

  private static final int COMBINATIONS = 800;

  /** Functions that are a form of another one, and speak with its name. */
  private static final Map<String, Set<String>> ALSO_SPEAKS_AS =
      Map.ofEntries(
          Map.entry("solve", Set.of("leastSquares", "minimum norm", "solveLowerTransposed", "qr")),
          Map.entry("leastSquares", Set.of("solve", "minimum norm")),
          Map.entry("solveCholesky", Set.of("solveLower")),
          Map.entry("solveUpper", Set.of("solveLowerTransposed")),
          Map.entry("solveUpperTransposed", Set.of("solveLower")),
          Map.entry("solveUnitLower", Set.of("solveLower")),
          Map.entry("solveUnitLowerTransposed", Set.of("solveLowerTransposed")),
          Map.entry("solveUnitUpper", Set.of("solveUnitLowerTransposed", "solveLowerTransposed")),
          Map.entry("solveUnitUpperTransposed", Set.of("solveUnitLower", "solveLower")),
          Map.entry("matrixPower", Set.of("inv")),
          Map.entry("power", Set.of("inv", "log", "sqrt")),
          Map.entry("logdet", Set.of("logabsdet")),
          Map.entry("lq", Set.of("qr")),
          Map.entry("singularValues", Set.of("svd")),
          Map.entry("pinv", Set.of("svd")),
          Map.entry("polar", Set.of("svd")),
          Map.entry("cond", Set.of("singular values")),
          Map.entry("norm2", Set.of("singular values")),
          Map.entry("spectralNorm", Set.of("singular values")),
          Map.entry("nuclearNorm", Set.of("singular values")),
          Map.entry("symmetricEigenvalues", Set.of("symmetricEigen")),
          Map.entry("symmetricExp", Set.of("symmetric exp")),
          Map.entry("symmetricLog", Set.of("symmetric log")),
          Map.entry("symmetricSqrt", Set.of("symmetric power")),
          Map.entry("symmetricPower", Set.of("symmetric power", "symmetric exp", "symmetric log")),
          Map.entry("symmetricFunction", Set.of("symmetric elementwise exp")),
          Map.entry("signDecomposition", Set.of("sign")),
          Map.entry("lyapCholesky", Set.of("lyap", "cholesky")),
          Map.entry("dlyapCholesky", Set.of("dlyap", "cholesky")),
          Map.entry("care", Set.of("cholesky", "solve", "lyap")),
          Map.entry("dare", Set.of("cholesky", "solve")),
          Map.entry("lqr", Set.of("care", "cholesky", "solve", "lyap")),
          Map.entry("dlqr", Set.of("dare", "cholesky", "solve")),
          Map.entry("logNormalDensity", Set.of("cholesky")),
          Map.entry("logNormalDensityCholesky", Set.of("solveLower")));

  private static Stream<Method> functions() {
    return Arrays.stream(LinearAlgebra.class.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .peek(method -> method.setAccessible(true));
  }

  private static Stream<DynamicTest> each(Consumer<Method> test) {
    return functions()
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method.getName() + Arrays.toString(method.getParameterTypes()),
                    () ->
                        assertTimeoutPreemptively(
                            Duration.ofSeconds(30), () -> test.accept(method))));
  }

  @TestFactory
  Stream<DynamicTest> shapes() {
    return each(BadArgumentsTest::allShapes);
  }

  @TestFactory
  Stream<DynamicTest> nulls() {
    return each(BadArgumentsTest::everyNull);
  }

  @TestFactory
  Stream<DynamicTest> notFinite() {
    return each(BadArgumentsTest::everyBadEntry);
  }

  /** All combinations where they are few, else some. */
  private static void allShapes(Method method) {
    List<List<Object>> choices = choices(method);
    int all = choices.stream().mapToInt(List::size).reduce(1, (a, b) -> Math.min(a * b, 1 << 20));
    Random random = new Random(1);
    for (int k = 0; k < Math.min(all, COMBINATIONS); k++) {
      int number = all <= COMBINATIONS ? k : random.nextInt(all);
      Object[] arguments = new Object[choices.size()];
      for (int i = 0; i < arguments.length; i++) {
        List<Object> some = choices.get(i);
        arguments[i] = some.get(number % some.size());
        number /= some.size();
      }
      requireNumbers(method, arguments, answer(method, arguments));
    }
  }

  private static void everyNull(Method method) {
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      Object[] arguments = ordinary(method);
      if (!types[i].isPrimitive()) {
        arguments[i] = null;
        Object given = result(method, arguments);
        assertThat(given)
            .as("argument %d is null", i)
            .isInstanceOfSatisfying(
                IllegalArgumentException.class,
                e -> assertThat(e).hasMessageContaining("null").hasMessageContaining(": "));
      }
    }
  }

  private static void everyBadEntry(Method method) {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e308}) {
      for (int i = 0; i < method.getParameterCount(); i++) {
        Object[] arguments = ordinary(method);
        arguments[i] = SampleArguments.with(arguments[i], bad);
        answer(method, arguments);
      }
    }
  }

  /** What −k and products of sizes would overflow to. */
  @Test
  void numbersAtTheEndOfTheirRange() {
    Matrix a = Matrix.of(2, 2, 1, 2, 3, 4);
    Vector d = Vector.of(1, 2);
    List<Runnable> calls =
        List.of(
            () -> LinearAlgebra.diag(a, Integer.MIN_VALUE),
            () -> LinearAlgebra.diag(a, Integer.MAX_VALUE),
            () -> LinearAlgebra.diag(d, Integer.MIN_VALUE),
            () -> LinearAlgebra.diag(d, Integer.MAX_VALUE),
            () -> LinearAlgebra.diag(d, Integer.MIN_VALUE, 2, 2),
            () -> LinearAlgebra.unvec(d, 1 << 20, 1 << 20),
            () -> LinearAlgebra.unvec(d, 1 << 16, 1 << 16),
            () -> LinearAlgebra.kron(Matrix.zeros(60_000, 1), Matrix.zeros(60_000, 1)));
    for (Runnable call : calls) {
      assertThatThrownBy(call::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("(diag|unvec|kron): .* (is|are) .*");
    }
    assertThat(LinearAlgebra.matrixPower(Matrix.identity(1), Integer.MIN_VALUE))
        .isEqualTo(Matrix.identity(1));
    assertThat(LinearAlgebra.band(a, Integer.MAX_VALUE, Integer.MIN_VALUE))
        .isEqualTo(Matrix.zeros(2, 2));
  }

  @Test
  void nullInsideOfAnArgument() {
    Matrix a = Matrix.identity(1);
    StateSpaceModel model = new StateSpaceModel(null, a, a, a, Vector.of(0), a);
    assertThatThrownBy(() -> LinearAlgebra.kalmanLogLikelihood(model, a))
        .hasMessage("kalmanLogLikelihood: an argument is null");
    assertThatThrownBy(() -> LinearAlgebra.blockDiagonal(Arrays.asList(a, null)))
        .hasMessage("blockDiagonal: an argument is null");
    assertThatThrownBy(() -> LinearAlgebra.matrixFunction(x -> null, a))
        .hasMessage("matrixFunction: a is 1×1, but its evaluation returned null");
  }

  private static List<List<Object>> choices(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(SampleArguments::of).toList();
  }

  private static Object[] ordinary(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(SampleArguments::ordinary).toArray();
  }

  /** What a call gives, or throws. */
  private static Object result(Method method, Object[] arguments) {
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      return e.getCause();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** The same, where what is thrown says what is wrong. */
  private static Object answer(Method method, Object[] arguments) {
    Object given = result(method, arguments);
    if (given instanceof Throwable thrown) {
      assertThat(thrown)
          .as(SampleArguments.describe(arguments))
          .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
      String name = method.getName();
      assertThat(thrown.getMessage().split("( of a [^:]*)?: ", 2)[0])
          .as("%s%nfor %s", thrown.getMessage(), SampleArguments.describe(arguments))
          .isIn(
              Stream.concat(Stream.of(name), ALSO_SPEAKS_AS.getOrDefault(name, Set.of()).stream())
                  .collect(Collectors.toSet()));
    }
    return given;
  }

  private static void requireNumbers(Method method, Object[] arguments, Object given) {
    if (given instanceof Throwable) {
      return;
    }
    for (Value leaf : Structure.leaves(given)) {
      double[] entries =
          leaf instanceof Matrix a
              ? a.array()
              : leaf instanceof Vector v ? v.array() : new double[] {((Scalar) leaf).toDouble()};
      assertThat(Arrays.stream(entries).noneMatch(Double::isNaN))
          .as("%s gives %s for %s", method.getName(), given, SampleArguments.describe(arguments))
          .isTrue();
    }
  }
}
