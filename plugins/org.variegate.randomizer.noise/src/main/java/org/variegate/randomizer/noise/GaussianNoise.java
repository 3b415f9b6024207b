package org.variegate.randomizer.noise;

import org.variegate.api.volume.Block;
import org.variegate.api.volume.BlockChange;
import org.variegate.draws.Noise;

/** Adds N(0, sigma^2) to each voxel. */
record GaussianNoise(float sigma, Noise field) implements BlockChange {
  private static final int CHUNK = 2048;

  @Override
  public void apply(float[] values, Block block) {
    float s = sigma;
    float[] normal = new float[Math.min(CHUNK, block.count())];
    int end = block.from() + block.count();
    for (int from = block.from(); from < end; from += CHUNK) {
      int n = Math.min(CHUNK, end - from);
      field.gaussian(normal, 0, n, from);
      for (int i = 0; i < n; i++) {
        values[from + i] += s * normal[i];
      }
    }
  }
}
