package org.variegate.model.registration;

import java.util.Optional;
import java.util.SortedMap;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.task.Example;
import org.variegate.model.registration.affine.LandmarkAffine;
import org.variegate.model.registration.affine.Level;
import org.variegate.model.registration.field.Carried;
import org.variegate.model.registration.field.Cell;
import org.variegate.model.registration.field.Found;
import org.variegate.model.registration.field.Size;

/**
 * Two views, each on a grid of its own in one world.
 *
 * @param fixed the fixed image, scaled
 * @param moving the moving image, likewise
 * @param start how the moving view is brought roughly onto the fixed one
 * @param fixedLabels the place of each voxel's target among {@code targets}; empty if nobody knows
 * @param movingLabels likewise of the moving view
 * @param targets names by number, of the targets of both views
 * @param truth the true displacement in mm on the fixed view's grid, [3, nz, ny, nx]; empty if
 *     nobody knows
 */
record Pair(
    Level fixed,
    Level moving,
    Start start,
    short[] fixedLabels,
    short[] movingLabels,
    SortedMap<Integer, String> targets,
    float[] truth)
    implements Example {
  private static final int OVERHEAD = 1024;

  /** Where a point of the fixed view, in mm, is shown by the moving one, roughly. */
  Affine initial() {
    return start.of(fixed, moving);
  }

  /** The fixed view's. */
  Grid grid() {
    return fixed.grid();
  }

  /** The fixed view's. */
  Size size() {
    return fixed.size();
  }

  /** From voxels of the fixed view to those of the moving one, where a map of the world leads. */
  Affine toMovingVoxels(Affine map) {
    return moving.grid().toWorld().inverse().after(map).after(grid().toWorld());
  }

  /** The moving labels where a map of the world brings voxels of the fixed view. */
  Carried carried(Affine map) {
    return new Carried(moving.size(), movingLabels, toMovingVoxels(map));
  }

  /** The moving labels as they are after a registration, on the fixed view's grid. */
  short[] moved(Found found) {
    return carried(found.affine()).nearest(size(), found.field());
  }

  /** The affine map by which the targets' true centres come closest, if it can be told. */
  Optional<Affine> landmarks() {
    return LandmarkAffine.of(
        weighs(), centres(size(), fixedLabels), centres(moving.size(), movingLabels));
  }

  /** Of each target x, y, z in voxels, and how many voxels it has. */
  private double[][] centres(Size size, short[] labels) {
    double[][] centres = new double[targets.size()][4];
    for (int i = 0; i < labels.length; i++) {
      double[] centre = centres[labels[i]];
      centre[0] += i % size.nx();
      centre[1] += i / size.nx() % size.ny();
      centre[2] += i / size.nx() / size.ny();
      centre[3]++;
    }
    for (double[] centre : centres) {
      for (int axis = 0; axis < 3; axis++) {
        centre[axis] /= Math.max(1, centre[3]);
      }
    }
    return centres;
  }

  /** The moving image on the fixed view's grid, where a map of the world brings its voxels. */
  float[] brought(Affine map) {
    Size size = size();
    float[] brought = new float[size.voxels()];
    float[] matrix = Carried.matrix(toMovingVoxels(map));
    Cell cell = new Cell(moving.size());
    int i = 0;
    for (int z = 0; z < size.nz(); z++) {
      for (int y = 0; y < size.ny(); y++) {
        for (int x = 0; x < size.nx(); x++, i++) {
          cell.moveTo(matrix, x, y, z);
          brought[i] = cell.value(moving.values(), 0);
        }
      }
    }
    return brought;
  }

  /** Which targets count, by place: all but number 0, the background. */
  boolean[] weighs() {
    boolean[] weighs = new boolean[targets.size()];
    int place = 0;
    for (int number : targets.keySet()) {
      weighs[place++] = number != 0;
    }
    return weighs;
  }

  @Override
  public long bytes() {
    long floats = fixed.values().length + moving.values().length + truth.length;
    return OVERHEAD + 4 * floats + 2L * (fixedLabels.length + movingLabels.length);
  }
}
