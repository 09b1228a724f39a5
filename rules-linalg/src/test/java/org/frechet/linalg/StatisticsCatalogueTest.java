package org.frechet.linalg;

import static org.frechet.linalg.FamilyCatalogue.random;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.linalg.Norms.NthSingularValue;
import org.frechet.linalg.Norms.NthTriplet;
import org.frechet.linalg.Norms.RequireSimple;
import org.frechet.linalg.Structures.Band;
import org.frechet.testkit.RuleAssert;
import org.frechet.testkit.RuleCatalogue;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of structure, norms and statistics, at ordinary and at hard points. */
class StatisticsCatalogueTest {

  private static final Matrix TALL = random(5, 3, 1);
  private static final Matrix WIDE = random(2, 4, 2);
  private static final Matrix SQUARE = random(4, 4, 3);
  private static final Matrix TINY = SQUARE.multiply(1e-6);
  private static final Matrix ROTATION = Matrix.of(new double[][] {{0, 1}, {-1, 0}});
  private static final Matrix TWICE_REPEATED =
      Matrix.of(new double[][] {{3, 0, 0}, {0, 1, 0}, {0, 0, -1}});
  private static final Matrix ZERO = Matrix.zeros(3, 2).add(0.0);
  private static final Matrix ONE = Matrix.of(1, 1, -2.5);

  @TestFactory
  Stream<DynamicTest> rules() {
    return catalogue().tests();
  }

  static RuleCatalogue catalogue() {
    RuleCatalogue catalogue =
        FamilyCatalogue.of(StructureRules.class, NormRules.class, StatisticsRules.class);
    structure(catalogue);
    norms(catalogue);
    triplets(catalogue);
    exponentials(catalogue);
    return catalogue;
  }

  private static void structure(RuleCatalogue catalogue) {
    catalogue
        .add(Structures.CROSS, "ordinary", random(3, 4), random(3, 5))
        .add(Structures.CROSS, "parallel", Vector.of(1, 2, 3), Vector.of(-2, -4, -6))
        .addThrowing(Structures.CROSS, "in the plane", Vector.of(1, 2), Vector.of(1, 2))
        .add(new Band(-1, 0), "tall", TALL)
        .add(new Band(1, 9), "wide", WIDE)
        .add(new Band(2, 1), "nothing", SQUARE)
        .add(new Band(Integer.MIN_VALUE, Integer.MAX_VALUE), "everything", WIDE)
        .add(
            Structures.SYMMETRIC_LIKE,
            "not symmetric",
            rule -> rule.withConstant(1),
            SQUARE,
            SQUARE);
  }

  private static void norms(RuleCatalogue catalogue) {
    catalogue
        .add(new NthSingularValue(0), "tall", TALL)
        .add(new NthSingularValue(1), "wide, the smallest", WIDE)
        .add(new NthSingularValue(0), "tiny", TINY)
        .add(new NthSingularValue(0), "others repeated", TWICE_REPEATED)
        .add(new NthSingularValue(0), "1×1", ONE)
        .add(new NthSingularValue(0), "zero", RuleAssert::whereNotDifferentiable, ZERO)
        .add(
            new NthSingularValue(0),
            "repeated",
            rule -> rule.whereNotDifferentiable().firstOrderOnly(),
            ROTATION)
        .add(Norms.NUCLEAR, "tall", TALL)
        .add(Norms.NUCLEAR, "wide", WIDE)
        .add(Norms.NUCLEAR, "tiny", TINY)
        .add(Norms.NUCLEAR, "repeated", ROTATION)
        .add(Norms.NUCLEAR, "1×1", ONE)
        .add(
            Norms.NUCLEAR,
            "rank-deficient",
            rule -> rule.whereNotDifferentiable().firstOrderOnly(),
            ZERO)
        .add(Norms.POLAR_FACTOR, "tall", TALL)
        .add(Norms.POLAR_FACTOR, "wide", WIDE)
        .add(Norms.POLAR_FACTOR, "repeated", ROTATION);
  }

  private static void triplets(RuleCatalogue catalogue) {
    catalogue
        .add(new NthTriplet(0), "tall", TALL)
        .add(new NthTriplet(1), "wide", WIDE)
        .add(new NthTriplet(1), "between", SQUARE)
        .add(new NthTriplet(0), "tiny", TINY)
        .add(new RequireSimple(0), "passes through", TALL)
        .addThrowing(new RequireSimple(0), "repeated", ROTATION);
  }

  private static void exponentials(RuleCatalogue catalogue) {
    Vector far = Vector.of(1e3, -1e3, 999, 1000.5);
    catalogue
        .add(Exponentiated.LOG_SUM_EXP, "ordinary", random(5, 6))
        .add(Exponentiated.LOG_SUM_EXP, "far apart", far)
        .add(Exponentiated.LOG_SUM_EXP, "one entry", Vector.of(2))
        .add(Exponentiated.LOG_SUM_EXP, "equal, large", Vector.of(1e3, 1e3, 1e3))
        .add(Exponentiated.LOG_SUM_EXP, "equal, very negative", Vector.of(-1e3, -1e3))
        .add(Exponentiated.SOFTMAX, "ordinary", random(5, 7))
        .add(Exponentiated.SOFTMAX, "far apart", far)
        .add(Exponentiated.SOFTMAX, "equal", Vector.of(3, 3, 3))
        .add(Exponentiated.SOFTMAX, "one entry", Vector.of(2))
        .add(Exponentiated.SOFTMAX, "empty", Vector.zeros(0));
    Matrix apart = Matrix.ofColumns(List.of(far, random(4, 8), Vector.of(3, 3, 3, 3)));
    for (Primitive.Unary<Matrix, ?> each :
        List.of(Exponentiated.COLUMN_LOG_SUM_EXPS, Exponentiated.COLUMN_SOFTMAX)) {
      catalogue
          .add(each, "ordinary", TALL)
          .add(each, "far apart, ordinary and equal", apart)
          .add(each, "one row", random(1, 3, 9))
          .add(each, "no column", Matrix.zeros(3, 0));
    }
  }
}
