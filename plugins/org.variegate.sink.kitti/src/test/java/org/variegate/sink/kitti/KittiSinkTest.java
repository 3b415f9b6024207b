package org.variegate.sink.kitti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Member;
import org.variegate.api.Sample;
import org.variegate.api.Shard;
import org.variegate.api.ShardFiles;
import org.variegate.api.Sink;
import org.variegate.scene.Camera;
import org.variegate.scene.Categories;
import org.variegate.scene.Scene;
import org.variegate.scene.Truth;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.SceneFixtures;
import org.variegate.tck.SinkContract;

class KittiSinkTest implements SinkContract {

  @Override
  public Sink stage() {
    return new KittiSink(Options.of(KittiSink.Config.class));
  }

  @Override
  public List<Fixture> samples() {
    return List.of(SceneFixtures.annotated(40, 30), SceneFixtures.annotated(17, 31));
  }

  @Override
  public Map<String, Supplier<? extends Sink>> refused() {
    return Map.of(
        "format=gif", () -> new KittiSink(Options.of(KittiSink.Config.class, "format", "gif")),
        "quality=0", () -> new KittiSink(Options.of(KittiSink.Config.class, "quality", 0)));
  }

  private record Bytes(String name, byte[] bytes) implements Member {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  private record Names(List<String> names) implements ShardFiles {
    @Override
    public long shard() {
      return 0;
    }

    @Override
    public OutputStream create(String name) {
      names.add(name);
      return new ByteArrayOutputStream();
    }
  }

  @Test
  void filesLieInKittisFolders() throws IOException {
    Names names = new Names(new ArrayList<>());
    Shard shard = stage().begin(names);
    List<Member> members = new ArrayList<>();
    apply(stage(), samples().get(0).open(), null)
        .forEach((name, bytes) -> members.add(new Bytes(name, bytes)));
    shard.append(42, members);
    assertEquals(
        List.of("image_2/000042.png", "label_2/000042.txt", "calib/000042.txt"), names.names);
  }

  private List<String> lines(Sample sample, String member) {
    byte[] bytes = apply(stage(), sample, null).get(member);
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void aLabelTellsTheBoxes() {
    Sample sample = SceneFixtures.annotated(80, 60).open();
    List<String> labels = lines(sample, "label.txt");
    assertEquals(2, labels.size());
    assertTrue(labels.get(0).startsWith("cat ") && labels.get(1).startsWith("dog "));
    double[] cat = numbers(labels.get(0));
    assertEquals(14, cat.length);
    Map<String, Object> truth = sample.get(Truth.TRUTH).objects().get(0);
    double[] box = (double[]) truth.get("box");
    assertEquals((double) truth.get("truncated"), cat[0], 1e-4);
    assertEquals((double) truth.get("visible") < 0.5 ? 2 : 1, cat[1]);
    assertEquals(box[0], cat[3]);
    assertEquals(box[1] + box[3] - 1, cat[6]);
    assertEquals(List.of(.8, .4, .6), List.of(cat[7], cat[8], cat[9]));
  }

  /** The box of the label, drawn by the matrix of the calibration, is where the mesh is. */
  @Test
  void labelAndCalibrationFitTheCamera() {
    Sample sample = SceneFixtures.annotated(80, 60).open();
    Scene scene = sample.get(Scene.SCENE);
    Camera level = Camera.lookAt(new Point3f(0.9f, 0.4f, 3), new Point3f(0.1f, 0.4f, 0), 0, 0.6);
    Matrix4f toCamera = new Matrix4f(level.toWorld());
    toCamera.invert();
    toCamera.mul(scene.subject().placement());
    Point3f centre = new Point3f();
    toCamera.transform(centre);
    double[] axes = {
      toCamera.m00,
      toCamera.m10,
      toCamera.m20,
      toCamera.m01,
      toCamera.m11,
      toCamera.m21,
      toCamera.m02,
      toCamera.m12,
      toCamera.m22
    };
    Map<String, Object> object =
        Map.of(
            "class",
            "cat",
            "box",
            new double[4],
            "truncated",
            0.0,
            "visible",
            1.0,
            "box3d",
            Map.of(
                "centre", new double[] {centre.x, centre.y, centre.z},
                "size", new double[] {.4, .8, .6},
                "axes", axes));
    double[] label = numbers(LabelLine.of(object));
    assertEquals(0, label[1]);
    Map<String, Object> odd = new HashMap<>(object);
    odd.put("class", "a b\nc\u00a0\t\u001bd");
    assertEquals("a_b_c___d", LabelLine.of(odd).split("\\s", 2)[0]);
    double c = StrictMath.cos(label[13]);
    double s = StrictMath.sin(label[13]);
    double front = label[9] / 2;
    double x = c * front + label[10];
    double z = -s * front + label[12];
    Point3f nose = new Point3f(0, 0, 0.3f);
    toCamera.transform(nose);
    assertEquals(nose.x, x, 1e-3);
    assertEquals(-nose.z, z, 1e-3);
    assertEquals(0.4, label[11], 1e-3);
    double[] p2 = numbers(lines(sample, "calib.txt").get(2));
    double[] seen = scene.camera().project(new Point3f(0.3f, 0.2f, 0.1f), 80, 60);
    Matrix4f inverse = new Matrix4f(scene.camera().toWorld());
    inverse.invert();
    Point3f p = new Point3f(0.3f, 0.2f, 0.1f);
    inverse.transform(p);
    assertEquals(seen[0], (p2[0] * p.x - p2[2] * p.z) / -p.z, 1e-2);
    assertEquals(seen[1], (-p2[5] * p.y - p2[6] * p.z) / -p.z, 1e-2);
  }

  @Test
  void twoClassesDoNotShareALabel() {
    stage().check(Categories.numbered(List.of("a b", "a-b", "ab")));
    Map<String, Object> facts = Categories.numbered(List.of("a b", "a-b", "a_b"));
    var error = assertThrows(IllegalArgumentException.class, () -> stage().check(facts));
    assertEquals(
        "categories: needs names that differ in more than spaces and _, got a b and a_b",
        error.getMessage());
    Sample sample = SceneFixtures.annotated(40, 30).open();
    sample.put(Truth.TRUTH, new Truth(List.of("a b", "a_b"), List.of()));
    assertThrows(IllegalArgumentException.class, () -> apply(stage(), sample, null));
  }

  @Test
  void withoutBoxesThereAreNoLabels() {
    Sample sample = SceneFixtures.picture(40, 30).open();
    Truth.tell(sample, sighting -> Map.of());
    var error = assertThrows(IllegalStateException.class, () -> apply(stage(), sample, null));
    assertEquals("kitti: needs boxes; put the stage boxes before the sink", error.getMessage());
  }
}
