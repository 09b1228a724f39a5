package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.*;
import static org.frechet.linalg.Operands.*;

import java.util.List;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/** Matrix equations and state space. */
final class EquationExamples {

  private EquationExamples() {}

  static void addTo(Examples examples) {
    examples
        .any(
            "sylvester",
            List.of(RIGHT, HALF, TALL),
            x -> sylvester(x.matrix(0), x.matrix(1), x.matrix(2)))
        .any(
            "gsylvester",
            List.of(RIGHT, RIGHT, ANY, ANY, ANY),
            x -> gsylvester(x.matrix(0), x.matrix(1), x.matrix(2), x.matrix(3), x.matrix(4)))
        .of("lyap", STABLE, ANY, (a, q) -> lyap(a, q))
        .of("dlyap", CONTRACTION, ANY, (a, q) -> dlyap(a, q));
    symmetric(examples);
  }

  private static void symmetric(Examples examples) {
    List<Kind> control = List.of(ANY, TALL, SPD, HALF_SPD);
    examples
        .symmetric(
            "lyapCholesky", List.of(STABLE, SPD), x -> lyapCholesky(x.matrix(0), x.matrix(1)))
        .symmetric(
            "dlyapCholesky",
            List.of(CONTRACTION, SPD),
            x -> dlyapCholesky(x.matrix(0), x.matrix(1)))
        .symmetric("care", control, x -> care(x.matrix(0), x.matrix(1), x.matrix(2), x.matrix(3)))
        .symmetric("dare", control, x -> dare(x.matrix(0), x.matrix(1), x.matrix(2), x.matrix(3)))
        .symmetric("lqr", control, x -> lqr(x.matrix(0), x.matrix(1), x.matrix(2), x.matrix(3)))
        .symmetric("dlqr", control, x -> dlqr(x.matrix(0), x.matrix(1), x.matrix(2), x.matrix(3)))
        .any(
            "vanLoan",
            List.of(ANY, SPD, SCALAR),
            x -> vanLoan(x.matrix(0), x.matrix(1), x.scalar(2)))
        .symmetric(
            "kalmanLogLikelihood",
            List.of(CONTRACTION, WIDE, SPD, HALF_SPD, VECTOR, SPD, WIDE),
            x -> kalmanLogLikelihood(model(x), x.matrix(6)))
        .symmetric(
            "kalmanLogLikelihood, time-varying",
            List.of(CONTRACTION, WIDE, SPD, HALF_SPD, VECTOR, SPD, WIDE),
            EquationExamples::varying);
  }

  private static StateSpaceModel model(Operands x) {
    return new StateSpaceModel(
        x.matrix(0), x.matrix(1), x.matrix(2), x.matrix(3), x.vector(4), x.matrix(5));
  }

  private static Object varying(Operands x) {
    Matrix f = x.matrix(0);
    Vector start = x.vector(4);
    Matrix y = x.matrix(6);
    List<Matrix> transitions =
        java.util.stream.IntStream.range(0, y.columns())
            .mapToObj(t -> f.multiply(1 / (1.0 + t)))
            .toList();
    TimeVaryingModel model =
        new TimeVaryingModel(
            transitions,
            List.of(x.matrix(1)),
            List.of(x.matrix(2)),
            List.of(x.matrix(3)),
            start,
            x.matrix(5));
    return kalmanLogLikelihood(model, y);
  }
}
