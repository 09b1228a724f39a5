package org.frechet.examples.sunspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturePathTest {

  private static void assertRefused(String reason, String... arguments) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PicturePath.of(arguments))
        .withMessageStartingWith("Expected nothing, or the PNG file to write (sunspots.png")
        .withMessageEndingWith(reason);
  }

  @Test
  void withoutAnArgumentItIsTheDefault() {
    assertThat(PicturePath.of(new String[0])).isEqualTo(Path.of("sunspots.png"));
  }

  @Test
  void oneArgumentIsTheFile(@TempDir Path folder) {
    String file = folder.resolve("mine.png").toString();
    assertThat(PicturePath.of(new String[] {file})).hasToString(file);
  }

  @Test
  void whatCannotBeMeantIsRefused(@TempDir Path folder) {
    assertRefused("but got 2 arguments: a.png b.png", "a.png", "b.png");
    assertRefused("but '--help' does not end in .png", "--help");
    assertRefused("but 'a\0.png' is no file name: Nul character not allowed", "a\0.png");
    Path missing = folder.resolve("missing");
    assertRefused("but there is no directory " + missing, missing.resolve("a.png").toString());
  }
}
