package org.frechet.testkit;

import static org.frechet.testkit.Points.scalar;
import static org.frechet.testkit.Points.vector;

import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.value.Elementary;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;

/** Points for the elementwise functions: ordinary ones, both ends of the domain, and kinks. */
final class ElementaryPoints {

  private static final UnaryOperator<RuleAssert> KINK = RuleAssert::whereNotDifferentiable;

  private ElementaryPoints() {}

  static void addTo(RuleCatalogue catalogue) {
    everywhere(catalogue);
    positive(catalogue);
    bounded(catalogue);
    kinks(catalogue);
    pairs(catalogue);
  }

  private static void everywhere(RuleCatalogue catalogue) {
    for (Primitive.Elementwise each :
        List.of(
            Elementary.SIN,
            Elementary.COS,
            Elementary.TAN,
            Elementary.ATAN,
            Elementary.SINH,
            Elementary.COSH,
            Elementary.TANH,
            Elementary.SECH,
            Elementary.ONE_MINUS_SQUARE,
            Elementary.INFINITE_IF_ZERO,
            Elementary.ASINH,
            Elementary.EXP,
            Elementary.EXPM1,
            Elementary.LOGISTIC,
            Elementary.SOFTPLUS,
            Elementary.ERF,
            Elementary.CBRT,
            Elementary.ABS,
            Elementary.SIGN,
            Elementary.RECIPROCAL_OR_ZERO,
            Elementary.LGAMMA)) {
      catalogue
          .add(each, "scalar", scalar(0.7))
          .add(each, "vector", vector(3, 1))
          .add(each, "2×2", Points.matrix(2, 2, 2))
          .add(each, "empty", Matrix.zeros(0, 2))
          .add(each, "tiny", scalar(1e-8))
          .add(each, "tiny, negative", scalar(-1e-8))
          .add(each, "large", scalar(17.3))
          .add(each, "large, negative", scalar(-17.3));
    }
    for (Primitive.Elementwise each :
        List.of(
            Elementary.ATAN,
            Elementary.ASINH,
            Elementary.TANH,
            Elementary.SECH,
            Elementary.LOGISTIC)) {
      catalogue.add(each, "huge", scalar(3e8));
    }
  }

  private static void positive(RuleCatalogue catalogue) {
    for (Primitive.Elementwise each :
        List.of(
            Elementary.LOG,
            Elementary.LOG1P,
            Elementary.SQRT,
            Elementary.LOG_OR_ZERO,
            Elementary.LGAMMA)) {
      catalogue
          .add(each, "positive", scalar(0.7))
          .add(each, "vector", Vector.of(0.3, 2, 5))
          .add(each, "tiny", scalar(1e-8))
          .add(each, "huge", scalar(3e8));
    }
    catalogue
        .add(Elementary.LOG1P, "negative", scalar(-0.7))
        .add(Elementary.ACOSH, "ordinary", Vector.of(1.5, 4))
        .add(Elementary.ACOSH, "near 1", scalar(1 + 1e-6))
        .add(Elementary.ACOSH, "huge", scalar(3e8))
        .add(Elementary.LOG_OR_ZERO, "negative", scalar(-2));
  }

  private static void bounded(RuleCatalogue catalogue) {
    for (Primitive.Elementwise each : List.of(Elementary.ASIN, Elementary.ACOS, Elementary.ATANH)) {
      catalogue
          .add(each, "ordinary", Vector.of(0.3, -0.6))
          .add(each, "tiny", scalar(1e-8))
          .add(each, "near 1", scalar(1 - 1e-6))
          .add(each, "near −1", scalar(-1 + 1e-6));
    }
  }

  private static void kinks(RuleCatalogue catalogue) {
    for (Primitive.Elementwise each :
        List.of(
            Elementary.ABS,
            Elementary.SIGN,
            Elementary.SQRT,
            Elementary.CBRT,
            Elementary.RECIPROCAL_OR_ZERO,
            Elementary.LOG_OR_ZERO)) {
      catalogue.add(each, "at 0", KINK, scalar(0));
    }
    catalogue
        .add(Elementary.ASIN, "at 1", KINK, scalar(1))
        .add(Elementary.ACOS, "at −1", KINK, scalar(-1))
        .add(Elementary.ACOSH, "at 1", KINK, scalar(1))
        .add(Elementary.HYPOT, "at 0", KINK, scalar(0), scalar(0))
        .add(Elementary.DIRECTION_COSINE, "at 0", KINK, scalar(0), scalar(0))
        .add(Elementary.ANGLE_SLOPE, "at 0", KINK, scalar(0), scalar(0))
        .add(Elementary.ATAN2, "at 0", KINK, scalar(0), scalar(0))
        .add(Elementary.POW, "root at 0", KINK, scalar(0), scalar(0.5))
        .add(Elementary.POW_OR_ZERO, "root at 0", KINK, scalar(0), scalar(0.5))
        .add(Elementary.AT_LEAST, "tie", KINK, scalar(2), scalar(2))
        .add(Elementary.MIN, "tie", KINK, scalar(2), scalar(2))
        .add(Elementary.MAX, "tie", KINK, scalar(2), scalar(2));
  }

  private static void pairs(RuleCatalogue catalogue) {
    for (Primitive.ElementwiseBinary each :
        List.of(
            Elementary.ATAN2,
            Elementary.HYPOT,
            Elementary.DIRECTION_COSINE,
            Elementary.ANGLE_SLOPE,
            Elementary.POW,
            Elementary.POW_OR_ZERO,
            Elementary.MIN,
            Elementary.MAX,
            Elementary.EXPONENT,
            Elementary.AT_LEAST)) {
      catalogue
          .add(each, "scalars", scalar(0.7), scalar(1.3))
          .add(each, "vectors", Vector.of(0.3, 2, 1.5), Vector.of(1.2, -0.7, 3))
          .add(each, "empty", Vector.zeros(0), Vector.zeros(0))
          .add(each, "tiny and ordinary", scalar(1e-8), scalar(1.3))
          .add(each, "tiny", scalar(1e-8), scalar(2e-8))
          .add(each, "huge", scalar(2e8), scalar(1.3));
    }
    catalogue
        .add(Elementary.ATAN2, "second quadrant", scalar(0.7), scalar(-1.3))
        .add(Elementary.ATAN2, "on the axis", scalar(0.7), scalar(0))
        .add(Elementary.HYPOT, "on the axis", scalar(0), scalar(-2))
        .add(Elementary.POW, "negative base", rule -> rule.withConstant(1), scalar(-2), scalar(3))
        .add(Elementary.POW, "cube at 0", rule -> rule.withConstant(1), scalar(0), scalar(3))
        .add(Elementary.EXPONENT, "of a negative base", KINK, scalar(-2), scalar(3))
        .add(Elementary.POW, "exponent 0", scalar(2), scalar(0))
        .add(Elementary.SELECTED, "scalar", rule -> rule.withConstant(1), scalar(2), scalar(1))
        .add(Elementary.SELECTED, "some", rule -> rule.withConstant(1), x(), Vector.of(1, 0, -2))
        .add(Elementary.POLYGAMMA, "digamma", rule -> rule.withConstant(0), order(0), x())
        .add(Elementary.POLYGAMMA, "trigamma", rule -> rule.withConstant(0), order(1), x())
        .add(Elementary.POLYGAMMA, "order 3", rule -> rule.withConstant(0), order(3), x());
  }

  private static Vector order(int n) {
    return Vector.of(n, n, n);
  }

  private static Vector x() {
    return Vector.of(0.4, 2.5, -1.3);
  }
}
