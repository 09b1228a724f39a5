package org.frechet.examples.sunspots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SunspotsTest {

  private static final Charset UTF = StandardCharsets.UTF_8;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Sunspots.run(
        arguments, new PrintStream(out, true, UTF), new PrintStream(err, true, UTF));
  }

  @Test
  void theReportHoldsTheFacts(@TempDir Path folder) {
    Path picture = folder.resolve("picture.png");
    assertThat(run(picture.toString())).isZero();
    assertThat(out.toString(UTF))
        .contains("1700 to 2008: 309 values")
        .containsPattern("0 +1314\\.8167897")
        .containsPattern("Converged after \\d+ steps and \\d+ calls of the likelihood")
        .contains("-log likelihood = 1305.1385963")
        .contains("AutoForward over AutoReverse")
        .containsPattern("log a0 +-1\\.09229 +0\\.0851")
        .containsPattern("cycle +11\\.18213 +0\\.4809")
        .contains("lasts 11.18 years")
        .containsPattern("AutoForward +51\\.300961008 .* 1\n")
        .containsPattern("AutoReverse +51\\.300961008 .* 1\n")
        .containsPattern("AutoFiniteDiff +51\\.30096\\d+ .* 17\n")
        .containsPattern("Largest relative difference: \\d\\.\\de-\\d+")
        .contains("Wrote " + picture);
    assertThat(err.size()).isZero();
    assertThat(picture).isNotEmptyFile();
  }

  @Test
  void theReportIsAscii(@TempDir Path folder) {
    assertThat(run(folder.resolve("picture.png").toString())).isZero();
    String report = out.toString(UTF).replace(folder.toString(), "");
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(report)).isTrue();
  }

  @Test
  void wrongUseIsToldBeforeTheWorkBegins() {
    assertThat(run("one.png", "two.png")).isEqualTo(2);
    assertThat(err.toString(UTF)).contains("got 2 arguments: one.png two.png");
    assertThat(out.size()).isZero();
  }

  @Test
  void aPictureThatCannotBeWrittenIsTold(@TempDir Path folder) throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken.png"));
    assertThat(run(taken.toString())).isEqualTo(1);
    assertThat(err.toString(UTF)).contains("The picture cannot be written to " + taken);
  }
}
