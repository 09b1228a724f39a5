package org.frechet;

import java.util.ArrayList;
import java.util.List;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.ForwardBackend;
import org.frechet.backend.LeafFunction;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Elementwise;
import org.frechet.value.Reductions;
import org.frechet.value.Shaping;
import org.frechet.value.Value;

/**
 * Five-point central differences, {@code ẏ ≈ (8 (f(x+hd) − f(x−hd)) − (f(x+2hd) − f(x−2hd))) /
 * 12h}, picked by {@link AutoFiniteDiff}: one evaluation for the value and four for each tangent.
 * Written in differentiable operations, so it nests with the other backends. Stateless and safe to
 * share.
 */
final class FiniteDifferences implements ForwardBackend {

  @Override
  public Class<? extends AdType> token() {
    return AutoFiniteDiff.class;
  }

  @Override
  public Pushed pushforward(
      AdType token, RuleRegistry rules, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
    double relativeStep = ((AutoFiniteDiff) token).relativeStep();
    List<Value> y = f.apply(x);
    List<List<Value>> pushed = new ArrayList<>(tangents.size());
    for (List<Value> tangent : tangents) {
      double h = step(relativeStep, x, tangent);
      pushed.add(h == 0 ? zeros(y) : difference(f, x, tangent, h));
    }
    return new Pushed(y, pushed);
  }

  private static List<Value> difference(
      LeafFunction f, List<Value> x, List<Value> tangent, double h) {
    List<Value> near = minus(at(f, x, tangent, h), at(f, x, tangent, -h));
    List<Value> far = minus(at(f, x, tangent, 2 * h), at(f, x, tangent, -2 * h));
    List<Value> slope = new ArrayList<>(near.size());
    for (int i = 0; i < near.size(); i++) {
      Value eightNear = Elementwise.scale(near.get(i), 8);
      slope.add(Elementwise.scale(Elementwise.subtract(eightNear, far.get(i)), 1 / (12 * h)));
    }
    return slope;
  }

  private static List<Value> at(LeafFunction f, List<Value> x, List<Value> tangent, double h) {
    List<Value> moved = new ArrayList<>(x.size());
    for (int i = 0; i < x.size(); i++) {
      Value d = tangent.get(i);
      moved.add(d == null ? x.get(i) : Elementwise.add(x.get(i), Elementwise.scale(d, h)));
    }
    return f.apply(moved);
  }

  private static List<Value> minus(List<Value> a, List<Value> b) {
    List<Value> difference = new ArrayList<>(a.size());
    for (int i = 0; i < a.size(); i++) {
      difference.add(Elementwise.subtract(a.get(i), b.get(i)));
    }
    return difference;
  }

  private static List<Value> zeros(List<Value> y) {
    return y.stream().map(leaf -> Shaping.zeroLike(leaf)).toList();
  }

  /** A power of two, so that moving along a unit vector rounds as little as possible. */
  private static double step(double relativeStep, List<Value> x, List<Value> tangent) {
    double size = 1;
    double length = 0;
    for (int i = 0; i < x.size(); i++) {
      if (tangent.get(i) != null) {
        Value d = tangent.get(i).detach();
        length = Math.max(length, largest(d));
        size =
            Math.max(size, largest(Elementwise.multiply(Elementwise.sign(d), x.get(i).detach())));
      }
    }
    return length == 0 ? 0 : Math.scalb(1.0, Math.getExponent(relativeStep * size / length));
  }

  private static double largest(Value x) {
    return Reductions.normInfinity(x).toDouble();
  }
}
