package org.frechet.value;

import org.apache.commons.numbers.gamma.Erf;
import org.frechet.kernel.SpecialFunctions;

/** The primitives behind the functions of {@link Elementwise}, as keys for rules. */
public final class Elementary {

  public static final Primitive.Elementwise SIN = Primitive.elementwise("sin", Math::sin);
  public static final Primitive.Elementwise COS = Primitive.elementwise("cos", Math::cos);
  public static final Primitive.Elementwise TAN = Primitive.elementwise("tan", Math::tan);
  public static final Primitive.Elementwise ASIN = Primitive.elementwise("asin", Math::asin);
  public static final Primitive.Elementwise ACOS = Primitive.elementwise("acos", Math::acos);
  public static final Primitive.Elementwise ATAN = Primitive.elementwise("atan", Math::atan);
  public static final Primitive.Elementwise SINH = Primitive.elementwise("sinh", Math::sinh);
  public static final Primitive.Elementwise COSH = Primitive.elementwise("cosh", Math::cosh);
  public static final Primitive.Elementwise TANH = Primitive.elementwise("tanh", Math::tanh);

  /** {@code 1 / cosh x}, the root of the derivative of the hyperbolic tangent. */
  public static final Primitive.Elementwise SECH =
      Primitive.elementwise("sech", (double x) -> 1 / Math.cosh(x));

  public static final Primitive.Elementwise ASINH =
      Primitive.elementwise("asinh", SpecialFunctions::asinh);
  public static final Primitive.Elementwise ACOSH =
      Primitive.elementwise("acosh", SpecialFunctions::acosh);
  public static final Primitive.Elementwise ATANH =
      Primitive.elementwise("atanh", SpecialFunctions::atanh);
  public static final Primitive.Elementwise EXP =
      Primitive.elementwise("elementwise exp", Math::exp);
  public static final Primitive.Elementwise EXPM1 = Primitive.elementwise("expm1", Math::expm1);
  public static final Primitive.Elementwise LOG =
      Primitive.elementwise("elementwise log", Math::log);
  public static final Primitive.Elementwise LOG1P = Primitive.elementwise("log1p", Math::log1p);
  public static final Primitive.Elementwise SQRT =
      Primitive.elementwise("elementwise sqrt", Math::sqrt);
  public static final Primitive.Elementwise CBRT = Primitive.elementwise("cbrt", Math::cbrt);
  public static final Primitive.Elementwise ABS =
      Primitive.elementwise("abs", (double x) -> Math.abs(x));
  public static final Primitive.Elementwise SIGN =
      Primitive.elementwise("sign", (double x) -> Math.signum(x));
  public static final Primitive.Elementwise LOGISTIC =
      Primitive.elementwise("logistic", SpecialFunctions::logistic);
  public static final Primitive.Elementwise SOFTPLUS =
      Primitive.elementwise("softplus", SpecialFunctions::softplus);
  public static final Primitive.Elementwise ERF =
      Primitive.elementwise("erf", (double x) -> Erf.value(x));
  public static final Primitive.Elementwise LGAMMA =
      Primitive.elementwise("lgamma", SpecialFunctions::logGamma);

  /** {@code ψ⁽ⁿ⁾(x)}: the first argument is the order n, a constant. */
  public static final Primitive.ElementwiseBinary POLYGAMMA =
      Primitive.elementwise("polygamma", (n, x) -> SpecialFunctions.polygamma((int) n, x));

  public static final Primitive.ElementwiseBinary ATAN2 =
      Primitive.elementwise("atan2", Math::atan2);
  public static final Primitive.ElementwiseBinary HYPOT =
      Primitive.elementwise("hypot", Math::hypot);
  public static final Primitive.ElementwiseBinary POW = Primitive.elementwise("pow", Math::pow);
  public static final Primitive.ElementwiseBinary MIN =
      Primitive.elementwise("min", (x, y) -> Math.min(x, y));
  public static final Primitive.ElementwiseBinary MAX =
      Primitive.elementwise("max", (x, y) -> Math.max(x, y));

  /** {@code 1/x}, and 0 where x is 0: derivatives that blow up are finite by policy. */
  public static final Primitive.Elementwise RECIPROCAL_OR_ZERO =
      Primitive.elementwise("reciprocal or zero", (double x) -> x == 0 ? 0 : 1 / x);

  /** {@code x}, and ∞ where x is 0: a quotient by it is 0 there, and so are its derivatives. */
  public static final Primitive.Elementwise INFINITE_IF_ZERO =
      Primitive.elementwise(
          "infinite if zero", (double x) -> x == 0 ? Double.POSITIVE_INFINITY : x);

  /** {@code 1 − x²}, without cancellation near ±1. */
  public static final Primitive.Elementwise ONE_MINUS_SQUARE =
      Primitive.elementwise("one minus square", (double x) -> (1 - x) * (1 + x));

  /** {@code log x}, and 0 where x ≤ 0. */
  public static final Primitive.Elementwise LOG_OR_ZERO =
      Primitive.elementwise("log or zero", (double x) -> x > 0 ? Math.log(x) : 0);

  /** {@code xᵖ}, and 0 where x is 0 and p negative. */
  public static final Primitive.ElementwiseBinary POW_OR_ZERO =
      Primitive.elementwise("pow or zero", (x, p) -> x == 0 && p < 0 ? 0 : Math.pow(x, p));

  /** {@code p}: the exponent of xᵖ, which is held fixed by policy where x ≤ 0. */
  public static final Primitive.ElementwiseBinary EXPONENT =
      Primitive.elementwise("exponent", (x, p) -> p);

  /** {@code a / √(a² + b²)}, and 0 at the origin: the derivative of the hypotenuse by a. */
  public static final Primitive.ElementwiseBinary DIRECTION_COSINE =
      Primitive.elementwise("direction cosine", (a, b) -> a == 0 ? 0 : a / Math.hypot(a, b));

  /** {@code a / (a² + b²)}, and 0 at the origin: the derivative of the angle of (a, b) by b. */
  public static final Primitive.ElementwiseBinary ANGLE_SLOPE =
      Primitive.elementwise("angle slope", SpecialFunctions::angleSlope);

  /** 1 where a ≥ b, else 0. */
  public static final Primitive.ElementwiseBinary AT_LEAST =
      Primitive.elementwise("at least", (a, b) -> a >= b ? 1 : 0);

  /**
   * {@code x} where the mask is not 0, else 0, even for an x that is ∞ or NaN: a product with the
   * mask would be NaN there.
   */
  public static final Primitive.ElementwiseBinary SELECTED =
      Primitive.elementwise("selected", (x, mask) -> mask == 0 ? 0 : x);

  private Elementary() {}
}
