package org.frechet.linalg;

import java.util.Set;
import org.frechet.Differentiation;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/**
 * What one function has the kernels do, counted: exact, and the same everywhere.
 *
 * @param flops additions, multiplications and divisions in products, LU, Cholesky and triangular
 *     solves, to leading order
 * @param factorizations the number of LU and Cholesky factorizations
 */
record KernelWork(double flops, int factorizations) {

  /** Those that do all of their work that counts in the kernels. */
  private static final Set<String> IN_KERNELS =
      Set.of(
          "bilinear",
          "quadraticForm",
          "congruence",
          "matrixPower",
          "matrixPower, negative",
          "inv",
          "solve",
          "solve, one right-hand side",
          "det",
          "logdet",
          "logabsdet",
          "solveLower",
          "solveLowerTransposed",
          "solveUpper",
          "solveUpperTransposed",
          "solveUnitLower",
          "solveUnitLowerTransposed",
          "solveUnitUpper",
          "solveUnitUpperTransposed",
          "solve, from an LU",
          "solveCholesky",
          "solveSpd",
          "lu",
          "lu, tall",
          "cholesky",
          "exp",
          "power, whole",
          "covariance",
          "covarianceOfRows",
          "logNormalDensity");

  static boolean isWhole(Example example) {
    return IN_KERNELS.contains(example.name());
  }

  static KernelWork ofValue(Example example) {
    Operands x = fresh(example);
    return counted(() -> read(example.value(x)));
  }

  /** Of value and pushforward. */
  static KernelWork ofPushforward(Example example) {
    Operands x = fresh(example);
    Operands v = example.direction(x, 1);
    return counted(
        () ->
            read(
                Differentiation.standard()
                    .valueAndPushforward(example.function(), new AutoForward(), x, v)
                    .value()));
  }

  /** Of value and pullback to all arguments. */
  static KernelWork ofPullback(Example example) {
    Operands x = fresh(example);
    Object seed = FunctionCosts.seed(example.value(fresh(example)));
    return counted(
        () ->
            read(
                Differentiation.standard()
                    .valueAndPullback(example.function(), new AutoReverse(), x, seed)
                    .value()));
  }

  /** Arguments that have kept nothing yet. */
  private static Operands fresh(Example example) {
    return example.operands(FunctionCosts.SIZE);
  }

  /** Products wait until somebody reads them. */
  private static void read(Object value) {
    Structure.leaves(value).forEach(Value::requireDefined);
  }

  private static KernelWork counted(Runnable call) {
    CountingKernels.FLOPS.reset();
    CountingKernels.FACTORIZATIONS.set(0);
    call.run();
    return new KernelWork(CountingKernels.FLOPS.sum(), CountingKernels.FACTORIZATIONS.get());
  }
}
