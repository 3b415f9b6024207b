package org.variegate.model.segmentation;

import org.variegate.unet.Loss;
import org.variegate.unet.Softmax;

/**
 * What segmentations are learned by. With p the probabilities, g 1 where a class is true and 0
 * elsewhere, sums over the voxels of all examples of a step, and means over the classes that are
 * true somewhere in it:
 *
 * <ul>
 *   <li>soft Dice: {@code 1 - mean(2 sum gp / sum(g^2 + p^2))} (Milletari et al. 2016, equation 1);
 *   <li>cross-entropy: {@code -mean(log p)} of the true classes;
 *   <li>logits: {@code sum w (x - 5 (2 g - 1))^2 / (classes sum w)} of what the network says before
 *       the softmax, with w 1 but in the background 1e-4, with which SynthSeg begins (Billot et al.
 *       2023): Dice alone may never leave an answer that is background everywhere.
 * </ul>
 */
final class Objective {
  private static final double LOGIT = 5;
  private static final double BACKGROUND = 1e-4;
  private static final float SMALLEST = 1e-12f;

  private final int classes;
  private final int background;

  /**
   * An objective.
   *
   * @param classes how many there are
   * @param background the place of the background, or -1
   */
  Objective(int classes, int background) {
    this.classes = classes;
    this.background = background;
  }

  /** Logits, of examples of which the classes are [examples, voxels]. */
  Loss logits(byte[] truth, int examples) {
    int voxels = truth.length / examples;
    double weights = 0;
    for (byte place : truth) {
      weights += weight(place);
    }
    double all = weights * classes;
    return (outputs, gradients) -> {
      double sum = 0;
      for (int row = 0; row < examples * classes; row++) {
        int from = row / classes * voxels;
        for (int i = 0; i < voxels; i++) {
          boolean is = (truth[from + i] & 0xff) == row % classes;
          double weight = weight(truth[from + i]) / all;
          double difference = outputs[row * voxels + i] - (is ? LOGIT : -LOGIT);
          sum += weight * difference * difference;
          gradients[row * voxels + i] = (float) (2 * weight * difference);
        }
      }
      return sum;
    };
  }

  private double weight(byte place) {
    return (place & 0xff) == background ? BACKGROUND : 1;
  }

  /** Soft Dice plus cross-entropy times a factor, of examples [examples, voxels]. */
  Loss dice(byte[] truth, int examples, double entropy) {
    return (outputs, gradients) -> {
      Softmax.apply(outputs, examples, classes);
      Sums sums = new Sums(outputs, truth, examples);
      sums.gradients(gradients, entropy);
      return sums.loss(entropy);
    };
  }

  /** Sums over probabilities, by class. */
  private final class Sums {
    private final float[] p;
    private final byte[] truth;
    private final int examples;
    private final int voxels;
    private final double[] both = new double[classes];
    private final double[] squares = new double[classes];
    private final long[] counts = new long[classes];
    private double logarithms;
    private int present;

    Sums(float[] p, byte[] truth, int examples) {
      this.p = p;
      this.truth = truth;
      this.examples = examples;
      this.voxels = truth.length / examples;
      for (int row = 0; row < examples * classes; row++) {
        add(row % classes, row / classes * voxels, row * voxels);
      }
      for (int c = 0; c < classes; c++) {
        present += counts[c] > 0 ? 1 : 0;
      }
    }

    private void add(int c, int from, int at) {
      double sum = 0;
      for (int i = 0; i < voxels; i++) {
        float value = p[at + i];
        sum += value * value;
        if ((truth[from + i] & 0xff) == c) {
          both[c] += value;
          counts[c]++;
          logarithms += Math.log(Math.max(SMALLEST, value));
        }
      }
      squares[c] += sum;
    }

    double loss(double entropy) {
      double dice = 0;
      for (int c = 0; c < classes; c++) {
        dice += counts[c] > 0 ? 2 * both[c] / (counts[c] + squares[c]) : 0;
      }
      return 1 - dice / present - entropy * logarithms / truth.length;
    }

    /** By what the network says: through the softmax, p_c (d_c - sum_k p_k d_k), and p - g. */
    void gradients(float[] gradients, double entropy) {
      float[] ofTrue = new float[classes];
      float[] ofSquare = new float[classes];
      for (int c = 0; c < classes; c++) {
        double all = counts[c] + squares[c];
        ofTrue[c] = counts[c] > 0 ? (float) (-2 / all / present) : 0;
        ofSquare[c] = counts[c] > 0 ? (float) (4 * both[c] / all / all / present) : 0;
      }
      float share = (float) (entropy / truth.length);
      float[] mean = new float[voxels];
      for (int n = 0; n < examples; n++) {
        int first = n * classes * voxels;
        means(n, mean, ofTrue, ofSquare);
        for (int c = 0; c < classes; c++) {
          int at = first + c * voxels;
          for (int i = 0; i < voxels; i++) {
            boolean is = (truth[n * voxels + i] & 0xff) == c;
            float value = p[at + i];
            float by = ofSquare[c] * value + (is ? ofTrue[c] : 0);
            gradients[at + i] = value * (by - mean[i]) + share * (value - (is ? 1 : 0));
          }
        }
      }
    }

    private void means(int n, float[] mean, float[] ofTrue, float[] ofSquare) {
      for (int i = 0; i < voxels; i++) {
        int c = truth[n * voxels + i] & 0xff;
        mean[i] = p[(n * classes + c) * voxels + i] * ofTrue[c];
      }
      for (int c = 0; c < classes; c++) {
        int at = (n * classes + c) * voxels;
        for (int i = 0; i < voxels; i++) {
          mean[i] += ofSquare[c] * p[at + i] * p[at + i];
        }
      }
    }
  }
}
