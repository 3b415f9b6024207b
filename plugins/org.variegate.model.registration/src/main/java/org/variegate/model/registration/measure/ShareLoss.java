package org.variegate.model.registration.measure;

import java.util.Arrays;
import org.variegate.unet.Loss;
import org.variegate.unet.Softmax;

/**
 * How far shares of targets that a network says are from true ones: cross-entropy, a mean over
 * voxels, plus 1 - mean over targets but the background of 2 sum g p / sum (g + p), over those that
 * are there (after Isensee et al. 2021). A mean over examples, with its exact derivative.
 */
public final class ShareLoss implements Loss {
  private static final double LEAST = 1e-7;

  private final float[][] truth;
  private final boolean[] weighs;

  /**
   * Of a batch.
   *
   * @param truth of each example [targets, voxels], which sum up to 1 in each voxel
   * @param weighs which targets count besides cross-entropy
   */
  public ShareLoss(float[][] truth, boolean[] weighs) {
    this.truth = truth;
    this.weighs = weighs;
  }

  @Override
  public double of(float[] outputs, float[] gradients) {
    int examples = truth.length;
    int length = outputs.length / examples;
    float[] shares = outputs.clone();
    Softmax.apply(shares, examples, weighs.length);
    double sum = 0;
    for (int i = 0; i < examples; i++) {
      float[] said = Arrays.copyOfRange(shares, i * length, (i + 1) * length);
      sum += example(said, truth[i], gradients, i * length) / examples;
    }
    return sum;
  }

  private double example(float[] said, float[] true_, float[] gradients, int from) {
    int classes = weighs.length;
    int voxels = said.length / classes;
    double entropy = 0;
    for (int i = 0; i < said.length; i++) {
      if (true_[i] > 0) {
        entropy -= true_[i] * StrictMath.log(Math.max(LEAST, said[i])) / voxels;
      }
    }
    float[] bySaid = new float[said.length];
    double dice = dice(said, true_, voxels, bySaid);
    float factor = 1f / truth.length;
    for (int v = 0; v < voxels; v++) {
      float mean = 0;
      for (int i = v; i < said.length; i += voxels) {
        mean += said[i] * bySaid[i];
      }
      for (int i = v; i < said.length; i += voxels) {
        float byEntropy = (said[i] - true_[i]) / voxels;
        gradients[from + i] = factor * (byEntropy + said[i] * (bySaid[i] - mean));
      }
    }
    return entropy + dice;
  }

  private double dice(float[] said, float[] true_, int voxels, float[] bySaid) {
    double[] both = new double[weighs.length];
    double[] all = new double[weighs.length];
    int present = 0;
    for (int c = 0; c < weighs.length; c++) {
      double sum = 0;
      for (int i = c * voxels; i < (c + 1) * voxels; i++) {
        both[c] += 2.0 * said[i] * true_[i];
        sum += true_[i];
        all[c] += said[i];
      }
      all[c] += sum;
      all[c] = weighs[c] && sum > 0 ? all[c] : 0;
      present += all[c] > 0 ? 1 : 0;
    }
    double loss = present > 0 ? 1 : 0;
    for (int c = 0; c < weighs.length; c++) {
      if (all[c] > 0) {
        loss -= both[c] / all[c] / present;
        float same = (float) (both[c] / all[c] / all[c] / present);
        float right = (float) (-2 / all[c] / present);
        for (int i = c * voxels; i < (c + 1) * voxels; i++) {
          bySaid[i] = same + right * true_[i];
        }
      }
    }
    return loss;
  }
}
