package org.variegate.unet;

import java.util.Locale;

/**
 * What tells one U-Net from another (Ronneberger et al. 2015; Çiçek et al. 2016): levels, each half
 * as fine as the one above it, and at each level convolutions of 3 voxels on the way down and again
 * on the way up, where what was there on the way down is put beside.
 *
 * @param dimensions 2 or 3
 * @param inputs channels of the image, at least 1
 * @param outputs channels of the output, at least 1
 * @param levels at least 2
 * @param features channels after a convolution of the first level; twice as many at each further
 * @param widest the most channels of a level
 * @param convolutions at each level, on each way; at least 1
 * @param normalization what follows each convolution
 * @param slope of the rectifier below 0, 0 to 1
 */
public record UNetShape(
    int dimensions,
    int inputs,
    int outputs,
    int levels,
    int features,
    int widest,
    int convolutions,
    Normalization normalization,
    double slope) {

  /** What makes values alike after a convolution. */
  public enum Normalization {
    /**
     * Each channel by its mean and variance over all examples of a step (Ioffe and Szegedy 2015);
     * when it does not learn, by running ones, of examples that were seen before.
     */
    BATCH,
    /**
     * Each channel of each example by its own mean and variance over space (Ulyanov et al. 2016),
     * whether it learns or not.
     */
    INSTANCE,
    /** Nothing. */
    NONE;

    /**
     * By its name.
     *
     * @param key of the option that says it
     * @param name in lower case
     * @return the normalization
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Normalization of(String key, String name) {
      return switch (name) {
        case "batch" -> BATCH;
        case "instance" -> INSTANCE;
        case "none" -> NONE;
        default ->
            throw new IllegalArgumentException(
                key + ": needs batch, instance or none, got " + name);
      };
    }
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public UNetShape {
    if (dimensions != 2 && dimensions != 3) {
      throw new IllegalArgumentException("dimensions: needs 2 or 3, got " + dimensions);
    }
    atLeast("inputs", 1, inputs);
    atLeast("outputs", 1, outputs);
    atLeast("levels", 2, levels);
    atLeast("features", 1, features);
    atLeast("widest", features, widest);
    atLeast("convolutions", 1, convolutions);
    if (levels > 10) {
      throw new IllegalArgumentException("levels: needs 2 to 10, got " + levels);
    }
    if (!(slope >= 0 && slope <= 1)) {
      throw new IllegalArgumentException("slope: needs 0 to 1, got " + slope);
    }
  }

  private static void atLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(name + ": needs at least " + least + ", got " + value);
    }
  }

  /**
   * The same but for what it says.
   *
   * @param channels of the output, at least 1
   * @return another shape
   */
  public UNetShape withOutputs(int channels) {
    return new UNetShape(
        dimensions, inputs, channels, levels, features, widest, convolutions, normalization, slope);
  }

  /**
   * All its numbers, for people.
   *
   * @return such as "3-D U-Net: inputs 1, outputs 4, levels 4, features 16 to 128, convolutions 2,
   *     normalization instance, slope 0.01"
   */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%d-D U-Net: inputs %d, outputs %d, levels %d, features %d to %d, convolutions %d,"
            + " normalization %s, slope %s",
        dimensions,
        inputs,
        outputs,
        levels,
        features,
        width(levels - 1),
        convolutions,
        normalization.name().toLowerCase(Locale.ROOT),
        slope);
  }

  /**
   * The channels of a level.
   *
   * @param level from 0
   * @return min(widest, features 2^level)
   */
  public int width(int level) {
    return (int) Math.min(widest, (long) features << level);
  }

  /**
   * What the length of each axis must be a multiple of.
   *
   * @return 2^(levels - 1)
   */
  public int multiple() {
    return 1 << (levels - 1);
  }

  /**
   * Refuses what the levels do not divide.
   *
   * @param size [nx, ny, nz] voxels; nz is 1 in two dimensions
   * @throws IllegalArgumentException if a length is no multiple of {@link #multiple()}
   */
  public void requireFit(int... size) {
    boolean fits = dimensions == 3 || size[2] == 1;
    for (int axis = 0; axis < dimensions; axis++) {
      fits &= size[axis] % multiple() == 0;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a %d-D network of %d levels needs %s of multiples of %d voxels, got %d x %d x %d",
              dimensions,
              levels,
              dimensions == 2 ? "planes" : "volumes",
              multiple(),
              size[0],
              size[1],
              size[2]));
    }
  }
}
