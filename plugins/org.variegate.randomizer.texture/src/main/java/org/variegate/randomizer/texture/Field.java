package org.variegate.randomizer.texture;

/**
 * A number for each texel of a square that repeats in both directions, row by row from the top. An
 * operation makes a new field.
 */
final class Field {
  /** Texels along a side. */
  static final int N = 256;

  /** Of whole periods of a cosine from 0 to 1, so that no row costs a cosine. */
  private static final int WAVE = 4096;

  private static final float[] COSINE = cosine();

  /** A function of one number. */
  @FunctionalInterface
  interface Curve {
    float at(float value);
  }

  /** A function of two numbers. */
  @FunctionalInterface
  interface Join {
    float at(float a, float b);
  }

  /** The value of each texel. */
  final float[] values;

  Field(float[] values) {
    this.values = values;
  }

  static Field of(float value) {
    float[] values = new float[N * N];
    java.util.Arrays.fill(values, value);
    return new Field(values);
  }

  private static float[] cosine() {
    float[] table = new float[WAVE];
    for (int i = 0; i < WAVE; i++) {
      table[i] = (float) (0.5 - 0.5 * StrictMath.cos(2 * Math.PI * (i + 0.5) / WAVE));
    }
    return table;
  }

  /** A wave of period 1 from 0 at whole numbers to 1 at halves. */
  static float wave(float phase) {
    return COSINE[(int) Math.floor(phase * WAVE) & (WAVE - 1)];
  }

  /** The smooth step from 0 below {@code low} to 1 above {@code high}. */
  static float step(float low, float high, float value) {
    float t = (value - low) / (high - low);
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return t * t * (3 - 2 * t);
  }

  Field map(Curve curve) {
    float[] result = new float[N * N];
    for (int i = 0; i < result.length; i++) {
      result[i] = curve.at(values[i]);
    }
    return new Field(result);
  }

  Field join(Field other, Join join) {
    float[] result = new float[N * N];
    for (int i = 0; i < result.length; i++) {
      result[i] = join.at(values[i], other.values[i]);
    }
    return new Field(result);
  }

  Field plus(Field other) {
    return join(other, (a, b) -> a + b);
  }

  Field plus(Field other, float factor) {
    return join(other, (a, b) -> a + factor * b);
  }

  Field minus(Field other) {
    return join(other, (a, b) -> a - b);
  }

  Field times(Field other) {
    return join(other, (a, b) -> a * b);
  }

  Field plus(float term) {
    return map(a -> a + term);
  }

  Field times(float factor) {
    return map(a -> a * factor);
  }

  Field min(Field other) {
    return join(other, (a, b) -> a < b ? a : b);
  }

  Field max(Field other) {
    return join(other, (a, b) -> a > b ? a : b);
  }

  /** One minus this. */
  Field not() {
    return map(a -> 1 - a);
  }

  Field squared() {
    return map(a -> a * a);
  }

  Field wave() {
    return map(Field::wave);
  }

  Field step(float low, float high) {
    return map(a -> step(low, high, a));
  }

  /**
   * How far it is from a value, 1 there and 0 at this distance and beyond: a line along a level.
   */
  Field near(float value, float distance) {
    return map(a -> 1 - step(0, distance, Math.abs(a - value)));
  }

  /** This where the mask is 0, the other where it is 1. */
  Field mix(Field other, Field mask) {
    float[] result = new float[N * N];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i] + mask.values[i] * (other.values[i] - values[i]);
    }
    return new Field(result);
  }

  /** Seen through a shift of {@code amount} times (dx - 1/2, dy - 1/2) in sides. */
  Field warp(Field dx, Field dy, float amount) {
    float[] result = new float[N * N];
    float scale = amount * N;
    for (int y = 0; y < N; y++) {
      for (int x = 0; x < N; x++) {
        int i = y * N + x;
        result[i] = at(x + scale * (dx.values[i] - 0.5f), y + scale * (dy.values[i] - 0.5f));
      }
    }
    return new Field(result);
  }

  /** The field {@code x} texels further to the right and {@code y} further down. */
  Field shifted(int x, int y) {
    float[] result = new float[N * N];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[((i / N + y) & (N - 1)) * N + ((i + x) & (N - 1))];
    }
    return new Field(result);
  }

  private float at(float x, float y) {
    float fx = (float) Math.floor(x);
    float fy = (float) Math.floor(y);
    int x0 = (int) fx & (N - 1);
    int y0 = ((int) fy & (N - 1)) * N;
    int x1 = (x0 + 1) & (N - 1);
    int y1 = (y0 + N) & (N * N - 1);
    float a = values[y0 + x0];
    float b = values[y1 + x0];
    float top = a + (x - fx) * (values[y0 + x1] - a);
    float bottom = b + (x - fx) * (values[y1 + x1] - b);
    return top + (y - fy) * (bottom - top);
  }

  /** Stretched so that its least value is 0 and its greatest 1. */
  Field full() {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    float base = low;
    float range = high > low ? high - low : 1;
    return map(a -> (a - base) / range);
  }
}
