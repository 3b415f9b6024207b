package org.variegate.randomizer.normalize;

import org.variegate.api.volume.Block;
import org.variegate.api.volume.BlockChange;

/**
 * Watches the mean and variance of each channel, by the pairwise update of Chan, Golub and LeVeque
 * 1983, block by block.
 */
final class Moments implements BlockChange {
  private final long[] count;
  private final double[] mean;
  private final double[] squares;

  Moments(int channels) {
    count = new long[channels];
    mean = new double[channels];
    squares = new double[channels];
  }

  @Override
  public void apply(float[] values, Block block) {
    int from = block.from();
    int end = from + block.count();
    double sum = 0;
    for (int i = from; i < end; i++) {
      sum += values[i];
    }
    double middle = sum / block.count();
    double spread = 0;
    for (int i = from; i < end; i++) {
      double d = values[i] - middle;
      spread += d * d;
    }
    add(block.channel(), block.count(), middle, spread);
  }

  private void add(int channel, int n, double middle, double spread) {
    long total = count[channel] + n;
    double shift = middle - mean[channel];
    squares[channel] += spread + shift * shift * count[channel] * n / total;
    mean[channel] += shift * n / total;
    count[channel] = total;
  }

  /** The change to mean 0 and standard deviation 1; a channel of one value becomes 0. */
  BlockChange standardize() {
    float[] scale = new float[mean.length];
    float[] offset = new float[mean.length];
    for (int i = 0; i < scale.length; i++) {
      double deviation = Math.sqrt(squares[i] / count[i]);
      boolean varies = deviation > 1e-6 * Math.abs(mean[i]) && deviation > Float.MIN_NORMAL;
      scale[i] = varies ? (float) (1 / deviation) : 0;
      offset[i] = (float) mean[i];
    }
    return (values, block) -> {
      float factor = scale[block.channel()];
      float zero = offset[block.channel()];
      for (int i = block.from(), end = i + block.count(); i < end; i++) {
        values[i] = (values[i] - zero) * factor;
      }
    };
  }
}
