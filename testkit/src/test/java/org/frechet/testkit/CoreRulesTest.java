package org.frechet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.testkit.Points.matrix;
import static org.frechet.testkit.Points.scalar;
import static org.frechet.testkit.Points.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Arithmetic;
import org.frechet.value.Indexing;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Products;
import org.frechet.value.Reductions;
import org.frechet.value.Shape;
import org.frechet.value.Shaping;
import org.frechet.value.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All rules of {@code rules-core}: arithmetic, indexing, products, reductions, elementary. */
class CoreRulesTest {

  private static final Path PAGE = Path.of("../rules-core/RULES.md");
  private static final String WISH = System.getProperty("frechet.rules", "check");
  private static final String HEAD =
      """
      # Rules of arithmetic

      Written by `CoreRulesTest` out of the registry and its own points; the test fails where the page differs from
      them. To write it again:

      ```sh
      mvn -q -B -ntp -pl testkit -am verify -Dtest=CoreRulesTest -Dsurefire.failIfNoSpecifiedTests=false -Dfrechet.rules=write
      ```

      The columns are those of the [rules of linear algebra](../rules-linalg/RULES.md). Either direction of an entrywise
      function costs its slope and one product entry by entry; of a linear function, the function or its adjoint; of a
      product, one product for each argument: 1.0 of the value forward for one argument that varies, 1.0 back for each
      that is asked for.

      """;

  private final RuleCatalogue catalogue = new RuleCatalogue(RuleRegistry.of());

  @Test
  void thePageIsUpToDate() throws IOException {
    fill();
    String due = HEAD + RuleTable.of(List.of(catalogue)).markdown();
    if (!WISH.equals("check")) {
      Files.writeString(PAGE, due);
    }
    assertThat(Files.readString(PAGE))
        .as("RULES.md: write it again with the command at its head")
        .isEqualTo(due);
  }

  @TestFactory
  Stream<DynamicTest> rules() {
    fill();
    return catalogue.tests();
  }

  private void fill() {
    arithmetic();
    indexing();
    shaping();
    products();
    transposedProducts();
    reductions();
    ElementaryPoints.addTo(catalogue);
  }

  private void arithmetic() {
    for (Primitive.ElementwiseBinary each :
        new Primitive.ElementwiseBinary[] {
          Arithmetic.ADD, Arithmetic.SUBTRACT, Arithmetic.HADAMARD, Arithmetic.QUOTIENT
        }) {
      catalogue
          .add(each, "scalars", scalar(0.7), scalar(-1.3))
          .add(each, "vectors", vector(3, 1), vector(3, 2))
          .add(each, "2×3", matrix(2, 3, 3), matrix(2, 3, 4))
          .add(each, "1×1", matrix(1, 1, 5), matrix(1, 1, 6))
          .add(each, "empty", Matrix.zeros(0, 3), Matrix.zeros(0, 3))
          .add(each, "tiny and huge", scalar(1e-8), scalar(1e8))
          .add(each, "transposed", matrix(3, 2, 7).transpose(), matrix(2, 3, 8));
    }
    catalogue
        .add(Arithmetic.HADAMARD, "diagonal", Matrix.identity(3), matrix(3, 3, 9))
        .add(Arithmetic.ADD, "zeros", Matrix.zeros(2, 2), matrix(2, 2, 1))
        .add(Arithmetic.NEGATE, "scalar", scalar(2))
        .add(Arithmetic.NEGATE, "diagonal", Matrix.identity(3))
        .add(Arithmetic.NEGATE, "empty", Vector.zeros(0))
        .add(Arithmetic.SCALE, "2×3", matrix(2, 3, 1), scalar(-0.3))
        .add(Arithmetic.SCALE, "scalar", scalar(2), scalar(-0.3))
        .add(Arithmetic.SCALE, "by zero", vector(3, 1), scalar(0))
        .add(Arithmetic.SCALE, "empty", Vector.zeros(0), scalar(2))
        .add(Arithmetic.SCALE, "badly scaled", vector(3, 1), scalar(1e-8))
        .add(Arithmetic.DIVIDE_BY, "2×3", matrix(2, 3, 1), scalar(-0.3))
        .add(Arithmetic.DIVIDE_BY, "scalar", scalar(2), scalar(0.3))
        .add(Arithmetic.DIVIDE_BY, "empty", Vector.zeros(0), scalar(2))
        .add(Arithmetic.DIVIDE_BY, "badly scaled", vector(3, 1), scalar(1e-8));
  }

  private void indexing() {
    catalogue
        .add(new Indexing.Entry(1, 2), "of a 2×3", matrix(2, 3, 1))
        .add(new Indexing.Entry(1, 0), "of a vector", vector(3, 1))
        .add(new Indexing.Entry(0, 0), "of a 1×1", matrix(1, 1, 1))
        .add(new Indexing.OneHot(Shape.matrix(2, 3), 1, 2), "into a 2×3", scalar(0.7))
        .add(new Indexing.OneHot(Shape.vector(3), 1, 0), "into a vector", scalar(0.7))
        .add(new Indexing.Block(Shape.matrix(2, 1), 1, 2), "of a 3×3", matrix(3, 3, 1))
        .add(new Indexing.Block(Shape.vector(2), 1, 0), "of a vector", vector(4, 1))
        .add(new Indexing.Block(Shape.matrix(0, 2), 1, 0), "empty", matrix(3, 3, 1))
        .add(new Indexing.Embed(Shape.matrix(3, 3), 1, 2), "into a 3×3", matrix(2, 1, 1))
        .add(new Indexing.Embed(Shape.vector(4), 1, 0), "into a vector", vector(2, 1))
        .add(Indexing.DIAGONAL, "of a 2×3", matrix(2, 3, 1))
        .add(Indexing.DIAGONAL, "of a 3×3", matrix(3, 3, 1))
        .add(Indexing.DIAGONAL, "of a diagonal", Matrix.identity(3))
        .add(Indexing.DIAGONAL, "empty", matrix(0, 3, 1))
        .add(Indexing.DIAGONAL_MATRIX, "3×3", vector(3, 1))
        .add(Indexing.DIAGONAL_MATRIX, "empty", vector(0, 1))
        .add(Indexing.STACK, "three", scalar(1), scalar(-2), scalar(3))
        .add(Indexing.STACK, "one", scalar(1))
        .add(Indexing.BESIDE, "two", matrix(2, 3, 1), matrix(2, 1, 2))
        .add(Indexing.BESIDE, "one of them empty", matrix(2, 0, 1), matrix(2, 2, 2))
        .addThrowing(new Indexing.Entry(2, 0), "outside", matrix(2, 2, 1))
        .addThrowing(new Indexing.Block(Shape.matrix(2, 2), 1, 0), "outside", matrix(2, 2, 1))
        .addThrowing(Indexing.BESIDE, "rows differ", matrix(2, 2, 1), matrix(3, 2, 1));
  }

  private void shaping() {
    catalogue
        .add(Shaping.TRANSPOSE, "2×3", matrix(2, 3, 1))
        .add(Shaping.TRANSPOSE, "diagonal", Matrix.identity(3))
        .add(Shaping.TRANSPOSE, "0×2", matrix(0, 2, 1))
        .add(new Shaping.Reshape(Shape.matrix(3, 2)), "a 2×3", matrix(2, 3, 1))
        .add(new Shaping.Reshape(Shape.vector(6)), "a 2×3", matrix(2, 3, 1))
        .add(new Shaping.Fill(Shape.matrix(2, 3)), "a 2×3", scalar(0.7))
        .add(new Shaping.Fill(Shape.vector(0)), "nothing", scalar(0.7))
        .addThrowing(new Shaping.Reshape(Shape.vector(5)), "sizes differ", matrix(2, 3, 1));
  }

  private void products() {
    catalogue
        .add(Products.MULTIPLY, "2×3 by 3×4", matrix(2, 3, 1), matrix(3, 4, 2))
        .add(Products.MULTIPLY, "1×1", matrix(1, 1, 1), matrix(1, 1, 2))
        .add(Products.MULTIPLY, "2×0 by 0×3", matrix(2, 0, 1), matrix(0, 3, 2))
        .add(Products.MULTIPLY, "20×20", matrix(20, 20, 1), matrix(20, 20, 2))
        .add(Products.MULTIPLY, "identity", Matrix.identity(3), matrix(3, 3, 2))
        .add(Products.MULTIPLY, "transposed", matrix(3, 2, 1).transpose(), matrix(3, 2, 2))
        .add(Products.MULTIPLY_VECTOR, "2×3", matrix(2, 3, 1), vector(3, 2))
        .add(Products.MULTIPLY_VECTOR, "0×3", matrix(0, 3, 1), vector(3, 2))
        .add(Products.MULTIPLY_VECTOR, "3×0", matrix(3, 0, 1), vector(0, 2))
        .add(Products.DOT, "vectors", vector(4, 1), vector(4, 2))
        .add(Products.DOT, "scalars", scalar(2), scalar(3))
        .add(Products.DOT, "2×3", matrix(2, 3, 1), matrix(2, 3, 2))
        .add(Products.DOT, "with a diagonal", Matrix.identity(3), matrix(3, 3, 2))
        .add(Products.DOT, "empty", vector(0, 1), vector(0, 2))
        .add(Products.OUTER, "2 by 3", vector(2, 1), vector(3, 2))
        .add(Products.OUTER, "0 by 3", vector(0, 1), vector(3, 2))
        .addThrowing(Products.MULTIPLY, "inner sizes", matrix(2, 3, 1), matrix(2, 3, 2))
        .addThrowing(Products.MULTIPLY_VECTOR, "inner sizes", matrix(2, 3, 1), vector(2, 2))
        .addThrowing(Products.DOT, "shapes", vector(2, 1), vector(3, 2));
  }

  private void transposedProducts() {
    catalogue
        .add(Products.TIMES_TRANSPOSED, "2×3 by 4×3", matrix(2, 3, 1), matrix(4, 3, 2))
        .add(Products.TIMES_TRANSPOSED, "2×0 by 3×0", matrix(2, 0, 1), matrix(3, 0, 2))
        .add(Products.TIMES_TRANSPOSED, "20×20", matrix(20, 20, 1), matrix(20, 20, 2))
        .add(Products.TIMES_TRANSPOSED, "identity", Matrix.identity(3), matrix(2, 3, 2))
        .add(Products.TRANSPOSED_TIMES, "3×2 by 3×4", matrix(3, 2, 1), matrix(3, 4, 2))
        .add(Products.TRANSPOSED_TIMES, "0×2 by 0×3", matrix(0, 2, 1), matrix(0, 3, 2))
        .add(Products.TRANSPOSED_TIMES, "20×20", matrix(20, 20, 1), matrix(20, 20, 2))
        .add(Products.TRANSPOSED_TIMES, "identity", Matrix.identity(3), matrix(3, 2, 2))
        .add(Products.TRANSPOSED_TIMES_VECTOR, "3×2", matrix(3, 2, 1), vector(3, 2))
        .add(Products.TRANSPOSED_TIMES_VECTOR, "0×3", matrix(0, 3, 1), vector(0, 2))
        .add(Products.TRANSPOSED_TIMES_VECTOR, "3×0", matrix(3, 0, 1), vector(3, 2))
        .add(Products.TRANSPOSED_TIMES_VECTOR, "12×11", matrix(12, 11, 1), vector(12, 2))
        .addThrowing(Products.TIMES_TRANSPOSED, "columns", matrix(2, 3, 1), matrix(3, 2, 2))
        .addThrowing(Products.TRANSPOSED_TIMES, "rows", matrix(2, 3, 1), matrix(3, 2, 2))
        .addThrowing(Products.TRANSPOSED_TIMES_VECTOR, "rows", matrix(2, 3, 1), vector(3, 2));
  }

  private void reductions() {
    catalogue
        .add(Reductions.SUM, "2×3", matrix(2, 3, 1))
        .add(Reductions.SUM, "scalar", scalar(2))
        .add(Reductions.SUM, "empty", vector(0, 1))
        .add(Reductions.CUMULATIVE_SUM, "four", vector(4, 1))
        .add(Reductions.CUMULATIVE_SUM, "empty", vector(0, 1))
        .add(Reductions.REVERSE_CUMULATIVE_SUM, "four", vector(4, 1))
        .add(Reductions.REVERSE_CUMULATIVE_SUM, "one", vector(1, 1))
        .add(Reductions.NORM, "vector", vector(4, 1))
        .add(Reductions.NORM, "2×3", matrix(2, 3, 1))
        .add(Reductions.NORM, "tiny", vector(3, 1).multiply(1e-200))
        .add(Reductions.NORM, "huge", vector(3, 1).multiply(1e200))
        .add(Reductions.NORM, "negative scalar", scalar(-2))
        .add(Reductions.NORM, "at 0", RuleAssert::whereNotDifferentiable, Vector.zeros(3))
        .add(Reductions.NORM, "empty", RuleAssert::whereNotDifferentiable, Vector.zeros(0));
  }
}
