package org.frechet.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file with a section for each version of Java; a run replaces its own. */
final class ResultsFile {

  private static final Pattern SECTION =
      Pattern.compile(
          "^## Java (\\d+)\n(.*?)(?=^## Java |\\z)", Pattern.MULTILINE | Pattern.DOTALL);

  private static final String HEAD =
      """
      # What the benchmarks measured

      Written by the run itself; the [README](README.md) has the command. Each time is the processor time of the
      benchmark's own thread for one call, in the fastest iteration; garbage collection is not in it, but in what is
      allocated. The ratios are between benchmarks that ran one after the other, at one size: `2.1 × value` is 2.1
      times as long as the benchmark `value` of the same class.
      """;

  private final Path file;

  ResultsFile(Path file) {
    this.file = file;
  }

  /** Replaces the section of the Java that runs. */
  void put(String section) {
    try {
      Map<Integer, String> sections = new TreeMap<>(read());
      sections.put(Runtime.version().feature(), "\n" + section.strip() + "\n");
      StringBuilder text = new StringBuilder(HEAD);
      sections.forEach((java, body) -> text.append("\n## Java " + java + "\n").append(body));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<Integer, String> read() throws IOException {
    Map<Integer, String> sections = new TreeMap<>();
    if (Files.exists(file)) {
      Matcher matcher = SECTION.matcher(Files.readString(file));
      while (matcher.find()) {
        sections.put(Integer.valueOf(matcher.group(1)), "\n" + matcher.group(2).strip() + "\n");
      }
    }
    return sections;
  }
}
