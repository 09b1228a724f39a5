package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.linalg.LinearAlgebra.kron;

import org.frechet.value.Matrix;
import org.junit.jupiter.api.Test;

class KroneckerTest {

  @Test
  void blocksOfTheProduct() {
    Matrix a = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    Matrix b = Matrix.of(new double[][] {{7, 8}, {9, 10}, {11, 12}, {13, 14}});
    Matrix product = kron(a, b);
    assertThat(product.shape().toString()).isEqualTo("8×6");
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(product.block(4 * i, 2 * j, 4, 2)).isEqualTo(b.multiply(a.get(i, j)));
      }
    }
  }

  @Test
  void empty() {
    assertThat(kron(Matrix.zeros(0, 2), Matrix.identity(2))).isEqualTo(Matrix.zeros(0, 4));
  }
}
