package org.variegate.synthesizer.mri;

import java.util.Arrays;
import org.variegate.api.Arena;
import org.variegate.api.volume.BlockChange;
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;
import org.variegate.raster.GaussianBlur;

/**
 * Labels that mix at their boundaries. A voxel holds fractions p of labels with means m and
 * variances v: its mean is sum p m, its variance sum p v. The fractions are those that a Gaussian
 * blur of the labels gives, so means and variances are blurred instead.
 */
final class PartialVolume {
  private PartialVolume() {}

  /** Turns standard normal values into intensities. */
  static BlockChange of(LabelMap labels, Contrast contrast, Regions regions, Arena arena) {
    double sigma = contrast.partialVolume() / Texture.FULL_WIDTH;
    GaussianBlur blur = new GaussianBlur(labels.grid(), sigma, sigma, sigma);
    Raster mean = painted(labels, contrast.mean(labels.legend()), arena);
    regions.addTo(mean);
    blur.apply(mean, arena);
    Raster variance = painted(labels, squares(contrast.deviation(labels.legend())), arena);
    blur.apply(variance, arena);
    float[] m = mean.values();
    float[] v = variance.values();
    return (values, block) -> {
      for (int i = block.from(), end = i + block.count(); i < end; i++) {
        values[i] = m[i] + (float) Math.sqrt(v[i]) * values[i];
      }
    };
  }

  private static Raster painted(LabelMap labels, float[] byPlace, Arena arena) {
    float[] values = arena.floats(labels.grid().size());
    Arrays.fill(values, 0);
    Raster image = new Raster(labels.grid(), 1, "1", values);
    image.change(new TissueNoise(labels, byPlace, new float[byPlace.length]));
    return image;
  }

  private static float[] squares(float[] values) {
    float[] squares = new float[values.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = values[i] * values[i];
    }
    return squares;
  }
}
