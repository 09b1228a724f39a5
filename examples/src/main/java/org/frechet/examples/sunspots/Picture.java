package org.frechet.examples.sunspots;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.frechet.value.Vector;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The series, its one-step prediction, and the band in which 95 of 100 values are expected. */
final class Picture {

  static final int WIDTH = 1400;
  static final int HEIGHT = 600;

  private static final double BAND = 1.96;

  // Colours are made in the constructor: no class of AWT may be loaded before the font.
  private final Color blue;
  private final Color paleBlue;
  private final XYChart chart;

  Picture(String title) throws IOException {
    Font font = ChartFont.load();
    blue = new Color(0x1F, 0x77, 0xB4);
    paleBlue = new Color(0x1F, 0x77, 0xB4, 0x40);
    chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
    chart.setXAxisTitle("year");
    chart.setYAxisTitle("sunspot number");
    style(font);
  }

  /** Each font is set: a default would ask for fonts that a machine may not have. */
  private void style(Font font) {
    chart
        .getStyler()
        .setBaseFont(font.deriveFont(14f))
        .setChartTitleFont(font.deriveFont(20f))
        .setChartTitlePadding(12)
        .setChartBackgroundColor(Color.WHITE)
        .setLegendFont(font.deriveFont(14f))
        .setLegendPosition(LegendPosition.InsideNW)
        .setPlotContentSize(0.98);
    chart
        .getStyler()
        .setAxisTitleFont(font.deriveFont(16f))
        .setAxisTickLabelsFont(font.deriveFont(14f))
        .setXAxisDecimalPattern("0")
        .setXAxisMaxLabelCount(32);
  }

  /** Adds the data and what was expected of them. */
  Picture draw(SunspotData data, Predictions predictions) {
    Vector years = data.years();
    limitYears(years);
    addBand(years, predictions);
    addLine("one-step prediction", blue, years, predictions.mean());
    addLine("sunspot number", Color.BLACK, years, data.numbers());
    return this;
  }

  /** Round ends make round ticks. */
  private void limitYears(Vector years) {
    double first = years.get(0).toDouble();
    double last = years.get(years.size() - 1).toDouble();
    chart.getStyler().setXAxisMin(10 * Math.floor(first / 10));
    chart.getStyler().setXAxisMax(10 * Math.ceil(last / 10));
  }

  /** A polygon: along the upper edge, and back along the lower one. */
  private void addBand(Vector years, Predictions predictions) {
    Vector half = predictions.standardDeviation().multiply(BAND);
    Vector upper = predictions.mean().add(half);
    Vector lower = predictions.mean().subtract(half);
    XYSeries band =
        chart.addSeries(
            "prediction ± " + BAND + " sd", thereAndBack(years, years), thereAndBack(upper, lower));
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(paleBlue);
    band.setMarker(SeriesMarkers.NONE).setLineWidth(0.5f).setLineColor(paleBlue);
  }

  private static double[] thereAndBack(Vector there, Vector back) {
    int n = there.size();
    double[] closed = Arrays.copyOf(there.toArray(), 2 * n);
    for (int i = 0; i < n; i++) {
      closed[2 * n - 1 - i] = back.get(i).toDouble();
    }
    return closed;
  }

  private void addLine(String name, Color color, Vector x, Vector y) {
    chart
        .addSeries(name, x.toArray(), y.toArray())
        .setMarker(SeriesMarkers.NONE)
        .setLineWidth(1.5f)
        .setLineColor(color);
  }

  /** Writes a PNG file of {@code WIDTH}×{@code HEIGHT} pixels. */
  void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      if (!ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", out)) {
        throw new IOException("this Java runtime has no encoder of PNG files");
      }
    }
  }
}
