package org.variegate.raster;

import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/**
 * Samples on grids of another spacing: the same axes and the same field of view about the same
 * middle. An image that is made coarser is blurred before, by half as many of its voxels as are
 * left out between two of those kept. Axes of one voxel stay as they are.
 */
public final class Respacing {
  private static final double WHOLE = 1e-6;
  private static final double SAME = 1e-3;
  private static final double MOST = 100;

  private final Grid grid;
  private final double[] steps = new double[3];

  /**
   * From a grid to another.
   *
   * @param grid as it is
   * @param spacing of the other in mm, above 0
   */
  public Respacing(Grid grid, double spacing) {
    this.grid = grid;
    for (int axis = 0; axis < 3; axis++) {
      steps[axis] = grid.length(axis) == 1 ? 1 : spacing / grid.spacing(axis);
    }
  }

  /**
   * A spacing as an option says it.
   *
   * @param key of the option
   * @param mm between two voxels; 0 for that of the sample
   * @return the same
   * @throws IllegalArgumentException if it is none of 0 to 100 mm
   */
  public static double spacing(String key, double mm) {
    if (!(mm >= 0 && mm <= MOST)) {
      throw new IllegalArgumentException(key + ": needs 0 to 100 mm, got " + mm);
    }
    return mm;
  }

  /**
   * Whether the grid has that spacing already.
   *
   * @return true if it does, to a thousandth
   */
  public boolean isNone() {
    boolean none = true;
    for (double step : steps) {
      none &= Math.abs(step - 1) < SAME;
    }
    return none;
  }

  /**
   * The other grid.
   *
   * @return ceil(n d / s) voxels along an axis of n voxels, d mm apart before and s mm then
   */
  public Grid target() {
    int[] counts = new int[3];
    double[] first = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      int n = grid.length(axis);
      counts[axis] = n == 1 ? 1 : (int) Math.max(1, Math.ceil(n / steps[axis] - WHOLE));
      first[axis] = (n - 1 - (counts[axis] - 1) * steps[axis]) / 2;
    }
    Affine voxels =
        Affine.of(steps[0], 0, 0, first[0], 0, steps[1], 0, first[1], 0, 0, steps[2], first[2]);
    return new Grid(counts[0], counts[1], counts[2], grid.toWorld().after(voxels));
  }

  /**
   * Shows a sample on the other grid.
   *
   * @param sample on the grid as it is
   */
  public void apply(Sample sample) {
    blur(sample);
    sample.regrid(target());
  }

  private void blur(Sample sample) {
    double[] blurs = new double[3];
    boolean blurred = false;
    for (int axis = 0; axis < 3; axis++) {
      blurs[axis] = grid.spacing(axis) * Math.max(0, (steps[axis] - 1) / 2);
      blurred |= blurs[axis] > 0;
    }
    if (blurred && sample.has(Part.IMAGE)) {
      new GaussianBlur(grid, blurs).apply(sample.get(Part.IMAGE), sample.arena());
    }
  }

  /**
   * A sample's image, labels, targets and distances as they look at another spacing, with axes that
   * run to the right, to the front and up, or nearly so; the sample itself stays as it is.
   *
   * @param sample with an image
   * @param spacing in mm, or 0 for that of the sample
   * @return the sample, if it has that spacing and such axes, or one beside it
   */
  public static Sample view(Sample sample, double spacing) {
    Raster image = sample.get(Part.IMAGE);
    Grid upright = Upright.of(image.grid());
    boolean respaced = spacing > 0 && !new Respacing(upright, spacing).isNone();
    if (!respaced && upright.equals(image.grid())) {
      return sample;
    }
    Sample view = sample.beside();
    view.put(Part.IMAGE, copy(image));
    share(sample, view, Part.LABELS);
    share(sample, view, Part.TARGETS);
    if (sample.has(Part.DISTANCE)) {
      view.put(Part.DISTANCE, copy(sample.get(Part.DISTANCE)));
    }
    if (respaced) {
      new Respacing(image.grid(), spacing).blur(view);
    }
    view.regrid(respaced ? new Respacing(upright, spacing).target() : upright);
    return view;
  }

  private static Raster copy(Raster image) {
    return new Raster(image.grid(), image.channels(), image.unit(), image.values().clone());
  }

  private static void share(Sample from, Sample to, Part<LabelMap> part) {
    if (from.has(part)) {
      to.put(part, from.get(part));
    }
  }
}
