package org.variegate.model.registration.affine;

import java.util.Arrays;
import org.variegate.api.space.Affine;
import org.variegate.model.registration.field.Carried;
import org.variegate.model.registration.field.Cell;
import org.variegate.model.registration.field.Size;

/**
 * How much one image says of another where an affine map brings it, and the exact derivative of
 * that: the mutual information of values of the fixed image at samples and of the moving one where
 * these are brought to, whatever contrast either has. Beyond its outermost voxels the moving image
 * is as there, so that all samples count always.
 */
final class MutualInformation {
  private final float[] points;
  private final float[] moving;
  private final Size size;
  private final Affine toVoxel;
  private final JointHistogram histogram;
  private final float[] slopes;

  /**
   * Of two images.
   *
   * @param points of the samples in mm, [samples, 3]
   * @param values of the fixed image at the samples, 0 to 1
   * @param moving values of the moving image, 0 to 1
   * @param size of the moving image
   * @param toVoxel from mm to its voxels
   */
  MutualInformation(float[] points, float[] values, float[] moving, Size size, Affine toVoxel) {
    this.points = points;
    this.moving = moving;
    this.size = size;
    this.toVoxel = toVoxel;
    histogram = new JointHistogram(values);
    slopes = new float[points.length];
  }

  /**
   * The mutual information, and its derivative.
   *
   * @param map where a point in mm is brought to, [3, 4]
   * @param byMap takes the derivative, [3, 4]
   * @return nats, without the part that the fixed image says of itself
   */
  double of(double[] map, double[] byMap) {
    count(map);
    double information = histogram.information();
    Arrays.fill(byMap, 0);
    double[] by = new double[3];
    for (int i = 0; i < histogram.samples(); i++) {
      double byValue = histogram.slope(i);
      if (byValue != 0) {
        for (int axis = 0; axis < 3; axis++) {
          by[axis] = byValue * slopes[3 * i + axis];
        }
        add(by, i, byMap);
      }
    }
    return information;
  }

  private void add(double[] by, int sample, double[] byMap) {
    for (int row = 0; row < 3; row++) {
      double slope = 0;
      for (int axis = 0; axis < 3; axis++) {
        slope += by[axis] * toVoxel.get(axis, row);
      }
      for (int column = 0; column < 3; column++) {
        byMap[4 * row + column] += slope * points[3 * sample + column];
      }
      byMap[4 * row + 3] += slope;
    }
  }

  private void count(double[] map) {
    histogram.clear();
    float[] all = Carried.matrix(toVoxel.after(Affine.of(map)));
    Cell cell = new Cell(size);
    float[] slope = new float[3];
    for (int i = 0; i < histogram.samples(); i++) {
      cell.moveTo(all, points[3 * i], points[3 * i + 1], points[3 * i + 2]);
      histogram.add(i, cell.value(moving, 0));
      cell.slopes(moving, slope);
      System.arraycopy(slope, 0, slopes, 3 * i, 3);
    }
  }
}
