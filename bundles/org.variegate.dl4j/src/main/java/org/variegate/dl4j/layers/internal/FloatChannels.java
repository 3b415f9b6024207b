package org.variegate.dl4j.layers.internal;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Values of single precision. They come through arrays that stay in the first cache: loops over
 * arrays become vector instructions. Sums are kept for each place in a row of {@value #ROW} values
 * and are added in double precision in the end, so they neither depend on how wide vectors are nor
 * lose what is small.
 */
final class FloatChannels extends Channels {
  private static final int ROW = 256;
  private static final int BLOCK = 8 * ROW;
  private static final ThreadLocal<float[][]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[][] {new float[BLOCK], new float[BLOCK]});

  private final FloatPointer values;

  FloatChannels(INDArray array, boolean apart) {
    super(array, apart);
    values = new FloatPointer(array.data().addressPointer());
  }

  private FloatBuffer run(int example, int channel) {
    long start = start(example, channel);
    return new FloatPointer(values).position(start).limit(start + size()).asBuffer();
  }

  @Override
  double first(int channel) {
    return values.get(start(0, channel));
  }

  @Override
  double[] sums(int channel, double about) {
    float[] x = SCRATCH.get()[0];
    float[] sum = new float[ROW];
    float[] squares = new float[ROW];
    for (int n = 0; n < examples(); n++) {
      FloatBuffer in = run(n, channel);
      for (int left = in.remaining(); left > 0; left = in.remaining()) {
        int count = Math.min(left, BLOCK);
        in.get(x, 0, count);
        add(x, count, (float) about, sum, squares);
      }
    }
    return new double[] {total(sum), total(squares)};
  }

  private static void add(float[] x, int count, float about, float[] sum, float[] squares) {
    for (int row = 0; row < count; row += ROW) {
      int width = Math.min(ROW, count - row);
      for (int i = 0; i < width; i++) {
        float difference = x[row + i] - about;
        sum[i] += difference;
        squares[i] += difference * difference;
      }
    }
  }

  private static double total(float[] sums) {
    double total = 0;
    for (float sum : sums) {
      total += sum;
    }
    return total;
  }

  @Override
  void rectified(int channel, double scale, double shift, double slope, Channels to) {
    float[] x = SCRATCH.get()[0];
    for (int n = 0; n < examples(); n++) {
      FloatBuffer in = run(n, channel);
      FloatBuffer out = ((FloatChannels) to).run(n, channel);
      for (int left = in.remaining(); left > 0; left = in.remaining()) {
        int count = Math.min(left, BLOCK);
        in.get(x, 0, count);
        rectify(x, count, (float) scale, (float) shift, (float) slope);
        out.put(x, 0, count);
      }
    }
  }

  private static void rectify(float[] x, int count, float scale, float shift, float slope) {
    for (int i = 0; i < count; i++) {
      float z = scale * x[i] + shift;
      x[i] = Math.max(z, slope * z);
    }
  }

  @Override
  double[] gradients(int channel, Rectifier at, double mean, Channels above) {
    float[] x = SCRATCH.get()[0];
    float[] g = SCRATCH.get()[1];
    float[] sum = new float[ROW];
    float[] products = new float[ROW];
    for (int n = 0; n < examples(); n++) {
      FloatBuffer in = run(n, channel);
      FloatBuffer after = ((FloatChannels) above).run(n, channel);
      for (int left = in.remaining(); left > 0; left = in.remaining()) {
        int count = Math.min(left, BLOCK);
        in.get(x, 0, count);
        after.get(g, 0, count);
        before(x, g, count, at);
        add(x, g, count, (float) mean, sum, products);
      }
    }
    return new double[] {total(sum), total(products)};
  }

  /** Gradients before the rectifier, from those after it. */
  private static void before(float[] x, float[] g, int count, Rectifier at) {
    float scale = (float) at.scale();
    float shift = (float) at.shift();
    float slope = (float) at.slope();
    for (int i = 0; i < count; i++) {
      float z = scale * x[i] + shift;
      // 1 above 0 and the slope below it, without a branch
      float sign = Math.max(0, Math.min(1, z * Float.MAX_VALUE));
      g[i] *= slope + (1 - slope) * sign;
    }
  }

  private static void add(
      float[] x, float[] g, int count, float mean, float[] sum, float[] products) {
    for (int row = 0; row < count; row += ROW) {
      int width = Math.min(ROW, count - row);
      for (int i = 0; i < width; i++) {
        float value = g[row + i];
        sum[i] += value;
        products[i] += value * (x[row + i] - mean);
      }
    }
  }

  @Override
  void backward(
      int channel, Rectifier at, Channels above, double slope, double constant, Channels to) {
    float[] x = SCRATCH.get()[0];
    float[] g = SCRATCH.get()[1];
    for (int n = 0; n < examples(); n++) {
      FloatBuffer in = run(n, channel);
      FloatBuffer after = ((FloatChannels) above).run(n, channel);
      FloatBuffer out = ((FloatChannels) to).run(n, channel);
      for (int left = in.remaining(); left > 0; left = in.remaining()) {
        int count = Math.min(left, BLOCK);
        in.get(x, 0, count);
        after.get(g, 0, count);
        before(x, g, count, at);
        combine(x, g, count, (float) at.scale(), (float) slope, (float) constant);
        out.put(g, 0, count);
      }
    }
  }

  private static void combine(
      float[] x, float[] g, int count, float scale, float slope, float constant) {
    for (int i = 0; i < count; i++) {
      g[i] = scale * g[i] + (slope * x[i] + constant);
    }
  }
}
