package org.variegate.model.registration;

import java.util.Arrays;
import org.variegate.api.space.Affine;

/**
 * How much one image says of another where an affine map brings it, and the exact derivative of
 * that: the mutual information of values of the fixed image at samples and of the moving one where
 * these are brought to, whatever contrast either has. Values of the moving image are counted by a
 * cubic spline (Mattes et al. 2003, equations 5 to 10); beyond its outermost voxels it is as there,
 * so that all samples count always.
 */
final class MutualInformation {
  private final int bins;
  private final float[] points;
  private final byte[] fixed;
  private final float[] moving;
  private final Size size;
  private final Affine toVoxel;
  private final double[] joint;
  private final double[] marginal;
  private final float[] places;
  private final float[] slopes;

  /**
   * Of two images.
   *
   * @param bins of the histogram along each side, 8 to 64
   * @param points of the samples in mm, [samples, 3]
   * @param values of the fixed image at the samples, 0 to 1
   * @param moving values of the moving image, 0 to 1
   * @param size of the moving image
   * @param toVoxel from mm to its voxels
   */
  MutualInformation(
      int bins, float[] points, float[] values, float[] moving, Size size, Affine toVoxel) {
    this.bins = bins;
    this.points = points;
    this.moving = moving;
    this.size = size;
    this.toVoxel = toVoxel;
    fixed = new byte[values.length];
    for (int i = 0; i < fixed.length; i++) {
      fixed[i] = (byte) Math.min(bins - 1, (int) (bins * values[i]));
    }
    joint = new double[bins * bins];
    marginal = new double[bins];
    places = new float[fixed.length];
    slopes = new float[3 * fixed.length];
  }

  /**
   * The mutual information, and its derivative.
   *
   * @param map where a point in mm is brought to, [3, 4]
   * @param byMap takes the derivative, [3, 4]
   * @return nats, without the part that the fixed image says of itself
   */
  double of(double[] map, double[] byMap) {
    Arrays.fill(byMap, 0);
    if (fixed.length == 0) {
      return 0;
    }
    count(map);
    double information = logarithms();
    double[] by = new double[3];
    for (int i = 0; i < fixed.length; i++) {
      double byPlace = byPlace(i) * (bins - 3) / fixed.length;
      if (byPlace != 0) {
        for (int axis = 0; axis < 3; axis++) {
          by[axis] = byPlace * slopes[3 * i + axis];
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
    Arrays.fill(joint, 0);
    Arrays.fill(marginal, 0);
    Affine all = toVoxel.after(Affine.of(map));
    Cell cell = new Cell(size);
    float[] slope = new float[3];
    for (int i = 0; i < fixed.length; i++) {
      double x = points[3 * i];
      double y = points[3 * i + 1];
      double z = points[3 * i + 2];
      cell.moveTo(at(all, 0, x, y, z), at(all, 1, x, y, z), at(all, 2, x, y, z));
      places[i] = 1 + cell.value(moving, 0) * (bins - 3);
      cell.slopes(moving, slope);
      System.arraycopy(slope, 0, slopes, 3 * i, 3);
      int below = below(i);
      for (int k = -1; k <= 2; k++) {
        double weight = spline(below + k - places[i]);
        joint[bins * fixed[i] + below + k] += weight;
        marginal[below + k] += weight;
      }
    }
  }

  private static float at(Affine map, int row, double x, double y, double z) {
    return (float)
        (map.get(row, 0) * x + map.get(row, 1) * y + map.get(row, 2) * z + map.get(row, 3));
  }

  private int below(int sample) {
    return Math.min(bins - 3, (int) places[sample]);
  }

  /**
   * Puts log(p(k, l) / p(l)) into the joint histogram's place, and sums what was there times that.
   */
  private double logarithms() {
    double sum = 0;
    for (int k = 0; k < joint.length; k++) {
      double p = joint[k];
      joint[k] = p > 0 ? StrictMath.log(p / marginal[k % bins]) : 0;
      sum += p * joint[k];
    }
    return sum / fixed.length;
  }

  private double byPlace(int sample) {
    int below = below(sample);
    double sum = 0;
    for (int k = -1; k <= 2; k++) {
      sum -= slope(below + k - places[sample]) * joint[bins * fixed[sample] + below + k];
    }
    return sum;
  }

  private static double spline(double x) {
    double a = Math.abs(x);
    return a < 1 ? 2 / 3.0 - a * a + a * a * a / 2 : a < 2 ? (2 - a) * (2 - a) * (2 - a) / 6 : 0;
  }

  private static double slope(double x) {
    double a = Math.abs(x);
    double slope = a < 1 ? -2 * a + 1.5 * a * a : a < 2 ? -(2 - a) * (2 - a) / 2 : 0;
    return x < 0 ? -slope : slope;
  }
}
