package org.variegate.randomizer.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.formats.Picture;
import org.variegate.formats.Png;
import org.variegate.scene.Camera;
import org.variegate.scene.Environment;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Sky;
import org.variegate.scene.shape.Shapes;
import org.variegate.tck.Fixture;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class TexturingTest implements RandomizerContract {
  private static final Role[] ROLES = {
    Role.SUBJECT, Role.GROUND, Role.SURROUNDING, Role.OCCLUDER, Role.OCCLUDER, Role.DISTRACTOR
  };

  static Texturing with(Object... options) {
    return new Texturing(Options.of(Texturing.Config.class, options));
  }

  private static Scene scene() {
    Camera camera = Camera.lookAt(new Point3f(0, 1, 3), new Point3f(), 0, 1);
    float[] grey = new float[24];
    Scene scene = new Scene(camera, List.of(), new Sky(new Environment(4, 2, grey), 0, 1));
    Mesh box = Shapes.box(1, 1, 1, 0);
    float[] colours = new float[3 * box.vertices()];
    Mesh coloured =
        Mesh.of(box.positions(), box.normals(), box.triangles())
            .uvs(box.uvs())
            .colors(colours)
            .build();
    Material plain = Material.plain("plain", Rgb.WHITE, 0.5f);
    for (Role role : ROLES) {
      Model model = Model.rigid("box", role == Role.SUBJECT ? coloured : box, plain);
      scene.add(new Instance(scene.nextId(), "box", role, model));
    }
    return scene;
  }

  @Override
  public Randomizer stage() {
    return with("materials", new String[] {"granite", "sand"}, "variants", 2);
  }

  @Override
  public List<Fixture> samples() {
    return List.of(
        new Fixture("a scene", sample -> sample.put(Scene.SCENE, scene())),
        new Fixture(
            "an empty scene",
            sample -> {
              Scene scene = scene();
              sample.put(Scene.SCENE, new Scene(scene.camera(), scene.lights(), scene.sky()));
            }));
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.ofEntries(
        Map.entry("target=floor", () -> with("target", new String[] {"floor"})),
        Map.entry("target=", () -> with("target", new String[0])),
        Map.entry("probability=2", () -> with("probability", 2.0)),
        Map.entry("materials=granit", () -> with("materials", new String[] {"granit"})),
        Map.entry("images=pom.xml/*", () -> with("images", new String[] {"src/*.png"})),
        Map.entry("imageProbability=-1", () -> with("imageProbability", -1.0)),
        Map.entry("variants=0", () -> with("variants", 0)),
        Map.entry("scale=0", () -> with("scale", "0")),
        Map.entry("roughness=-1", () -> with("roughness", "-1")),
        Map.entry("relief=normal(0, 1)", () -> with("relief", "normal(0, 1)")),
        Map.entry("cache=-1", () -> with("cache", -1)));
  }

  static Scene textured(Texturing stage, long index, DrawRecord record) {
    Scene scene = scene();
    Sample sample =
        new Fixture("scene", s -> s.put(Scene.SCENE, scene)).open(index, HeapArena.zeroed());
    stage.randomize(sample, new SampleDraws(5, index, record, Overrides.NONE).child("texture"));
    return scene;
  }

  private static Material material(Scene scene, int id) {
    return scene.instances().get(id - 1).materials().get(0);
  }

  @Test
  void targetsAreThoseNamed() {
    Map<String, List<Integer>> ids =
        Map.of(
            "surroundings", List.of(2, 3, 4, 5, 6),
            "ground", List.of(2),
            "walls", List.of(3),
            "occluders", List.of(4, 5),
            "distractors", List.of(6),
            "subject", List.of(1));
    ids.forEach(
        (target, expected) -> {
          String[] targets = {target};
          Scene scene =
              textured(
                  with("target", targets, "materials", new String[] {"sand"}), 0, new DrawRecord());
          for (int id = 1; id <= ROLES.length; id++) {
            assertEquals(
                expected.contains(id), material(scene, id).albedo() != null, target + " " + id);
          }
        });
  }

  @Test
  void aTexturedSubjectLosesItsCoat() {
    Scene scene =
        textured(
            with("target", new String[] {"subject"}, "materials", new String[] {"sand"}),
            0,
            new DrawRecord());
    assertNull(scene.subject().model().mesh().colors());
    assertEquals(1, material(scene, 1).color().green(), 0.6);
  }

  /** A variant is the same texture wherever it is used; another is another. */
  @Test
  void variantsAreShared() {
    String[] sand = {"sand"};
    Texturing one = with("materials", sand, "variants", 1);
    Scene first = textured(one, 0, new DrawRecord());
    Scene second = textured(one, 1, new DrawRecord());
    assertSame(material(first, 2).albedo(), material(second, 2).albedo());
    assertNotEquals(material(first, 2).mapping(), material(second, 2).mapping());
    Texturing other = with("materials", sand, "variants", 1, "cache", 0);
    Scene again = textured(other, 1, new DrawRecord());
    assertNotSame(material(again, 2).albedo(), material(again, 4).albedo());
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        material(first, 2).albedo().level(0), material(again, 2).albedo().level(0));
  }

  @Test
  void drawsAsDeclared() {
    Texturing stage = with("materials", new String[] {"water", "snow"}, "variants", 1);
    double[] scales = new double[2000];
    double[] tints = new double[2000];
    int snow = 0;
    for (int i = 0; i < 2000; i++) {
      DrawRecord record = new DrawRecord();
      textured(stage, i, record);
      scales[i] = (Double) record.values().get("texture.ground[0].scale");
      tints[i] = ((double[]) record.values().get("texture.ground[0].tint"))[1];
      snow += "snow".equals(record.values().get("texture.ground[0].material")) ? 1 : 0;
    }
    assertDrawnFrom("loguniform(0.5, 2)", scales);
    assertDrawnFrom("normal(0, 0.12)", tints);
    assertEquals(1000, snow, 5 * Math.sqrt(500), "one failure in 10^6 seeds");
  }

  /** A red square in a black frame, and a file cut short. */
  @Test
  void imagesAreMaterialsToo(@TempDir Path folder) throws Exception {
    byte[] values = new byte[3 * 40 * 30];
    for (int i = 0; i < 40 * 30; i++) {
      values[3 * i] = (byte) (i % 40 < 5 || i % 40 >= 35 ? 0 : 200);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("red.png"))) {
      new Png(out, 1).picture(new Picture(40, 30, 3, values));
    }
    Object[] options = {
      "images",
      new String[] {folder.toString()},
      "imageProbability",
      1.0,
      "imageSize",
      0.5,
      "scale",
      "1"
    };
    Material material = material(textured(with(options), 0, new DrawRecord()), 2);
    byte[] texels = material.albedo().level(0);
    for (int i = 0; i < texels.length; i++) {
      assertEquals(i % 3 == 0 ? 200 : 0, texels[i] & 255);
    }
    assertEquals(2, material.mapping().scaleU());
    Files.write(folder.resolve("red.png"), new byte[] {1, 2, 3});
    var error =
        assertThrows(
            UncheckedIOException.class, () -> textured(with(options), 0, new DrawRecord()));
    assertTrue(error.getMessage().startsWith("images: "), error.getMessage());
    assertTrue(error.getMessage().contains("red.png"), error.getMessage());
  }

  @Test
  void sizesAreInMetres() {
    Scene scene =
        textured(with("materials", new String[] {"ripples"}, "scale", "2"), 0, new DrawRecord());
    assertEquals(1 / (2 * 1.5), material(scene, 2).mapping().scaleU(), 1e-6);
    assertTrue(material(scene, 2).mapping().triplanar());
    assertTrue(material(scene, 2).bumpDepth() > 0);
  }
}
