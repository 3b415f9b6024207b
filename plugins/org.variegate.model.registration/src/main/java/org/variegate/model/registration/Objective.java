package org.variegate.model.registration;

import java.util.Arrays;
import java.util.List;
import org.variegate.model.registration.field.Blocks;
import org.variegate.model.registration.field.Exponential;
import org.variegate.model.registration.field.Refinement;
import org.variegate.model.registration.measure.Diffusion;
import org.variegate.model.registration.measure.LabelDice;
import org.variegate.unet.Loss;

/**
 * What registrations are learned by: the mean over a batch of soft Dice of fixed and moved labels,
 * and of the velocity's roughness times lambda (Hoffmann et al. 2022, equation 4). Its derivative
 * goes back through the labels, the refinement and each squaring to what the network says.
 */
final class Objective implements Loss {
  private final List<Pair> batch;
  private final Blocks blocks;
  private final double lambda;
  private final Exponential exponential;
  private final Refinement refinement;
  private final float[] velocity;
  private final float[] displacement;
  private final float[] byDisplacement;
  private final float[] byVelocity;

  /**
   * Of a batch.
   *
   * @param batch of one size, of whole blocks
   * @param blocks of this size
   * @param squarings of the velocity
   * @param lambda at least 0
   */
  Objective(List<Pair> batch, Blocks blocks, int squarings, double lambda) {
    this.batch = batch;
    this.blocks = blocks;
    this.lambda = lambda;
    exponential = new Exponential(blocks.coarse(), squarings);
    refinement = new Refinement(blocks.coarse(), blocks.whole());
    velocity = new float[3 * blocks.coarse().voxels()];
    displacement = new float[3 * blocks.whole().voxels()];
    byDisplacement = new float[displacement.length];
    byVelocity = new float[velocity.length];
  }

  @Override
  public double of(float[] outputs, float[] gradients) {
    int length = outputs.length / batch.size();
    double sum = 0;
    for (int i = 0; i < batch.size(); i++) {
      Velocity.read(outputs, i * length, length, velocity);
      sum += loss(batch.get(i));
      Velocity.write(byVelocity, gradients, i * length, length);
    }
    return sum / batch.size();
  }

  private double loss(Pair pair) {
    refinement.forward(exponential.forward(velocity), displacement);
    Arrays.fill(byDisplacement, 0);
    LabelDice dice =
        new LabelDice(pair.size(), pair.fixedLabels(), pair.carried(pair.initial()), pair.weighs());
    double loss = dice.of(displacement, 1f / batch.size(), byDisplacement);
    refinement.backward(byDisplacement, byVelocity);
    exponential.backward(byVelocity);
    double factor = lambda / batch.size();
    return loss + lambda * Diffusion.of(blocks.coarse(), velocity, factor, byVelocity);
  }
}
