package org.variegate.synthesizer.rgb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.Synthesizer;
import org.variegate.api.volume.LabelMap;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Backdrop;
import org.variegate.scene.Camera;
import org.variegate.scene.Environment;
import org.variegate.scene.Instance;
import org.variegate.scene.Light;
import org.variegate.scene.Material;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Sky;
import org.variegate.scene.View;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.SynthesizerContract;

class RgbSynthesizerTest implements SynthesizerContract {

  @Override
  public RgbSynthesizer stage() {
    return with("width", 40, "height", 30);
  }

  @Override
  public List<Fixture> samples() {
    return List.of(
        new Fixture("ball on a floor", s -> s.put(Scene.SCENE, scene(1))),
        new Fixture("empty scene", s -> s.put(Scene.SCENE, scene(0))),
        new Fixture("over a backdrop", s -> s.put(Scene.SCENE, overBackdrop())),
        new Fixture("out of focus", s -> s.put(Scene.SCENE, outOfFocus())));
  }

  @Override
  public Map<String, Supplier<? extends Synthesizer>> refused() {
    return Map.ofEntries(
        Map.entry("width=0", () -> with("width", 0)),
        Map.entry("height=-3", () -> with("height", -3)),
        Map.entry("samples=3", () -> with("samples", 3)),
        Map.entry("shadows=-1", () -> with("shadows", -1)),
        Map.entry("threads=0", () -> with("threads", 0)),
        Map.entry("key=-1", () -> with("key", "-1")),
        Map.entry("exposure=normal(0, 1)", () -> with("exposure", "normal(0, 1)")),
        Map.entry("passes=[speed]", () -> with("passes", new String[] {"speed"})),
        Map.entry("interval=0", () -> with("interval", 0.0)),
        Map.entry("shutter=-1", () -> with("shutter", "-1")),
        Map.entry("glimpses=0", () -> with("glimpses", 0)));
  }

  private static RgbSynthesizer with(Object... options) {
    return new RgbSynthesizer(Options.of(RgbSynthesizer.Config.class, options));
  }

  /** A ball of class cat on a floor under a grey sky and a sun, of a dataset of cats and dogs. */
  private static Scene scene(int balls) {
    float[] grey = new float[3 * 8 * 4];
    Arrays.fill(grey, 0.4f);
    Vector3f down = new Vector3f(-.6f, -.8f, 0);
    Scene scene =
        new Scene(
            Camera.lookAt(new Point3f(0, 1, 4), new Point3f(0, .5f, 0), 0, 0.7),
            List.of(Light.directional(down, new Rgb(1, 1, 1), 0.02)),
            new Sky(new Environment(8, 4, grey), 0, 1));
    scene.classes(List.of("cat", "dog"));
    Material matt = Material.plain("matt", new Rgb(.5f, .4f, .3f), 0.9f);
    for (int i = 0; i < balls; i++) {
      Model ball = Model.rigid("ball", Shapes.sphere(.5, 24), matt);
      scene.add(
          new Instance(scene.nextId(), "cat", Role.SUBJECT, ball)
              .withPlacement(Placements.at(0.1 * (balls - 1 - i), .5, 0)));
    }
    Model floor = Model.rigid("floor", Shapes.plane(60, 60, 1), matt);
    scene.add(new Instance(scene.nextId(), "ground", Role.GROUND, floor));
    return scene;
  }

  private static Scene overBackdrop() {
    Scene scene = scene(1);
    float[] values = new float[3 * 6];
    Arrays.fill(values, 0.25f);
    scene.backdrop(new Backdrop(3, 2, values, true));
    return scene;
  }

  private static Scene outOfFocus() {
    Scene scene = scene(1);
    scene.camera(scene.camera().withLens(0.1, 2));
    return scene;
  }

  private static Sample take(RgbSynthesizer rgb, Scene scene) {
    Sample sample = new Fixture("scene", s -> s.put(Scene.SCENE, scene)).open();
    rgb.synthesize(sample, new SampleDraws(1, 0, new DrawRecord(), Overrides.NONE));
    return sample;
  }

  @Test
  void labelsAreInstancesAndTheirTargetsClasses() {
    LabelMap map = take(stage(), scene(1)).get(View.INSTANCES);
    assertEquals(List.of(0, 1, 2), map.legend().labels().stream().map(l -> l.id()).toList());
    assertEquals(List.of(0, 1, 0), map.legend().labels().stream().map(l -> l.target()).toList());
    assertEquals("cat", map.legend().labels().get(1).tissue());
    assertEquals(1, map.place(15 * 40 + 20));
    assertEquals(2, map.place(29 * 40 + 2));
    assertEquals(0, map.place(0));
  }

  /** More instances than a byte tells apart. */
  @Test
  void manyInstancesTakeTwoBytes() {
    LabelMap map = take(stage(), scene(300)).get(View.INSTANCES);
    assertEquals(302, map.legend().size());
    boolean high = false;
    for (int i = 0; i < 40 * 30; i++) {
      high |= map.place(i) > 255 && map.place(i) < 301;
    }
    assertTrue(high, "the last balls are seen");
  }

  @Test
  void theBrighterPartGetsTheKey() {
    for (double key : new double[] {0.2, 0.6}) {
      float[] image =
          take(with("width", 64, "height", 64, "key", "" + key), scene(1)).get(Part.IMAGE).values();
      float[] luminance = new float[64 * 64];
      for (int i = 0; i < luminance.length; i++) {
        luminance[i] = 0.2126f * image[i] + 0.7152f * image[i + 4096] + 0.0722f * image[i + 8192];
      }
      Arrays.sort(luminance);
      assertEquals(key, luminance[(int) (0.7 * luminance.length)], 0.05 * key);
    }
  }

  @Test
  void aStopDoublesTheLight() {
    float[] once =
        take(with("width", 20, "height", 20, "key", "0"), scene(1)).get(Part.IMAGE).values();
    float[] twice =
        take(with("width", 20, "height", 20, "key", "0", "exposure", "1"), scene(1))
            .get(Part.IMAGE)
            .values();
    assertEquals(0.4f, once[0], 1e-4, "the sky as it is");
    for (int i = 0; i < once.length; i++) {
      assertEquals(2 * once[i], twice[i], 1e-5);
    }
  }

  @Test
  void exposureLeavesTheBackdropAlone() {
    float[] image =
        take(with("width", 20, "height", 20, "exposure", "3"), overBackdrop())
            .get(Part.IMAGE)
            .values();
    assertEquals(0.25f, image[0], 1e-5);
  }

  @Test
  void depthIsAlwaysThereOtherPassesOnRequest() {
    Sample plain = take(stage(), scene(1));
    assertTrue(plain.has(View.DEPTH) && !plain.has(View.NORMALS) && !plain.has(View.COORDINATES));
    assertEquals(3.5, plain.get(View.DEPTH).values()[15 * 40 + 20], 0.1);
    Sample all =
        take(
            with("width", 40, "height", 30, "passes", new String[] {"normals", "coordinates"}),
            scene(1));
    float[] n = all.get(View.NORMALS).values();
    float[] facing = {n[15 * 40 + 20], n[1200 + 15 * 40 + 20], n[2400 + 15 * 40 + 20]};
    assertArrayEquals(new float[] {0, 0, 1}, facing, 0.15f);
    assertTrue(all.has(View.COORDINATES));
  }

  @Test
  void whatIsSeenIsTold() {
    View view = take(stage(), scene(1)).get(View.VIEW);
    assertEquals(40, view.width());
    assertEquals(1, view.sightings().get(0).visibleFraction());
    assertEquals("cat", view.sightings().get(0).category());
  }
}
