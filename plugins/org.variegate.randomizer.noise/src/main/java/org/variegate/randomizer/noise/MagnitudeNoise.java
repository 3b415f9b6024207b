package org.variegate.randomizer.noise;

import org.variegate.api.volume.Block;
import org.variegate.api.volume.BlockChange;
import org.variegate.draws.Noise;

/**
 * The magnitude of an MR signal with independent N(0, sigma^2) noise in the real and the imaginary
 * channel of each coil, combined as the root of the sum of squares: Rician for one coil
 * (Gudbjartsson and Patz 1995, equation 1), noncentral chi for several (Constantinides et al.
 * 1997).
 *
 * <p>The magnitude's law depends on the signal's sum of squares over the coils alone, so the first
 * real channel carries all of it. Component c of voxel v is value v + c times the number of values
 * of the field.
 */
final class MagnitudeNoise implements BlockChange {
  private static final int CHUNK = 2048;

  private final float sigma;
  private final int coils;
  private final Noise field;
  private final float[] normal = new float[CHUNK];
  private final float[] squares = new float[CHUNK];

  MagnitudeNoise(float sigma, int coils, Noise field) {
    this.sigma = sigma;
    this.coils = coils;
    this.field = field;
  }

  @Override
  public void apply(float[] values, Block block) {
    int end = block.from() + block.count();
    for (int from = block.from(); from < end; from += CHUNK) {
      int n = Math.min(CHUNK, end - from);
      real(values, from, n);
      for (int component = 1; component < 2 * coils; component++) {
        field.gaussian(normal, 0, n, from + (long) component * values.length);
        add(n);
      }
      for (int i = 0; i < n; i++) {
        values[from + i] = (float) Math.sqrt(squares[i]);
      }
    }
  }

  private void real(float[] values, int from, int n) {
    float s = sigma;
    field.gaussian(normal, 0, n, from);
    for (int i = 0; i < n; i++) {
      float x = values[from + i] + s * normal[i];
      squares[i] = x * x;
    }
  }

  private void add(int n) {
    float variance = sigma * sigma;
    for (int i = 0; i < n; i++) {
      squares[i] += variance * (normal[i] * normal[i]);
    }
  }
}
