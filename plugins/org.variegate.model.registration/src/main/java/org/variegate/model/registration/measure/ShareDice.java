package org.variegate.model.registration.measure;

import org.variegate.model.registration.field.Size;
import org.variegate.model.registration.field.Warp;

/**
 * How well moved shares of targets lie on fixed ones: 1 - mean over targets of 2 sum p q / sum (p^2
 * + q^2), where q is moved (Milletari et al. 2016, equation 1), and its exact derivative by the
 * displacement.
 */
public final class ShareDice implements Measure {
  private final Size size;
  private final Warp warp;
  private final float[] fixed;
  private final float[] moving;
  private final float[] moved;
  private final float[] byMoved;
  private final int targets;

  /**
   * Of two views.
   *
   * @param size of both
   * @param fixed shares [targets, nz, ny, nx]
   * @param moving likewise
   */
  public ShareDice(Size size, float[] fixed, float[] moving) {
    this.size = size;
    this.fixed = fixed;
    this.moving = moving;
    warp = new Warp(size);
    moved = new float[moving.length];
    byMoved = new float[moving.length];
    targets = moving.length / size.voxels();
  }

  @Override
  public double of(float[] field, float[] byField) {
    int n = size.voxels();
    warp.forward(moving, targets, field, moved);
    double loss = 1;
    for (int c = 0; c < targets; c++) {
      double both = 0;
      double all = 1e-6;
      for (int i = c * n; i < (c + 1) * n; i++) {
        both += 2.0 * fixed[i] * moved[i];
        all += fixed[i] * fixed[i] + moved[i] * moved[i];
      }
      loss -= both / all / targets;
      float same = (float) (2 * both / all / all / targets);
      float right = (float) (-2 / all / targets);
      for (int i = c * n; i < (c + 1) * n; i++) {
        byMoved[i] = same * moved[i] + right * fixed[i];
      }
    }
    warp.slopes(moving, targets, field, byMoved, byField);
    return loss;
  }
}
