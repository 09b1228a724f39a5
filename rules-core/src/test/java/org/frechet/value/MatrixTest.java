package org.frechet.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixTest {

  private static final double[][] ROWS = {{1, 2, 3}, {4, 5, 6}};
  private static final Matrix A = Matrix.of(ROWS);

  @Test
  void isColumnMajor() {
    assertThat(A.array()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(Matrix.of(2, 3, 1, 4, 2, 5, 3, 6)).isEqualTo(A);
    assertThat(A.toRows()).isDeepEqualTo(ROWS);
    assertThat(A.rows()).isEqualTo(2);
    assertThat(A.columns()).isEqualTo(3);
    assertThat(A.size()).isEqualTo(6);
    assertThat(A.shape()).isEqualTo(Shape.matrix(2, 3)).hasToString("2×3");
  }

  @Test
  void doesNotShareItsNumbers() {
    double[][] rows = {{1, 2}, {3, 4}};
    double[] columnMajor = {1, 3, 2, 4};
    Matrix byRows = Matrix.of(rows);
    Matrix byColumns = Matrix.of(2, 2, columnMajor);
    rows[0][0] = 99;
    columnMajor[0] = 99;
    byRows.toRows()[0][0] = 99;
    assertThat(byRows).isEqualTo(byColumns);
    assertThat(byRows.get(0, 0)).isEqualTo(Scalar.of(1));
  }

  @Test
  void checksItsRows() {
    assertThatThrownBy(() -> Matrix.of(new double[][] {{1, 2}, {3}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Matrix.of: row 0 has 2 entries, row 1 has 1");
    assertThatThrownBy(() -> Matrix.of(2, 2, 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a 2×2 matrix has 4 entries, the array has 3");
    assertThatThrownBy(() -> Matrix.zeros(-1, 2)).hasMessageContaining("negative");
    assertThatThrownBy(() -> Matrix.zeros(1 << 20, 1 << 20))
        .hasMessageContaining("more entries than an array can hold");
  }

  @Test
  void equalityIsOfShapeAndNumbers() {
    assertThat(A).isEqualTo(Matrix.of(ROWS)).hasSameHashCodeAs(Matrix.of(ROWS));
    assertThat(A).isNotEqualTo(A.transpose()).isNotEqualTo(A.add(1)).isNotEqualTo("text");
    assertThat(Matrix.zeros(2, 3)).isNotEqualTo(Matrix.zeros(3, 2));
    assertThat(Matrix.of(1, 1, 7)).isNotEqualTo(Scalar.of(7)).isNotEqualTo(Vector.of(7));
    assertThat(Matrix.identity(2)).isEqualTo(Matrix.of(2, 2, 1, 0, 0, 1));
    assertThat(Matrix.zeros(2, 2)).isEqualTo(Matrix.of(2, 2, 0, -0.0, 0, -0.0));
    assertThat(Matrix.zeros(2, 2)).hasSameHashCodeAs(Matrix.of(2, 2, 0, -0.0, 0, -0.0));
    assertThat(Matrix.of(1, 1, Double.NaN)).isEqualTo(Matrix.of(1, 1, Double.NaN));
  }

  @Test
  void printsItsRows() {
    assertThat(A).hasToString("[[1.0, 2.0, 3.0],\n [4.0, 5.0, 6.0]]");
    assertThat(Matrix.zeros(0, 0)).hasToString("[]");
    assertThat(Matrix.zeros(20, 30).toString()).contains("… 20 rows", "… 30").hasSizeLessThan(700);
  }

  @Test
  void partsAreFoundByIndex() {
    assertThat(A.get(1, 2)).isEqualTo(Scalar.of(6));
    assertThat(A.row(1)).isEqualTo(Vector.of(4, 5, 6));
    assertThat(A.column(2)).isEqualTo(Vector.of(3, 6));
    assertThat(A.block(0, 1, 2, 2)).isEqualTo(Matrix.of(2, 2, 2, 5, 3, 6));
    assertThat(A.block(1, 1, 0, 2)).isEqualTo(Matrix.zeros(0, 2));
    assertThat(A.diagonal()).isEqualTo(Vector.of(1, 5));
    assertThat(A.transpose().diagonal()).isEqualTo(Vector.of(1, 5));
  }

  @Test
  void indicesOutsideAreNamed() {
    assertThatThrownBy(() -> A.get(2, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("get(2, 0) of a 2×3");
    assertThatThrownBy(() -> A.get(0, -1)).hasMessage("get(0, -1) of a 2×3");
    assertThatThrownBy(() -> A.row(2)).hasMessage("block: 1×3 from (2, 0) of a 2×3");
    assertThatThrownBy(() -> A.block(0, 2, 2, 2)).hasMessage("block: 2×2 from (0, 2) of a 2×3");
  }

  @Test
  void theTransposeOfTheTransposeIsTheMatrixItself() {
    Matrix t = A.transpose();
    assertThat(t).isEqualTo(Matrix.of(new double[][] {{1, 4}, {2, 5}, {3, 6}}));
    assertThat(t.transpose()).isSameAs(A);
    assertThat(A.transpose()).isSameAs(t);
    Matrix zero = Matrix.zeros(2, 3);
    assertThat(zero.transpose().transpose()).isSameAs(zero);
    assertThat(Matrix.identity(3).transpose()).isEqualTo(Matrix.identity(3));
  }

  @Test
  void reshapesColumnMajor() {
    assertThat(A.reshape(3, 2)).isEqualTo(Matrix.of(3, 2, 1, 4, 2, 5, 3, 6));
    assertThat(A.reshape(2, 3)).isSameAs(A);
    assertThatThrownBy(() -> A.reshape(2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reshape: x is 2×3, the target is 2×2: the sizes differ");
  }

  @Test
  void isPutTogetherFromParts() {
    Matrix b = Matrix.of(new double[][] {{7}, {8}});
    assertThat(Matrix.beside(List.of(A, b)))
        .isEqualTo(Matrix.of(new double[][] {{1, 2, 3, 7}, {4, 5, 6, 8}}));
    assertThat(Matrix.above(List.of(A, A)).row(3)).isEqualTo(A.row(1));
    assertThat(Matrix.ofRows(List.of(A.row(0), A.row(1)))).isEqualTo(A);
    assertThat(Matrix.ofColumns(List.of(A.column(0), A.column(1), A.column(2)))).isEqualTo(A);
    Matrix zero = Matrix.zeros(1, 3);
    Matrix grid = Matrix.ofBlocks(new Matrix[][] {{A, b}, {zero, Matrix.of(1, 1, 9)}});
    assertThat(grid)
        .isEqualTo(Matrix.of(new double[][] {{1, 2, 3, 7}, {4, 5, 6, 8}, {0, 0, 0, 9}}));
    assertThat(Matrix.of(new Scalar[][] {{Scalar.of(1), Scalar.of(2)}}))
        .isEqualTo(Matrix.of(1, 2, 1, 2));
    assertThat(Matrix.diagonal(Vector.of(1, 2))).isEqualTo(Matrix.of(2, 2, 1, 0, 0, 2));
    assertThat(Matrix.ofColumns(List.of())).isEqualTo(Matrix.zeros(0, 0));
  }

  @Test
  void partsThatDoNotFitAreNamed() {
    assertThatThrownBy(() -> Matrix.beside(List.of(A, A.transpose())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a 2×3 and a 3×2: the numbers of rows differ");
    assertThatThrownBy(() -> Matrix.above(List.of(A, A.transpose())))
        .hasMessage("above: a 2×3 and a 3×2: the numbers of columns differ");
    assertThatThrownBy(() -> Matrix.ofRows(List.of(Vector.zeros(2), Vector.zeros(3))))
        .hasMessageContaining("differ");
  }

  @Test
  void arithmetic() {
    Matrix b = Matrix.of(new double[][] {{6, 5, 4}, {3, 2, 1}});
    assertThat(A.add(b)).isEqualTo(Matrix.of(2, 3, 7, 7, 7, 7, 7, 7));
    assertThat(A.subtract(b).array()).containsExactly(-5, 1, -3, 3, -1, 5);
    assertThat(A.hadamard(b).array()).containsExactly(6, 12, 10, 10, 12, 6);
    assertThat(A.divide(b).get(0, 2)).isEqualTo(Scalar.of(0.75));
    assertThat(A.multiply(b.transpose())).isEqualTo(Matrix.of(2, 2, 28, 73, 10, 28));
    assertThat(A.multiply(Vector.of(1, 0, -1))).isEqualTo(Vector.of(-2, -2));
    assertThat(A.dot(b)).isEqualTo(Scalar.of(56));
    assertThat(A.sum()).isEqualTo(Scalar.of(21));
    assertThat(A.norm().toDouble()).isEqualTo(Math.sqrt(91));
    assertThat(A.negate()).isEqualTo(A.multiply(-1)).isEqualTo(Matrix.zeros(2, 3).subtract(A));
  }

  @Test
  void arithmeticWithScalars() {
    Scalar two = Scalar.of(2);
    assertThat(A.add(two)).isEqualTo(A.add(2)).isEqualTo(A.subtract(-2));
    assertThat(A.subtract(two)).isEqualTo(A.subtract(2));
    assertThat(A.multiply(two)).isEqualTo(A.multiply(2)).isEqualTo(A.add(A));
    assertThat(A.divide(two)).isEqualTo(A.divide(2)).isEqualTo(A.multiply(0.5));
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    assertThatThrownBy(() -> A.multiply(A))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("multiply: a is 2×3, b is 2×3: the inner sizes differ");
    assertThatThrownBy(() -> A.multiply(Vector.of(1, 2)))
        .hasMessage("multiply: a is 2×3, b is vector of 2: the inner sizes differ");
    assertThatThrownBy(() -> A.add(A.transpose()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("add: a is 2×3, b is 3×2: the shapes differ");
    assertThatThrownBy(() -> A.hadamard(A.transpose()))
        .hasMessage("hadamard: a is 2×3, b is 3×2: the shapes differ");
    assertThatThrownBy(() -> A.dot(A.transpose()))
        .hasMessage("dot: a is 2×3, b is 3×2: the shapes differ");
  }

  @Test
  void emptyMatricesComputeToo() {
    Matrix tall = Matrix.zeros(3, 0);
    Matrix wide = Matrix.of(0, 4);
    assertThat(tall.multiply(Matrix.zeros(0, 4))).isEqualTo(Matrix.zeros(3, 4));
    assertThat(wide.transpose().multiply(wide)).isEqualTo(Matrix.zeros(4, 4));
    assertThat(wide.multiply(wide.transpose())).isEqualTo(Matrix.zeros(0, 0));
    assertThat(tall.multiply(Vector.zeros(0))).isEqualTo(Vector.zeros(3));
    assertThat(tall.sum()).isEqualTo(Scalar.of(0));
    assertThat(tall.norm()).isEqualTo(Scalar.of(0));
    assertThat(tall.add(tall).transpose()).isEqualTo(Matrix.zeros(0, 3));
    assertThat(Matrix.of(new double[0][0])).isEqualTo(Matrix.zeros(0, 0));
    assertThat(Matrix.of(new double[2][0])).isEqualTo(Matrix.zeros(2, 0));
    assertThat(Matrix.identity(0)).isEqualTo(Matrix.zeros(0, 0));
  }
}
