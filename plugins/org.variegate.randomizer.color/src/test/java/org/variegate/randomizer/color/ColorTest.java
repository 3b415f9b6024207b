package org.variegate.randomizer.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Studio;
import org.variegate.scene.Texture;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class ColorTest implements RandomizerContract {
  private static final Rgb BROWN = new Rgb(.4f, .2f, .1f);

  @Override
  public Color stage() {
    return with();
  }

  @Override
  public List<Fixture> samples() {
    return List.of(new Fixture("a leaf", ColorTest::fill));
  }

  /** Vertices of half grey, base colour white, a texture of one brown. */
  private static void fill(Sample sample) {
    float[] positions = {-.2f, 0, -.5f, .2f, 0, -.5f, 0, .6f, .5f};
    float[] normals = {0, 1, 0, 0, 1, 0, 0, 1, 0};
    float[] colors = new float[9];
    Arrays.fill(colors, .5f);
    Mesh mesh = Mesh.of(positions, normals, new int[] {0, 1, 2}).colors(colors).build();
    byte[] texels = {102, 51, 26};
    Material material =
        Material.plain("leaf", Rgb.WHITE, 1).withAlbedo(new Texture(1, 1, 3, false, texels));
    Model leaf = Model.rigid("leaf", mesh, material);
    sample.put(Scene.SCENE, Studio.of(new Instance(1, "leaf", Role.SUBJECT, leaf)));
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "target=[sky]", () -> with("target", new String[] {"sky"}),
        "target=[]", () -> with("target", new String[0]),
        "saturation=-1", () -> with("saturation", "-1"),
        "brightness=-1", () -> with("brightness", "-1"));
  }

  private static Color with(Object... options) {
    return new Color(Options.of(Color.Config.class, options));
  }

  private Scene change(Color color) {
    Sample sample = samples().get(0).open();
    color.randomize(sample, new SampleDraws(8, 2, new DrawRecord(), Overrides.NONE));
    return sample.get(Scene.SCENE);
  }

  @Test
  void nothingChangesNothing() {
    Rgb same = new Shift(0, 1, 1).of(BROWN);
    assertEquals(BROWN.red(), same.red(), 1e-6);
    assertEquals(BROWN.green(), same.green(), 1e-6);
    assertEquals(BROWN.blue(), same.blue(), 1e-6);
    assertEquals(new Rgb(0, 0, 0), new Shift(1, 2, 3).of(new Rgb(0, 0, 0)));
  }

  @Test
  void aThirdOfATurnExchangesTheColors() {
    Rgb turned = new Shift(2 * Math.PI / 3, 1, 1).of(BROWN);
    assertEquals(BROWN.luminance(), turned.luminance(), 1e-6);
    assertTrue(turned.green() > turned.blue() && turned.blue() > turned.red(), turned.toString());
  }

  @Test
  void luminanceStaysButForBrightness() {
    for (double hue = -3; hue < 3; hue += .5) {
      for (double saturation : new double[] {0, .5, 1.5, 5}) {
        Rgb changed = new Shift(hue, saturation, .7).of(BROWN.times(.3f));
        assertEquals(.21 * BROWN.luminance(), changed.luminance(), 1e-5);
      }
    }
    Rgb grey = new Shift(1, 0, 1).of(BROWN);
    assertEquals(grey.red(), grey.blue(), 1e-6);
  }

  @Test
  void nothingReflectsMoreThanAllLight() {
    Rgb bright = new Shift(0, 1, 100).of(BROWN);
    assertEquals(.95f, bright.red(), 1e-5);
    assertEquals(2, bright.red() / bright.green(), 1e-4);
  }

  /** The mean of texture and vertices is (.2, .1, .05); base colour takes the factors. */
  @Test
  void texturesTakeTheirMean() {
    Scene scene = change(with("hue", "0", "saturation", "0", "brightness", "2"));
    Rgb base = scene.subject().materials().get(0).color();
    double grey = 2 * new Rgb(.2f, .1f, 13 / 255f).luminance();
    assertEquals(grey / .2, base.red(), 1e-3);
    assertEquals(grey / .1, base.green(), 1e-3);
    assertEquals(4, base.blue(), 1e-3, "no more than four times");
  }

  @Test
  void onlyTargetsChange() {
    Rgb floor = new Rgb(.42f, .40f, .37f);
    Scene scene = change(with("target", new String[] {"subject"}));
    assertEquals(floor, scene.instances().get(1).materials().get(0).color());
    assertNotEquals(Rgb.WHITE, scene.subject().materials().get(0).color());
    Scene other = change(with("target", new String[] {"ground"}));
    assertNotEquals(floor, other.instances().get(1).materials().get(0).color());
    assertEquals(Rgb.WHITE, other.subject().materials().get(0).color());
  }
}
