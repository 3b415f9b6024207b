package org.variegate.randomizer.occluder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Arena;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.render.Visibility;
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

class OccluderTest implements RandomizerContract {

  private static Occluder with(Object... options) {
    return new Occluder(Options.of(Occluder.Config.class, options));
  }

  private static Model box(double x, double y, double z) {
    return Model.rigid("box", Shapes.box(x, y, z, 0), Material.plain("plain", Rgb.WHITE, 0.5f));
  }

  /** A box of the size of a dog, seen from a little above. */
  private static Scene scene() {
    Scene scene =
        Studio.of(
            new Instance(1, "dog", Role.SUBJECT, box(0.3, 0.6, 0.8))
                .withPlacement(Placements.at(0, 0.3, 0)));
    scene.camera(Camera.lookAt(new Point3f(1, 0.8f, 2), new Point3f(0, 0.3f, 0), 0, 0.6));
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
    return Map.of(
        "count=65", () -> with("count", "65"),
        "count=1.5", () -> with("count", "1.5"),
        "shapes=cube", () -> with("shapes", new String[] {"cube"}),
        "size=0", () -> with("size", "0"),
        "between=2", () -> with("between", 2.0),
        "minVisible=-1", () -> with("minVisible", -1.0),
        "tries=0", () -> with("tries", 0),
        "aspect=0", () -> with("aspect", 0.0));
  }

  private static Scene occluded(Occluder stage, Scene scene, long index) {
    Sample sample =
        new Fixture("scene", s -> s.put(Scene.SCENE, scene)).open(index, HeapArena.zeroed());
    SampleDraws draws = new SampleDraws(8, index, new DrawRecord(), Overrides.NONE);
    stage.randomize(sample, draws.child("occluder"));
    return scene;
  }

  private static double visible(Scene scene, int pixels, Arena arena) {
    return new Visibility(scene, 1, pixels, pixels, arena).share().fraction();
  }

  /** Also in a picture eight times as fine, and it is not for want of occluders. */
  @Test
  void theBoundHoldsOver2000Scenes() {
    Occluder stage = with("count", "6", "between", 1.0);
    double sum = 0;
    int occluders = 0;
    double least = 1;
    for (int i = 0; i < 2000; i++) {
      Scene scene = occluded(stage, scene(), i);
      double fraction = visible(scene, i % 100 == 0 ? 512 : 96, HeapArena.zeroed());
      assertTrue(fraction >= 0.3, "scene " + i + ": " + fraction);
      least = Math.min(least, fraction);
      sum += fraction;
      occluders += scene.instances().size() - 2;
    }
    assertTrue(least < 0.35, "the least seen is " + least);
    assertTrue(sum / 2000 < 0.7, "seen on the mean: " + sum / 2000);
    assertTrue(occluders > 2000 * 4, occluders + " occluders");
  }

  @Test
  void withoutABoundAllAreThere() {
    Occluder stage = with("count", "5", "minVisible", 0.0, "between", 0.0);
    for (int i = 0; i < 50; i++) {
      assertEquals(7, occluded(stage, scene(), i).instances().size());
    }
  }

  @Test
  void whatCannotBeSeenFailsInWords() {
    Scene hidden = scene();
    hidden.add(
        new Instance(3, "distractor", Role.DISTRACTOR, box(3, 3, 0.1))
            .withPlacement(Placements.at(0, 1, 1.2)));
    String message =
        assertThrows(IllegalArgumentException.class, () -> occluded(with(), hidden, 0))
            .getMessage();
    assertTrue(message.startsWith("minVisible: needs 0.3 of dog 1 to be seen, got 0 of "), message);
    assertEquals(0, visible(hidden, 64, HeapArena.zeroed()));
  }

  /** None in the subject's middle, none around the camera, none below the ground. */
  @Test
  void occludersStandClear() {
    Occluder stage = with("count", "4", "minVisible", 0.0);
    for (int i = 0; i < 300; i++) {
      Scene scene = occluded(stage, scene(), i);
      for (Instance instance : scene.instances().subList(2, scene.instances().size())) {
        assertEquals(Role.OCCLUDER, instance.role());
        var bounds = scene.bounds(instance.id(), HeapArena.zeroed());
        assertTrue(!bounds.contains(scene.camera().eye()), "around the camera");
        assertTrue(!bounds.contains(new Point3f(0, 0.3f, 0)), "in the subject");
        assertTrue(bounds.upper().y > 0, "below the ground");
      }
    }
  }

  /** A try that fails leaves the draws of the next occluder as they were. */
  @Test
  void occludersAreDrawnEachByItself() {
    DrawRecord strict = new DrawRecord();
    DrawRecord free = new DrawRecord();
    Object[][] options = {{"count", "4", "minVisible", 0.95}, {"count", "4", "minVisible", 0.0}};
    DrawRecord[] records = {strict, free};
    for (int i = 0; i < 2; i++) {
      Sample sample = samples().get(0).open(3, HeapArena.zeroed());
      with(options[i])
          .randomize(sample, new SampleDraws(8, 3, records[i], Overrides.NONE).child("occluder"));
    }
    assertTrue(strict.values().size() > free.values().size());
    for (int i = 0; i < 4; i++) {
      String name = "occluder.occluder[" + i + "].size";
      assertEquals(free.values().get(name), strict.values().get(name));
    }
  }
}
