package org.frechet.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.value.Structure;

/**
 * The derivative as backends give it, with respect to those arguments that are asked for.
 *
 * @param di the facade with the rules on trial
 * @param pushing the token for pushforwards
 * @param pulling the token for pullbacks
 * @param subject the operation on trial
 * @param x where
 */
record BackendLinearization(
    Differentiation di, AdType pushing, AdType pulling, Subject subject, Layout x)
    implements Linearization {

  @Override
  public Object value() {
    Arguments all = new Arguments(x.arguments());
    Function<Arguments, Object> f = arguments -> subject.apply(arguments.each());
    return di.valueAndPushforwards(f, pushing, all, List.of()).value();
  }

  @Override
  public List<Object> pushforwards(List<Object[]> tangents) {
    boolean[] moving = new boolean[x.arity()];
    for (Object[] each : tangents) {
      for (int i = 0; i < moving.length; i++) {
        moving[i] |= each[i] != null;
      }
    }
    List<Arguments> directions = new ArrayList<>();
    tangents.forEach(each -> directions.add(chosen(filled(each), moving)));
    return di.pushforwards(f(moving), pushing, chosen(x.arguments(), moving), directions);
  }

  private List<Object> filled(Object[] tangents) {
    List<Object> filled = new ArrayList<>(Arrays.asList(tangents));
    for (int i = 0; i < tangents.length; i++) {
      if (tangents[i] == null) {
        filled.set(i, Structure.zeroLike(x.arguments().get(i)));
      }
    }
    return filled;
  }

  @Override
  public List<Object[]> pullbacks(List<Object> cotangents, boolean[] wanted) {
    List<Arguments> pulled =
        di.pullbacks(f(wanted), pulling, chosen(x.arguments(), wanted), cotangents);
    return pulled.stream().map(each -> spread(each.each(), wanted)).toList();
  }

  private static Object[] spread(List<Object> chosen, boolean[] where) {
    Object[] all = new Object[where.length];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = where[i] ? chosen.get(next++) : null;
    }
    return all;
  }

  private static Arguments chosen(List<Object> all, boolean[] which) {
    List<Object> chosen = new ArrayList<>();
    for (int i = 0; i < which.length; i++) {
      if (which[i]) {
        chosen.add(all.get(i));
      }
    }
    return new Arguments(chosen);
  }

  /** The subject as a function of the chosen arguments; the others are constants. */
  private Function<Arguments, Object> f(boolean[] which) {
    return chosen -> {
      Object[] all = spread(chosen.each(), which);
      for (int i = 0; i < all.length; i++) {
        all[i] = which[i] ? all[i] : x.arguments().get(i);
      }
      return subject.apply(Arrays.asList(all));
    };
  }
}
