package org.frechet.value;

/**
 * Functions applied entry by entry, for scalars, vectors and matrices alike. Two values must have
 * the same shape: nothing is broadcast silently ({@link Shaping#fillLike} spells a number out).
 */
public final class Elementwise {

  private Elementwise() {}

  /** sin x. */
  public static <V extends Value> V sin(V x) {
    return Elementary.SIN.apply(x);
  }

  /** cos x. */
  public static <V extends Value> V cos(V x) {
    return Elementary.COS.apply(x);
  }

  /** tan x. */
  public static <V extends Value> V tan(V x) {
    return Elementary.TAN.apply(x);
  }

  /** arcsin x; its derivative is 0 by policy at ±1, where it is infinite. */
  public static <V extends Value> V asin(V x) {
    return Elementary.ASIN.apply(x);
  }

  /** arccos x; its derivative is 0 by policy at ±1, where it is infinite. */
  public static <V extends Value> V acos(V x) {
    return Elementary.ACOS.apply(x);
  }

  /** arctan x. */
  public static <V extends Value> V atan(V x) {
    return Elementary.ATAN.apply(x);
  }

  /** sinh x. */
  public static <V extends Value> V sinh(V x) {
    return Elementary.SINH.apply(x);
  }

  /** cosh x. */
  public static <V extends Value> V cosh(V x) {
    return Elementary.COSH.apply(x);
  }

  /** tanh x. */
  public static <V extends Value> V tanh(V x) {
    return Elementary.TANH.apply(x);
  }

  /** arsinh x. */
  public static <V extends Value> V asinh(V x) {
    return Elementary.ASINH.apply(x);
  }

  /** arcosh x; its derivative is 0 by policy at 1, where it is infinite. */
  public static <V extends Value> V acosh(V x) {
    return Elementary.ACOSH.apply(x);
  }

  /** artanh x. */
  public static <V extends Value> V atanh(V x) {
    return Elementary.ATANH.apply(x);
  }

  /** eˣ, entry by entry; the matrix exponential is {@code LinearAlgebra.exp}. */
  public static <V extends Value> V exp(V x) {
    return Elementary.EXP.apply(x);
  }

  /** eˣ − 1, accurate near 0. */
  public static <V extends Value> V expm1(V x) {
    return Elementary.EXPM1.apply(x);
  }

  /** log x, entry by entry. */
  public static <V extends Value> V log(V x) {
    return Elementary.LOG.apply(x);
  }

  /** log(1 + x), accurate near 0. */
  public static <V extends Value> V log1p(V x) {
    return Elementary.LOG1P.apply(x);
  }

  /** √x, entry by entry; its derivative is 0 by policy at 0, where it is infinite. */
  public static <V extends Value> V sqrt(V x) {
    return Elementary.SQRT.apply(x);
  }

  /** ∛x; its derivative is 0 by policy at 0, where it is infinite. */
  public static <V extends Value> V cbrt(V x) {
    return Elementary.CBRT.apply(x);
  }

  /** |x|; its derivative at 0 is 0. */
  public static <V extends Value> V abs(V x) {
    return Elementary.ABS.apply(x);
  }

  /** −1, 0 or 1; its derivative is 0. */
  public static <V extends Value> V sign(V x) {
    return Elementary.SIGN.apply(x);
  }

  /** 1 / (1 + e⁻ˣ), to full relative accuracy in both tails. */
  public static <V extends Value> V logistic(V x) {
    return Elementary.LOGISTIC.apply(x);
  }

  /** log(1 + eˣ), to full relative accuracy in both tails. */
  public static <V extends Value> V softplus(V x) {
    return Elementary.SOFTPLUS.apply(x);
  }

  /** The error function. */
  public static <V extends Value> V erf(V x) {
    return Elementary.ERF.apply(x);
  }

  /** log |Γ(x)|. */
  public static <V extends Value> V lgamma(V x) {
    return Elementary.LGAMMA.apply(x);
  }

  /** the angle of the point (x, y); its derivative at the origin is 0. */
  public static <V extends Value> V atan2(V y, V x) {
    return Elementary.ATAN2.apply(y, x);
  }

  /** √(a² + b²) without overflow; its derivative at the origin is 0. */
  public static <V extends Value> V hypot(V a, V b) {
    return Elementary.HYPOT.apply(a, b);
  }

  /** xᵖ; where a partial derivative is infinite or undefined (x = 0, or x < 0 for p's) it is 0. */
  public static <V extends Value> V pow(V x, V p) {
    return Elementary.POW.apply(x, p);
  }

  /** the smaller one; where they tie, a carries the whole derivative. */
  public static <V extends Value> V min(V a, V b) {
    return Elementary.MIN.apply(a, b);
  }

  /** the larger one; where they tie, a carries the whole derivative. */
  public static <V extends Value> V max(V a, V b) {
    return Elementary.MAX.apply(a, b);
  }

  /** a + b. */
  public static <V extends Value> V add(V a, V b) {
    return Arithmetic.ADD.apply(a, b);
  }

  /** a − b. */
  public static <V extends Value> V subtract(V a, V b) {
    return Arithmetic.SUBTRACT.apply(a, b);
  }

  /** a · b, entry by entry. */
  public static <V extends Value> V multiply(V a, V b) {
    return Arithmetic.HADAMARD.apply(a, b);
  }

  /** a / b, entry by entry. */
  public static <V extends Value> V divide(V a, V b) {
    return Arithmetic.QUOTIENT.apply(a, b);
  }

  /** xᵖ with one constant exponent. */
  public static <V extends Value> V pow(V x, double p) {
    return pow(x, Shaping.fillLike(x, p));
  }

  /** −x. */
  public static <V extends Value> V negate(V x) {
    return Arithmetic.NEGATE.apply(x);
  }

  /** factor · x. */
  @SuppressWarnings("unchecked") // a scaled value keeps its type
  public static <V extends Value> V scale(V x, Scalar factor) {
    return (V) Arithmetic.SCALE.apply(x, factor);
  }

  /** factor · x. */
  public static <V extends Value> V scale(V x, double factor) {
    return scale(x, Scalar.of(factor));
  }

  /** x + c in each entry. */
  public static <V extends Value> V shift(V x, double c) {
    return add(x, Shaping.fillLike(x, c));
  }

  /** The polygamma function ψ⁽ⁿ⁾(x): n = 0 is digamma, the derivative of {@link #lgamma}. */
  public static <V extends Value> V polygamma(int n, V x) {
    return Elementary.POLYGAMMA.apply(Shaping.fillLike(x, n), x);
  }

  /** 1/x, and 0 where x is 0. */
  public static <V extends Value> V reciprocalOrZero(V x) {
    return Elementary.RECIPROCAL_OR_ZERO.apply(x);
  }
}
