package org.variegate.randomizer.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.formats.Picture;
import org.variegate.formats.Png;
import org.variegate.scene.Backdrop;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Studio;
import org.variegate.scene.Tone;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class CompositeTest implements RandomizerContract {
  private static final Path PLACES = Path.of("../../../shared/data/places");

  @TempDir Path folder;

  /** Two pictures: red rises to the right, green downwards, blue is 90. */
  @BeforeEach
  void photographs() throws IOException {
    write("wide.png", 60, 40);
    write("high.png", 30, 50);
  }

  private void write(String name, int width, int height) throws IOException {
    byte[] values = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      values[3 * i] = (byte) (4 * (i % width));
      values[3 * i + 1] = (byte) (5 * (i / width));
      values[3 * i + 2] = 90;
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      new Png(out, 1).picture(new Picture(width, height, 3, values));
    }
  }

  @Override
  public Composite stage() {
    return with();
  }

  @Override
  public List<Fixture> samples() {
    return List.of(new Fixture("a leaf", CompositeTest::fill));
  }

  private static void fill(Sample sample) {
    float[] positions = {-.2f, 0, -.5f, .2f, 0, -.5f, 0, .6f, .5f};
    float[] normals = {0, 1, 0, 0, 1, 0, 0, 1, 0};
    Mesh mesh = Mesh.of(positions, normals, new int[] {0, 1, 2}).build();
    Model leaf = Model.rigid("leaf", mesh, Material.plain("leaf", Rgb.WHITE, 1));
    sample.put(Scene.SCENE, Studio.of(new Instance(1, "leaf", Role.SUBJECT, leaf)));
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "images=[]", () -> with("images", new String[0]),
        "images=[nowhere]", () -> with("images", new String[] {"nowhere"}),
        "probability=2", () -> with("probability", 2.0),
        "ground=-1", () -> with("ground", -1.0),
        "aspect=0", () -> with("aspect", 0.0),
        "zoom=.5", () -> with("zoom", ".5"),
        "blur=-1", () -> with("blur", "-1"),
        "level=-1", () -> with("level", "-1"),
        "size=1", () -> with("size", 1),
        "cache=-1", () -> with("cache", -1));
  }

  private Composite with(Object... options) {
    Object[] all = new Object[options.length + 2];
    all[0] = "images";
    all[1] = new String[] {folder.toString()};
    System.arraycopy(options, 0, all, 2, options.length);
    return new Composite(Options.of(Composite.Config.class, all));
  }

  private Scene compose(Composite composite, long index, Map<String, String> set) {
    return compose(composite, index, new DrawRecord(), set);
  }

  private Scene compose(
      Composite composite, long index, DrawRecord record, Map<String, String> set) {
    Sample sample = samples().get(0).open();
    composite.randomize(sample, new SampleDraws(6, index, record, new Overrides(set)));
    return sample.get(Scene.SCENE);
  }

  private static int[] code(Backdrop backdrop, int x, int y) {
    int[] code = new int[3];
    for (int c = 0; c < 3; c++) {
      code[c] = Tone.code(backdrop.values()[3 * (y * backdrop.width() + x) + c]);
    }
    return code;
  }

  /** Shown as it is: the tone curve that pictures go through gives the photograph's own codes. */
  @Test
  void theWholePhotographIsShownAsItIs() {
    Composite composite = with("aspect", 1.5, "zoom", "1", "blur", "0", "level", "1");
    Map<String, String> set = Map.of("file", "wide.png", "flip", "false");
    Backdrop backdrop = compose(composite, 0, set).backdrop().orElseThrow();
    assertEquals(60, backdrop.width());
    assertEquals(40, backdrop.height());
    for (int[] at : new int[][] {{0, 0}, {59, 0}, {0, 39}, {31, 17}}) {
      int[] code = code(backdrop, at[0], at[1]);
      assertEquals(4 * at[0], code[0], 1);
      assertEquals(5 * at[1], code[1], 1);
      assertEquals(90, code[2], 1);
    }
    Map<String, String> other = Map.of("file", "wide.png", "flip", "true");
    Backdrop mirrored = compose(composite, 0, other).backdrop().orElseThrow();
    assertEquals(4 * 59, code(mirrored, 0, 0)[0], 1);
  }

  @Test
  void partsHaveTheirShapeAndPlace() {
    Composite composite = with("aspect", 2.0, "blur", "0", "level", "1");
    Map<String, String> set =
        Map.of("file", "wide.png", "flip", "false", "zoom", "1.5", "place", "[1, 0.5]");
    Backdrop backdrop = compose(composite, 0, set).backdrop().orElseThrow();
    assertEquals(40, backdrop.width());
    assertEquals(20, backdrop.height());
    assertEquals(4 * 20, code(backdrop, 0, 0)[0], 1);
    assertEquals(5 * 10, code(backdrop, 0, 0)[1], 1);
  }

  @Test
  void blurKeepsTheMean() {
    Composite composite = with("zoom", "1", "level", "1");
    Map<String, String> sharp = Map.of("file", "wide.png", "blur", "0", "flip", "false");
    Map<String, String> soft = Map.of("file", "wide.png", "blur", "40", "flip", "false");
    float[] before = compose(composite, 0, sharp).backdrop().orElseThrow().values();
    float[] after = compose(composite, 0, soft).backdrop().orElseThrow().values();
    double sum = 0;
    double all = 0;
    for (int i = 0; i < before.length; i++) {
      sum += after[i] - before[i];
      all += before[i];
    }
    assertEquals(0, sum / all, .02);
    assertTrue(after[0] > before[0]);
  }

  @Test
  void drawsAsDeclared() {
    Composite composite = with("probability", .5);
    int shown = 0;
    int ground = 0;
    double[] zooms = new double[2000];
    for (int i = 0; i < 4000; i++) {
      DrawRecord record = new DrawRecord();
      Scene scene = compose(composite, i, record, Map.of());
      if (scene.backdrop().isPresent() && shown < zooms.length) {
        zooms[shown++] = (double) record.values().get("zoom");
        ground += scene.backdrop().get().shadows() ? 1 : 0;
      }
    }
    assertTrue(shown > 1800, "shown " + shown);
    assertDrawnFrom("uniform(1, 1.5)", java.util.Arrays.copyOf(zooms, shown));
    assertEquals(.7 * shown, ground, 5 * Math.sqrt(.21 * shown));
  }

  /** Blue light from a blue photograph, as bright as the sky was. */
  @Test
  void lightIsThatOfThePhotograph() {
    Composite composite = with("light", 1.0);
    Scene before = samples().get(0).open().get(Scene.SCENE);
    Scene after = compose(composite, 0, Map.of("file", "high.png"));
    double was = before.sky().environment().brightness();
    assertEquals(was, after.sky().environment().brightness(), .001 * was);
    float red = after.sky().environment().irradiance(0, 1, 0, 0);
    assertTrue(after.sky().environment().irradiance(0, 1, 0, 2) > 1.1 * red);
  }

  @Test
  void largePhotographsAreReduced() {
    Composite composite = with("size", 20, "aspect", 1.5, "zoom", "1", "level", "1", "blur", "0");
    Map<String, String> set = Map.of("file", "wide.png", "flip", "false");
    Backdrop backdrop = compose(composite, 0, set).backdrop().orElseThrow();
    assertEquals(20, backdrop.width());
    assertEquals(4 * 31, code(backdrop, 10, 5)[0], 3);
  }

  /** Of 960 x 648 pixels each sixth is read, and four by four of those are one. */
  @Test
  void ofVeryLargeOnesNotAllPixelsAreRead() throws IOException {
    byte[] values = new byte[3 * 960 * 648];
    for (int i = 0; i < 960 * 648; i++) {
      values[3 * i] = (byte) (i % 960 / 4);
      values[3 * i + 1] = (byte) (i / 960 / 4);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("large.png"))) {
      new Png(out, 1).picture(new Picture(960, 648, 3, values));
    }
    Composite composite = with("size", 40, "aspect", 1.5, "zoom", "1", "level", "1", "blur", "0");
    Map<String, String> set = Map.of("file", "large.png", "flip", "false");
    Backdrop backdrop = compose(composite, 0, set).backdrop().orElseThrow();
    assertEquals(40, backdrop.width());
    assertEquals(20.5 * 6, code(backdrop, 20, 10)[0], 3);
    assertEquals(10.5 * 6, code(backdrop, 20, 10)[1], 3);
  }

  @Test
  void whatIsNoPictureFailsItsSampleByName() throws IOException {
    Path broken = Files.write(folder.resolve("broken.png"), new byte[] {1, 2, 3});
    Map<String, String> set = Map.of("file", "broken.png");
    String message =
        assertThrows(UncheckedIOException.class, () -> compose(with(), 0, set)).getMessage();
    assertTrue(message.startsWith(broken + ": "), message);
    assertFalse(message.contains("\n"));
  }

  @Test
  void realPlaces() {
    Assumptions.assumeTrue(Files.isDirectory(PLACES), "needs " + PLACES);
    Composite composite = with("images", new String[] {PLACES.toString()});
    for (int i = 0; i < 20; i++) {
      Backdrop backdrop = compose(composite, i, Map.of()).backdrop().orElseThrow();
      assertEquals(backdrop.width(), backdrop.height(), 1);
    }
  }
}
