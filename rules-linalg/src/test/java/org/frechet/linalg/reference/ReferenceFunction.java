package org.frechet.linalg.reference;

import java.util.List;
import java.util.function.Function;
import org.frechet.linalg.LinearAlgebra;
import org.frechet.linalg.SymmetricEigen;
import org.frechet.linalg.reference.Reference.Point;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * A function of matrices that a file of references is about, with a matrix as its result.
 *
 * @param file the name of the file
 * @param cases how many cases it has
 * @param expectations how many values and derivatives are expected in all
 * @param of the function, given its parameter
 */
record ReferenceFunction(
    String file, int cases, int expectations, Function<Integer, Function<Point, Matrix>> of) {

  static List<ReferenceFunction> all() {
    return List.of(
        plain("inv", 13, 39, x -> LinearAlgebra.inv(x.get(0))),
        plain("solve", 14, 56, x -> LinearAlgebra.solve(x.get(0), x.get(1))),
        plain("solveLower", 6, 24, x -> LinearAlgebra.solveLower(x.get(0), x.get(1))),
        plain("det", 16, 48, x -> single(LinearAlgebra.det(x.get(0)))),
        plain("logdet", 12, 36, x -> single(LinearAlgebra.logdet(x.get(0)))),
        plain("exp", 41, 203, x -> LinearAlgebra.exp(x.get(0))),
        plain("lyap", 17, 68, x -> LinearAlgebra.lyap(x.get(0), x.get(1))),
        plain("dlyap", 17, 68, x -> LinearAlgebra.dlyap(x.get(0), x.get(1))),
        plain("sylvester", 12, 60, x -> LinearAlgebra.sylvester(x.get(0), x.get(1), x.get(2))),
        plain("cholesky", 9, 27, x -> LinearAlgebra.cholesky(x.get(0))),
        plain("symmetricEigenvalues", 9, 27, x -> eigenvalues(x.get(0)).toColumn()),
        plain("powerSums", 5, 15, x -> powerSums(eigenvalues(x.get(0)))),
        plain("eigenvectors", 8, 24, x -> LinearAlgebra.symmetricEigen(x.get(0)).vectors()),
        new ReferenceFunction("projector", 6, 14, k -> x -> projector(k, x.get(0))),
        new ReferenceFunction("projectorBySign", 5, 15, k -> x -> projectorBySign(k, x.get(0))),
        plain("kron", 3, 12, x -> LinearAlgebra.kron(x.get(0), x.get(1))));
  }

  private static ReferenceFunction plain(
      String file, int cases, int expectations, Function<Point, Matrix> f) {
    return new ReferenceFunction(file, cases, expectations, parameter -> f);
  }

  private static Matrix single(Scalar x) {
    return Matrix.of(new Scalar[][] {{x}});
  }

  private static Vector eigenvalues(Matrix a) {
    return LinearAlgebra.symmetricEigenvalues(a);
  }

  /** {@code Σ λ, Σ λ², Σ λ³}: smooth where eigenvalues repeat. */
  private static Matrix powerSums(Vector values) {
    Vector squares = values.hadamard(values);
    return Matrix.of(new Scalar[][] {{values.sum()}, {squares.sum()}, {squares.dot(values)}});
  }

  /** {@code Σ v vᵀ} over the k smallest eigenvalues: independent of the choice of vectors. */
  private static Matrix projector(int k, Matrix a) {
    SymmetricEigen eigen = LinearAlgebra.symmetricEigen(a);
    Matrix v = eigen.vectors().block(0, 0, a.rows(), k);
    return v.multiply(v.transpose());
  }

  /** The same as {@code (I − sign(A − μI)) / 2}, with μ in the gap above them. */
  private static Matrix projectorBySign(int k, Matrix x) {
    Matrix a = LinearAlgebra.symmetricPart(x);
    Vector values = eigenvalues(a).detach();
    Scalar mu = values.get(k - 1).add(values.get(k)).multiply(0.5);
    Matrix eye = LinearAlgebra.identityLike(a);
    return eye.subtract(LinearAlgebra.sign(a.subtract(eye.multiply(mu)))).multiply(0.5);
  }
}
