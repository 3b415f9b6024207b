package org.variegate.randomizer.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
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

class SkiesTest implements RandomizerContract {
  private static final Path HDRI = Path.of("../../../shared/data/hdri");
  private static final Path PLACES = Path.of("../../../shared/data/places");
  private static final Fixture LEAF = new Fixture("a leaf", SkiesTest::fill);

  @TempDir Path folder;

  private static void fill(Sample sample) {
    sample.put(Scene.SCENE, Studio.of(leaf()));
  }

  static Instance leaf() {
    float[] positions = {-.2f, 0, -.5f, .2f, 0, -.5f, 0, .6f, .5f};
    float[] normals = {0, 1, 0, 0, 1, 0, 0, 1, 0};
    Mesh mesh = Mesh.of(positions, normals, new int[] {0, 1, 2}).build();
    Model leaf = Model.rigid("leaf", mesh, Material.plain("green", Rgb.WHITE, 1));
    return new Instance(1, "leaf", Role.SUBJECT, leaf);
  }

  @Override
  public Skies stage() {
    return with("modes", new String[] {"analytic", "gradient", "plain"});
  }

  @Override
  public List<Fixture> samples() {
    return List.of(LEAF);
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.ofEntries(
        Map.entry("boxes=choice(1, 1.5)", () -> with("boxes", "choice(1, 1.5)")),
        Map.entry("modes=[night]", () -> with("modes", new String[] {"night"})),
        Map.entry("hdri", () -> with("modes", new String[] {"hdri"})),
        Map.entry("images", () -> with("modes", new String[] {"images"})),
        Map.entry("hdri=[nowhere]", () -> with("hdri", new String[] {"nowhere"})),
        Map.entry("weights=[1]", () -> with("weights", new double[] {1})),
        Map.entry("intensity=-1", () -> with("intensity", "-1")),
        Map.entry("sun=moon", () -> with("sun", "moon")),
        Map.entry("elevation=0", () -> with("elevation", "0")),
        Map.entry("turbidity=1", () -> with("turbidity", "1")),
        Map.entry("cover=2", () -> with("cover", "2")),
        Map.entry("saturation=2", () -> with("saturation", "2")),
        Map.entry("level=0", () -> with("level", "0")),
        Map.entry("boxes=9", () -> with("boxes", "9")),
        Map.entry("width=10", () -> with("width", 10)),
        Map.entry("cache=-1", () -> with("cache", -1)));
  }

  private static Skies with(Object... options) {
    return new Skies(Options.of(Skies.Config.class, options));
  }

  private static Scene under(Skies skies, long index, Map<String, String> set) {
    Sample sample = LEAF.open();
    skies.randomize(sample, new SampleDraws(7, index, new DrawRecord(), new Overrides(set)));
    return sample.get(Scene.SCENE);
  }

  /** How bright a white horizontal surface is. */
  private static double level(Scene scene, boolean sun) {
    double sum = 0;
    double[] luma = {.2126, .7152, .0722};
    for (int c = 0; c < 3; c++) {
      sum += luma[c] * scene.sky().intensity() * scene.sky().environment().irradiance(0, 1, 0, c);
    }
    Light light = scene.lights().get(0);
    return sum + (sun ? light.color().luminance() * -light.direction().y : 0);
  }

  @Test
  void everySkyIsAsBrightAsDeclared() {
    for (String mode : new String[] {"gradient", "plain"}) {
      Skies skies = with("modes", new String[] {mode}, "intensity", ".7");
      assertEquals(.7, level(under(skies, 3, Map.of()), false), 1e-3, mode);
    }
    Skies clear = with("modes", new String[] {"analytic"}, "intensity", ".7", "cover", "0");
    assertEquals(.7, level(under(clear, 3, Map.of("elevation", "40")), true), 1e-3);
    Skies overcast = with("modes", new String[] {"analytic"}, "intensity", ".7", "cover", "1");
    Scene scene = under(overcast, 3, Map.of());
    assertEquals(.7, level(scene, false), 1e-3);
    assertEquals(new Rgb(0.75f, 0.72f, 0.68f), scene.lights().get(0).color());
  }

  @Test
  void sunStandsWhereTheSkyIsBrightest() {
    Skies clear = with("modes", new String[] {"analytic"}, "cover", "0");
    Scene scene = under(clear, 5, Map.of("elevation", "35", "rotation", "100"));
    Vector3f travels = scene.lights().get(0).direction();
    double azimuth = Math.toRadians(100);
    double flat = Math.cos(Math.toRadians(35));
    assertEquals(-flat * Math.sin(azimuth), travels.x, 1e-5);
    assertEquals(-Math.sin(Math.toRadians(35)), travels.y, 1e-5);
    assertEquals(flat * Math.cos(azimuth), travels.z, 1e-5);
    float[] radiance = scene.sky().environment().radiance();
    int brightest = 0;
    for (int p = 0; p < radiance.length / 3; p++) {
      brightest = radiance[3 * p + 1] > radiance[3 * brightest + 1] ? p : brightest;
    }
    assertEquals(31.5, brightest % 64, 1);
    assertEquals((90 - 35) / 180.0 * 32, brightest / 64 + .5, 1);
  }

  @Test
  void sunReplacesOrJoinsOrStaysAway() {
    int[] lights = new int[3];
    String[] ways = {"replace", "add", "leave"};
    for (int i = 0; i < 3; i++) {
      Skies skies = with("modes", new String[] {"analytic"}, "cover", "0", "sun", ways[i]);
      lights[i] = under(skies, 1, Map.of()).lights().size();
    }
    assertTrue(Arrays.equals(new int[] {1, 2, 1}, lights), Arrays.toString(lights));
  }

  @Test
  void hdriFilesAreSharedAndNormalised() {
    Assumptions.assumeTrue(Files.isDirectory(HDRI), "needs " + HDRI);
    Skies skies =
        with("modes", new String[] {"hdri"}, "hdri", new String[] {"" + HDRI}, "intensity", "1");
    Map<String, String> sunny = Map.of("hdri.file", "kloofendal_48d_partly_cloudy_puresky_1k.hdr");
    Scene scene = under(skies, 0, sunny);
    assertSame(scene.sky().environment(), under(skies, 1, sunny).sky().environment());
    Light sun = scene.lights().get(0);
    assertEquals(48, Math.toDegrees(Math.asin(-sun.direction().y)), 4);
    assertEquals(1, level(scene, true), 1e-3);
    assertTrue(sun.color().luminance() > .3, sun.toString());
    Scene hall = under(skies, 0, Map.of("hdri.file", "st_fagans_interior_1k.hdr"));
    assertEquals(new Rgb(0.75f, 0.72f, 0.68f), hall.lights().get(0).color());
  }

  @Test
  void aFileCutShortFailsItsSampleByName() throws IOException {
    Path cut = folder.resolve("cut.hdr");
    Files.writeString(cut, "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 512 +X 1024\n");
    Skies skies = with("modes", new String[] {"hdri"}, "hdri", new String[] {cut.toString()});
    String message =
        assertThrows(UncheckedIOException.class, () -> under(skies, 0, Map.of())).getMessage();
    assertEquals(cut + ": needs more bytes, the file is cut off in row 0", message);
    Files.writeString(cut, "#?RADIANCE\n");
    String refused =
        assertThrows(
                IllegalArgumentException.class, () -> with("hdri", new String[] {cut.toString()}))
            .getMessage();
    assertEquals("hdri: " + cut + ": needs more bytes, the file is cut off in its header", refused);
  }

  @Test
  void picturesAreSkiesToo() {
    Assumptions.assumeTrue(Files.isDirectory(PLACES), "needs " + PLACES);
    Skies skies =
        with("modes", new String[] {"images"}, "images", new String[] {PLACES + "/room_*"});
    Scene scene = under(skies, 2, Map.of("intensity", "1"));
    assertEquals(1, level(scene, false), 1e-3);
  }

  @Test
  void bytesAreThoseOfEveryPlatform() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < 12; i++) {
      Scene scene = under(stage(), i, Map.of());
      for (float value : scene.sky().environment().radiance()) {
        digest.update(ByteBuffer.allocate(4).putFloat(value).array());
      }
      Vector3f sun = scene.lights().get(0).direction();
      digest.update(
          ByteBuffer.allocate(12).putFloat(sun.x).putFloat(sun.y).putFloat(sun.z).array());
    }
    assertEquals(
        "d5ba118f1fac58acf9a56ac89b97433a06671bf17efc08a193c30ee2e55bac97",
        HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void colorsByHue() {
    assertEquals(new Rgb(1, 0, 0), SkyMode.color(0, 1, 1));
    assertEquals(new Rgb(0, 1, 0), SkyMode.color(120, 1, 1));
    assertEquals(new Rgb(0, 0, 2), SkyMode.color(-120, 1, 2));
    assertEquals(new Rgb(1, 1, .5f), SkyMode.color(60, .5, 1));
  }
}
