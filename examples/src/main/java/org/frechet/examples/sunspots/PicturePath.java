package org.frechet.examples.sunspots;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The one argument of the program. */
final class PicturePath {

  private static final String DEFAULT = "sunspots.png";

  private PicturePath() {}

  /** The file to write, checked as far as can be before the work begins. */
  static Path of(String[] arguments) {
    if (arguments.length > 1) {
      throw wrong("got " + arguments.length + " arguments: " + String.join(" ", arguments));
    }
    String name = arguments.length == 0 ? DEFAULT : arguments[0];
    if (!name.endsWith(".png")) {
      throw wrong("'" + name + "' does not end in .png");
    }
    Path path = path(name);
    Path folder = path.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw wrong("there is no directory " + folder);
    }
    return path;
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw wrong("'" + name + "' is no file name: " + e.getReason());
    }
  }

  private static IllegalArgumentException wrong(String reason) {
    return new IllegalArgumentException(
        "Expected nothing, or the PNG file to write (%s by default), but %s"
            .formatted(DEFAULT, reason));
  }
}
