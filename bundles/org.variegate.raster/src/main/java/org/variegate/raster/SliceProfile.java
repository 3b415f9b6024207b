package org.variegate.raster;

/**
 * How much of what lies at a distance from a slice's or sample's middle its value takes in: the
 * point spread function along one axis.
 *
 * @param shape of the profile
 * @param width in mm, at least 0: the standard deviation of a Gaussian, the full width of a boxcar
 */
public record SliceProfile(Shape shape, double width) {

  /** The shape of a profile. */
  public enum Shape {
    /** A normal distribution; its width is the standard deviation. */
    GAUSSIAN,
    /** An ideal slice: the mean over its thickness. */
    BOXCAR
  }

  /** A Gaussian narrower than this many voxels is sampled as if it were this wide. */
  private static final double NARROWEST = 0.3;

  /** Where a Gaussian is cut off, in standard deviations. */
  private static final double REACH = 3;

  /**
   * Checks the width.
   *
   * @throws IllegalArgumentException if it is not at least 0 and finite
   */
  public SliceProfile {
    if (!(width >= 0 && width < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("width: needs a length of at least 0 mm, got " + width);
    }
  }

  /** How many voxels to either side of the middle have a weight. */
  int reach(double voxel) {
    if (!(width / voxel <= DiscreteGaussian.WIDEST)) {
      throw new IllegalArgumentException(
          "width: needs at most 1000 voxels of " + voxel + " mm, got " + width + " mm");
    }
    return shape == Shape.GAUSSIAN
        ? (int) Math.ceil(REACH * Math.max(NARROWEST, width / voxel))
        : (int) Math.ceil(width / voxel / 2 + 0.5);
  }

  /** The weight, up to a factor, of a voxel at a distance in voxels from the profile's middle. */
  double weight(double distance, double voxel) {
    double wide = width / voxel;
    if (shape == Shape.GAUSSIAN) {
      double u = distance / Math.max(NARROWEST, wide);
      return StrictMath.exp(-u * u / 2);
    }
    double half = Math.max(wide, 1e-6) / 2;
    return Math.max(0, Math.min(half, distance + 0.5) - Math.max(-half, distance - 0.5));
  }

  /** A symmetric kernel for samples at every voxel: the middle, then one side. */
  float[] half(double voxel) {
    if (shape == Shape.GAUSSIAN) {
      return DiscreteGaussian.half(width / voxel);
    }
    if (width <= voxel) {
      return new float[] {1};
    }
    float[] half = new float[reach(voxel) + 1];
    for (int t = 0; t < half.length; t++) {
      half[t] = (float) (weight(t, voxel) * voxel / width);
    }
    return half;
  }
}
