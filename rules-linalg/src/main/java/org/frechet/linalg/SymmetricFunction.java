package org.frechet.linalg;

import static org.frechet.linalg.LinearAlgebra.symmetricPart;

import java.util.Arrays;
import java.util.List;
import org.frechet.linalg.kernel.SpectralDerivatives;
import org.frechet.linalg.kernel.SpectralFunction;
import org.frechet.linalg.kernel.Spectrum;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;

/**
 * {@code f(A) = V diag(f(λ)) Vᵀ} for a symmetric A, of which the lower triangle is read: n×n → n×n.
 * The eigendecomposition is kept with the matrix and serves all derivatives.
 *
 * @param f the function of one variable
 */
record SymmetricFunction(SpectralFunction f) implements Primitive.Unary<Matrix, Matrix> {

  /** Third powers of entries between 2⁻³⁰⁰ and 2³⁰⁰ are in the range of double, 2^±1022. */
  private static final int SAFE_EXPONENT = 300;

  @Override
  public String name() {
    return "symmetric " + f.name();
  }

  @Override
  public Matrix evaluate(Matrix a) {
    return evaluate(f, List.of(a));
  }

  Derivative derivative() {
    return new Derivative(f);
  }

  /**
   * {@code L⁽ᵏ⁾(A; E₁, …, Eₖ)}, applied to {@code (A, E₁, …, Eₖ)}, by the symmetric parts of all of
   * them; it is symmetric.
   *
   * @param f the function of one variable
   */
  record Derivative(SpectralFunction f) implements Primitive.Unary<List<Matrix>, Matrix> {

    @Override
    public String name() {
      return "Fréchet derivative of symmetric " + f.name();
    }

    @Override
    public Matrix evaluate(List<Matrix> arguments) {
      return SymmetricFunction.evaluate(f, arguments);
    }
  }

  private static Matrix evaluate(SpectralFunction f, List<Matrix> arguments) {
    String operation = "symmetric " + f.name();
    Matrix a = arguments.get(0);
    List<Matrix> directions = arguments.subList(1, arguments.size());
    Require.square(operation, "a", a);
    Require.directions(operation, a, directions, 0);
    int k = exponent(a);
    Spectrum spectrum = a.keep(Spectrum.class, () -> spectrum(scalb(a, -k)));
    SpectralFunction g = k == 0 ? f : f.scaled(k);
    double[] values = inDomain(operation, g, spectrum.values(), k);
    double[][] along =
        directions.stream()
            .map(e -> symmetricPart(scalb(e, -exponent(e))).array())
            .toArray(double[][]::new);
    double[] entries = new SpectralDerivatives(g, values, spectrum.vectors()).frechet(along);
    Matrix derivative = symmetricPart(Matrix.wrap(a.rows(), a.rows(), entries));
    return scalb(derivative, directions.stream().mapToInt(e -> exponent(e) - k).sum());
  }

  /** That of the largest entry, where powers of it could leave the range of double, and else 0. */
  private static int exponent(Matrix a) {
    double largest = Arrays.stream(a.array()).map(Math::abs).max().orElse(0);
    int exponent = largest == 0 ? 0 : Math.getExponent(largest);
    return Math.abs(exponent) < SAFE_EXPONENT ? 0 : exponent;
  }

  private static Matrix scalb(Matrix a, int exponent) {
    if (exponent == 0) {
      return a;
    }
    double[] entries = Arrays.stream(a.array()).map(x -> Math.scalb(x, exponent)).toArray();
    return Matrix.wrap(a.rows(), a.columns(), entries);
  }

  private static Spectrum spectrum(Matrix a) {
    SymmetricEigen eigen = Factorizations.SYMMETRIC_EIGEN.evaluate(a);
    return Spectrum.refined(a.rows(), a.array(), eigen.values().array(), eigen.vectors().array());
  }

  /** The eigenvalues; one that is rounding beside the largest counts as 0 if it must. */
  private static double[] inDomain(String operation, SpectralFunction f, double[] values, int k) {
    double[] inside = values.clone();
    int n = values.length;
    double largest = n == 0 ? 0 : Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
    for (int i = 0; i < n; i++) {
      if (!f.isDefinedAt(values[i])) {
        if (Math.abs(values[i]) > n * Math.ulp(largest) || !f.isDefinedAt(0)) {
          throw new OutsideDomainException(
              operation, "but its domain is " + f.domain(), Math.scalb(values[i], k), 0);
        }
        inside[i] = 0;
      }
    }
    return inside;
  }
}
