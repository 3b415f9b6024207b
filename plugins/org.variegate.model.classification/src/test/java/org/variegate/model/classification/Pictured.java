package org.variegate.model.classification;

import java.util.List;
import java.util.Map;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.pictures.Pictures;
import org.variegate.scene.Truth;

/** Samples that are easy to tell apart: stripes across, or down. */
final class Pictured {
  static final Map<String, Object> FACTS =
      Map.of("categories: class 1", "across", "categories: class 2", "down");
  private static final int SIZE = 24;

  private Pictured() {}

  static Sample of(long index) {
    boolean down = index % 2 == 1;
    return of(index, down ? "down" : "across", down);
  }

  /** A sample whose label may have nothing to do with what is seen. */
  static Sample of(long index, String label, boolean down) {
    Sample sample = new Sample(index, null, null);
    float[] values = new float[3 * SIZE * SIZE];
    int period = 4 + (int) (index * 7 % 5);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < SIZE; y++) {
        for (int x = 0; x < SIZE; x++) {
          int along = (down ? x : y) + (int) (index % 11);
          int noise = (int) ((x * 31 + y * 17 + c * 7 + index * 13) % 40);
          values[(c * SIZE + y) * SIZE + x] = (along % period < period / 2 ? 200 : 40) + noise;
        }
      }
    }
    sample.put(Part.IMAGE, new Raster(Grid.centred(SIZE, SIZE, 1, 1), 3, Pictures.SRGB, values));
    Map<String, Object> object = Map.of("id", 1, "class", label);
    sample.put(Truth.TRUTH, new Truth(List.of("across", "down"), List.of(object)));
    return sample;
  }
}
