package org.frechet.testkit;

import java.util.ArrayList;
import java.util.List;
import org.frechet.value.Primitive;
import org.frechet.value.Structure;
import org.frechet.value.Trace;
import org.frechet.value.Value;

/** Notes which operations a formula carries out, and which of them its answer depends on. */
final class Recorder extends Trace {

  private static final Integer INPUT = -1;

  private record Step(String name, Object[] arguments) {}

  private final List<Step> steps = new ArrayList<>();

  /** {@code structure}, under observation. */
  Object watched(Object structure) {
    return Structure.map(structure, leaf -> traced(leaf, INPUT));
  }

  @Override
  protected Object process(Primitive primitive, Object[] arguments) {
    Object[] primals = new Object[arguments.length];
    for (int i = 0; i < primals.length; i++) {
      primals[i] = Structure.map(arguments[i], this::primal);
    }
    Integer step = steps.size();
    steps.add(new Step(primitive.name(), arguments));
    return Structure.map(apply(primitive, primals), leaf -> traced(leaf, step));
  }

  /** The names of the operations on which no answer depends. */
  List<String> unused(List<Object> answers) {
    boolean[] used = new boolean[steps.size()];
    answers.forEach(answer -> mark(answer, used));
    List<String> unused = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (used[i]) {
        for (Object argument : steps.get(i).arguments()) {
          mark(argument, used);
        }
      } else {
        unused.add(0, steps.get(i).name());
      }
    }
    return unused;
  }

  private void mark(Object structure, boolean[] used) {
    for (Value leaf : Structure.leaves(structure)) {
      if (slot(leaf) instanceof Integer step && !step.equals(INPUT)) {
        used[step] = true;
      }
    }
  }
}
