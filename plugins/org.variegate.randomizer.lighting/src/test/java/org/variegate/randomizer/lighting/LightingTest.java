package org.variegate.randomizer.lighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Bounds;
import org.variegate.scene.Instance;
import org.variegate.scene.Light;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Studio;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class LightingTest implements RandomizerContract {
  private static final Fixture WEDGE = new Fixture("a wedge", LightingTest::fill);

  private static void fill(Sample sample) {
    float[] positions = {-.2f, 0, -.5f, .2f, 0, -.5f, 0, .6f, .5f};
    float[] normals = {0, 1, 0, 0, 1, 0, 0, 1, 0};
    Mesh mesh = Mesh.of(positions, normals, new int[] {0, 1, 2}).build();
    Model wedge = Model.rigid("wedge", mesh, Material.plain("grey", Rgb.WHITE, 1));
    Matrix4f quarter = new Matrix4f(0, 0, 1, 2, 0, 1, 0, 0, -1, 0, 0, 3, 0, 0, 0, 1);
    Instance subject = new Instance(1, "wedge", Role.SUBJECT, wedge).withPlacement(quarter);
    sample.put(Scene.SCENE, Studio.of(subject));
  }

  @Override
  public Lighting stage() {
    return with();
  }

  @Override
  public List<Fixture> samples() {
    return List.of(WEDGE);
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.ofEntries(
        Map.entry("count=9", () -> with("count", "9")),
        Map.entry("count=uniform(0, 8)", () -> with("count", "uniform(0, 8)")),
        Map.entry("kinds=[moon]", () -> with("kinds", new String[] {"moon"})),
        Map.entry("kinds=[]", () -> with("kinds", new String[0])),
        Map.entry("weights=[1]", () -> with("weights", new double[] {1})),
        Map.entry("intensity=-1", () -> with("intensity", "-1")),
        Map.entry("elevation=area(0, 91)", () -> with("elevation", "area(0, 91)")),
        Map.entry("distance=1", () -> with("distance", "1")),
        Map.entry("temperature=1000", () -> with("temperature", "1000")),
        Map.entry("flash=1.1", () -> with("flash", 1.1)),
        Map.entry("flashIntensity=-1", () -> with("flashIntensity", "-1")));
  }

  private static Lighting with(Object... options) {
    return new Lighting(Options.of(Lighting.Config.class, options));
  }

  private static Scene light(Lighting lighting, long index, String... overrides) {
    Sample sample = WEDGE.open();
    Map<String, String> set = overrides.length == 0 ? Map.of() : Map.of(overrides[0], overrides[1]);
    lighting.randomize(sample, new SampleDraws(5, index, new DrawRecord(), new Overrides(set)));
    return sample.get(Scene.SCENE);
  }

  /** A matt white surface at the subject's middle that faces the light. */
  private static double brightness(Light light, Point3f at) {
    double square = light.position().distanceSquared(at);
    double falloff = light.kind() == Light.Kind.DIRECTIONAL ? 1 : 1 / square;
    return light.color().luminance() * falloff;
  }

  @Test
  void everyKindIsAsBrightAsDeclared() {
    double[] drawn = new double[2000];
    Point3f middle = new Bounds(new Point3f(1.5f, 0, 2.8f), new Point3f(2.5f, .6f, 3.2f)).centre();
    for (int i = 0; i < drawn.length; i++) {
      Light light = light(with("count", "1", "flash", 0.0), i).lights().get(0);
      drawn[i] = brightness(light, middle);
      Vector3f to = new Vector3f();
      to.sub(middle, light.position());
      to.normalize();
      if (light.kind() != Light.Kind.DIRECTIONAL) {
        assertEquals(1, to.dot(light.direction()), 1e-5);
      }
      assertEquals(1, light.direction().length(), 1e-5);
      assertTrue(light.direction().y < -.17, "from above");
    }
    assertDrawnFrom("loguniform(0.2, 2)", drawn);
  }

  @Test
  void directionsAreUniformInArea() {
    double[] heights = new double[2000];
    double[] azimuths = new double[2000];
    for (int i = 0; i < heights.length; i++) {
      Light light = light(with("count", "1", "elevation", "area(0, 90)"), i).lights().get(0);
      heights[i] = -light.direction().y;
      azimuths[i] = Math.atan2(-light.direction().x, -light.direction().z);
    }
    assertDrawnFrom("uniform(0, 1)", heights);
    assertDrawnFrom("uniform(-3.1415927, 3.1415927)", azimuths);
  }

  /** Five standard errors: a fresh seed fails once in 10^6. */
  @Test
  void kindsComeByWeightAndCountsAsDeclared() {
    Lighting lighting =
        with("count", "integer(0, 3)", "weights", new double[] {3, 0, 0, 1}, "flash", 0.0);
    int lights = 0;
    int suns = 0;
    int frames = 2000;
    for (int i = 0; i < frames; i++) {
      for (Light light : light(lighting, i).lights()) {
        lights++;
        suns += light.kind() == Light.Kind.DIRECTIONAL ? 1 : 0;
      }
    }
    assertEquals(1.5 * frames, lights, 5 * Math.sqrt(1.25 * frames));
    assertEquals(.75 * lights, suns, 5 * Math.sqrt(.1875 * lights));
  }

  @Test
  void flashStandsAtTheLens() {
    Scene scene = light(with("count", "0", "flash", 1.0, "flashIntensity", "1.5"), 0);
    Light flash = scene.lights().get(0);
    Point3f middle = new Point3f(2, .3f, 3);
    float far = scene.camera().eye().distance(middle);
    assertEquals(.05 * far, flash.position().distance(scene.camera().eye()), 1e-4);
    assertEquals(1.5, brightness(flash, middle), .1);
  }

  @Test
  void aLightMoreLeavesTheOthers() {
    Lighting one = with("count", "1", "flash", 0.0);
    Lighting two = with("count", "2", "flash", 0.0);
    for (int i = 0; i < 10; i++) {
      assertEquals(light(one, i).lights().get(0), light(two, i).lights().get(0));
    }
    String message =
        assertThrows(IllegalArgumentException.class, () -> light(one, 0, "count", "9"))
            .getMessage();
    assertEquals("count: needs a whole number in [0, 8], got 9", message);
  }
}
