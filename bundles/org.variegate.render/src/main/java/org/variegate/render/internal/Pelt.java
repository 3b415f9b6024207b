package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.scene.Fur;
import org.variegate.scene.Mesh;

/**
 * Fur at many places: noise along the comb changes colour and normal, as far as hairs are no finer
 * than pixels. One a thread.
 */
final class Pelt {
  /** Fur shorter than this shows less of its texture, in m. */
  private static final float SHORT = 0.003f;

  /** The coarse noise's frequency over that of the fine. */
  private static final float COARSE = 0.35f;

  private final int[] seed;
  private final float[] frequency;
  private final float[] share;
  private final float[] perDepth;

  /** Place in rest, and later in the noise; and the comb. */
  private final float[][] rest;

  private final float[][] comb;

  private final float[] along;

  /** How much of the fine and of the coarse noise is seen. */
  private final float[] fine;

  private final float[] coarse;
  private final float[][] noise;

  Pelt(int capacity) {
    seed = new int[capacity];
    frequency = new float[capacity];
    share = new float[capacity];
    perDepth = new float[capacity];
    rest = new float[3][capacity];
    comb = new float[3][capacity];
    along = new float[capacity];
    fine = new float[capacity];
    coarse = new float[capacity];
    noise = new float[3][capacity];
  }

  /** Says that a place has no fur. */
  void none(int i) {
    share[i] = 0;
  }

  /**
   * Reads the fur of a place.
   *
   * @param i its number
   * @param f where
   * @param focal length in pixels
   */
  void read(int i, Fragment f, float focal) {
    Fur fur = f.surface.material.fur();
    Mesh mesh = f.surface.mesh;
    float[] values = mesh.fur();
    share[i] = fur.strength() * Math.min(1, f.value(values, 4, 0) / SHORT);
    seed[i] = fur.seed();
    frequency[i] = fur.frequency();
    perDepth[i] = fur.frequency() / (focal * f.surface.scale);
    float[] positions = mesh.positions();
    for (int c = 0; c < 3; c++) {
      rest[c][i] = f.value(positions, 3, c);
      comb[c][i] = f.value(values, 4, 1 + c);
    }
  }

  /**
   * Changes what places look like.
   *
   * @param from first place
   * @param to place after the last
   * @param depth of the places, in m
   * @param b with normals of length 1
   */
  void grow(int from, int to, float[] depth, Batch b) {
    if (!any(from, to)) {
      return;
    }
    Loops.dot(from, to, rest[0], rest[1], rest[2], comb[0], comb[1], comb[2], along);
    for (int c = 0; c < 3; c++) {
      stretch(from, to, along, comb[c], frequency, rest[c]);
      Arrays.fill(noise[c], from, to, 0);
    }
    seen(from, to, 1, depth, perDepth, fine);
    seen(from, to, COARSE, depth, perDepth, coarse);
    noise(from, to);
    shade(from, to, share, noise[0], noise[2], along);
    Loops.multiply(from, to, along, b.red);
    Loops.multiply(from, to, along, b.green);
    Loops.multiply(from, to, along, b.blue);
    tilt(from, to, share, noise[0], b.nx);
    tilt(from, to, share, noise[1], b.ny);
    tilt(from, to, share, noise[2], b.nz);
    Loops.normalize(from, to, b.nx, b.ny, b.nz);
  }

  private boolean any(int from, int to) {
    for (int i = from; i < to; i++) {
      if (share[i] > 0) {
        return true;
      }
    }
    return false;
  }

  private static void stretch(
      int from, int to, float[] along, float[] comb, float[] frequency, float[] place) {
    for (int i = from; i < to; i++) {
      place[i] = (place[i] - 0.7f * along[i] * comb[i]) * frequency[i];
    }
  }

  private static void seen(
      int from, int to, float scale, float[] depth, float[] perDepth, float[] out) {
    for (int i = from; i < to; i++) {
      out[i] = Math.max(0, Math.min(1, 1.8f - scale * depth[i] * perDepth[i]));
    }
  }

  private void noise(int from, int to) {
    float[] x = rest[0];
    float[] y = rest[1];
    float[] z = rest[2];
    for (int i = from; i < to; i++) {
      if (share[i] > 0 && fine[i] > 0) {
        long lanes = FurNoise.at(x[i], y[i], z[i], seed[i]);
        noise[0][i] = fine[i] * FurNoise.channel(lanes, 0);
        noise[1][i] = fine[i] * FurNoise.channel(lanes, 1);
      }
      if (share[i] > 0 && coarse[i] > 0) {
        long lanes = FurNoise.at(COARSE * x[i] + 5, COARSE * y[i], COARSE * z[i], seed[i] + 9);
        noise[2][i] = coarse[i] * FurNoise.channel(lanes, 2);
      }
    }
  }

  private static void shade(
      int from, int to, float[] share, float[] fine, float[] coarse, float[] out) {
    for (int i = from; i < to; i++) {
      out[i] = 1 + share[i] * 1.6f * (0.55f * fine[i] + 0.45f * coarse[i]);
    }
  }

  private static void tilt(int from, int to, float[] share, float[] noise, float[] normal) {
    for (int i = from; i < to; i++) {
      normal[i] += 0.9f * share[i] * noise[i];
    }
  }
}
