package org.variegate.source.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.formats.FileHash;
import org.variegate.raster.LatticeResampler;
import org.variegate.scene.Bounds;
import org.variegate.scene.Categories;
import org.variegate.scene.Scene;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.SourceContract;

class ModelsTest implements SourceContract {
  /** A wall 4 long along x, 2 high at its +x end and 1 at the other, and a point to the side. */
  private static final float[] WEDGE = {
    -2, 5, 0, 2, 5, 0, 2, 7, 0, -2, 5, 0, 2, 7, 0, -2, 6, 0, -2, 5, 0, 2, 5, 0, 0, 5, 1
  };

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    write("cat/a.gltf", "wedge.bin");
    write("cat/b.gltf", "wedge.bin");
    write("dog/rex/scene.gltf", "wedge.bin");
    write("fox/scene.gltf", "wedge.bin");
    Files.writeString(folder.resolve("cat/licence.txt"), "free");
    Files.createDirectories(folder.resolve(".git"));
  }

  private void write(String name, String buffer) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ByteBuffer bytes = ByteBuffer.allocate(4 * WEDGE.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(WEDGE);
    Files.write(file.resolveSibling(buffer), bytes.array());
    String text =
        """
        {"asset": {"version": "2.0"}, "buffers": [{"byteLength": 108, "uri": "BUFFER"}],
         "bufferViews": [{"buffer": 0, "byteLength": 108}],
         "accessors": [{"bufferView": 0, "componentType": 5126, "count": 9, "type": "VEC3"}],
         "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}], "nodes": [{"mesh": 0}]}
        """;
    Files.writeString(file, text.replace("BUFFER", buffer));
  }

  @Override
  public Models stage() {
    return with();
  }

  @Override
  public Map<String, Supplier<? extends Source>> refused() {
    return Map.of(
        "classes=[cow]", () -> with("classes", new String[] {"cow"}),
        "categories=[cat]", () -> with("categories", new String[] {"cat"}),
        "classes=[cat, cat]", () -> with("classes", new String[] {"cat", "cat"}),
        "weights=[1]", () -> with("weights", new double[] {1}),
        "lengths=[cat]", () -> with("lengths", new String[] {"cat"}),
        "lengths=[cat: 0]", () -> with("lengths", new String[] {"cat: 0"}),
        "largest=0", () -> with("largest", 0),
        "memory=5000", () -> with("memory", 5000),
        "path=nowhere", () -> with("path", folder.resolve("nowhere").toString()),
        "path=.git", () -> with("path", folder.resolve(".git").toString()));
  }

  private Models with(Object... options) {
    Map<String, Object> all = new TreeMap<>(Map.of("path", folder.toString()));
    for (int i = 0; i < options.length; i += 2) {
      all.put((String) options[i], options[i + 1]);
    }
    Object[] flat =
        all.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream()).toArray();
    return new Models(Options.of(Models.Config.class, flat));
  }

  private record Opened(Sample sample, Map<String, Object> draws, Map<String, String> inputs) {
    Scene scene() {
      return sample.get(Scene.SCENE);
    }

    Bounds bounds() {
      return scene().bounds(1, sample.arena());
    }
  }

  private static Opened open(Models models, long index) {
    Map<String, String> inputs = new HashMap<>();
    Sample sample = new Sample(index, new LatticeResampler(), HeapArena.zeroed(), inputs::put);
    DrawRecord record = new DrawRecord();
    models.open(sample, new SampleDraws(7, index, record, Overrides.NONE));
    return new Opened(sample, record.values(), inputs);
  }

  @Test
  void classesAreNumberedAmongAllOfTheDataset() {
    Models models =
        with("classes", new String[] {"cat"}, "categories", new String[] {"bike", "cat"});
    assertEquals(List.of("bike", "cat"), open(models, 0).scene().classes());
    assertEquals(Map.of(1, "bike", 2, "cat"), Categories.classes(models.facts()));
  }

  /** Five standard errors: a fresh seed fails once in 10^6. */
  @Test
  void classesComeByWeightAndTheirModelsAlike() {
    Models models = with("classes", new String[] {"dog", "cat"}, "weights", new double[] {1, 3});
    int cats = 0;
    int first = 0;
    for (int i = 0; i < 2000; i++) {
      Opened opened = open(models, i);
      boolean cat = opened.scene().subject().category().equals("cat");
      assertEquals(cat, !opened.draws().get("model").equals("scene.gltf"));
      cats += cat ? 1 : 0;
      first += opened.draws().get("model").equals("a.gltf") ? 1 : 0;
      assertEquals(List.of("cat", "dog"), opened.scene().classes());
    }
    assertEquals(1500, cats, 5 * Math.sqrt(375));
    assertEquals(.5 * cats, first, 5 * Math.sqrt(.25 * cats));
  }

  @Test
  void namesTellAllFilesApartAndTheirFilesAreInputs() throws IOException {
    Models models = with();
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < 50; i++) {
      names.add(open(models, i).draws().get("model").toString());
    }
    assertEquals("[cat/a.gltf, cat/b.gltf, fox/scene.gltf, rex/scene.gltf]", names.toString());
    Opened opened = open(models, 0);
    String name = (String) opened.sample().annotations().get("model");
    assertEquals(name, opened.draws().get("model"));
    assertEquals(
        new TreeSet<>(List.of(name, name + "/wedge.bin", "path")),
        new TreeSet<>(opened.inputs().keySet()));
    String wedge = FileHash.of(folder.resolve("cat/wedge.bin"));
    assertEquals(wedge, opened.inputs().get(name + "/wedge.bin"));
  }

  @Test
  void modelsStandOnTheGroundInTheMiddleAndLookForward() {
    Models models = with("classes", new String[] {"cat"}, "lengths", new String[] {"cat: 0.6"});
    Bounds bounds = open(models, 0).bounds();
    assertTrue(bounds.lower().epsilonEquals(new Point3f(-.075f, 0, -.3f), 1e-6f), "" + bounds);
    assertTrue(bounds.upper().epsilonEquals(new Point3f(.075f, .3f, .3f), 1e-6f), "" + bounds);
    float[] p = open(models, 0).scene().subject().model().mesh().positions();
    for (int i = 0; i < p.length; i += 3) {
      assertFalse(p[i + 1] > .2f && p[i + 2] < 0, "the high end looks along +Z");
    }
    assertEquals(1, open(with("classes", new String[] {"fox"}), 0).bounds().upper().z * 2, 1e-6);
  }

  @Test
  void aTableSaysHowLongAModelIsAndWhereItLooks() throws IOException {
    Path table = folder.resolve("models.yaml");
    Files.writeString(table, "a.gltf: {yaw: 0, length: 8}\nb.gltf: {length: 8}\n");
    Models models = with("classes", new String[] {"cat"});
    for (int i = 0; i < 10; i++) {
      Opened opened = open(models, i);
      boolean turned = opened.draws().get("model").equals("b.gltf");
      assertEquals(8, 2 * (turned ? opened.bounds().upper().z : opened.bounds().upper().x), 1e-5);
      assertEquals(FileHash.of(table), opened.inputs().get("models.yaml"));
    }
    for (String wrong :
        new String[] {
          "[",
          "a",
          "a: 1",
          "a: {yaw: east}",
          "a: {length: 0}",
          "a: {high: 1}",
          "",
          "a: &x {yaw: {b: *x}}",
          "a: " + "[".repeat(20_000),
          "c.gltf: {yaw: 3}"
        }) {
      Files.writeString(table, wrong);
      String message = assertThrows(IllegalArgumentException.class, this::with).getMessage();
      assertTrue(message.startsWith("path: ") && message.contains("models.yaml: "), message);
      assertFalse(message.contains("\n"), message);
    }
  }

  @Test
  void namesOfAnyCharacters() throws IOException {
    for (String name : new String[] {"cow [2]", "c*w", "{cow}", "c?w", "cow é"}) {
      write(name + "/a b\n[x].gltf", "wedge.bin");
      assertEquals(
          "a b\n[x].gltf", open(with("classes", new String[] {name}), 0).draws().get("model"));
    }
    for (String path : new String[] {"", " ", "a\0b"}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> with("path", path)).getMessage();
      assertTrue(message.startsWith("path: needs a folder"), message);
    }
  }

  @Test
  void brokenFilesFailTheirSamplesInOneLine() throws IOException {
    Path broken = folder.resolve("cow/broken.glb");
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, "no glTF");
    Models models = with("classes", new String[] {"cow"});
    for (int i = 0; i < 2; i++) {
      String message = assertThrows(UncheckedIOException.class, () -> open(models, 0)).getMessage();
      assertTrue(message.startsWith(broken + ": line 1, column "), message);
    }
    Files.delete(broken);
    String message = assertThrows(IllegalArgumentException.class, this::with).getMessage();
    assertEquals(
        "path: " + folder + "/cow: needs files that end in .glb, .gltf, got none", message);
  }

  /** Every animal of the real files that lies along X is turned to its front. */
  @Test
  void realFilesLookForward() {
    Path real = Path.of("../../../shared/data/models3d");
    assumeTrue(Files.isDirectory(real), "needs real data in ../shared/data");
    Models models = with("path", real.toString(), "classes", new String[] {"cat", "dog"});
    for (int i = 0; i < 60; i++) {
      Opened opened = open(models, i);
      Bounds bounds = opened.bounds();
      String name = opened.sample().annotations().get("model").toString();
      assertEquals(0, bounds.lower().y, 1e-4, name);
      assertTrue(bounds.upper().z >= bounds.upper().x, name);
      double longest = Math.max(bounds.height(), bounds.upper().z - bounds.lower().z);
      assertEquals(opened.scene().subject().category().equals("cat") ? .6 : .9, longest, 1e-4);
      assertTrue(Front.covariance(opened.scene().subject().model().mesh(), 2) > 0, name);
    }
  }
}
