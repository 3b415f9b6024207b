package org.variegate.dl4j.layers.internal;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The values of an array, channel by channel, where they lie. */
abstract class Channels {
  private final int examples;
  private final int channels;
  private final long size;

  Channels(INDArray array, boolean apart) {
    long runs = array.size(0) * array.size(1);
    examples = apart ? 1 : (int) array.size(0);
    channels = (int) (runs / examples);
    size = array.length() / runs;
  }

  /** Of an array [examples, channels, ...] that is contiguous. */
  static Channels of(INDArray array) {
    return of(array, false);
  }

  /**
   * Of an array [examples, channels, ...] that is contiguous.
   *
   * @param apart whether channels of different examples are different channels, those of the first
   *     example first
   */
  static Channels of(INDArray array, boolean apart) {
    return array.dataType() == DataType.DOUBLE
        ? new DoubleChannels(array, apart)
        : new FloatChannels(array, apart);
  }

  final int examples() {
    return examples;
  }

  final int channels() {
    return channels;
  }

  /** How many values a channel of one example has. */
  final long size() {
    return size;
  }

  /** How many values a channel has. */
  final long count() {
    return examples * size;
  }

  /** Where the values of a channel of one example begin. */
  final long start(int example, int channel) {
    return ((long) example * channels + channel) * size;
  }

  /** A channel's first value. */
  abstract double first(int channel);

  /** The sums of a channel's values less a number, and of their squares. */
  abstract double[] sums(int channel, double about);

  /** Writes a channel, scaled and rectified. */
  abstract void rectified(int channel, double scale, double shift, double slope, Channels to);

  /**
   * With g, the gradients before the rectifier: the sums of g and of g (x - mean).
   *
   * @param above the gradients after the rectifier
   */
  abstract double[] gradients(int channel, Rectifier at, double mean, Channels above);

  /** Writes {@code at.scale g + slope x + constant}. */
  abstract void backward(
      int channel, Rectifier at, Channels above, double slope, double constant, Channels to);
}
