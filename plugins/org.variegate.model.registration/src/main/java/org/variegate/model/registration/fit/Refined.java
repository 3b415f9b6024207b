package org.variegate.model.registration.fit;

import java.util.Arrays;
import org.variegate.model.registration.field.Blocks;
import org.variegate.model.registration.field.Refinement;
import org.variegate.model.registration.measure.Measure;

/** A measure by voxels, asked by displacements of blocks. */
public final class Refined implements Measure {
  private final Blocks blocks;
  private final Measure measure;
  private final Refinement refinement;
  private final float[] whole;
  private final float[] fine;
  private final float[] byCoarse;

  /**
   * Of a measure.
   *
   * @param blocks of the view
   * @param measure by its voxels
   */
  public Refined(Blocks blocks, Measure measure) {
    this.blocks = blocks;
    this.measure = measure;
    refinement = new Refinement(blocks.coarse(), blocks.whole());
    whole = new float[3 * blocks.whole().voxels()];
    fine = new float[3 * blocks.fine().voxels()];
    byCoarse = new float[3 * blocks.coarse().voxels()];
  }

  @Override
  public double of(float[] field, float[] byField) {
    refinement.forward(field, whole);
    float[] cut = blocks.cut(whole);
    Arrays.fill(fine, 0);
    double loss = measure.of(cut, fine);
    refinement.backward(blocks.widened(fine), byCoarse);
    for (int i = 0; i < byCoarse.length; i++) {
      byField[i] += byCoarse[i];
    }
    return loss;
  }
}
