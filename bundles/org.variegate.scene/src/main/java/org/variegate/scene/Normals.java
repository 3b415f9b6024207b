package org.variegate.scene;

import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.volume.Raster;

/**
 * Surface normals of the picture as it lies now: where spatial stages mirrored or turned it,
 * normals are mirrored and turned with it.
 */
public final class Normals {
  private final SpatialMap map;
  private final Affine fromPixel;
  private final Affine toPixel;
  private final double[] here;
  private final double[] below;

  private Normals(SpatialMap map) {
    this.map = map;
    fromPixel = map.target().toWorld();
    toPixel = map.source().toWorld().inverse();
    here = new double[3 * (map.target().nx() + 1)];
    below = new double[here.length];
  }

  /**
   * The normals of a sample's picture.
   *
   * @param sample with {@link View#NORMALS}
   * @return 3 channels: right, up and towards the camera, of length 1; 0 where the sky is. What
   *     stretches the picture, or bends it, turns them as it turns a small piece of it (the
   *     orthogonal factor of the Jacobian's polar decomposition)
   * @throws IllegalStateException if the sample has no {@link View#NORMALS}
   */
  public static Raster of(Sample sample) {
    if (!sample.has(View.NORMALS)) {
      throw new IllegalStateException("normals: needs the pass normals of rgb");
    }
    Raster normals = sample.get(View.NORMALS);
    SpatialMap map = sample.map();
    if (map.isIdentity()) {
      return normals;
    }
    float[] turned = sample.arena().floats(normals.values().length);
    new Normals(map).turn(normals.values(), turned);
    return new Raster(normals.grid(), 3, normals.unit(), turned);
  }

  private void turn(float[] from, float[] to) {
    int width = map.target().nx();
    int height = map.target().ny();
    int size = width * height;
    for (int y = 0; y < height; y++) {
      row(y, here);
      row(y + 1, below);
      for (int x = 0; x < width; x++) {
        int at = 3 * x;
        turn(
            from,
            to,
            y * width + x,
            size,
            here[at + 3] - here[at],
            below[at] - here[at],
            here[at + 4] - here[at + 1],
            below[at + 1] - here[at + 1]);
      }
    }
  }

  /** Where the middles of a row's pixels, and of one more, were taken. */
  private void row(int y, double[] points) {
    for (int x = 0; x < points.length / 3; x++) {
      points[3 * x] = x;
      points[3 * x + 1] = y;
      points[3 * x + 2] = 0;
    }
    fromPixel.apply(points, points.length / 3);
    map.apply(points, points.length / 3);
    toPixel.apply(points, points.length / 3);
  }

  /** By the transpose of the orthogonal matrix nearest to ((a, b), (c, d)); y is down there. */
  private static void turn(
      float[] from, float[] to, int i, int size, double a, double b, double c, double d) {
    boolean mirrored = a * d - b * c < 0;
    double p = mirrored ? a - d : a + d;
    double q = mirrored ? b + c : c - b;
    double norm = Math.sqrt(p * p + q * q);
    double cosine = norm > 0 ? p / norm : 1;
    double sine = norm > 0 ? q / norm : 0;
    double right = from[i];
    double down = -from[i + size];
    double x = cosine * right + sine * down;
    double y = mirrored ? sine * right - cosine * down : cosine * down - sine * right;
    double z = from[i + 2 * size];
    double length = Math.sqrt(x * x + y * y + z * z);
    double scale = length > 1e-6 ? 1 / length : 0;
    to[i] = (float) (x * scale) + 0f; // no -0
    to[i + size] = (float) (-y * scale) + 0f;
    to[i + 2 * size] = (float) (z * scale) + 0f;
  }
}
