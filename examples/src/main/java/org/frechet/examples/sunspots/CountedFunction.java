package org.frechet.examples.sunspots;

import java.util.function.Function;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;

/** A function that counts its calls. Not safe to share between threads. */
final class CountedFunction implements Function<Vector, Scalar> {

  private final Function<Vector, Scalar> f;
  private int calls;

  CountedFunction(Function<Vector, Scalar> f) {
    this.f = f;
  }

  @Override
  public Scalar apply(Vector x) {
    calls++;
    return f.apply(x);
  }

  int calls() {
    return calls;
  }
}
