package org.variegate.model.registration.field;

/**
 * The displacement that a stationary velocity field leads to in unit time, by scaling and squaring
 * (Arsigny et al. 2006; Dalca et al. 2019): u_0 = v / 2^n, u_(k+1)(x) = u_k(x) + u_k(x + u_k(x)).
 * And its exact derivative, back through each squaring. Fields are in voxels, [3, nz, ny, nx].
 */
public final class Exponential {
  private final Warp warp;
  private final float[][] stages;
  private final float[] by;

  /**
   * Of fields of one size.
   *
   * @param size of the fields
   * @param squarings n, at least 0
   */
  public Exponential(Size size, int squarings) {
    warp = new Warp(size);
    stages = new float[squarings + 1][3 * size.voxels()];
    by = new float[3 * size.voxels()];
  }

  /**
   * Integrates.
   *
   * @param velocity in voxels
   * @return the displacement in voxels; not to be written to, good until the next call
   */
  public float[] forward(float[] velocity) {
    float share = 1f / (1 << stages.length - 1);
    for (int i = 0; i < by.length; i++) {
      stages[0][i] = share * velocity[i];
    }
    for (int k = 1; k < stages.length; k++) {
      float[] before = stages[k - 1];
      float[] after = stages[k];
      warp.forward(before, 3, before, after);
      for (int i = 0; i < after.length; i++) {
        after[i] += before[i];
      }
    }
    return stages[stages.length - 1];
  }

  /**
   * The derivative of a loss, at the velocity of the last {@link #forward}.
   *
   * @param byDisplacement derivative by the displacement; is changed to that by the velocity
   */
  public void backward(float[] byDisplacement) {
    float[] after = byDisplacement;
    for (int k = stages.length - 2; k >= 0; k--) {
      System.arraycopy(after, 0, by, 0, by.length);
      warp.backward(stages[k], 3, stages[k], by, after, after);
    }
    float share = 1f / (1 << stages.length - 1);
    for (int i = 0; i < after.length; i++) {
      after[i] *= share;
    }
  }
}
