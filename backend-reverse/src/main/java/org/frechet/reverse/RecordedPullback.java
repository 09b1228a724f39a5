package org.frechet.reverse;

import java.util.ArrayList;
import java.util.List;
import org.frechet.backend.ReverseBackend.Pullback;
import org.frechet.value.Value;

/**
 * A recorded function, ready to be run backwards any number of times, from any thread: each run has
 * its own {@link Cotangents}, and the recording does not change. After the last run it is gone.
 */
final class RecordedPullback implements Pullback {

  /** Seeds that together need more cotangents than this are run one group after the other. */
  private static final int COTANGENTS = 1 << 22;

  private final ReverseTrace trace;
  private final Tape tape;
  private final int size;
  private final List<Value> inputs;
  private final List<Value> outputs;
  private final List<Value> value;
  private volatile boolean spent;

  RecordedPullback(
      ReverseTrace trace, Tape tape, List<Value> inputs, List<Value> outputs, List<Value> value) {
    this.trace = trace;
    this.tape = tape;
    this.size = tape.size();
    this.inputs = inputs;
    this.outputs = outputs;
    this.value = value;
  }

  @Override
  public List<Value> value() {
    return value;
  }

  @Override
  public List<List<Value>> apply(List<List<Value>> seeds) {
    if (spent) {
      throw new IllegalStateException(
          "pullback: it was applied for the last time, and its recording is gone");
    }
    if (seeds.size() <= 1 || (long) seeds.size() * size <= COTANGENTS) {
      return run(seeds);
    }
    int group = Math.max(1, COTANGENTS / size);
    List<List<Value>> pulled = new ArrayList<>(seeds.size());
    for (int from = 0; from < seeds.size(); from += group) {
      pulled.addAll(run(seeds.subList(from, Math.min(from + group, seeds.size()))));
    }
    return pulled;
  }

  @Override
  public List<List<Value>> applyLast(List<List<Value>> seeds) {
    List<List<Value>> pulled = apply(seeds);
    spent = true;
    tape.release();
    return pulled;
  }

  private List<List<Value>> run(List<List<Value>> seeds) {
    Cotangents cotangents = new Cotangents(trace, tape, size, seeds.size());
    for (int b = 0; b < seeds.size(); b++) {
      cotangents.accumulate(outputs, seeds.get(b), b);
    }
    cotangents.pullBack();
    List<List<Value>> pulled = cotangents.ofLeaves(inputs);
    cotangents.release();
    return pulled;
  }
}
