package org.frechet.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.examples.readme.CayleyRules.CAYLEY;
import static org.frechet.linalg.LinearAlgebra.exp;
import static org.frechet.linalg.LinearAlgebra.inv;
import static org.frechet.linalg.LinearAlgebra.solveLower;
import static org.frechet.linalg.LinearAlgebra.sum;
import static org.frechet.testkit.FrechetAssertions.assertThatBackends;
import static org.frechet.testkit.FrechetAssertions.assertThatGradient;
import static org.frechet.testkit.FrechetAssertions.assertThatRule;
import static org.frechet.testkit.FrechetAssertions.wellConditioned;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.multibindings.ProvidesIntoSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.frechet.Differentiation;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.Backend;
import org.frechet.guice.DifferentiationModule;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;
import org.frechet.value.Vector;
import org.junit.jupiter.api.Test;

/** The Java in the README is the Java here, which is compiled and run. */
class ReadmeTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path HERE =
      Path.of("src/test/java/org/frechet/examples/readme").toAbsolutePath();

  record Gaussian(Vector mean, Matrix factor) {}

  static Scalar logDensity(Gaussian p, Vector x) {
    Vector z = solveLower(p.factor(), x.subtract(p.mean()));
    return z.dot(z).multiply(-0.5).subtract(sum(p.factor().diagonal().log()));
  }

  @Test
  void firstLook() {
    Differentiation di = Differentiation.standard();
    Matrix a = Matrix.of(new double[][] {{0.1, 0.7}, {-0.3, 0.2}});
    Matrix g = di.gradient(x -> sum(exp(x)), new AutoReverse(), a); // the matrix exponential
    Matrix j = di.jacobian(x -> inv(x), new AutoForward(), a); // 4×4
    double[] d = di.gradient(x -> x.dot(x), new AutoForward(), new double[] {1, 2, 3}); // {2, 4, 6}

    assertThat(g.shape()).isEqualTo(a.shape());
    assertThat(j.shape()).hasToString("4×4");
    assertThat(d).containsExactly(2, 4, 6);
  }

  @Test
  void records() {
    Differentiation di = Differentiation.standard();
    Gaussian p = new Gaussian(Vector.of(0, 0), Matrix.of(new double[][] {{2, 0}, {1, 1}}));
    Gaussian gradient = di.gradient(q -> logDensity(q, Vector.of(1, 1)), new AutoReverse(), p);

    // z = L⁻¹ (x − μ) = (1/2, 1/2), and the gradient in μ is L⁻ᵀ z
    assertThat(gradient.mean().toArray()).containsExactly(new double[] {0, 0.5}, within(1e-15));
  }

  @Test
  void ruleByGuice() {
    Differentiation di =
        Guice.createInjector(
                new DifferentiationModule(),
                new AbstractModule() {
                  @ProvidesIntoSet
                  RuleSet cayley() {
                    return new CayleyRules();
                  }
                })
            .getInstance(Differentiation.class);
    requireDifferentiable(di);
  }

  @Test
  void ruleByHand() {
    List<Backend> backends =
        ServiceLoader.load(Backend.class).stream().map(ServiceLoader.Provider::get).toList();
    requireDifferentiable(
        Differentiation.of(RuleRegistry.standard().with(new CayleyRules()), backends));
  }

  @Test
  void testKit() {
    assertThatRule(CAYLEY).withRules(new CayleyRules()).at(wellConditioned(4)).isConsistent();

    assertThatBackends(new AutoForward(), new AutoReverse(), new AutoFiniteDiff())
        .agreeOn(x -> sum(exp(x)), wellConditioned(3));

    assertThatGradient((double[] x) -> new double[] {2 * x[0] * x[1], x[0] * x[0]})
        .isGradientOf(x -> x[0] * x[0] * x[1])
        .at(1.5, -2);
  }

  private static void requireDifferentiable(Differentiation di) {
    Matrix a = Matrix.of(new double[][] {{0.1, 0.7}, {-0.3, 0.2}});
    Matrix forward = di.gradient(x -> sum(CayleyRules.cayley(x)), new AutoForward(), a);
    Matrix reverse = di.gradient(x -> sum(CayleyRules.cayley(x)), new AutoReverse(), a);
    assertThat(forward.subtract(reverse).norm().toDouble()).isLessThan(1e-14);
  }

  @Test
  void everyLineOfJavaInTheReadmeIsCompiledHere() throws IOException {
    String compiled =
        squeeze(read(HERE.resolve("ReadmeTest.java")) + read(HERE.resolve("CayleyRules.java")));
    List<String> snippets =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(read(ROOT.resolve("README.md")))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(snippets).hasSizeGreaterThanOrEqualTo(6);
    assertThat(snippets)
        .filteredOn(snippet -> !snippet.startsWith("import"))
        .allSatisfy(snippet -> assertThat(compiled).contains(squeeze(snippet)));
  }

  @Test
  void theFirstTwoCommandsAreOneLineEach() throws IOException {
    List<String> commands =
        Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
            .matcher(read(ROOT.resolve("README.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(commands.get(0)).contains("-Psunspots").hasLineCount(1);
    assertThat(commands.get(1)).isEqualTo("mvn -B -ntp verify\n");
    assertThat(read(ROOT.resolve(".ci/run"))).contains("mvn -B -ntp verify");
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  /** Without layout, which the formatter decides. */
  private static String squeeze(String code) {
    return code.replaceAll("\\s+", "");
  }
}
