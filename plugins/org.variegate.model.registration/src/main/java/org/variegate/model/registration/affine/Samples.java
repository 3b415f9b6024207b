package org.variegate.model.registration.affine;

import org.variegate.api.space.Affine;
import org.variegate.model.registration.field.Cell;
import org.variegate.model.registration.field.Size;

/**
 * Voxels of an image that are compared with another: those that are unlike the background and their
 * neighbours, or as many of them, evenly, as are enough; each by up to half a voxel beside its
 * middle, so that no map is liked for bringing voxels onto voxels (Pluim et al. 2000).
 */
final class Samples {
  private static final int MOST = 12_000;
  private static final long STEP = 0x9e3779b97f4a7c15L;
  private static final int BITS = 21;

  private final Level level;
  private final double[] centre;
  private final int[] voxels;

  private Samples(Level level, double[] centre, int[] voxels) {
    this.level = level;
    this.centre = centre;
    this.voxels = voxels;
  }

  /**
   * Of an image.
   *
   * @param level the image
   * @param centre from which points are told, in mm
   */
  static Samples of(Level level, double[] centre) {
    boolean[] near = level.nearVisible();
    int count = 0;
    for (boolean taken : near) {
      count += taken ? 1 : 0;
    }
    int[] voxels = new int[Math.min(MOST, count)];
    long seen = 0;
    int n = 0;
    for (int i = 0; i < near.length && n < voxels.length; i++) {
      if (near[i] && seen++ * voxels.length >= (long) n * count) {
        voxels[n++] = i;
      }
    }
    return new Samples(level, centre, voxels);
  }

  /** Compares them with another image, told from a centre of its own. */
  MutualInformation to(Level other, double[] otherCentre, long seed) {
    float[] points = new float[3 * voxels.length];
    float[] values = new float[voxels.length];
    Cell cell = new Cell(level.size());
    double[] point = new double[3];
    for (int n = 0; n < voxels.length; n++) {
      place(voxels[n], seed, point);
      cell.moveTo((float) point[0], (float) point[1], (float) point[2]);
      values[n] = cell.value(level.values(), 0);
      level.grid().toWorld().apply(point, 1);
      for (int axis = 0; axis < 3; axis++) {
        points[3 * n + axis] = (float) (point[axis] - centre[axis]);
      }
    }
    Affine toVoxel =
        other
            .grid()
            .toWorld()
            .inverse()
            .after(Affine.translation(otherCentre[0], otherCentre[1], otherCentre[2]));
    return new MutualInformation(points, values, other.values(), other.size(), toVoxel);
  }

  private void place(int voxel, long seed, double[] place) {
    Size size = level.size();
    long bits = mixed(voxel + seed * Integer.MAX_VALUE);
    place[0] = voxel % size.nx() + beside(bits, 0, size.nx());
    place[1] = voxel / size.nx() % size.ny() + beside(bits, 1, size.ny());
    place[2] = voxel / size.nx() / size.ny() + beside(bits, 2, size.nz());
  }

  private static double beside(long bits, int axis, int length) {
    long part = bits >>> axis * BITS & (1 << BITS) - 1;
    return length == 1 ? 0 : part / (double) (1 << BITS) - 0.5;
  }

  /** SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long x) {
    long z = x * STEP + STEP;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
