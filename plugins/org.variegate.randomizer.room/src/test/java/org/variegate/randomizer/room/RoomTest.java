package org.variegate.randomizer.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Bounds;
import org.variegate.scene.Camera;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Studio;
import org.variegate.scene.shape.Shapes;
import org.variegate.tck.Fixture;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class RoomTest implements RandomizerContract {

  private static Room with(Object... options) {
    return new Room(Options.of(Room.Config.class, options));
  }

  private static Scene scene(Point3f eye) {
    Model box =
        Model.rigid("box", Shapes.box(1, 1, 1, 0), Material.plain("plain", Rgb.WHITE, 0.5f));
    Scene scene = Studio.of(new Instance(1, "dog", Role.SUBJECT, box));
    scene.camera(Camera.lookAt(eye, new Point3f(), 0, 0.6));
    return scene;
  }

  @Override
  public Randomizer stage() {
    return with();
  }

  @Override
  public List<Fixture> samples() {
    Point3f eye = new Point3f(1, 2, 3);
    return List.of(
        new Fixture("a dog", sample -> sample.put(Scene.SCENE, scene(eye))),
        new Fixture("from above", s -> s.put(Scene.SCENE, scene(new Point3f(0, 4, 0)))),
        new Fixture(
            "nobody",
            sample -> {
              Scene scene = scene(eye);
              sample.put(Scene.SCENE, new Scene(scene.camera(), scene.lights(), scene.sky()));
            }));
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "probability=2", () -> with("probability", 2.0),
        "side=-1", () -> with("side", -1.0),
        "skirting=2", () -> with("skirting", 2.0),
        "distance=0", () -> with("distance", "0"),
        "breadth=-1", () -> with("breadth", "-1"),
        "turn=left", () -> with("turn", "left"),
        "turn=90", () -> with("turn", "90"),
        "height=0", () -> with("height", "0"));
  }

  private static Scene walled(Room stage, long index, Point3f eye, DrawRecord record) {
    Scene scene = scene(eye);
    Sample sample =
        new Fixture("scene", s -> s.put(Scene.SCENE, scene)).open(index, HeapArena.zeroed());
    stage.randomize(sample, new SampleDraws(8, index, record, Overrides.NONE).child("room"));
    return scene;
  }

  /** Seen along a wall's own axes neither camera nor subject is cut by it, nor does it hide one. */
  @Test
  void nothingStandsBetweenCameraAndSubject() {
    Room stage = with("probability", 1.0, "side", 0.8);
    int walls = 0;
    for (int i = 0; i < 500; i++) {
      double angle = i * 0.7;
      Point3f eye = new Point3f((float) (4 * Math.sin(angle)), 1, (float) (4 * Math.cos(angle)));
      Scene scene = walled(stage, i, eye, new DrawRecord());
      for (Instance wall : scene.instances().subList(2, scene.instances().size())) {
        walls++;
        assertEquals(Role.SURROUNDING, wall.role());
        Matrix4f inverse = new Matrix4f(wall.placement());
        inverse.invert();
        Point3f camera = new Point3f(eye);
        inverse.transform(camera);
        for (Point3f corner : scene.bounds(1, HeapArena.zeroed()).corners()) {
          inverse.transform(corner);
          assertTrue(corner.z * camera.z > 0, "scene " + i + ": a wall between");
          assertTrue(Math.abs(corner.z) > 0.05, "scene " + i + ": through the subject");
        }
        assertTrue(Math.abs(camera.z) > 0.1, "scene " + i + ": through the camera");
      }
    }
    assertTrue(walls > 1000, walls + " walls");
  }

  @Test
  void wallsAreWhereTheyAreAskedFor() {
    Room stage =
        with(
            "probability",
            1.0,
            "side",
            1.0,
            "distance",
            "2",
            "breadth",
            "3",
            "turn",
            "0",
            "height",
            "2.5",
            "skirting",
            0.0);
    Scene scene = walled(stage, 0, new Point3f(0, 1, 4), new DrawRecord());
    assertEquals(5, scene.instances().size());
    double half = Math.sqrt(0.5);
    Bounds back = scene.bounds(3, HeapArena.zeroed());
    assertEquals(-half - 2, back.centre().z, 1e-5);
    assertEquals(0, back.lower().y, 1e-6);
    assertEquals(2.5, back.upper().y, 1e-6);
    assertEquals(-half - 3, scene.bounds(4, HeapArena.zeroed()).centre().x, 1e-5);
    assertEquals(half + 3, scene.bounds(5, HeapArena.zeroed()).centre().x, 1e-5);
  }

  @Test
  void drawsAsDeclared() {
    double[] turns = new double[2000];
    int walls = 0;
    for (int i = 0; i < turns.length; i++) {
      DrawRecord record = new DrawRecord();
      walled(with("probability", 1.0), i, new Point3f(0, 1, 4), record);
      turns[i] = (Double) record.values().get("room.turn");
      walls +=
          walled(with(), i, new Point3f(0, 1, 4), new DrawRecord()).instances().size() > 2 ? 1 : 0;
    }
    assertDrawnFrom("truncated(0, 25, -60, 60)", turns);
    assertEquals(1000, walls, 5 * Math.sqrt(500), "one failure in 10^6 seeds");
  }
}
