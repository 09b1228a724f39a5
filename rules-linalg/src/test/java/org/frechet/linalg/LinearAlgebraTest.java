package org.frechet.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.linalg.LinearAlgebra.*;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** One static import brings every function, whichever class it is written in. */
class LinearAlgebraTest {

  @Test
  void functionsOfEveryFamilyAreInherited() {
    Set<String> names =
        Arrays.stream(LinearAlgebra.class.getMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toSet());
    assertThat(names)
        .contains(
            "inv",
            "exp",
            "lyap",
            "care",
            "qr",
            "svd",
            "log",
            "sqrt",
            "sin",
            "expAction",
            "variance",
            "diag",
            "kalmanLogLikelihood");
  }

  @Test
  void theyAreCalledThroughTheStaticImport() {
    Matrix a = Matrix.of(new double[][] {{3, 1}, {1, 2}});
    assertThat(diag(a)).isEqualTo(Vector.of(3, 2));
    assertThat(quadraticForm(a, Vector.of(1, 1)).toDouble()).isEqualTo(7);
    assertThat(norm(qr(a).q().transpose().multiply(qr(a).q()).subtract(identityLike(a))).toDouble())
        .isLessThan(1e-15);
  }
}
