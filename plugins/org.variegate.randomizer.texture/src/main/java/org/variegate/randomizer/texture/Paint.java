package org.variegate.randomizer.texture;

import static org.variegate.randomizer.texture.Field.N;

/**
 * A colour for each texel, sRGB coded, in [0, 1].
 *
 * @param red of each texel
 * @param green of each texel
 * @param blue of each texel
 */
record Paint(Field red, Field green, Field blue) {

  static Paint of(int colour) {
    return new Paint(
        Field.of((colour >> 16 & 255) / 255f),
        Field.of((colour >> 8 & 255) / 255f),
        Field.of((colour & 255) / 255f));
  }

  /** Colours at equal distances from 0 to 1, linear in between. */
  static Paint ramp(Field field, int... colours) {
    float[][] parts = new float[3][N * N];
    int last = colours.length - 1;
    for (int i = 0; i < N * N; i++) {
      float t = field.values[i] * last;
      t = t < 0 ? 0 : t > last ? last : t;
      int low = Math.min((int) t, last - 1);
      float f = t - low;
      int a = colours[low];
      int b = colours[low + 1];
      for (int c = 0; c < 3; c++) {
        int shift = 16 - 8 * c;
        int from = a >> shift & 255;
        parts[c][i] = (from + f * ((b >> shift & 255) - from)) / 255;
      }
    }
    return new Paint(new Field(parts[0]), new Field(parts[1]), new Field(parts[2]));
  }

  /** One of the colours for each value in [0, 1), each for as many values. */
  static Paint pick(Field field, int... colours) {
    float[][] parts = new float[3][N * N];
    for (int i = 0; i < N * N; i++) {
      int colour = colours[Math.min((int) (field.values[i] * colours.length), colours.length - 1)];
      for (int c = 0; c < 3; c++) {
        parts[c][i] = (colour >> (16 - 8 * c) & 255) / 255f;
      }
    }
    return new Paint(new Field(parts[0]), new Field(parts[1]), new Field(parts[2]));
  }

  /** This where the mask is 0, the other where it is 1. */
  Paint mix(Paint other, Field mask) {
    return new Paint(
        red.mix(other.red, mask), green.mix(other.green, mask), blue.mix(other.blue, mask));
  }

  Paint mix(int colour, Field mask) {
    return mix(of(colour), mask);
  }

  /** Lighter or darker. */
  Paint times(Field factor) {
    return new Paint(red.times(factor), green.times(factor), blue.times(factor));
  }

  /** Times 1 + strength (field - 1/2). */
  Paint shade(Field field, float strength) {
    return times(field.map(a -> 1 + strength * (a - 0.5f)));
  }

  /** 3 bytes a texel. */
  byte[] texels() {
    byte[] texels = new byte[3 * N * N];
    Field[] parts = {red, green, blue};
    for (int c = 0; c < 3; c++) {
      float[] values = parts[c].values;
      for (int i = 0; i < values.length; i++) {
        float v = values[i] * 255 + 0.5f;
        texels[3 * i + c] = (byte) (int) (v < 0 ? 0 : v > 255 ? 255 : v);
      }
    }
    return texels;
  }
}
