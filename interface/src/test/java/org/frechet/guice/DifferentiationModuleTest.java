package org.frechet.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import com.google.inject.multibindings.ProvidesIntoSet;
import java.util.List;
import org.frechet.Differentiation;
import org.frechet.backend.AdType;
import org.frechet.backend.Backend;
import org.frechet.backend.ForwardBackend;
import org.frechet.backend.LeafFunction;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.RuleConflictException;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.junit.jupiter.api.Test;

class DifferentiationModuleTest {

  private static final Primitive.Unary<Scalar, Scalar> P =
      Primitive.unary("acme.p", x -> x.multiply(x));

  private static final class AcmeRules implements RuleSet {
    @Override
    public void declare(RuleBinder rules) {
      rules.on(P).derivative((y, x) -> x.multiply(2));
    }
  }

  /** What a third party writes. */
  private static final class AcmeModule extends AbstractModule {
    @ProvidesIntoSet
    RuleSet rules() {
      return new AcmeRules();
    }
  }

  private static final class RivalModule extends AbstractModule {
    @ProvidesIntoSet
    RuleSet rules() {
      return rules -> rules.on(P).derivative((y, x) -> x);
    }
  }

  private record AutoNothing() implements AdType {}

  /** A backend for which every derivative is zero. */
  private static final class NothingModule extends AbstractModule {
    @ProvidesIntoSet
    Backend backend() {
      return new ForwardBackend() {
        @Override
        public Class<? extends AdType> token() {
          return AutoNothing.class;
        }

        @Override
        public Pushed pushforward(
            AdType token,
            RuleRegistry rules,
            LeafFunction f,
            List<Value> x,
            List<List<Value>> tangents) {
          List<Value> zeros = List.of(Scalar.of(0));
          return new Pushed(f.apply(x), tangents.stream().map(tangent -> zeros).toList());
        }
      };
    }
  }

  @Test
  void aThirdPartysRulesAreInstalled() {
    Injector injector = Guice.createInjector(new DifferentiationModule(), new AcmeModule());
    RuleRegistry rules = injector.getInstance(RuleRegistry.class);
    assertThat(rules.hasRule(P)).isTrue();
    assertThat(rules.ruleSets()).contains("AcmeRules");
    assertThat(injector.getInstance(Differentiation.class).rules()).isSameAs(rules);
    assertThat(injector.getInstance(Differentiation.class))
        .isSameAs(injector.getInstance(Differentiation.class));
  }

  @Test
  void twoInjectorsDoNotSeeEachOther() {
    Injector acme = Guice.createInjector(new DifferentiationModule(), new AcmeModule());
    Injector plain = Guice.createInjector(new DifferentiationModule());
    assertThat(acme.getInstance(RuleRegistry.class).hasRule(P)).isTrue();
    assertThat(plain.getInstance(RuleRegistry.class).hasRule(P)).isFalse();
  }

  @Test
  void aThirdPartysBackendIsInstalled() {
    Injector injector = Guice.createInjector(new DifferentiationModule(), new NothingModule());
    Differentiation di = injector.getInstance(Differentiation.class);
    assertThat(di.derivative(x -> x.multiply(5), new AutoNothing(), 2.0)).isZero();
  }

  @Test
  void conflictsAreReportedByTheInjector() {
    Injector injector =
        Guice.createInjector(new DifferentiationModule(), new AcmeModule(), new RivalModule());
    assertThatThrownBy(() -> injector.getInstance(Differentiation.class))
        .isInstanceOf(ProvisionException.class)
        .hasRootCauseInstanceOf(RuleConflictException.class)
        .hasMessageContaining("Two frules for the primitive 'acme.p'")
        .hasMessageContaining("DifferentiationModuleTest.java:");
  }
}
