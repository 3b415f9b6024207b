package org.variegate.randomizer.sky;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Scene;
import org.variegate.scene.Studio;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;

/** What is drawn, and how it comes out in the scene. */
class SkyDrawsTest {
  private static final Fixture NOTHING =
      new Fixture("nothing", sample -> sample.put(Scene.SCENE, scene()));

  private static Scene scene() {
    Scene studio = Studio.of(SkiesTest.leaf());
    return new Scene(studio.camera(), studio.lights(), studio.sky());
  }

  private static Map<String, Object> drawn(Skies skies, int index, Map<String, String> set) {
    DrawRecord record = new DrawRecord();
    Sample sample = NOTHING.open(index, org.variegate.tck.HeapArena.zeroed());
    skies.randomize(sample, new SampleDraws(9, index, record, new Overrides(set)));
    return record.values();
  }

  /** Chi-square of modes by their weights, two degrees, one false failure in 10^6. */
  @Test
  void modesAreWeighted() {
    Skies skies =
        new Skies(
            Options.of(
                Skies.Config.class,
                "modes",
                new String[] {"analytic", "gradient", "plain"},
                "weights",
                new double[] {1, 2, 5}));
    int n = 1600;
    Map<Object, Integer> counts = new HashMap<>();
    IntStream.range(0, n)
        .forEach(i -> counts.merge("" + drawn(skies, i, Map.of()).get("mode"), 1, Integer::sum));
    double[] expected = {n / 8.0, n / 4.0, n * 5 / 8.0};
    String[] names = {"analytic", "gradient", "plain"};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double off = counts.getOrDefault(names[i], 0) - expected[i];
      sum += off * off / expected[i];
    }
    assertTrue(sum < 27.7, counts.toString());
  }

  /** Equal areas of the sky are equally likely to hold the sun: its sine is uniform. */
  @Test
  void theSunIsUniformInArea() {
    Skies skies = new Skies(Options.of(Skies.Config.class, "modes", new String[] {"analytic"}));
    double[] sines = new double[1500];
    double[] turbidities = new double[sines.length];
    double[] intensities = new double[sines.length];
    for (int i = 0; i < sines.length; i++) {
      Map<String, Object> drawn = drawn(skies, i, Map.of());
      sines[i] = Math.sin(Math.toRadians((Double) drawn.get("elevation")));
      turbidities[i] = (Double) drawn.get("turbidity");
      intensities[i] = (Double) drawn.get("intensity");
    }
    double low = Math.sin(Math.toRadians(4));
    double high = Math.sin(Math.toRadians(80));
    assertDrawnFrom("uniform(" + low + ", " + high + ")", sines);
    assertDrawnFrom("loguniform(2, 6)", turbidities);
    assertDrawnFrom("loguniform(0.4, 1.6)", intensities);
  }

  /** A turn of the sky turns the sun with it, and changes nothing of the panorama. */
  @Test
  void aTurnIsAllThatATurnChanges() {
    Skies skies =
        new Skies(Options.of(Skies.Config.class, "modes", new String[] {"analytic"}, "cover", "0"));
    Sample one = NOTHING.open(4, org.variegate.tck.HeapArena.zeroed());
    Sample two = NOTHING.open(4, org.variegate.tck.HeapArena.zeroed());
    for (Sample sample : new Sample[] {one, two}) {
      Map<String, String> set = Map.of("rotation", sample == one ? "0" : "90");
      skies.randomize(sample, new SampleDraws(9, 4, new DrawRecord(), new Overrides(set)));
    }
    var a = one.get(Scene.SCENE);
    var b = two.get(Scene.SCENE);
    assertArrayEquals(a.sky().environment().radiance(), b.sky().environment().radiance());
    var from = a.lights().get(0).direction();
    var to = b.lights().get(0).direction();
    assertEquals(from.y, to.y, 1e-6);
    assertEquals(0, from.x * to.x + from.z * to.z, 1e-5);
    assertEquals(a.lights().get(0).color(), b.lights().get(0).color());
  }
}
