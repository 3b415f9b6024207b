package org.variegate.randomizer.noise;

import org.variegate.api.volume.Block;
import org.variegate.api.volume.BlockChange;
import org.variegate.draws.Noise;

/** Adds N(0, sigma^2) to each voxel. */
final class GaussianNoise implements BlockChange {
  private static final int CHUNK = 2048;

  private final float sigma;
  private final Noise field;
  private final float[] normal = new float[CHUNK];

  GaussianNoise(float sigma, Noise field) {
    this.sigma = sigma;
    this.field = field;
  }

  @Override
  public void apply(float[] values, Block block) {
    float s = sigma;
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
