package org.frechet.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.frechet.kernel.Kernels;
import org.frechet.kernel.PlainKernels;
import org.junit.jupiter.api.Test;

/** Runs in a virtual machine of its own, which was not started with the Vector API. */
class WithoutVectorApi {

  @Test
  void plainJavaTakesOver() {
    assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isEmpty();
    assertThat(Kernels.best()).isExactlyInstanceOf(PlainKernels.class);
    int n = 80;
    double[] a = new double[n * n];
    Arrays.setAll(a, i -> i % 7);
    double[] plain = new double[n * n];
    double[] ours = new double[n * n];
    new PlainKernels().multiply(false, false, n, n, n, 1, a, 0, n, a, 0, n, plain, 0, n);
    new VectorKernels().multiply(false, false, n, n, n, 1, a, 0, n, a, 0, n, ours, 0, n);
    assertThat(ours).isEqualTo(plain);
  }
}
