package org.frechet.linalg;

import java.io.Serial;
import org.frechet.linalg.kernel.RealSchur;

/** A matrix has an eigenvalue where the function is not defined. */
public final class OutsideDomainException extends ArithmeticException {

  @Serial private static final long serialVersionUID = 1L;

  private final double re;
  private final double im;

  OutsideDomainException(String operation, String where, double re, double im) {
    super("%s: a has the eigenvalue %s, %s".formatted(operation, eigenvalue(re, im), where));
    this.re = re;
    this.im = im;
  }

  /** The real part of the eigenvalue. */
  public double re() {
    return re;
  }

  /** The imaginary part of the eigenvalue, not negative. */
  public double im() {
    return im;
  }

  private static String eigenvalue(double re, double im) {
    return im == 0 ? "%.6g".formatted(re) : "%.6g ± %.6gi".formatted(re, im);
  }

  static void requireNoneOnClosedNegativeAxis(String operation, RealSchur schur) {
    for (int i = 0; i < schur.n(); i++) {
      if (schur.im(i) == 0 && !(schur.re(i) > 0)) {
        throw new OutsideDomainException(
            operation,
            "on the closed negative real axis, where there is no principal value",
            schur.re(i),
            0);
      }
    }
  }

  /** A real part that is rounding beside the imaginary one does not say on which side it is. */
  static void requireNoneOnImaginaryAxis(String operation, RealSchur schur) {
    for (int i = 0; i < schur.n(); i++) {
      double re = schur.re(i);
      double im = Math.abs(schur.im(i));
      if (Math.abs(re) <= schur.n() * Math.ulp(im) || re == 0) {
        throw new OutsideDomainException(
            operation, "on the imaginary axis up to rounding, where there is no sign", re, im);
      }
    }
  }
}
