package org.frechet.linalg.reference;

import static org.frechet.linalg.LinearAlgebra.*;

import java.util.List;
import java.util.function.Function;
import org.frechet.linalg.ComplexMatrix;
import org.frechet.linalg.ComplexVector;
import org.frechet.linalg.Ldlt;
import org.frechet.linalg.Lu;
import org.frechet.linalg.reference.Reference.Point;
import org.frechet.value.Matrix;

/** Factorizations, eigenvalues of general matrices and least squares, against references. */
class FactorizationReferencesTest extends ReferencesTest {

  @Override
  List<ReferenceFunction> functions() {
    return List.of(
        plain("lu", 8, 24, x -> packed(lu(x.get(0)))),
        plain("ldlt", 7, 21, x -> packed(ldlt(x.get(0)))),
        plain("qrQ", 9, 27, x -> qr(x.get(0)).q()),
        plain("qrR", 9, 27, x -> qr(x.get(0)).r()),
        plain("svdU", 9, 27, x -> svd(x.get(0)).u()),
        plain("svdV", 9, 27, x -> svd(x.get(0)).v()),
        plain("singularValues", 11, 33, x -> singularValues(x.get(0)).toColumn()),
        plain("polarU", 13, 39, x -> polar(x.get(0)).u()),
        plain("polarP", 13, 39, x -> polar(x.get(0)).p()),
        plain("eigenvalues", 12, 36, x -> columns(eigenvalues(x.get(0)))),
        plain("generalEigenvectors", 12, 36, x -> beside(eigen(x.get(0)).vectors())),
        plain("leastSquares", 11, 44, x -> leastSquares(x.get(0), x.get(1))),
        plain("pinv", 10, 30, x -> pinv(x.get(0))),
        plain("solveSpd", 6, 24, x -> solveSpd(x.get(0), x.get(1))),
        new ReferenceFunction("matrixPower", 8, 24, k -> x -> matrixPower(x.get(0), k)));
  }

  private static ReferenceFunction plain(
      String file, int cases, int expectations, Function<Point, Matrix> f) {
    return new ReferenceFunction(file, cases, expectations, parameter -> f);
  }

  /** L, without its unit diagonal, and U in one matrix. */
  private static Matrix packed(Lu lu) {
    int m = lu.l().rows();
    int n = lu.u().columns();
    int k = lu.u().rows();
    Matrix l = Matrix.beside(List.of(strictlyLower(lu.l()), Matrix.zeros(m, n - k)));
    return l.add(Matrix.above(List.of(lu.u(), Matrix.zeros(m - k, n))));
  }

  /** L with d on its diagonal. */
  private static Matrix packed(Ldlt ldlt) {
    return strictlyLower(ldlt.l()).add(Matrix.diagonal(ldlt.d()));
  }

  private static Matrix strictlyLower(Matrix a) {
    return a.subtract(triu(a));
  }

  private static Matrix columns(ComplexVector x) {
    return Matrix.ofColumns(List.of(x.re(), x.im()));
  }

  private static Matrix beside(ComplexMatrix a) {
    return Matrix.beside(List.of(a.re(), a.im()));
  }
}
