package org.frechet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.testkit.Points.matrix;
import static org.frechet.testkit.Points.vector;
import static org.frechet.testkit.Specimens.COMPOSED;
import static org.frechet.testkit.Specimens.CUBE;
import static org.frechet.testkit.Specimens.GRAM;

import java.util.List;
import org.frechet.rule.RuleRegistry;
import org.frechet.rule.RuleSet;
import org.frechet.testkit.Specimens.Power;
import org.junit.jupiter.api.Test;

class RuleTableTest {

  private static RuleTable tableOf(RuleSet rules) {
    RuleCatalogue catalogue =
        new RuleCatalogue(RuleRegistry.of(rules))
            .add(GRAM, "2×3", matrix(2, 3, 1))
            .add(GRAM, "tied", RuleAssert::firstOrderOnly, matrix(2, 2, 1))
            .addThrowing(GRAM, "broken", matrix(2, 2, 1))
            .add(COMPOSED, "three", vector(3, 1));
    return RuleTable.of(List.of(catalogue));
  }

  @Test
  void aRowSaysWhatIsWrittenAndToWhichOrderItIsTested() {
    String table = tableOf(Specimens::right).markdown();
    assertThat(table)
        .contains(
            "| `test.gram` | written | written | 2 | 2×3; tied (first order); broken, throws |");
  }

  @Test
  void aDirectionThatIsMissingIsDerived() {
    RuleTable table = tableOf(rules -> rules.on(GRAM).rrule((y, a, gy) -> gy.multiply(a)));
    assertThat(table.rows().get(0).frule()).isEqualTo("derived");
    assertThat(table.rows().get(0).rrule()).isEqualTo("written");
    assertThat(table.rows().get(1).frule()).isEqualTo("by its body");
  }

  @Test
  void theLowestOrderIsNotHidden() {
    RuleCatalogue catalogue =
        new RuleCatalogue(RuleRegistry.of((RuleSet) Specimens::right))
            .add(CUBE, "tied", RuleAssert::firstOrderOnly, vector(3, 1));
    assertThat(RuleTable.of(List.of(catalogue)).rows().get(0).order()).isEqualTo(1);
  }

  @Test
  void primitivesThatDifferInAParameterShareARow() {
    RuleCatalogue catalogue =
        new RuleCatalogue(RuleRegistry.of((RuleSet) Specimens::right))
            .add(new Power(2), "two", vector(3, 1))
            .add(new Power(3), "three", vector(3, 1));
    List<RuleTable.Row> rows = RuleTable.of(List.of(catalogue)).rows();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).points()).containsExactly("two", "three");
  }
}
