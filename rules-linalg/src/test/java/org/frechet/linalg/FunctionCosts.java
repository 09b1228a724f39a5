package org.frechet.linalg;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.frechet.Differentiation;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Structure;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/**
 * What derivatives cost, in units of the value: measured, as {@link KernelWork} does not see all,
 * and kept in a file, so that the page made from it is the same everywhere. Of each of the three
 * the fastest of several rounds counts, in time of the thread, on arguments that have kept nothing
 * yet.
 */
final class FunctionCosts {

  static final int SIZE = 40;

  private static final Path FILE = Path.of("src/test/resources/costs.txt");
  private static final long ROUND = 15_000_000;
  private static final int ROUNDS = 7;
  private static final int BATCH = 8;

  /**
   * One function.
   *
   * @param value microseconds for the value
   * @param pushforward what a pushforward takes beyond the value, in units of the value
   * @param pullback what a pullback takes beyond the value, in units of the value
   */
  record Cost(double value, double pushforward, double pullback) {}

  private final Differentiation di = Differentiation.standard();
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

  static Map<String, Cost> read() throws IOException {
    Map<String, Cost> costs = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(FILE);
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split("\t", -1);
      costs.put(
          parts[0],
          new Cost(
              Double.parseDouble(parts[1]),
              Double.parseDouble(parts[2]),
              Double.parseDouble(parts[3])));
    }
    return costs;
  }

  static void measureAndWrite() throws IOException {
    FunctionCosts costs = new FunctionCosts();
    List<String> lines = new ArrayList<>();
    lines.add("function\tmicroseconds for the value\tpushforward\tpullback");
    for (Example each : Examples.all()) {
      Cost cost = costs.of(each);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s\t%.3g\t%.3g\t%.3g",
              each.name(),
              cost.value(),
              cost.pushforward(),
              cost.pullback()));
    }
    Files.write(FILE, lines);
  }

  private Cost of(Example example) {
    Operands x = example.operands(SIZE);
    Operands v = example.direction(x, 1);
    Object seed = seed(example.value(x));
    List<Consumer<Operands>> three =
        List.of(
            fresh -> example.value(fresh),
            fresh -> di.valueAndPushforward(example.function(), new AutoForward(), fresh, v),
            fresh -> di.valueAndPullback(example.function(), new AutoReverse(), fresh, seed));
    double[] best = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    for (int round = 0; round < ROUNDS; round++) {
      for (int k = 0; k < best.length; k++) {
        best[k] = Math.min(best[k], nanoseconds(three.get(k), x));
      }
    }
    return new Cost(best[0] / 1e3, best[1] / best[0] - 1, best[2] / best[0] - 1);
  }

  /** The fastest batch of a round. */
  private double nanoseconds(Consumer<Operands> call, Operands x) {
    double best = Double.MAX_VALUE;
    for (long spent = 0; spent < ROUND; ) {
      List<Operands> fresh = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        fresh.add(copy(x));
      }
      long start = clock.getCurrentThreadCpuTime();
      fresh.forEach(call);
      long elapsed = clock.getCurrentThreadCpuTime() - start;
      best = Math.min(best, (double) elapsed / BATCH);
      spent += elapsed;
    }
    return best;
  }

  private static Operands copy(Operands x) {
    return new Operands(x.each().stream().map(FunctionCosts::copy).toList());
  }

  private static Value copy(Value x) {
    if (x instanceof Matrix a) {
      return Matrix.of(a.rows(), a.columns(), a.array());
    }
    return x instanceof Vector v ? Vector.of(v.array()) : x;
  }

  static Object seed(Object result) {
    Random random = new Random(3);
    return Structure.map(
        result,
        leaf -> {
          double[] entries = random.doubles(leaf.size(), -1, 1).toArray();
          if (leaf instanceof Matrix a) {
            return Matrix.wrap(a.rows(), a.columns(), entries);
          }
          return leaf instanceof Vector ? Vector.wrap(entries) : Scalar.of(entries[0]);
        });
  }
}
