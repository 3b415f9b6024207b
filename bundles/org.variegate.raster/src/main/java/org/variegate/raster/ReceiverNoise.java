package org.variegate.raster;

import org.variegate.draws.Noise;

/**
 * Noise of a receiver, independent from voxel to voxel.
 *
 * <p>Of one component it is added. Of more, the value becomes the magnitude of a signal with
 * independent N(0, sigma^2) noise in the real and the imaginary channel of each coil, combined as
 * the root of the sum of squares: Rician for one coil (Gudbjartsson and Patz 1995, equation 1),
 * noncentral chi for several (Constantinides et al. 1997, equation 3). The magnitude's law depends
 * on the signal's sum of squares over the coils alone, so the first real channel carries all of it.
 *
 * <p>Confined to one thread, as the field is.
 */
public final class ReceiverNoise {
  private static final int CHUNK = 2048;
  private static final int MOST_COILS = 64;

  private final float sigma;
  private final int components;
  private final Noise field;
  private final float[] normal = new float[CHUNK];
  private final float[] squares = new float[CHUNK];

  /**
   * A noise.
   *
   * @param sigma standard deviation of each component, in the image's unit
   * @param components 1, or twice the number of coils
   * @param field component c of voxel v is value v + c 2^32
   */
  public ReceiverNoise(double sigma, int components, Noise field) {
    this.sigma = (float) sigma;
    this.components = components;
    this.field = field;
  }

  /**
   * The components of a law of noise.
   *
   * @param law {@code gaussian}, {@code rician} or {@code noncentral-chi}
   * @param coils 1 to 64; of noncentral-chi alone
   * @return their number
   * @throws IllegalArgumentException if the law or the number of coils is another
   */
  public static int components(String law, int coils) {
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

  /**
   * Brings the noise into an image.
   *
   * @param values holds the image
   * @param from index of the first voxel in {@code values}
   * @param count how many voxels
   * @param first number of the first voxel, at least 0
   */
  public void apply(float[] values, int from, int count, long first) {
    for (int done = 0; done < count; done += CHUNK) {
      int n = Math.min(CHUNK, count - done);
      add(values, from + done, n, first + done);
      if (components > 1) {
        magnitude(values, from + done, n, first + done);
      }
    }
  }

  private void add(float[] values, int from, int n, long first) {
    float s = sigma;
    field.gaussian(normal, 0, n, first);
    for (int i = 0; i < n; i++) {
      values[from + i] += s * normal[i];
    }
  }

  private void magnitude(float[] values, int from, int n, long first) {
    for (int i = 0; i < n; i++) {
      squares[i] = values[from + i] * values[from + i];
    }
    float variance = sigma * sigma;
    for (int component = 1; component < components; component++) {
      field.gaussian(normal, 0, n, first + ((long) component << 32));
      for (int i = 0; i < n; i++) {
        squares[i] += variance * (normal[i] * normal[i]);
      }
    }
    for (int i = 0; i < n; i++) {
      values[from + i] = (float) Math.sqrt(squares[i]);
    }
  }
}
