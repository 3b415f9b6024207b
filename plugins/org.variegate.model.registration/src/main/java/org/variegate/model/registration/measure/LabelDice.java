package org.variegate.model.registration.measure;

import java.util.Arrays;
import org.variegate.model.registration.field.Carried;
import org.variegate.model.registration.field.Cell;
import org.variegate.model.registration.field.Size;

/**
 * Soft Dice of fixed labels and moved ones, and its exact derivative by the displacement. With g_c
 * 1 where the fixed label is c, and p_c the share that c has of the moved labels, each moved as an
 * image of 0 and 1 by a {@link Warp}:
 *
 * <pre>1 - mean over c of 2 sum g_c p_c / sum (g_c + p_c)</pre>
 *
 * over those c that both maps have (Hoffmann et al. 2022, equation 5). No image of 0 and 1 is ever
 * made: p_c is a sum of weights of at most eight labels, so that a step takes as long for two
 * labels as for two hundred.
 */
public final class LabelDice {
  private final Size size;
  private final Size movingSize;
  private final short[] fixed;
  private final short[] moving;
  private final float[] map;
  private final boolean[] counts;
  private final long[] fixedVoxels;
  private final int present;
  private final float[] ofAll;
  private final float[] ofTrue;
  private final double[] moved;
  private final double[] both;
  private final float[] corners = new float[8];
  private final float[] slopes = new float[3];

  /**
   * Of a pair.
   *
   * @param size of the fixed labels, and of displacements
   * @param fixed label of each voxel, below {@code weighs.length}
   * @param carried the moving ones, likewise, and where displaced voxels are brought to in them
   * @param weighs whether a label counts
   */
  public LabelDice(Size size, short[] fixed, Carried carried, boolean[] weighs) {
    this.size = size;
    this.fixed = fixed;
    movingSize = carried.size();
    moving = carried.labels();
    map = Carried.matrix(carried.map());
    int classes = weighs.length;
    fixedVoxels = count(fixed, classes);
    long[] movingVoxels = count(moving, classes);
    counts = new boolean[classes];
    int sum = 0;
    for (int c = 0; c < classes; c++) {
      counts[c] = weighs[c] && fixedVoxels[c] > 0 && movingVoxels[c] > 0;
      sum += counts[c] ? 1 : 0;
    }
    present = sum;
    ofAll = new float[classes];
    ofTrue = new float[classes];
    moved = new double[classes];
    both = new double[classes];
  }

  private static long[] count(short[] labels, int classes) {
    long[] counts = new long[classes];
    for (short label : labels) {
      counts[label]++;
    }
    return counts;
  }

  /**
   * The loss, and its derivative.
   *
   * @param field displacement in voxels, [3, nz, ny, nx]
   * @param factor of the derivative
   * @param byField the derivative times the factor is added to it
   * @return the loss, 0 to 1; 0 if there is no label that both maps have
   */
  public double of(float[] field, float factor, float[] byField) {
    if (present == 0) {
      return 0;
    }
    sum(field);
    double dice = 0;
    for (int c = 0; c < counts.length; c++) {
      if (counts[c]) {
        double all = fixedVoxels[c] + moved[c];
        dice += 2 * both[c] / all / present;
        ofTrue[c] = (float) (-2 / all / present);
        ofAll[c] = (float) (2 * both[c] / all / all / present);
      }
    }
    addAll(field, factor, byField);
    return 1 - dice;
  }

  private boolean uniform(Cell cell) {
    short first = moving[cell.corner(0)];
    for (int k = 1; k < 8; k++) {
      if (moving[cell.corner(k)] != first) {
        return false;
      }
    }
    return true;
  }

  private void sum(float[] field) {
    Arrays.fill(moved, 0);
    Arrays.fill(both, 0);
    int n = size.voxels();
    Cell cell = new Cell(movingSize);
    int i = 0;
    for (int z = 0; z < size.nz(); z++) {
      for (int y = 0; y < size.ny(); y++) {
        for (int x = 0; x < size.nx(); x++, i++) {
          cell.moveTo(map, x + field[i], y + field[n + i], z + field[2 * n + i]);
          if (uniform(cell)) {
            add(moving[cell.corner(0)], fixed[i], 1);
            continue;
          }
          for (int k = 0; k < 8; k++) {
            add(moving[cell.corner(k)], fixed[i], cell.weight(k));
          }
        }
      }
    }
  }

  private void add(short label, short truth, float weight) {
    moved[label] += weight;
    if (label == truth) {
      both[label] += weight;
    }
  }

  private void addAll(float[] field, float factor, float[] byField) {
    int n = size.voxels();
    Cell cell = new Cell(movingSize);
    int i = 0;
    for (int z = 0; z < size.nz(); z++) {
      for (int y = 0; y < size.ny(); y++) {
        for (int x = 0; x < size.nx(); x++, i++) {
          cell.moveTo(map, x + field[i], y + field[n + i], z + field[2 * n + i]);
          if (!uniform(cell)) {
            addSlopes(cell, fixed[i], factor, byField, i);
          }
        }
      }
    }
  }

  /** Each corner's weight counts as its label does here. */
  private void addSlopes(Cell cell, short truth, float factor, float[] byField, int voxel) {
    float[] v = corners;
    for (int k = 0; k < 8; k++) {
      short label = moving[cell.corner(k)];
      v[k] = ofAll[label] + (label == truth ? ofTrue[label] : 0);
    }
    cell.slopesOfCorners(v, slopes);
    for (int axis = 0; axis < 3; axis++) {
      byField[axis * size.voxels() + voxel] +=
          factor * (map[axis] * slopes[0] + map[4 + axis] * slopes[1] + map[8 + axis] * slopes[2]);
    }
  }
}
