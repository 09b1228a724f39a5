package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.frechet.backend.Backend;
import org.frechet.rule.RuleRegistry;

/**
 * The facade: eight operators that take a function, a token and a point, and give the same answer
 * with every token. Immutable and safe to share between threads; several live side by side, each
 * with its own rules.
 *
 * <p>A function is written in the operations of {@code Scalar}, {@code Vector}, {@code Matrix} and
 * {@code LinearAlgebra}; variables that it captures are constants, except those of a
 * differentiation around it. The argument is a value, a record of values (lists and records nested
 * at will), or a {@code double[]}. Each operator has a {@code valueAnd…} form, which evaluates the
 * function no more often, and a {@code prepare…} form for repeated use at one shape.
 *
 * <pre>{@code
 * Differentiation di = Differentiation.standard();
 * Matrix gradient = di.gradient(x -> sum(exp(x)), new AutoReverse(), a);
 * }</pre>
 */
public final class Differentiation extends Hessians {

  private Differentiation(RuleRegistry rules, List<? extends Backend> backends) {
    super(new Engine(rules, backends));
  }

  /** With all rule sets and backends that {@link ServiceLoader} finds on the path. */
  public static Differentiation standard() {
    List<Backend> backends = new ArrayList<>();
    ServiceLoader.load(Backend.class).forEach(backends::add);
    return of(RuleRegistry.standard(), backends);
  }

  /** With these rules and backends; finite differences are always there. */
  public static Differentiation of(RuleRegistry rules, Backend... backends) {
    return of(rules, List.of(backends));
  }

  /** With these rules and backends; finite differences are always there. */
  public static Differentiation of(RuleRegistry rules, List<? extends Backend> backends) {
    List<Backend> all = new ArrayList<>(backends);
    all.add(new FiniteDifferences());
    return new Differentiation(rules, all);
  }

  /** The rules that every token differentiates by. */
  public RuleRegistry rules() {
    return engine.rules();
  }

  @Override
  public String toString() {
    return "Differentiation with " + rules();
  }
}
