package org.frechet.value;

/**
 * A traced scalar that stands for a number and knows by itself how it depends on the inputs of its
 * trace, so that scalar code need not ask the trace for each of its operations. All of one trace
 * have one class.
 */
abstract sealed class LinkedScalar extends Scalar permits DualScalar, TapedScalar {

  LinkedScalar(Trace trace, double number) {
    super(trace, number);
  }

  /** The number y with {@code ẏ = da ȧ} for this ȧ. */
  abstract LinkedScalar scaled(double y, double da);

  /** The number y with {@code ẏ = da ȧ + db ḃ} for this ȧ, and b of the same trace. */
  abstract LinkedScalar combined(double y, double da, LinkedScalar b, double db);

  /** The number y, which a function with these partial derivatives has at this number and b. */
  final LinkedScalar scaled(double y, NumericPartials partials, double b) {
    return scaled(y, partials.first(y, number(), b));
  }

  /** The same for this number and that of b, of the same trace. */
  final LinkedScalar combined(double y, NumericPartials partials, LinkedScalar b) {
    double da = partials.first(y, number(), b.number());
    double db = partials.second(y, number(), b.number());
    return combined(y, da, b, db);
  }

  @Override
  final Object beside() {
    return null;
  }

  @Override
  final void keepFirst(Keepsake keepsake) {
    throw new AssertionError("a traced number is no constant");
  }
}
