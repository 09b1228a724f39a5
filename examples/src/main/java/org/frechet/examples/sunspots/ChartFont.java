package org.frechet.examples.sunspots;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The font of pictures. It comes from a jar, so that pictures are the same on every machine. */
final class ChartFont {

  /** Roboto, Apache Licence 2.0. */
  private static final String RESOURCE = "/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf";

  private static final String FONT_CONFIGURATION = "sun.awt.fontconfig";

  private ChartFont() {}

  /** Must be called before anything else of AWT, which reads its configuration once. */
  static Font load() throws IOException {
    configure();
    try (InputStream in = ChartFont.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("the font " + RESOURCE + " is not on the class path");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException e) {
      throw new IOException("the font " + RESOURCE + " cannot be read", e);
    }
  }

  /** Lets AWT start without a display, and on Linux without any installed font or fontconfig. */
  private static void configure() throws IOException {
    System.setProperty("java.awt.headless", "true");
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    if (linux && System.getProperty(FONT_CONFIGURATION) == null) {
      Path configuration = Files.createTempFile("fontconfig", ".properties");
      configuration.toFile().deleteOnExit();
      Files.writeString(configuration, "version=1\nsequence.allfonts=default\n");
      System.setProperty(FONT_CONFIGURATION, configuration.toString());
    }
  }
}
