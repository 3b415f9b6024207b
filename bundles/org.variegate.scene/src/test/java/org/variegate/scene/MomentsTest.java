package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.variegate.draws.Draws;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;

class MomentsTest {
  /** A box on one joint. */
  private static Model jointed() {
    Mesh box = Shapes.box(1, 1, 1, 0);
    float[] weights = new float[4 * box.vertices()];
    for (int i = 0; i < weights.length; i += 4) {
      weights[i] = 1;
    }
    Mesh mesh =
        Mesh.of(box.positions(), box.normals(), box.triangles())
            .skin(new short[weights.length], weights)
            .build();
    Matrix4f rest = Placements.at(0, 0, 0);
    Skeleton skeleton = new Skeleton(List.of("root"), new int[] {-1}, List.of(rest), List.of(rest));
    Material matt = Material.plain("matt", Rgb.WHITE, 1);
    return new Model("box", mesh, List.of(matt), skeleton, List.of(), List.of());
  }

  private static Scene scene() {
    Camera camera = Camera.lookAt(new Point3f(0, 1, 4), new Point3f(), 0, 0.7);
    Scene scene = new Scene(camera, List.of(), null);
    Model model = jointed();
    scene.add(new Instance(1, "box", Role.SUBJECT, model));
    scene.add(new Instance(2, "box", Role.DISTRACTOR, model));
    return scene;
  }

  @Test
  void onlyWhatMovesIsPosedAgainAndIsGivenBack() {
    HeapArena arena = new HeapArena();
    Scene scene = scene();
    assertTrue(scene.isStill());
    Course course = t -> new Pose(List.of(Placements.at(2 * t, 0, 0)));
    scene.moves(1, (now, t) -> now.withPose(course.at(t)));
    assertFalse(scene.isStill());
    Geometry here = scene.geometry(1, arena);
    Moments moments = new Moments(scene, arena);
    Scene later = moments.at(0.5);
    assertSame(scene.geometry(2, arena), later.geometry(2, arena));
    assertNotSame(here, later.geometry(1, arena));
    assertEquals(1.5, later.bounds(1, arena).upper().x, 1e-6);
    assertEquals(0.5, scene.bounds(1, arena).upper().x, 1e-6);
    int lent = arena.lent.size();
    for (int i = 1; i < 5; i++) {
      assertEquals(0.5 - 2 * i, moments.at(-i).bounds(1, arena).upper().x, 1e-5);
      assertEquals(lent, arena.lent.size(), "arrays of the moment before are lent again");
    }
    assertSame(here, scene.geometry(1, arena), "the scene is as it was");
  }

  @Test
  void theCameraGoesOnToo() {
    Scene scene = scene();
    Moments still = new Moments(scene, new HeapArena());
    assertEquals(scene.camera(), still.at(3).camera());
    scene.cameraMoves((now, t) -> now.moved(new Vector3d(0, 1, 0), new Vector3d(), t));
    Camera later = new Moments(scene, new HeapArena()).at(2).camera();
    Point3f way = later.eye();
    way.sub(scene.camera().eye());
    assertEquals(2, way.distance(new Point3f()), 1e-6);
  }

  @Test
  void aWayToHoldItselfStaysSo() {
    Pose pose = new Pose(List.of());
    Motion sit =
        new Motion() {
          @Override
          public String name() {
            return "sit";
          }

          @Override
          public Pose pose(Draws draws) {
            return pose;
          }
        };
    assertSame(pose, sit.course(null).at(7));
  }
}
