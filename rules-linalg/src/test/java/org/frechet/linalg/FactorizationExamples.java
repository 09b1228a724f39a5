package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.*;
import static org.frechet.linalg.Operands.*;

import java.util.List;
import org.frechet.value.Vector;

/** Factorizations, eigenvalues, singular values. */
final class FactorizationExamples {

  private FactorizationExamples() {}

  static void addTo(Examples examples) {
    examples
        .of("lu", RIGHT, a -> lu(a))
        .of("lu, tall", TALL, a -> lu(a))
        .of("permuteRows", TALL, a -> permuteRows(backwards(a.rows()), a))
        .ofSymmetric("cholesky", a -> cholesky(a))
        .ofSymmetric("ldlt", a -> ldlt(a))
        .of("qr", TALL, a -> qr(a))
        .of("qr, wide", WIDE, a -> qr(a))
        .of("lq", WIDE, a -> lq(a))
        .symmetric("symmetricEigen", List.of(SEPARATED_SYMMETRIC), x -> symmetricEigen(x.matrix(0)))
        .ofSymmetric("symmetricEigenvalues", a -> symmetricEigenvalues(a))
        .of("eigen", SEPARATED, a -> eigen(a))
        .of("eigenvalues", SEPARATED, a -> eigenvalues(a))
        .of("svd", TALL, a -> svd(a))
        .of("singularValues", TALL, a -> singularValues(a))
        .of("polar", TALL, a -> polar(a));
  }

  private static Vector backwards(int n) {
    double[] p = new double[n];
    java.util.Arrays.setAll(p, i -> n - 1.0 - i);
    return Vector.wrap(p);
  }
}
