package org.frechet.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.frechet.Differentiation;
import org.frechet.backend.Backend;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;

/**
 * Binds {@link Differentiation} and {@link RuleRegistry} to all rule sets and backends that are on
 * the path, together with those that other modules contribute: a method that
 * {@code @ProvidesIntoSet RuleSet} (or {@code Backend}) is all that a third party writes. Two
 * injectors never see each other's rules.
 *
 * <pre>{@code
 * Differentiation di = Guice.createInjector(new DifferentiationModule(), new AcmeModule())
 *     .getInstance(Differentiation.class);
 * }</pre>
 */
public final class DifferentiationModule extends AbstractModule {

  /** The bindings of everything on the path. */
  public DifferentiationModule() {}

  @Override
  protected void configure() {
    Multibinder<RuleSet> sets = Multibinder.newSetBinder(binder(), RuleSet.class);
    ServiceLoader.load(RuleSet.class).forEach(set -> sets.addBinding().toInstance(set));
    Multibinder<Backend> backends = Multibinder.newSetBinder(binder(), Backend.class);
    ServiceLoader.load(Backend.class).forEach(found -> backends.addBinding().toInstance(found));
  }

  @Provides
  @Singleton
  RuleRegistry registry(Set<RuleSet> sets) {
    return RuleRegistry.of(sets);
  }

  @Provides
  @Singleton
  Differentiation differentiation(RuleRegistry rules, Set<Backend> backends) {
    return Differentiation.of(rules, List.copyOf(backends));
  }
}
