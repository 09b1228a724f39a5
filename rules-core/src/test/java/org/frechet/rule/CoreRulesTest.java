package org.frechet.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.frechet.value.Arithmetic;
import org.frechet.value.Elementary;
import org.frechet.value.Elementwise;
import org.frechet.value.Indexing;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Products;
import org.frechet.value.Reductions;
import org.frechet.value.Scalar;
import org.frechet.value.Shape;
import org.frechet.value.Shaping;
import org.frechet.value.Value;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of arithmetic agrees with differences, and its two directions are adjoint. */
class CoreRulesTest {

  private static final RuleRegistry RULES = RuleRegistry.of();
  private static final Vector U = Vector.of(0.3, 0.7, 0.2, 0.55);
  private static final Vector W = Vector.of(0.9, -0.4, 0.6, 0.1);
  private static final Matrix A = Matrix.of(2, 3, 1, -2, 0.5, 3, -1, 0.25);
  private static final Matrix B = Matrix.of(3, 2, 0.3, 1, -0.6, 2, 1, 0.7);
  private static final Scalar S = Scalar.of(1.7);

  /** An application, and the first argument that can be varied. */
  private record Sample(Primitive primitive, int from, Value... arguments) {
    @Override
    public String toString() {
      return primitive.name();
    }
  }

  private static Sample sample(Primitive primitive, Value... arguments) {
    return new Sample(primitive, 0, arguments);
  }

  static Stream<Sample> samples() {
    return Stream.of(elementwise(), pairs(), products(), rearrangements()).flatMap(s -> s);
  }

  private static Stream<Sample> elementwise() {
    return Stream.concat(
        Stream.of(
                Elementary.SIN,
                Elementary.COS,
                Elementary.TAN,
                Elementary.ASIN,
                Elementary.ACOS,
                Elementary.ATAN,
                Elementary.SINH,
                Elementary.COSH,
                Elementary.TANH,
                Elementary.SECH,
                Elementary.ASINH,
                Elementary.ATANH,
                Elementary.EXP,
                Elementary.EXPM1,
                Elementary.LOG,
                Elementary.LOG1P,
                Elementary.SQRT,
                Elementary.CBRT,
                Elementary.ABS,
                Elementary.SIGN,
                Elementary.LOGISTIC,
                Elementary.SOFTPLUS,
                Elementary.ERF,
                Elementary.LGAMMA,
                Elementary.RECIPROCAL_OR_ZERO,
                Elementary.INFINITE_IF_ZERO,
                Elementary.ONE_MINUS_SQUARE,
                Elementary.LOG_OR_ZERO,
                Arithmetic.NEGATE)
            .map(f -> sample(f, U)),
        Stream.of(sample(Elementary.ACOSH, U.add(1)), sample(Elementary.SIN, A)));
  }

  private static Stream<Sample> pairs() {
    return Stream.of(
        sample(Elementary.ATAN2, U, W),
        sample(Elementary.HYPOT, U, W),
        sample(Elementary.POW, U, W),
        sample(Elementary.POW_OR_ZERO, U, W),
        sample(Elementary.EXPONENT, U, W),
        sample(Elementary.MIN, U, W),
        sample(Elementary.MAX, U, W),
        sample(Elementary.AT_LEAST, U, W),
        sample(Elementary.SELECTED, U, W),
        sample(Elementary.DIRECTION_COSINE, U, W),
        sample(Elementary.ANGLE_SLOPE, U, W),
        // the order is a constant
        new Sample(Elementary.POLYGAMMA, 1, Vector.of(0, 1, 2, 3), U),
        sample(Arithmetic.ADD, A, A),
        sample(Arithmetic.SUBTRACT, A, B.transpose()),
        sample(Arithmetic.HADAMARD, A, B.transpose()),
        sample(Arithmetic.QUOTIENT, A, B.transpose()),
        sample(Arithmetic.SCALE, A, S),
        sample(Arithmetic.DIVIDE_BY, A, S));
  }

  private static Stream<Sample> products() {
    return Stream.of(
        sample(Products.MULTIPLY, A, B),
        sample(Products.MULTIPLY_VECTOR, B, Vector.of(2, -1)),
        sample(Products.TIMES_TRANSPOSED, A, B.transpose()),
        sample(Products.TRANSPOSED_TIMES, A, B.transpose()),
        sample(Products.TRANSPOSED_TIMES_VECTOR, A, Vector.of(2, -1)),
        sample(Products.DOT, A, B.transpose()),
        sample(Products.OUTER, U, Vector.of(2, -1)),
        sample(Reductions.SUM, A),
        sample(Reductions.NORM, A),
        sample(Reductions.CUMULATIVE_SUM, U),
        sample(Reductions.REVERSE_CUMULATIVE_SUM, U));
  }

  private static Stream<Sample> rearrangements() {
    return Stream.of(
        sample(Shaping.TRANSPOSE, A),
        sample(new Shaping.Reshape(Shape.vector(6)), A),
        sample(new Shaping.Fill(Shape.matrix(2, 3)), S),
        sample(new Indexing.Entry(1, 2), A),
        sample(new Indexing.OneHot(Shape.matrix(2, 3), 1, 2), S),
        sample(new Indexing.Block(Shape.matrix(1, 2), 1, 1), A),
        sample(new Indexing.Embed(Shape.matrix(4, 5), 1, 2), A),
        sample(Indexing.DIAGONAL, A),
        sample(Indexing.DIAGONAL, B),
        sample(Indexing.DIAGONAL_MATRIX, U),
        sample(Indexing.STACK, S, S, Scalar.of(3)),
        sample(Indexing.BESIDE, A, A, Matrix.of(2, 1, 4, 5)));
  }

  @Test
  void everyRuleHasASample() {
    Set<Object> covered = new HashSet<>();
    samples().forEach(sample -> covered.add(sample.primitive().key()));
    assertThat(covered).containsAll(RULES.keys());
  }

  private static Value evaluate(Sample sample, Value[] arguments) {
    return (Value) sample.primitive().evaluateAll(arguments);
  }

  private static Value random(Shape shape, Random random) {
    double[] entries = random.doubles(shape.size(), -1, 1).toArray();
    return shape.kind() == Shape.Kind.SCALAR
        ? Scalar.of(entries[0])
        : Shaping.reshape(Vector.of(entries), shape);
  }

  /** Five-point central differences along a direction of one argument. */
  private static Value difference(Sample sample, int argument, Value direction) {
    double h = 1e-3;
    Value near =
        Elementwise.subtract(
            at(sample, argument, direction, h), at(sample, argument, direction, -h));
    Value far =
        Elementwise.subtract(
            at(sample, argument, direction, 2 * h), at(sample, argument, direction, -2 * h));
    return Elementwise.scale(Elementwise.subtract(Elementwise.scale(near, 8), far), 1 / (12 * h));
  }

  private static Value at(Sample sample, int argument, Value direction, double step) {
    Value[] moved = sample.arguments().clone();
    moved[argument] = Elementwise.add(moved[argument], Elementwise.scale(direction, step));
    return evaluate(sample, moved);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void pushforwardsAgreeWithDifferences(Sample sample) {
    Random random = new Random(7);
    Application at = application(sample);
    for (int i = sample.from(); i < sample.arguments().length; i++) {
      Value direction = random(sample.arguments()[i].shape(), random);
      Object[] tangents = new Object[sample.arguments().length];
      tangents[i] = direction;
      Value expected = difference(sample, i, direction);
      Value pushed = (Value) RULES.rule(sample.primitive()).pushforward(at, tangents);
      Value actual = pushed == null ? Shaping.zeroLike(expected) : pushed;
      double error = Reductions.norm(Elementwise.subtract(actual, expected)).toDouble();
      double size = Reductions.norm(expected).toDouble();
      assertThat(error).as("argument %s", i).isLessThanOrEqualTo(1e-7 * Math.max(1, size));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void pullbacksAreTheAdjointsOfPushforwards(Sample sample) {
    Random random = new Random(8);
    Application at = application(sample);
    Rule rule = RULES.rule(sample.primitive());
    Value seed = random(((Value) at.result()).shape(), random);
    boolean[] wanted = new boolean[sample.arguments().length];
    java.util.Arrays.fill(wanted, true);
    Object[] pulled = rule.pullback(at, seed, wanted);
    Object[] tangents = new Object[wanted.length];
    List<Double> parts = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      tangents[i] = random(sample.arguments()[i].shape(), random);
      parts.add(pulled[i] == null ? 0 : dot((Value) pulled[i], (Value) tangents[i]));
    }
    Value pushed = (Value) rule.pushforward(at, tangents);
    double expected = pushed == null ? 0 : dot(pushed, seed);
    assertThat(parts.stream().mapToDouble(part -> part).sum())
        .isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
  }

  private static double dot(Value a, Value b) {
    return Products.dot(a, b).toDouble();
  }

  private static Application application(Sample sample) {
    Value[] arguments = sample.arguments();
    return new Application(sample.primitive(), arguments, evaluate(sample, arguments));
  }
}
