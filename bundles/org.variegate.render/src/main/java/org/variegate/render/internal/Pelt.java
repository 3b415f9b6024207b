package org.variegate.render.internal;

import org.variegate.api.Arena;
import org.variegate.scene.Fur;

/**
 * Fur: noise along the comb changes colour and normal, as far as hairs are no finer than pixels.
 * What hardly changes from pixel to pixel is found once a patch of them. One a thread.
 */
final class Pelt {
  /** Fur shorter than this shows less of its texture, in m. */
  private static final float SHORT = 0.003f;

  /** The coarse noise's frequency over that of the fine. */
  private static final float COARSE = 0.35f;

  /** Of each patch how much of its fur is seen at all, the fine noise's share, and the coarse. */
  private final float[] share;

  private final float[] fine;
  private final float[] coarse;
  private final int[] seed;

  /** Where each pixel is in the noise. */
  private final float[][] at;

  Pelt(int capacity, Arena arena) {
    share = arena.floats(capacity);
    fine = arena.floats(capacity);
    coarse = arena.floats(capacity);
    seed = arena.ints(capacity);
    at = Loans.floats(arena, 3, capacity);
  }

  /** Says that a patch has no fur. */
  void none(int patch) {
    share[patch] = 0;
  }

  /**
   * Looks at the fur of a patch.
   *
   * @param patch its number
   * @param l a place in it
   * @param focal length in pixels
   */
  void begin(int patch, Look l, float focal) {
    Fur fur = l.surface.material.fur();
    share[patch] = fur.strength() * Math.min(1, l.length / SHORT);
    seed[patch] = fur.seed();
    float cells = l.depth * fur.frequency() / (focal * l.surface.scale);
    fine[patch] = Math.max(0, Math.min(1, 1.8f - cells));
    float amount = Math.max(0, Math.min(1, 1.8f - COARSE * cells));
    if (share[patch] * amount > 0) {
      float x = COARSE * l.strandX + 5;
      long lanes = FurNoise.at(x, COARSE * l.strandY, COARSE * l.strandZ, fur.seed() + 9);
      amount *= FurNoise.channel(lanes, 2);
    }
    coarse[patch] = amount;
  }

  /** Notes where in the noise a pixel is. */
  void read(int pixel, Look l) {
    at[0][pixel] = l.strandX;
    at[1][pixel] = l.strandY;
    at[2][pixel] = l.strandZ;
  }

  /**
   * Changes what pixels look like.
   *
   * @param n how many
   * @param patch of each
   * @param base colours
   * @param normal of length 1
   */
  void grow(int n, int[] patch, float[][] base, float[][] normal) {
    for (int i = 0; i < n; i++) {
      int p = patch[i];
      if (share[p] > 0) {
        grow(i, p, base, normal);
      }
    }
  }

  private void grow(int i, int p, float[][] base, float[][] normal) {
    float first = 0;
    float second = 0;
    if (fine[p] > 0) {
      long lanes = FurNoise.at(at[0][i], at[1][i], at[2][i], seed[p]);
      first = fine[p] * FurNoise.channel(lanes, 0);
      second = fine[p] * FurNoise.channel(lanes, 1);
    }
    float shade = 1 + share[p] * 1.6f * (0.55f * first + 0.45f * coarse[p]);
    base[0][i] *= shade;
    base[1][i] *= shade;
    base[2][i] *= shade;
    float tilt = 0.9f * share[p];
    float x = normal[0][i] + tilt * first;
    float y = normal[1][i] + tilt * second;
    float z = normal[2][i] + tilt * coarse[p];
    float one = 1 / (float) Math.sqrt(Math.max(1e-30f, x * x + y * y + z * z));
    normal[0][i] = x * one;
    normal[1][i] = y * one;
    normal[2][i] = z * one;
  }
}
