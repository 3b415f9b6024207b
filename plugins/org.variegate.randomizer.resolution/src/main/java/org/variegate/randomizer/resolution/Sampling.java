package org.variegate.randomizer.resolution;

import java.util.Locale;
import java.util.stream.IntStream;
import org.variegate.api.space.Grid;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Probability;
import org.variegate.raster.LowResolution;
import org.variegate.raster.SliceProfile;
import org.variegate.raster.SliceProfile.Shape;

/** Draws a resolution and its slice profiles. */
final class Sampling {
  /**
   * Along an axis whose resolution stays, SynthSeg blurs by .5 voxels where it would by .75 of the
   * thickness.
   */
  private static final double STAYING = 2.0 / 3;

  private static final double SHORTEST = 1e-6;

  private final double keep;
  private final double everyAxis;
  private final Distribution slices;
  private final Distribution voxels;
  private final Distribution thickness;
  private final Shape shape;
  private final Distribution sigma;

  private Sampling(Resolution.Config config) {
    keep = Probability.require("keep", config.keep());
    everyAxis = Probability.require("everyAxis", config.everyAxis());
    slices = Distribution.parse("slices", config.slices(), SHORTEST);
    voxels = Distribution.parse("voxels", config.voxels(), SHORTEST);
    thickness = Distribution.parse("thickness", config.thickness(), 0, 1);
    sigma = Distribution.parse("sigma", config.sigma(), 0);
    shape = shape(config.profile());
  }

  static Sampling of(Resolution.Config config) {
    return new Sampling(config);
  }

  private static Shape shape(String profile) {
    for (Shape shape : Shape.values()) {
      if (shape.name().toLowerCase(Locale.ROOT).equals(profile)) {
        return shape;
      }
    }
    throw new IllegalArgumentException("profile: needs gaussian or boxcar, got " + profile);
  }

  LowResolution draw(Grid grid, Draws draws) {
    double[] spacing = spacing(grid, draws);
    double[] part = draws.sample("thickness", thickness, 3);
    double[] width = draws.sample("sigma", sigma, 3);
    SliceProfile[] profiles = new SliceProfile[3];
    for (int axis = 0; axis < 3; axis++) {
      double voxel = grid.spacing(axis);
      double thick = voxel + part[axis] * (spacing[axis] - voxel);
      double factor = spacing[axis] > voxel ? width[axis] : width[axis] * STAYING;
      profiles[axis] = new SliceProfile(shape, shape == Shape.BOXCAR ? thick : factor * thick);
    }
    return new LowResolution(grid, spacing, profiles);
  }

  /** In mm along each axis; never finer than the grid. */
  private double[] spacing(Grid grid, Draws draws) {
    double[] spacing = {grid.spacing(0), grid.spacing(1), grid.spacing(2)};
    int[] wide = IntStream.range(0, 3).filter(axis -> grid.length(axis) > 1).toArray();
    if (draws.chance("kept", keep) || wide.length == 0) {
      return spacing;
    }
    if (draws.chance("every-axis", everyAxis)) {
      double[] drawn = draws.sample("voxels", voxels, wide.length);
      for (int i = 0; i < wide.length; i++) {
        spacing[wide[i]] = Math.max(spacing[wide[i]], drawn[i]);
      }
    } else {
      int axis = wide[draws.index("axis", wide.length)];
      spacing[axis] = Math.max(spacing[axis], draws.sample("slices", slices));
    }
    return spacing;
  }
}
