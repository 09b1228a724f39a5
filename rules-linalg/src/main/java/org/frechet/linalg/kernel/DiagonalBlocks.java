package org.frechet.linalg.kernel;

/**
 * The diagonal blocks of a function of a real Schur form, straight from the eigenvalues, and the
 * entries beside them: without the rounding that a chain of roots or squares leaves in them, which
 * keeps long chains accurate (Al-Mohy, Higham and Relton, SIAM J. Sci. Comput. 34(4):C153, 2012;
 * Higham and Lin, SIAM J. Matrix Anal. Appl. 32(3):1056, 2011).
 */
final class DiagonalBlocks {

  /** A function of an eigenvalue that is real and positive, or has a positive imaginary part. */
  @FunctionalInterface
  interface Principal {
    Complex at(double re, double im);
  }

  /** A complex number. */
  record Complex(double re, double im) {}

  private DiagonalBlocks() {}

  /**
   * {@code x} with the diagonal blocks of {@code f(T)} in the place of its own, and with its
   * entries {@code tᵢⱼ f[λᵢ, λⱼ]} between neighbouring real eigenvalues.
   *
   * @param slope a function with the difference quotients of f on the positive numbers
   * @param degree that of f as a homogeneous function, so that quotients stay in range
   */
  static double[] replaced(
      RealSchur schur, double[] x, Principal f, SpectralFunction slope, double degree) {
    double[] y = x.clone();
    int n = schur.n();
    for (int i = 0; i < n; i++) {
      Complex value = f.at(schur.re(i), schur.im(i));
      if (schur.startsPair(i)) {
        setPair(schur, y, i, value);
        i++;
      } else {
        y[i * (n + 1)] = value.re();
        if (i + 1 < n && !schur.startsPair(i + 1)) {
          y[i + (i + 1) * n] = beside(schur, i, slope, degree);
        }
      }
    }
    return y;
  }

  /** {@code t f[λᵢ, λᵢ₊₁] = (t/c) cᵈ f[λᵢ/c, λᵢ₊₁/c]} for a degree d, with a c of their size. */
  private static double beside(RealSchur schur, int i, SpectralFunction slope, double degree) {
    double a = Math.min(schur.re(i), schur.re(i + 1));
    double b = Math.max(schur.re(i), schur.re(i + 1));
    int exponent = (Math.getExponent(a) + Math.getExponent(b)) / 2;
    double t = Math.scalb(schur.sharedT()[i + (i + 1) * schur.n()], -exponent);
    double quotient = slope.slope(Math.scalb(a, -exponent), Math.scalb(b, -exponent));
    return t * (quotient * Math.pow(2, degree * exponent));
  }

  /** Sets a block to {@code Re f(λ) I + Im f(λ) (T_ii − Re λ I) / Im λ}. */
  private static void setPair(RealSchur schur, double[] y, int i, Complex value) {
    int n = schur.n();
    int p = i + i * n;
    double[] t = schur.sharedT();
    y[p] = value.re();
    y[p + n + 1] = value.re();
    y[p + 1] = value.im() * (t[p + 1] / schur.im(i));
    y[p + n] = value.im() * (t[p + n] / schur.im(i));
  }

  /** {@code log λ}. */
  static Complex log(double re, double im) {
    return im == 0
        ? new Complex(Math.log(re), 0)
        : new Complex(logModulus(re, im), Math.atan2(im, re));
  }

  /** {@code log |a + iω|}, accurate where the modulus is near one. */
  private static double logModulus(double a, double omega) {
    double modulus = Math.hypot(a, omega);
    double size = Math.abs(a);
    return modulus > 0.5 && modulus < 2
        ? 0.5 * Math.log1p((size - 1) * (size + 1) + omega * omega)
        : Math.log(modulus);
  }

  /**
   * {@code λ^(1/2ˢ) − 1}; with {@code λ^(1/2ˢ) = e^(u+iv)} its real part is {@code expm1(u) cos v −
   * 2 sin²(v/2)}.
   */
  static Complex rootMinusOne(int s, double re, double im) {
    Complex log = log(re, im);
    double u = Math.scalb(log.re(), -s);
    double v = Math.scalb(log.im(), -s);
    double half = Math.sin(v / 2);
    return new Complex(Math.expm1(u) * Math.cos(v) - 2 * half * half, Math.exp(u) * Math.sin(v));
  }

  /** {@code λᵖ}. */
  static Complex power(double p, double re, double im) {
    if (im == 0) {
      return new Complex(Math.pow(re, p), 0);
    }
    double modulus = Math.pow(Math.hypot(re, im), p);
    double angle = p * Math.atan2(im, re);
    return new Complex(modulus * Math.cos(angle), modulus * Math.sin(angle));
  }
}
