package org.frechet.benchmarks;

import static org.frechet.benchmarks.Inputs.DI;
import static org.frechet.benchmarks.Inputs.FORWARD;
import static org.frechet.benchmarks.Inputs.REVERSE;

import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.value.Elementwise;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/**
 * A program around the benchmark: it makes the compiler see many primitives, values and backends go
 * through the same call sites. A benchmark alone in its machine would be compiled as if its own
 * operation were the only one there is.
 */
final class Background {

  private static final int ROUNDS = 1000;

  private Background() {}

  static void run() {
    double[] x = {0.3, 0.7, 1.1};
    double[] v = {1, 2, 3};
    Function<Vector, Scalar> f = Background::mixture;
    for (int i = 0; i < ROUNDS; i++) {
      for (AdType token : new AdType[] {FORWARD, REVERSE}) {
        v = DI.gradient(f, token, x);
      }
    }
    for (int i = 0; i < ROUNDS / 10; i++) {
      v = DI.hvp(f, REVERSE, x, new double[] {1, 1, 1});
    }
    if (Double.isNaN(v[0])) {
      throw new IllegalStateException("the background has no derivative");
    }
  }

  private static Scalar mixture(Vector x) {
    Vector y = Elementwise.exp(x.sin().add(x.cos())).divide(x.multiply(2)).subtract(x.sqrt());
    Scalar s = y.get(0).multiply(y.get(1)).add(y.get(2).divide(x.get(0))).subtract(x.norm());
    Vector z = x.outer(y).multiply(x).hadamard(y.tanh()).add(s);
    return z.outer(x).multiply(y.outer(z).transpose()).multiply(x).dot(y.negate()).add(s.exp());
  }
}
