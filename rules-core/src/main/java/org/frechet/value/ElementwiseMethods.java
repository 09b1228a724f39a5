package org.frechet.value;

/** The functions of {@link Elementwise} as methods, for the values that read best with them. */
public interface ElementwiseMethods<V extends Value> {

  /** This value, in its own type. */
  V self();

  /** sin x. */
  default V sin() {
    return Elementwise.sin(self());
  }

  /** cos x. */
  default V cos() {
    return Elementwise.cos(self());
  }

  /** tan x. */
  default V tan() {
    return Elementwise.tan(self());
  }

  /** arcsin x; its derivative is 0 by policy at ±1, where it is infinite. */
  default V asin() {
    return Elementwise.asin(self());
  }

  /** arccos x; its derivative is 0 by policy at ±1, where it is infinite. */
  default V acos() {
    return Elementwise.acos(self());
  }

  /** arctan x. */
  default V atan() {
    return Elementwise.atan(self());
  }

  /** sinh x. */
  default V sinh() {
    return Elementwise.sinh(self());
  }

  /** cosh x. */
  default V cosh() {
    return Elementwise.cosh(self());
  }

  /** tanh x. */
  default V tanh() {
    return Elementwise.tanh(self());
  }

  /** arsinh x. */
  default V asinh() {
    return Elementwise.asinh(self());
  }

  /** arcosh x; its derivative is 0 by policy at 1, where it is infinite. */
  default V acosh() {
    return Elementwise.acosh(self());
  }

  /** artanh x. */
  default V atanh() {
    return Elementwise.atanh(self());
  }

  /** eˣ, entry by entry; the matrix exponential is {@code LinearAlgebra.exp}. */
  default V exp() {
    return Elementwise.exp(self());
  }

  /** eˣ − 1, accurate near 0. */
  default V expm1() {
    return Elementwise.expm1(self());
  }

  /** log x, entry by entry. */
  default V log() {
    return Elementwise.log(self());
  }

  /** log(1 + x), accurate near 0. */
  default V log1p() {
    return Elementwise.log1p(self());
  }

  /** √x, entry by entry; its derivative is 0 by policy at 0, where it is infinite. */
  default V sqrt() {
    return Elementwise.sqrt(self());
  }

  /** ∛x; its derivative is 0 by policy at 0, where it is infinite. */
  default V cbrt() {
    return Elementwise.cbrt(self());
  }

  /** |x|; its derivative at 0 is 0. */
  default V abs() {
    return Elementwise.abs(self());
  }

  /** −1, 0 or 1; its derivative is 0. */
  default V sign() {
    return Elementwise.sign(self());
  }

  /** 1 / (1 + e⁻ˣ), to full relative accuracy in both tails. */
  default V logistic() {
    return Elementwise.logistic(self());
  }

  /** log(1 + eˣ), to full relative accuracy in both tails. */
  default V softplus() {
    return Elementwise.softplus(self());
  }

  /** The error function. */
  default V erf() {
    return Elementwise.erf(self());
  }

  /** log |Γ(x)|. */
  default V lgamma() {
    return Elementwise.lgamma(self());
  }

  /** xᵖ with a constant exponent. */
  default V pow(double p) {
    return Elementwise.pow(self(), p);
  }
}
