package org.frechet.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.frechet.backend.AdType;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.LeafFunction;
import org.frechet.backend.ReverseBackend;
import org.frechet.reverse.Reverse;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Elementwise;
import org.frechet.value.Value;

/** Reverse backends that are wrong on purpose: the right one, with something done to it. */
abstract class WrongReverse implements ReverseBackend {

  private final ReverseBackend right = new Reverse();

  @Override
  public Class<? extends AdType> token() {
    return AutoReverse.class;
  }

  @Override
  public Pullback pullback(AdType token, RuleRegistry rules, LeafFunction f, List<Value> x) {
    return wrong((g, at) -> right.pullback(token, rules, g, at), f, x);
  }

  /** The right pullback. */
  @FunctionalInterface
  interface Right {
    Pullback apply(LeafFunction f, List<Value> x);
  }

  /** What is done to the cotangents. */
  @FunctionalInterface
  interface Change {
    List<List<Value>> apply(List<List<Value>> cotangents);
  }

  abstract Pullback wrong(Right right, LeafFunction f, List<Value> x);

  static Pullback of(List<Value> value, Change apply) {
    return new Pullback() {
      @Override
      public List<Value> value() {
        return value;
      }

      @Override
      public List<List<Value>> apply(List<List<Value>> cotangents) {
        return apply.apply(cotangents);
      }
    };
  }

  /** {@code J ȳ} for {@code Jᵀ ȳ}, where J is square. */
  static final class Transposed extends WrongReverse {
    @Override
    Pullback wrong(Right right, LeafFunction f, List<Value> x) {
      Pullback pullback = right.apply(f, x);
      List<Value> y = pullback.value();
      boolean square = y.size() == 1 && x.size() == 1 && y.get(0).hasShapeOf(x.get(0));
      if (!square || y.get(0).isTraced()) {
        return pullback;
      }
      return of(y, seeds -> seeds.stream().map(seed -> times(pullback, y, seed)).toList());
    }

    private static List<Value> times(Pullback pullback, List<Value> y, List<Value> seed) {
      if (seed.get(0) == null) {
        return WrongForward.zeros(y);
      }
      int n = y.get(0).size();
      double[] product = new double[n];
      for (int i = 0; i < n; i++) {
        double[] unit = new double[n];
        unit[i] = 1;
        List<Value> row = pullback.apply(List.of(Numbers.structure(y, unit))).get(0);
        double[] entries = Numbers.flat(row);
        double[] weights = Numbers.flat(seed);
        for (int k = 0; k < n; k++) {
          product[i] += entries[k] * weights[k];
        }
      }
      return Numbers.structure(y, product);
    }
  }

  static final class WorksOnce extends WrongReverse {
    @Override
    Pullback wrong(Right right, LeafFunction f, List<Value> x) {
      Pullback pullback = right.apply(f, x);
      AtomicBoolean used = new AtomicBoolean();
      return of(
          pullback.value(),
          seeds -> {
            List<List<Value>> pulled = pullback.apply(seeds);
            return used.getAndSet(true)
                ? pulled.stream().map(WrongForward::zeros).toList()
                : pulled;
          });
    }
  }

  /** Records once and replays the recording for every later point of the same shape. */
  static final class ReplaysRecording extends WrongReverse {
    private final AtomicReference<Pullback> recorded = new AtomicReference<>();
    private final AtomicReference<List<Value>> at = new AtomicReference<>(List.of());

    @Override
    Pullback wrong(Right right, LeafFunction f, List<Value> x) {
      boolean known = Preparedness.shapes(at.get()).equals(Preparedness.shapes(x));
      Pullback now = right.apply(f, x);
      if (known
          && Preparedness.shapes(recorded.get().value()).equals(Preparedness.shapes(now.value()))) {
        return recorded.get();
      }
      at.set(x);
      recorded.set(of(now.value(), now::apply));
      return recorded.get();
    }
  }

  static final class SumsBatch extends WrongReverse {
    @Override
    Pullback wrong(Right right, LeafFunction f, List<Value> x) {
      Pullback pullback = right.apply(f, x);
      return of(pullback.value(), seeds -> summed(pullback.apply(seeds)));
    }

    private static List<List<Value>> summed(List<List<Value>> pulled) {
      List<List<Value>> wrong = new ArrayList<>(pulled);
      for (int b = 1; b < wrong.size(); b++) {
        List<Value> sum = new ArrayList<>();
        for (int k = 0; k < wrong.get(b).size(); k++) {
          sum.add(Elementwise.add(wrong.get(b).get(k), wrong.get(b - 1).get(k)));
        }
        wrong.set(b, sum);
      }
      return wrong;
    }
  }

  static final class EvaluatesPerSeed extends WrongReverse {
    @Override
    Pullback wrong(Right right, LeafFunction f, List<Value> x) {
      Pullback first = right.apply(f, x);
      return of(
          first.value(),
          seeds ->
              seeds.stream().map(seed -> right.apply(f, x).apply(List.of(seed)).get(0)).toList());
    }
  }

  static final class DropsOuterLevel extends WrongReverse {
    @Override
    Pullback wrong(Right right, LeafFunction f, List<Value> x) {
      return right.apply(f, x.stream().<Value>map(leaf -> leaf.detach()).toList());
    }
  }

  static final class FailsOnConstants extends WrongReverse {
    @Override
    Pullback wrong(Right right, LeafFunction f, List<Value> x) {
      return right.apply(
          leaves -> {
            List<Value> y = f.apply(leaves);
            if (y.stream().noneMatch(Value::isTraced)) {
              throw new IllegalStateException("the result does not depend on the argument");
            }
            return y;
          },
          x);
    }
  }

  static final class WritesIntoSeeds extends WrongReverse {
    @Override
    Pullback wrong(Right right, LeafFunction f, List<Value> x) {
      Pullback pullback = right.apply(f, x);
      return of(
          pullback.value(),
          seeds -> {
            List<List<Value>> pulled = pullback.apply(seeds);
            seeds.get(0).stream().filter(seed -> seed != null).forEach(Preparedness::scribble);
            return pulled;
          });
    }
  }
}
