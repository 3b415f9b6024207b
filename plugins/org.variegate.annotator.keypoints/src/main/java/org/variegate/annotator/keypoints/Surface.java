package org.variegate.annotator.keypoints;

import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/** What is nearest in each pixel. */
final class Surface {
  private final int width;
  private final int height;
  private final float[] depth;
  private final LabelMap instances;

  /** Looks at a depth map in m, 0 where there is nothing, and at whose surface it is. */
  Surface(Raster depth, LabelMap instances) {
    width = depth.grid().nx();
    height = depth.grid().ny();
    this.depth = depth.values();
    this.instances = instances;
  }

  /**
   * Whether a point is seen. Where its pixel shows its own object, the farthest of 3 x 3 pixels
   * counts, as a surface that is seen at a grazing angle is much farther one pixel on.
   *
   * @param point x and y in pixels, distance in m
   * @param id of the point's instance
   * @param below how much farther than the surface it may be
   * @return 0 outside of the picture, 1 hidden, 2 visible
   */
  int visibility(double[] point, int id, double below) {
    if (!(point[0] >= 0 && point[0] < width && point[1] >= 0 && point[1] < height)) {
      return 0;
    }
    int column = (int) point[0];
    int row = (int) point[1];
    int pixel = row * width + column;
    int own = instances.legend().place(id);
    int seen = instances.place(pixel);
    double surface = seen == own ? farthest(column, row, own) : depth[pixel];
    return seen == 0 || point[2] <= surface + below ? 2 : 1;
  }

  private double farthest(int column, int row, int own) {
    double farthest = 0;
    for (int y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
        if (instances.place(y * width + x) == own) {
          farthest = Math.max(farthest, depth[y * width + x]);
        }
      }
    }
    return farthest;
  }
}
