package org.variegate.scene;

import org.variegate.api.Sample;
import org.variegate.api.volume.Raster;

/**
 * Optical flow: how each pixel's surface moves in the picture from its instant to the next, as if
 * both pictures went through the same spatial stages.
 */
public final class Flow {
  /** What is seen at the next instant by less than this lies at the edge of what is hidden. */
  private static final float SEEN = 0.999f;

  private Flow() {}

  /**
   * The flow of a sample's picture as it lies now.
   *
   * @param sample with {@link View#VIEW} and {@link View#NEXT}
   * @return 3 channels: how far to the right and how far down in pixels, and 1 where the surface is
   *     seen in the next picture, 0 where it is hidden or outside
   * @throws IllegalStateException if the sample has no {@link View#NEXT}
   */
  public static Raster of(Sample sample) {
    if (!sample.has(View.NEXT)) {
      throw new IllegalStateException("flow: needs the pass flow of rgb");
    }
    Raster next = sample.get(View.NEXT);
    float[] places = next.values();
    Projection projection = new Projection(sample);
    int width = projection.width();
    int height = projection.height();
    int size = width * height;
    float[] flow = sample.arena().floats(3 * size);
    double[] row = new double[3 * width];
    for (int y = 0; y < height; y++) {
      int first = y * width;
      for (int x = 0; x < width; x++) {
        row[3 * x] = places[first + x];
        row[3 * x + 1] = places[first + x + size];
        row[3 * x + 2] = 0;
      }
      projection.places(row, width);
      for (int x = 0; x < width; x++) {
        int i = first + x;
        double toX = row[3 * x];
        double toY = row[3 * x + 1];
        boolean inside = toX >= 0 && toY >= 0 && toX < width && toY < height;
        flow[i] = (float) (toX - (x + 0.5));
        flow[i + size] = (float) (toY - (y + 0.5));
        flow[i + 2 * size] = inside && places[i + 2 * size] > SEEN ? 1 : 0;
      }
    }
    return new Raster(next.grid(), 3, "pixels", flow);
  }
}
