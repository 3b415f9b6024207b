package org.variegate.cli;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/**
 * The pictures of one sample: its mid-slices, then the same with its labels in colour; or the
 * {@linkplain PictureTiles picture} that it is.
 */
final class SampleTiles {
  /** How much of the brightest and of the darkest pixels may saturate. */
  private static final double SATURATED = 0.005;

  private static final int OUTSIDE = 0x000000;

  private SampleTiles() {}

  /**
   * Draws a sample.
   *
   * @param sample with an image, labels, or both
   * @return a tile for each slice of each; empty if there is nothing to show
   */
  static List<BufferedImage> of(Sample sample) {
    if (PictureTiles.shows(sample)) {
      return PictureTiles.of(sample);
    }
    List<BufferedImage> tiles = new ArrayList<>();
    view(sample, tiles);
    if (sample.has(Part.MOVING)) {
      view(sample.get(Part.MOVING), tiles);
    }
    for (Part<Raster> part : List.of(Part.DISTANCE, Part.DISPLACEMENT)) {
      if (sample.has(part)) {
        add(sample.get(part), tiles);
      }
    }
    return tiles;
  }

  /** Its image, then what is learned of its labels, or those themselves. */
  private static void view(Sample sample, List<BufferedImage> tiles) {
    if (sample.has(Part.IMAGE)) {
      add(sample.get(Part.IMAGE), tiles);
    }
    Part<LabelMap> part = sample.has(Part.TARGETS) ? Part.TARGETS : Part.LABELS;
    if (sample.has(part)) {
      LabelMap labels = sample.get(part);
      Slice.of(labels.grid()).forEach(slice -> tiles.add(draw(slice, labels)));
    }
  }

  private static void add(Raster image, List<BufferedImage> tiles) {
    List<Slice> slices = Slice.of(image.grid());
    float[] window = window(image, slices);
    slices.forEach(slice -> tiles.add(draw(slice, image, window)));
  }

  private static float[] window(Raster image, List<Slice> slices) {
    float[] values = image.values();
    float[] seen = new float[slices.stream().mapToInt(s -> s.voxels().length).sum()];
    int count = 0;
    for (Slice slice : slices) {
      for (int voxel : slice.voxels()) {
        if (voxel >= 0) {
          seen[count++] = values[voxel];
        }
      }
    }
    Arrays.sort(seen, 0, count);
    int cut = (int) (SATURATED * count);
    return count == 0 ? new float[2] : new float[] {seen[cut], seen[count - 1 - cut]};
  }

  private static BufferedImage draw(Slice slice, Raster image, float[] window) {
    Grid grid = image.grid();
    float[] values = image.values();
    int step = image.channels() < 3 ? 0 : grid.size();
    return paint(
        slice,
        voxel ->
            grey(values[voxel], window) << 16
                | grey(values[voxel + step], window) << 8
                | grey(values[voxel + 2 * step], window));
  }

  private static int grey(float value, float[] window) {
    float scaled = (value - window[0]) / (window[1] - window[0]);
    return scaled >= 0 ? Math.min(255, (int) (scaled * 255 + 0.5f)) : 0;
  }

  private static BufferedImage draw(Slice slice, LabelMap labels) {
    LabelColours colours = new LabelColours(labels.legend());
    return paint(slice, voxel -> colours.of(labels.place(voxel)));
  }

  private static BufferedImage paint(Slice slice, java.util.function.IntUnaryOperator colour) {
    BufferedImage tile =
        new BufferedImage(slice.width(), slice.height(), BufferedImage.TYPE_INT_RGB);
    int[] voxels = slice.voxels();
    for (int i = 0; i < voxels.length; i++) {
      int rgb = voxels[i] < 0 ? OUTSIDE : colour.applyAsInt(voxels[i]);
      tile.setRGB(i % slice.width(), i / slice.width(), rgb);
    }
    return tile;
  }
}
