package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.frechet.Differentiation;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.TracedValueException;
import org.junit.jupiter.api.Test;
import org.ojalgo.matrix.store.R064Store;

class OjAlgoTest {

  private static final Matrix A = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void storesShareTheArrayBothWays() {
    R064Store store = OjAlgo.store(A);
    assertThat(store.data).isSameAs(A.array());
    assertThat(store.get(1, 2)).isEqualTo(6);
    assertThat(OjAlgo.matrix(store)).isEqualTo(A);
    assertThat(OjAlgo.matrix(store).array()).isSameAs(store.data);
  }

  @Test
  void otherStoresAreCopied() {
    assertThat(OjAlgo.matrix(OjAlgo.store(A).transpose())).isEqualTo(A.transpose());
  }

  @Test
  void emptyMatrices() {
    assertThat(OjAlgo.store(Matrix.zeros(0, 3)).size()).isZero();
    assertThat(OjAlgo.matrix(OjAlgo.store(Matrix.zeros(2, 0)))).isEqualTo(Matrix.zeros(2, 0));
  }

  @Test
  void tracedValuesRefuse() {
    assertThatThrownBy(
            () ->
                Differentiation.standard()
                    .gradient(x -> OjAlgo.matrix(OjAlgo.store(x)).sum(), new AutoReverse(), A))
        .isInstanceOf(TracedValueException.class);
  }
}
