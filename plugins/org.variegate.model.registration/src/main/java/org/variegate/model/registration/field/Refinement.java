package org.variegate.model.registration.field;

import java.util.Arrays;

/**
 * Brings displacements from a coarse grid to a fine one whose voxels are whole parts of the coarse
 * one's: linear between the centres of coarse voxels, as at the outermost beyond them, and in fine
 * voxels. And the transpose of that.
 */
public final class Refinement {
  private final Size coarse;
  private final Size fine;
  private final Axis x;
  private final Axis y;
  private final Axis z;
  private final float[] row;

  /** Where the fine voxels of an axis lie between coarse ones. */
  private static final class Axis {
    final int factor;
    final int[] below;
    final int[] above;
    final float[] f;

    Axis(int coarse, int fine) {
      factor = fine / coarse;
      below = new int[fine];
      above = new int[fine];
      f = new float[fine];
      for (int i = 0; i < fine; i++) {
        double place = (i + 0.5) / factor - 0.5;
        double inside = Math.max(0, Math.min(coarse - 1.0, place));
        below[i] = (int) inside;
        above[i] = Math.min(coarse - 1, below[i] + 1);
        f[i] = (float) (inside - below[i]);
      }
    }
  }

  /**
   * Between two grids.
   *
   * @param coarse size of the one
   * @param fine size of the other, a multiple along each axis
   */
  public Refinement(Size coarse, Size fine) {
    this.coarse = coarse;
    this.fine = fine;
    x = new Axis(coarse.nx(), fine.nx());
    y = new Axis(coarse.ny(), fine.ny());
    z = new Axis(coarse.nz(), fine.nz());
    row = new float[coarse.nx()];
  }

  /**
   * Refines.
   *
   * @param from [3, coarse], in coarse voxels
   * @param to takes [3, fine], in fine voxels
   */
  public void forward(float[] from, float[] to) {
    int at = 0;
    for (int c = 0; c < 3; c++) {
      float factor = factor(c);
      for (int k = 0; k < fine.nz(); k++) {
        for (int j = 0; j < fine.ny(); j++, at += fine.nx()) {
          gather(from, c * coarse.voxels(), j, k);
          for (int i = 0; i < fine.nx(); i++) {
            float low = row[x.below[i]];
            to[at + i] = factor * (low + x.f[i] * (row[x.above[i]] - low));
          }
        }
      }
    }
  }

  private float factor(int component) {
    return component == 0 ? x.factor : component == 1 ? y.factor : z.factor;
  }

  private int start(Axis axis, boolean above, int i) {
    return above ? axis.above[i] : axis.below[i];
  }

  private float weight(int corner, int j, int k) {
    float fy = (corner & 1) == 0 ? 1 - y.f[j] : y.f[j];
    float fz = (corner & 2) == 0 ? 1 - z.f[k] : z.f[k];
    return fy * fz;
  }

  private int start(int channel, int corner, int j, int k) {
    int row = start(y, (corner & 1) != 0, j) + coarse.ny() * start(z, (corner & 2) != 0, k);
    return channel + coarse.nx() * row;
  }

  /** A row between four rows. */
  private void gather(float[] from, int channel, int j, int k) {
    Arrays.fill(row, 0);
    for (int corner = 0; corner < 4; corner++) {
      float weight = weight(corner, j, k);
      int start = start(channel, corner, j, k);
      for (int i = 0; i < row.length; i++) {
        row[i] += weight * from[start + i];
      }
    }
  }

  /**
   * The derivatives of a loss.
   *
   * @param byFine [3, fine], derivative by the refined field
   * @param byCoarse takes [3, coarse], derivative by the coarse one
   */
  public void backward(float[] byFine, float[] byCoarse) {
    Arrays.fill(byCoarse, 0);
    int at = 0;
    for (int c = 0; c < 3; c++) {
      float factor = factor(c);
      for (int k = 0; k < fine.nz(); k++) {
        for (int j = 0; j < fine.ny(); j++, at += fine.nx()) {
          Arrays.fill(row, 0);
          for (int i = 0; i < fine.nx(); i++) {
            float by = factor * byFine[at + i];
            row[x.below[i]] += by - x.f[i] * by;
            row[x.above[i]] += x.f[i] * by;
          }
          scatter(byCoarse, c * coarse.voxels(), j, k);
        }
      }
    }
  }

  private void scatter(float[] to, int channel, int j, int k) {
    for (int corner = 0; corner < 4; corner++) {
      float weight = weight(corner, j, k);
      int start = start(channel, corner, j, k);
      for (int i = 0; i < row.length; i++) {
        to[start + i] += weight * row[i];
      }
    }
  }
}
