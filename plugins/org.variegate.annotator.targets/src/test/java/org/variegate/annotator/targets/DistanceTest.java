package org.variegate.annotator.targets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Annotator;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.volume.Raster;
import org.variegate.tck.AnnotatorContract;
import org.variegate.tck.Options;

class DistanceTest implements AnnotatorContract {

  private static Distance distance(Object... options) {
    return new Distance(Options.of(Distance.Config.class, options));
  }

  @Override
  public Annotator stage() {
    return distance();
  }

  @Override
  public Map<String, Supplier<? extends Annotator>> refused() {
    return Map.of(
        "limit=0", () -> distance("limit", 0.0),
        "mapping=none.tsv", () -> distance("mapping", "none.tsv"));
  }

  private static float[] seen(Distance distance, int... places) {
    Sample sample = TargetsTest.row(TargetsTest.LEGEND, places);
    distance.annotate(sample);
    Raster image = sample.get(Part.DISTANCE);
    assertEquals("mm", image.unit());
    return image.values();
  }

  /** Voxels of 2 mm: the surface lies 1 mm from the middles of those on either side. */
  @Test
  void allTargetsButTheBackgroundAreSought() {
    assertArrayEquals(
        new float[] {5, 3, 1, -1, -3, -3, -1, 1}, seen(distance(), 0, 0, 1, 2, 3, 4, 2, 0), 1e-6f);
  }

  @Test
  void someMayBeSoughtAlone() {
    assertArrayEquals(
        new float[] {7, 5, 3, 1, -1, 1},
        seen(distance("targets", new int[] {2}), 0, 2, 3, 2, 4, 0),
        1e-6f);
  }

  @Test
  void distancesEndAtTheLimit() {
    assertArrayEquals(
        new float[] {2, 2, 1, -1, -2}, seen(distance("limit", 2.0), 0, 0, 0, 4, 4), 1e-6f);
    assertArrayEquals(new float[] {2, 2}, seen(distance("limit", 2.0), 0, 1), 1e-6f);
    assertArrayEquals(new float[] {-2, -2}, seen(distance("limit", 2.0), 2, 4), 1e-6f);
  }
}
