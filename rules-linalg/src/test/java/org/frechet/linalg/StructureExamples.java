package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.*;
import static org.frechet.linalg.Operands.*;

import java.util.List;

/** Products and structure. */
final class StructureExamples {

  private StructureExamples() {}

  static void addTo(Examples examples) {
    examples
        .of("transpose", TALL, a -> transpose(a))
        .ofVectors("outer", VECTOR, (x, y) -> outer(x, y))
        .ofVectors("dot", VECTOR, (x, y) -> dot(x, y))
        .of("dot, matrices", TALL, TALL, (a, b) -> dot(a, b))
        .of("sum", TALL, a -> sum(a))
        .of("mean", TALL, a -> mean(a))
        .any(
            "bilinear",
            List.of(VECTOR, TALL, HALF_VECTOR),
            x -> bilinear(x.vector(0), x.matrix(1), x.vector(2)))
        .any("quadraticForm", List.of(ANY, VECTOR), x -> quadraticForm(x.matrix(0), x.vector(1)))
        .of("congruence", TALL, HALF, (f, p) -> congruence(f, p))
        .of("kron", TALL, HALF, (a, b) -> kron(a, b))
        .ofVectors("cross", SPACE, (x, y) -> cross(x, y))
        .of("diag", TALL, a -> diag(a))
        .of("diag, k-th", WIDE, a -> diag(a, 1))
        .ofVector("diag, of a vector", x -> diag(x))
        .ofVector("diag, of a vector, k-th", x -> diag(x, -1))
        .ofVector("diag, rectangular", x -> diag(x, 1, x.size(), x.size() + 3))
        .of("tril", TALL, a -> tril(a))
        .of("triu", TALL, a -> triu(a))
        .of("tril, k-th", TALL, a -> tril(a, -1))
        .of("triu, k-th", TALL, a -> triu(a, 1))
        .of("band", ANY, a -> band(a, -1, 1))
        .of("blockDiagonal", TALL, HALF, (a, b) -> blockDiagonal(List.of(a, b)))
        .of("vec", TALL, a -> vec(a))
        .ofVector("unvec", x -> unvec(x, 1, x.size()))
        .of("symmetricPart", ANY, a -> symmetricPart(a))
        .of("identityLike", ANY, a -> identityLike(a))
        .any(
            "addScaledIdentity",
            List.of(ANY, SCALAR),
            x -> addScaledIdentity(x.matrix(0), x.scalar(1)))
        .of("matrixPower", ANY, a -> matrixPower(a, 3))
        .of("matrixPower, negative", RIGHT, a -> matrixPower(a, -2));
  }
}
