package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.*;
import static org.frechet.linalg.Operands.*;

import java.util.List;

/** Norms and statistics. */
final class StatisticsExamples {

  private StatisticsExamples() {}

  static void addTo(Examples examples) {
    norms(examples);
    columns(examples);
    examples
        .ofVector("variance", x -> variance(x))
        .ofVector("standardDeviation", x -> standardDeviation(x))
        .of("covariance", TALL, a -> covariance(a))
        .ofVectors("covariance, of two", VECTOR, (x, y) -> covariance(x, y))
        .of("covarianceOfRows", WIDE, a -> covarianceOfRows(a))
        .of("correlation", TALL, a -> correlation(a))
        .ofVectors("correlation, of two", VECTOR, (x, y) -> correlation(x, y))
        .of("correlationOfRows", WIDE, a -> correlationOfRows(a))
        .ofVector("logSumExp", x -> logSumExp(x))
        .ofVector("softmax", x -> softmax(x))
        .symmetric(
            "logNormalDensity",
            List.of(VECTOR, VECTOR, SPD),
            x -> logNormalDensity(x.vector(0), x.vector(1), x.matrix(2)))
        .any(
            "logNormalDensityCholesky",
            List.of(VECTOR, VECTOR, RIGHT),
            x -> logNormalDensityCholesky(x.vector(0), x.vector(1), x.matrix(2)));
  }

  private static void norms(Examples examples) {
    examples
        .of("norm", TALL, a -> norm(a))
        .ofVector("norm, p = 3", x -> norm(x, 3))
        .of("norm1", TALL, a -> norm1(a))
        .ofVector("norm1, of a vector", x -> norm1(x))
        .of("norm2", TALL, a -> norm2(a))
        .of("normInfinity", TALL, a -> normInfinity(a))
        .ofVector("normInfinity, of a vector", x -> normInfinity(x))
        .of("frobeniusNorm", TALL, a -> frobeniusNorm(a))
        .of("spectralNorm", TALL, a -> spectralNorm(a))
        .of("nuclearNorm", TALL, a -> nuclearNorm(a))
        .of("cond", TALL, a -> cond(a))
        .ofVector("normalize", x -> normalize(x));
  }

  private static void columns(Examples examples) {
    examples
        .of("columnMeans", TALL, a -> columnMeans(a))
        .of("rowMeans", TALL, a -> rowMeans(a))
        .of("columnNorms", TALL, a -> columnNorms(a))
        .of("rowNorms", TALL, a -> rowNorms(a))
        .of("columnVariances", TALL, a -> columnVariances(a))
        .of("rowVariances", TALL, a -> rowVariances(a))
        .of("columnStandardDeviations", TALL, a -> columnStandardDeviations(a))
        .of("rowStandardDeviations", TALL, a -> rowStandardDeviations(a))
        .of("columnLogSumExps", TALL, a -> columnLogSumExps(a))
        .of("rowLogSumExps", TALL, a -> rowLogSumExps(a))
        .of("columnSoftmax", TALL, a -> columnSoftmax(a))
        .of("rowSoftmax", TALL, a -> rowSoftmax(a));
  }
}
