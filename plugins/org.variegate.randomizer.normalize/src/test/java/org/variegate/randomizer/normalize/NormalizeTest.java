package org.variegate.randomizer.normalize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class NormalizeTest implements RandomizerContract {
  private static final double[] NO_CLIP = {};
  private static final List<String> MODES = List.of("min-max", "percentile", "z-score", "none");

  private static Normalize normalize(Object... options) {
    return new Normalize(Options.of(Normalize.Config.class, options));
  }

  @Override
  public Randomizer stage() {
    return normalize();
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "clip=[300, 0]", () -> normalize("clip", new double[] {300, 0}),
        "clip=[NaN, 0]", () -> normalize("clip", new double[] {Double.NaN, 0}),
        "clip=[1]", () -> normalize("clip", new double[] {1}),
        "mode=minmax", () -> normalize("mode", "minmax"),
        "percentiles=[1, 101]", () -> normalize("percentiles", new double[] {1, 101}),
        "target=[1, 1]", () -> normalize("target", new double[] {1, 1}));
  }

  private static float[] values(int count) {
    float[] values = new float[count];
    new SampleDraws(1, 2, new DrawRecord(), Overrides.NONE)
        .noise("image")
        .gaussian(values, 0, count, 0);
    return values;
  }

  private static float[] normalized(Normalize stage, int channels, float... values) {
    Grid grid = Grid.centred(values.length / channels, 1, 1, 1);
    Raster image = new Raster(grid, channels, "1", values.clone());
    Sample sample = new Fixture("image", s -> s.put(Part.IMAGE, image)).open();
    DrawRecord record = new DrawRecord();
    stage.randomize(sample, new SampleDraws(1, 1, record, Overrides.NONE).child("normalize"));
    assertTrue(record.values().isEmpty(), "draws nothing");
    return image.values();
  }

  private static double least(float... values) {
    return normalizedStream(values).min().orElseThrow();
  }

  private static double greatest(float... values) {
    return normalizedStream(values).max().orElseThrow();
  }

  private static java.util.stream.DoubleStream normalizedStream(float... values) {
    return java.util.stream.IntStream.range(0, values.length).mapToDouble(i -> values[i]);
  }

  @Test
  void clipsThenStretchesAsSynthSegDoes() {
    float[] image = normalized(normalize(), 1, -50, 0, 75, 150, 300, 1000);
    assertArrayEquals(new float[] {0, 0, 0.25f, 0.5f, 1, 1}, image, 1e-7f);
    image = normalized(normalize(), 1, 30, 90, 60);
    assertArrayEquals(new float[] {0, 1, 0.5f}, image, 1e-7f);
  }

  @Test
  void endsAreExactWhateverTheRange() {
    float[] noise = values(4000);
    for (int i = 0; i < 2000; i++) {
      float low = noise[2 * i] * 100;
      float high = low + Math.abs(noise[2 * i + 1]) * 300 + 1e-3f;
      double[] target = i % 2 == 0 ? new double[] {0, 1} : new double[] {-0.3, 1.7};
      Normalize stage = normalize("clip", NO_CLIP, "target", target);
      float[] image = normalized(stage, 1, low, (low + high) / 2, high);
      assertEquals((float) target[0], image[0], low + " to " + high);
      assertEquals((float) target[1], image[2], low + " to " + high);
      assertTrue(image[1] >= image[0] && image[1] <= image[2]);
    }
  }

  @Test
  void theHigherEndFirstMakesANegative() {
    double[] target = {2, -1};
    for (String mode : List.of("min-max", "percentile")) {
      Normalize stage =
          normalize(
              "clip",
              NO_CLIP,
              "mode",
              mode,
              "target",
              target,
              "percentiles",
              new double[] {0, 100});
      assertArrayEquals(new float[] {2, 0.5f, -1}, normalized(stage, 1, 10, 20, 30), 1e-6f, mode);
      assertArrayEquals(new float[] {2, 2}, normalized(stage, 1, 10, 10), mode);
    }
  }

  @Test
  void percentilesAreThoseOfTheSortedValues() {
    float[] values = values(1001);
    for (double p : new double[] {0, 0.5, 1, 33.3, 99, 99.99, 100}) {
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      double place = p / 100 * 1000;
      int below = (int) place;
      int above = Math.min(1000, below + 1);
      double expected = sorted[below] + (place - below) * (sorted[above] - sorted[below]);
      assertEquals(expected, new Quantiles(values, 0, 1001).at(p / 100), 1e-6, p + " %");
    }
    float[] image = normalized(normalize("clip", NO_CLIP, "mode", "percentile"), 1, values);
    assertEquals(11, normalizedStream(image).filter(v -> v == 0).count());
    assertEquals(11, normalizedStream(image).filter(v -> v == 1).count());
  }

  @Test
  void standardizesToMeanZeroAndDeviationOne() {
    float[] values = values(20000);
    for (int i = 0; i < values.length; i++) {
      values[i] = 5000 + 3 * values[i];
    }
    float[] image = normalized(normalize("clip", NO_CLIP, "mode", "z-score"), 1, values);
    double mean = normalizedStream(image).average().orElseThrow();
    double square = normalizedStream(image).map(v -> v * v).average().orElseThrow();
    assertEquals(0, mean, 1e-4);
    assertEquals(1, square, 1e-4);
  }

  @Test
  void eachChannelIsNormalizedByItself() {
    float[] two = {0, 10, 20, 1000, 3000, 2000};
    float[] image = normalized(normalize("clip", NO_CLIP), 2, two);
    assertArrayEquals(new float[] {0, 0.5f, 1, 0, 1, 0.5f}, image, 1e-7f);
    image = normalized(normalize("clip", NO_CLIP, "mode", "z-score"), 2, two);
    assertArrayEquals(Arrays.copyOf(image, 3), new float[] {-1.2247449f, 0, 1.2247449f}, 1e-6f);
    assertEquals(image[1], image[5], 1e-6);
    image =
        normalized(
            normalize("clip", NO_CLIP, "mode", "percentile", "percentiles", new double[] {0, 50}),
            2,
            two);
    assertArrayEquals(new float[] {0, 1, 1, 0, 1, 1}, image, 1e-6f);
  }

  @Test
  void imagesOfOneValueStayFinite() {
    for (float value : new float[] {0, -3, 1e-42f, 0.1f, 299.9f, 1e30f}) {
      float[] constant = new float[777];
      Arrays.fill(constant, value);
      for (String mode : MODES) {
        double expected = mode.equals("z-score") ? 0 : mode.equals("none") ? value : 0.25;
        Normalize stage =
            normalize("mode", mode, "clip", NO_CLIP, "target", new double[] {0.25, 2});
        float[] image = normalized(stage, 1, constant);
        assertEquals((float) expected, least(image), mode + " of " + value);
        assertEquals((float) expected, greatest(image), mode + " of " + value);
      }
    }
  }

  @Test
  void tinyAndHugeRangesStayFinite() {
    for (float[] values :
        List.of(
            new float[] {0, Float.MIN_VALUE}, new float[] {-Float.MAX_VALUE, Float.MAX_VALUE})) {
      for (String mode : MODES) {
        for (float value : normalized(normalize("mode", mode, "clip", NO_CLIP), 1, values)) {
          assertTrue(Float.isFinite(value), mode + " makes " + value);
        }
      }
    }
  }
}
