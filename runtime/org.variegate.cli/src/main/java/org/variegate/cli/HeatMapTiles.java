package org.variegate.cli;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.task.HeatMap;
import org.variegate.pictures.Pictures;
import org.variegate.pictures.Square;

/** A picture, and over it where a network looked: from blue, nowhere, to red, most. */
final class HeatMapTiles {
  private static final int SIZE = 180;
  private static final double SHARE = 0.55;

  private HeatMapTiles() {}

  /** The picture alone, then once for each map. */
  static ContactSheet.Entry entry(String name, Sample sample, List<HeatMap> maps) {
    float[] square = Square.of(Pictures.of(sample.get(Part.IMAGE)), SIZE);
    List<BufferedImage> tiles = new ArrayList<>(List.of(tile(square, null)));
    maps.forEach(map -> tiles.add(tile(square, map)));
    HeatMap first = maps.get(0);
    String file = name.substring(name.lastIndexOf('/') + 1);
    return new ContactSheet.Entry(
        String.format(Locale.ROOT, "%s: %s %.3f", file, first.label(), first.score()), tiles);
  }

  private static BufferedImage tile(float[] square, HeatMap map) {
    BufferedImage tile = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    float most = map == null ? 0 : most(map.values());
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double heat = most > 0 ? at(map, x, y) / most : 0;
        int color = 0;
        for (int c = 0; c < 3; c++) {
          double seen = square[(c * SIZE + y) * SIZE + x];
          double over = map == null ? seen : SHARE * seen + (1 - SHARE) * jet(heat, c);
          color = color << 8 | (int) Math.max(0, Math.min(255, Math.round(over)));
        }
        tile.setRGB(x, y, color);
      }
    }
    return tile;
  }

  private static float most(float[] values) {
    float most = 0;
    for (float value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  /** Linear between the middles of the map's cells. */
  private static double at(HeatMap map, int x, int y) {
    double column = Math.max(0, Math.min(map.width() - 1, (x + 0.5) * map.width() / SIZE - 0.5));
    double row = Math.max(0, Math.min(map.height() - 1, (y + 0.5) * map.height() / SIZE - 0.5));
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(map.width() - 1, left + 1);
    int below = Math.min(map.height() - 1, top + 1);
    double u = column - left;
    double v = row - top;
    float[] values = map.values();
    double upper =
        (1 - u) * values[top * map.width() + left] + u * values[top * map.width() + right];
    double lower =
        (1 - u) * values[below * map.width() + left] + u * values[below * map.width() + right];
    return (1 - v) * upper + v * lower;
  }

  /** The rainbow in which such maps are drawn: blue, cyan, yellow, red. */
  private static double jet(double heat, int channel) {
    double middle = channel == 0 ? 0.75 : channel == 1 ? 0.5 : 0.25;
    return 255 * Math.max(0, Math.min(1, 1.5 - Math.abs(4 * (heat - middle))));
  }
}
