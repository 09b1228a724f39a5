package org.frechet;

import java.util.List;
import java.util.function.Function;
import org.frechet.backend.AdType;
import org.frechet.backend.ForwardBackend.Pushed;
import org.frechet.backend.ReverseBackend.Pullback;
import org.frechet.value.Scalar;
import org.frechet.value.Shape;
import org.frechet.value.Structure;
import org.frechet.value.Value;

/**
 * What every prepared operator holds: function, token, and the shapes that it was prepared for. For
 * a single call there are none, since it is made for whatever it meets.
 */
final class Preparation<X, Y> {

  private final Engine engine;
  private final String operator;
  private final Function<? super X, ? extends Y> f;
  private final AdType token;

  /** Null for a single call. */
  private final List<Shape> shapes;

  /** For arguments like {@code x}. */
  Preparation(
      Engine engine, String operator, Function<? super X, ? extends Y> f, AdType token, X x) {
    this.engine = engine;
    this.operator = operator;
    this.f = nonNull(f, "the function");
    this.token = token;
    this.shapes = shapes(Structure.leaves(nonNull(x, "the argument")));
    requireBackends();
  }

  /** For a single call. */
  Preparation(Engine engine, String operator, Function<? super X, ? extends Y> f, AdType token) {
    this.engine = engine;
    this.operator = operator;
    this.f = nonNull(f, "the function");
    this.token = token;
    this.shapes = null;
    requireBackends();
  }

  private void requireBackends() {
    engine.backend(Engine.outer(token));
    if (Engine.inner(token) != token) {
      engine.backend(Engine.inner(token));
    }
  }

  Engine engine() {
    return engine;
  }

  AdType token() {
    return token;
  }

  /** A fresh view of the function on leaves, for one call at {@code x}: its constants count. */
  Lifted<X, Y> lifted(X x) {
    return new Lifted<>(f, x);
  }

  /** The leaves of an argument, which must have the shapes that were prepared for. */
  List<Value> leaves(X x) {
    List<Value> leaves = Structure.leaves(nonNull(x, "the argument"));
    if (shapes != null) {
      requirePrepared("x", leaves);
    }
    return leaves;
  }

  /** The leaves of a tangent or cotangent, which must be like {@code expected}. */
  List<Value> perturbation(String role, Object perturbation, List<Value> expected) {
    List<Value> leaves = Structure.leaves(nonNull(perturbation, role));
    if (!shapes(leaves).equals(shapes(expected))) {
      throw new IllegalArgumentException(
          "%s: %s is %s, expected %s".formatted(operator, role, shapes(leaves), shapes(expected)));
    }
    return leaves;
  }

  /** Words the complaint only if there is one. */
  private <T> T nonNull(T given, String what) {
    if (given == null) {
      throw new NullPointerException(operator + ": " + what + " is null");
    }
    return given;
  }

  private void requirePrepared(String role, List<Value> leaves) {
    boolean same = leaves.size() == shapes.size();
    for (int i = 0; same && i < shapes.size(); i++) {
      same = leaves.get(i).shape().equals(shapes.get(i));
    }
    if (!same) {
      throw new PreparationMismatchException(operator, token, role, shapes, shapes(leaves));
    }
  }

  Pushed push(Lifted<X, Y> lifted, List<Value> x, List<List<Value>> tangents) {
    return engine.pushforward(token, lifted, x, tangents);
  }

  Pullback pull(Lifted<X, Y> lifted, List<Value> x) {
    return engine.pullback(token, lifted, x);
  }

  /** The one scalar that a function must return to have a gradient. */
  Scalar requireScalar(List<Value> y) {
    if (y.size() == 1 && y.get(0) instanceof Scalar scalar) {
      return scalar;
    }
    throw new IllegalArgumentException(
        "%s: the function returned %s, expected a scalar; perhaps you meant jacobian"
            .formatted(operator, shapes(y)));
  }

  static List<Shape> shapes(List<Value> leaves) {
    Shape[] shapes = new Shape[leaves.size()];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = leaves.get(i).shape();
    }
    return List.of(shapes);
  }
}
