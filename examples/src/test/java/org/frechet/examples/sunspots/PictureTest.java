package org.frechet.examples.sunspots;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  @TempDir private Path folder;

  private Path written() throws IOException {
    SunspotData data = SunspotData.load();
    Predictions predictions =
        Carma.of(Sunspots.START).predict(data.centred()).shiftedBy(data.mean());
    Path file = folder.resolve("picture.png");
    new Picture("A title").draw(data, predictions).write(file);
    return file;
  }

  private static long count(BufferedImage image, IntPredicate colour) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return IntStream.of(pixels).map(pixel -> pixel & 0xFFFFFF).filter(colour).count();
  }

  @Test
  void thePictureIsAPngOfItsSize() throws IOException {
    Path file = written();
    assertThat(Files.readAllBytes(file)).startsWith(PNG);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(Picture.WIDTH);
    assertThat(image.getHeight()).isEqualTo(Picture.HEIGHT);
  }

  @Test
  void thePictureShowsTheSeriesThePredictionAndTheBand() throws IOException {
    BufferedImage image = ImageIO.read(written().toFile());
    assertThat(count(image, colour -> colour == 0x000000)).isGreaterThan(5_000);
    assertThat(count(image, colour -> colour == 0x1F77B4)).isGreaterThan(1_000);
    assertThat(count(image, colour -> colour == 0xC7DDEC)).isGreaterThan(50_000);
    assertThat(count(image, colour -> colour == 0xFFFFFF)).isGreaterThan(200_000);
  }

  @Test
  void theTitleIsDrawn() throws IOException {
    BufferedImage image = ImageIO.read(written().toFile());
    BufferedImage top = image.getSubimage(Picture.WIDTH / 4, 0, Picture.WIDTH / 2, 50);
    assertThat(count(top, colour -> colour != 0xFFFFFF)).isGreaterThan(200);
  }
}
