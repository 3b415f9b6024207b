package org.variegate.model.registration.measure;

import org.variegate.model.registration.field.Size;

/**
 * How rough a velocity field is: the mean, over axes of more than one voxel, components and
 * neighbours along the axis, of squared differences (Fischer and Modersitzki 2002; Balakrishnan et
 * al. 2019, equation 6). A number without a unit, which does not depend on the voxels' size.
 */
public final class Diffusion {
  private Diffusion() {}

  /**
   * The roughness, and its derivative.
   *
   * @param size of the field
   * @param field [3, nz, ny, nx], in voxels
   * @param factor of the derivative
   * @param byField the derivative times the factor is added to it
   * @return at least 0
   */
  public static double of(Size size, float[] field, double factor, float[] byField) {
    int[] lengths = size.toArray();
    int axes = (size.nx() > 1 ? 1 : 0) + (size.ny() > 1 ? 1 : 0) + (size.nz() > 1 ? 1 : 0);
    double sum = 0;
    int stride = 1;
    for (int axis = 0; axis < 3; axis++) {
      if (lengths[axis] > 1) {
        int pairs = 3 * size.voxels() / lengths[axis] * (lengths[axis] - 1);
        double share = 1.0 / axes / pairs;
        sum += share * along(stride, lengths[axis], field, (float) (2 * factor * share), byField);
      }
      stride *= lengths[axis];
    }
    return sum;
  }

  private static double along(int stride, int length, float[] field, float factor, float[] by) {
    double sum = 0;
    int block = stride * length;
    for (int start = 0; start < field.length; start += block) {
      for (int i = start; i < start + block - stride; i++) {
        float difference = field[i + stride] - field[i];
        sum += (double) difference * difference;
        by[i] -= factor * difference;
        by[i + stride] += factor * difference;
      }
    }
    return sum;
  }
}
