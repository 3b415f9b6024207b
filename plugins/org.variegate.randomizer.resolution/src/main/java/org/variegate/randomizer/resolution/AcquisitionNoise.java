package org.variegate.randomizer.resolution;

import org.variegate.draws.Noise;
import org.variegate.raster.LowResolution;

/**
 * Noise of the samples of a low resolution. With one component it is added. With two and more, the
 * value is the magnitude of a signal with independent noise in the real and the imaginary channel
 * of each coil: Rician for one coil (Gudbjartsson and Patz 1995, equation 1), noncentral chi for
 * several (Constantinides et al. 1997, equation 3).
 *
 * @param sigma standard deviation of each component
 * @param components 1, or twice the number of coils
 * @param field component c of sample v is value v + c 2^32
 */
record AcquisitionNoise(float sigma, int components, Noise field)
    implements LowResolution.Acquisition {
  private static final int CHUNK = 2048;
  private static final int MOST_COILS = 64;

  static int components(String law, int coils) {
    if (!(coils >= 1 && coils <= MOST_COILS)) {
      throw new IllegalArgumentException("coils: needs 1 to " + MOST_COILS + ", got " + coils);
    }
    return switch (law) {
      case "gaussian" -> 1;
      case "rician" -> 2;
      case "noncentral-chi" -> 2 * coils;
      default ->
          throw new IllegalArgumentException(
              "law: needs gaussian, rician or noncentral-chi, got " + law);
    };
  }

  @Override
  public void change(float[] values, int from, int count) {
    float[] normal = new float[CHUNK];
    float[] squares = new float[CHUNK];
    for (int done = 0; done < count; done += CHUNK) {
      int n = Math.min(CHUNK, count - done);
      field.gaussian(normal, 0, n, done);
      for (int i = 0; i < n; i++) {
        values[from + done + i] += sigma * normal[i];
      }
      if (components > 1) {
        magnitude(values, from + done, n, done, normal, squares);
      }
    }
  }

  private void magnitude(
      float[] values, int from, int n, int first, float[] normal, float[] squares) {
    for (int i = 0; i < n; i++) {
      squares[i] = values[from + i] * values[from + i];
    }
    for (int component = 1; component < components; component++) {
      field.gaussian(normal, 0, n, first + ((long) component << 32));
      for (int i = 0; i < n; i++) {
        float x = sigma * normal[i];
        squares[i] += x * x;
      }
    }
    for (int i = 0; i < n; i++) {
      values[from + i] = (float) Math.sqrt(squares[i]);
    }
  }
}
