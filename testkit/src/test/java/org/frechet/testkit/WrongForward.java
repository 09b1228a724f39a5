package org.frechet.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoForward;
import org.frechet.backend.ForwardBackend;
import org.frechet.backend.LeafFunction;
import org.frechet.forward.Forward;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Elementwise;
import org.frechet.value.Shaping;
import org.frechet.value.Value;

/** Forward backends that are wrong on purpose: the right one, with something done to it. */
abstract class WrongForward implements ForwardBackend {

  private final ForwardBackend right = new Forward();

  @Override
  public Class<? extends AdType> token() {
    return AutoForward.class;
  }

  @Override
  public Pushed pushforward(
      AdType token, RuleRegistry rules, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
    return wrong((g, at, d) -> right.pushforward(token, rules, g, at, d), f, x, tangents);
  }

  /** The right pushforward. */
  @FunctionalInterface
  interface Right {
    Pushed apply(LeafFunction f, List<Value> x, List<List<Value>> tangents);
  }

  abstract Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents);

  static List<Value> scaled(List<Value> leaves, double factor) {
    return leaves.stream().map(leaf -> Elementwise.scale(leaf, factor)).toList();
  }

  static List<Value> zeros(List<Value> leaves) {
    return leaves.stream().map(leaf -> Shaping.zeroLike(leaf)).toList();
  }

  /** Backends that answer wrongly. */
  static final class Sign extends WrongForward {
    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      Pushed pushed = right.apply(f, x, tangents);
      return new Pushed(
          pushed.value(), pushed.tangents().stream().map(t -> scaled(t, -1)).toList());
    }
  }

  static final class WrongValue extends WrongForward {
    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      Pushed pushed = right.apply(f, x, tangents);
      return new Pushed(scaled(pushed.value(), 1 + 1e-6), pushed.tangents());
    }
  }

  static final class DropsSecondTangent extends WrongForward {
    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      Pushed pushed = right.apply(f, x, tangents);
      List<List<Value>> wrong = new ArrayList<>(pushed.tangents());
      if (wrong.size() > 1) {
        wrong.set(1, zeros(wrong.get(1)));
      }
      return new Pushed(pushed.value(), wrong);
    }
  }

  static final class ReversesBatch extends WrongForward {
    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      Pushed pushed = right.apply(f, x, tangents);
      List<List<Value>> wrong = new ArrayList<>(pushed.tangents());
      Collections.reverse(wrong);
      return new Pushed(pushed.value(), wrong);
    }
  }

  static final class CachesFirstAnswer extends WrongForward {
    private final AtomicReference<Pushed> first = new AtomicReference<>();

    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      Pushed now = right.apply(f, x, tangents);
      first.compareAndSet(null, now);
      Pushed old = first.get();
      return alike(old, now) ? old : now;
    }

    private static boolean alike(Pushed a, Pushed b) {
      return a.tangents().size() == b.tangents().size()
          && Preparedness.shapes(a.value()).equals(Preparedness.shapes(b.value()));
    }
  }

  static final class CallsTwice extends WrongForward {
    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      List<Value> unused = f.apply(x);
      return right.apply(f, x, tangents.subList(0, unused.isEmpty() ? 0 : tangents.size()));
    }
  }

  /** Detaches the point from the differentiation around it. */
  static final class DropsOuterLevel extends WrongForward {
    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      List<Value> detached = x.stream().<Value>map(leaf -> leaf.detach()).toList();
      return right.apply(f, detached, tangents);
    }
  }

  /** Perturbs what belongs to the differentiation around it, too: one level for all. */
  static final class ConfusesLevels extends WrongForward {
    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      Pushed pushed = right.apply(f, x, tangents);
      List<List<Value>> wrong = new ArrayList<>();
      for (List<Value> tangent : pushed.tangents()) {
        List<Value> sum = new ArrayList<>();
        for (int i = 0; i < tangent.size(); i++) {
          Value leaf = pushed.value().get(i);
          boolean nested = leaf.isTraced() && x.stream().noneMatch(Value::isTraced);
          sum.add(nested ? Elementwise.add(tangent.get(i), leaf) : tangent.get(i));
        }
        wrong.add(sum);
      }
      return new Pushed(pushed.value(), wrong);
    }
  }

  static final class FailsOnNullLeaves extends WrongForward {
    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      tangents.forEach(tangent -> tangent.forEach(leaf -> Preparedness.require(leaf)));
      return right.apply(f, x, tangents);
    }
  }

  static final class ForgetsLastLeaf extends WrongForward {
    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      List<List<Value>> wrong = new ArrayList<>();
      for (List<Value> tangent : tangents) {
        List<Value> some = new ArrayList<>(tangent);
        if (some.size() > 3) {
          some.set(some.size() - 2, null);
        }
        wrong.add(some);
      }
      return right.apply(f, x, wrong);
    }
  }

  /** Keeps its point in a field. */
  static final class SharesState extends WrongForward {
    private volatile List<Value> point = List.of();

    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      point = x;
      Preparedness.linger();
      List<Value> at = point;
      boolean fits = Preparedness.shapes(at).equals(Preparedness.shapes(x));
      return right.apply(f, fits ? at : x, tangents);
    }
  }

  static final class WritesIntoTangents extends WrongForward {
    @Override
    Pushed wrong(Right right, LeafFunction f, List<Value> x, List<List<Value>> tangents) {
      Pushed pushed = right.apply(f, x, tangents);
      for (Value leaf : x) {
        Preparedness.scribble(leaf);
      }
      return pushed;
    }
  }
}
