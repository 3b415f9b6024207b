package org.variegate.randomizer.distractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.formats.FileHash;
import org.variegate.raster.LatticeResampler;
import org.variegate.scene.Bounds;
import org.variegate.scene.Camera;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Studio;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;
import org.variegate.tck.Fixture;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class DistractorTest implements RandomizerContract {

  private static Distractor with(Object... options) {
    return new Distractor(Options.of(Distractor.Config.class, options));
  }

  /** A subject 1 m high, 2 m wide and 3 m deep, the camera before it at +z. */
  private static Scene scene() {
    Model box =
        Model.rigid("box", Shapes.box(2, 1, 3, 0), Material.plain("plain", Rgb.WHITE, 0.5f));
    Scene scene =
        Studio.of(
            new Instance(1, "dog", Role.SUBJECT, box).withPlacement(Placements.at(5, 0.5, 0)));
    scene.camera(Camera.lookAt(new Point3f(5, 1, 6), new Point3f(5, 0.5f, 0), 0, 0.6));
    return scene;
  }

  @Override
  public Randomizer stage() {
    return with();
  }

  @Override
  public List<Fixture> samples() {
    return List.of(
        new Fixture("a dog", sample -> sample.put(Scene.SCENE, scene())),
        new Fixture(
            "nobody",
            sample -> {
              Scene scene = scene();
              sample.put(Scene.SCENE, new Scene(scene.camera(), scene.lights(), scene.sky()));
            }));
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.ofEntries(
        Map.entry("count=-1", () -> with("count", "-1")),
        Map.entry("count=1.5", () -> with("count", "1.5")),
        Map.entry("shapes=cube", () -> with("shapes", new String[] {"cube"})),
        Map.entry("models=no/*.glb", () -> with("models", new String[] {"no/*.glb"})),
        Map.entry("models=no.glb", () -> with("models", new String[] {"no.glb"})),
        Map.entry("modelProbability=2", () -> with("modelProbability", 2.0)),
        Map.entry("cache=-1", () -> with("cache", -1)),
        Map.entry("size=-1", () -> with("size", "-1")),
        Map.entry("distance=-1", () -> with("distance", "-1")),
        Map.entry("azimuth=left", () -> with("azimuth", "left")),
        Map.entry("tries=0", () -> with("tries", 0)));
  }

  private static Scene distracted(Distractor stage, long index, DrawRecord record) {
    return distracted(stage, index, record, new TreeMap<>());
  }

  private static Scene distracted(
      Distractor stage, long index, DrawRecord record, Map<String, String> inputs) {
    Scene scene = scene();
    Sample sample = new Sample(index, new LatticeResampler(), HeapArena.zeroed(), inputs::put);
    sample.put(Scene.SCENE, scene);
    stage.randomize(sample, new SampleDraws(8, index, record, Overrides.NONE).child("distractor"));
    return scene;
  }

  @Test
  void nothingTouchesAnything() {
    Distractor stage = with("count", "12");
    int count = 0;
    for (int i = 0; i < 200; i++) {
      Scene scene = distracted(stage, i, new DrawRecord());
      List<Instance> all = scene.instances();
      for (int a = 2; a < all.size(); a++) {
        count++;
        Bounds one = scene.bounds(a + 1, HeapArena.zeroed());
        assertEquals(0, one.lower().y, 1e-4, "on the ground");
        assertTrue(!one.contains(scene.camera().eye()));
        for (int b = 0; b < a; b++) {
          Bounds other = scene.bounds(b + 1, HeapArena.zeroed());
          boolean overlap =
              one.lower().x < other.upper().x
                  && one.upper().x > other.lower().x
                  && one.lower().z < other.upper().z
                  && one.upper().z > other.lower().z;
          assertTrue(b == 1 || !overlap, "scene " + i + ": " + a + " and " + b);
        }
      }
    }
    assertTrue(count > 200 * 11, "only " + count);
  }

  /** Straight behind, at the distance asked for, of the size asked for. */
  @Test
  void placesAreInHeightsOfTheSubject() {
    Distractor stage =
        with(
            "count",
            "1",
            "size",
            "0.5",
            "distance",
            "2",
            "azimuth",
            "0",
            "shapes",
            new String[] {"sphere"});
    for (int i = 0; i < 50; i++) {
      Scene scene = distracted(stage, i, new DrawRecord());
      Bounds bounds = scene.bounds(3, HeapArena.zeroed());
      assertEquals(5, bounds.centre().x, 1e-4);
      assertEquals(-1.5 - 2 - 0.25, bounds.centre().z, 1e-4);
      assertTrue(bounds.height() <= 0.5001);
    }
  }

  /** One triangle of 2 x 4 m in a file, brought to its longest side. */
  @Test
  void modelsAreDistractorsToo(@TempDir Path folder) throws Exception {
    ByteBuffer data = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : new float[] {1, 1, 1, 3, 1, 1, 1, 5, 1}) {
      data.putFloat(value);
    }
    String json =
        """
        {"asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}],
         "nodes": [{"mesh": 0}],
         "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
         "accessors": [{"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3",
           "min": [1, 1, 1], "max": [3, 5, 1]}],
         "bufferViews": [{"buffer": 0, "byteLength": 36}],
         "buffers": [{"byteLength": 36, "uri": "data:application/octet-stream;base64,%s"}]}
        """
            .formatted(Base64.getEncoder().encodeToString(data.array()));
    Path file = folder.resolve("triangle.gltf");
    Files.writeString(file, json);
    Distractor stage =
        with(
            "count",
            "1",
            "size",
            "2",
            "models",
            new String[] {folder.toString()},
            "modelProbability",
            1.0);
    Map<String, String> inputs = new TreeMap<>();
    Scene scene = distracted(stage, 0, new DrawRecord(), inputs);
    String names = FileHash.ofText("triangle.gltf\n");
    assertEquals(Map.of("triangle.gltf", FileHash.of(file), "models", names), inputs);
    Bounds bounds = scene.bounds(3, HeapArena.zeroed());
    assertEquals(2, bounds.height(), 1e-4);
    assertEquals(0, bounds.lower().y, 1e-4);
    Files.writeString(file, json.substring(0, 300));
    Distractor broken =
        with("count", "1", "models", new String[] {folder.toString()}, "modelProbability", 1.0);
    String message =
        assertThrows(UncheckedIOException.class, () -> distracted(broken, 0, new DrawRecord()))
            .getMessage();
    assertTrue(message.startsWith("models: ") && message.contains("triangle.gltf"), message);
  }

  @Test
  void drawsAsDeclared() {
    double[] counts = new double[2000];
    double[] sizes = new double[2000];
    Distractor stage = with("count", "integer(1, 6)");
    for (int i = 0; i < counts.length; i++) {
      DrawRecord record = new DrawRecord();
      distracted(stage, i, record);
      counts[i] = (Double) record.values().get("distractor.count");
      sizes[i] = (Double) record.values().get("distractor.distractor[0].size");
    }
    assertDrawnFrom("integer(1, 6)", counts);
    assertDrawnFrom("loguniform(0.2, 2)", sizes);
  }
}
