package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.*;
import static org.frechet.linalg.Operands.*;

import java.util.List;

/** Linear systems and determinants. */
final class SolvingExamples {

  private SolvingExamples() {}

  static void addTo(Examples examples) {
    general(examples);
    triangular(examples);
    examples
        .of("solve, from an LU", RIGHT, TALL, (a, b) -> solve(lu(a), b))
        .of("solve, from a QR", TALL, ANY, (a, b) -> solve(qr(a), b))
        .symmetric(
            "solve, from an LDLᵀ", List.of(SPD, VECTOR), x -> solve(ldlt(x.matrix(0)), x.vector(1)))
        .of("solveCholesky", RIGHT, TALL, (l, b) -> solveCholesky(l, b))
        .symmetric("solveSpd", List.of(SPD, TALL), x -> solveSpd(x.matrix(0), x.matrix(1)));
  }

  private static void general(Examples examples) {
    examples
        .of("inv", RIGHT, a -> inv(a))
        .of("solve", RIGHT, ANY, (a, b) -> solve(a, b))
        .any(
            "solve, one right-hand side",
            List.of(RIGHT, VECTOR),
            x -> solve(x.matrix(0), x.vector(1)))
        .of("solve, tall", TALL, ANY, (a, b) -> solve(a, b))
        .of("solve, wide", WIDE, HALF, (a, b) -> solve(a, b))
        .of("leastSquares", TALL, TALL, (a, b) -> leastSquares(a, b))
        .of("pinv", TALL, a -> pinv(a))
        .of("det", RIGHT, a -> det(a))
        .of("logdet", RIGHT, a -> logdet(a))
        .of("logabsdet", RIGHT, a -> logabsdet(a))
        .of("trace", ANY, a -> trace(a));
  }

  private static void triangular(Examples examples) {
    examples
        .of("solveLower", RIGHT, TALL, (l, b) -> solveLower(l, b))
        .of("solveLowerTransposed", RIGHT, TALL, (l, b) -> solveLowerTransposed(l, b))
        .of("solveUpper", RIGHT, TALL, (u, b) -> solveUpper(u, b))
        .of("solveUpperTransposed", RIGHT, TALL, (u, b) -> solveUpperTransposed(u, b))
        .of("solveUnitLower", RIGHT, TALL, (l, b) -> solveUnitLower(l, b))
        .of("solveUnitLowerTransposed", RIGHT, TALL, (l, b) -> solveUnitLowerTransposed(l, b))
        .of("solveUnitUpper", RIGHT, TALL, (u, b) -> solveUnitUpper(u, b))
        .of("solveUnitUpperTransposed", RIGHT, TALL, (u, b) -> solveUnitUpperTransposed(u, b));
  }
}
