package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.*;
import static org.frechet.linalg.Operands.*;

import java.util.List;
import org.frechet.value.Elementary;

/** Functions of matrices. */
final class MatrixFunctionExamples {

  private MatrixFunctionExamples() {}

  static void addTo(Examples examples) {
    examples
        .of("exp", ANY, a -> exp(a))
        .any(
            "expAction",
            List.of(SCALAR, ANY, VECTOR),
            x -> expAction(x.scalar(0), x.matrix(1), x.vector(2)))
        .of("log", RIGHT, a -> log(a))
        .of("sqrt", RIGHT, a -> sqrt(a))
        .of("power", RIGHT, a -> power(a, 0.3))
        .of("power, whole", RIGHT, a -> power(a, -3))
        .any(
            "power, of a scalar exponent",
            List.of(RIGHT, SCALAR),
            x -> power(x.matrix(0), x.scalar(1)))
        .of("sin", ANY, a -> sin(a))
        .of("cos", ANY, a -> cos(a))
        .of("sinh", ANY, a -> sinh(a))
        .of("cosh", ANY, a -> cosh(a))
        .of("sign", ANY, a -> sign(a))
        .of("signDecomposition", ANY, a -> signDecomposition(a))
        .of("matrixFunction", ANY, a -> matrixFunction(x -> x.multiply(x).multiply(x), a));
    symmetric(examples);
  }

  private static void symmetric(Examples examples) {
    examples
        .ofSymmetric("symmetricExp", a -> symmetricExp(a))
        .ofSymmetric("symmetricLog", a -> symmetricLog(a))
        .ofSymmetric("symmetricSqrt", a -> symmetricSqrt(a))
        .ofSymmetric("symmetricPower", a -> symmetricPower(a, -1.3))
        .symmetric(
            "symmetricPower, of a scalar exponent",
            List.of(SPD, SCALAR),
            x -> symmetricPower(x.matrix(0), x.scalar(1)))
        .ofSymmetric("symmetricFunction", a -> symmetricFunction(Elementary.TANH, a));
  }
}
