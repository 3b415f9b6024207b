package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Test;

class GeometryTest {
  private final HeapArena heap = new HeapArena();

  private static Matrix4f moved(float x, float y, float z) {
    Matrix4f m = new Matrix4f();
    m.setIdentity();
    m.setTranslation(new Vector3f(x, y, z));
    return m;
  }

  /** An arm along x whose elbow is at x = 1; its last vertex hangs on the lower joint alone. */
  private static Model arm() {
    Mesh mesh =
        Mesh.of(
                new float[] {0, 0, 0, 1, 0, 0, 2, 0, 0},
                new float[] {0, 1, 0, 0, 1, 0, 0, 1, 0},
                new int[] {0, 1, 2})
            .skin(
                new short[] {0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0},
                new float[] {1, 0, 0, 0, .5f, .5f, 0, 0, 1, 0, 0, 0})
            .build();
    Skeleton skeleton =
        new Skeleton(
            List.of("upper", "lower"),
            new int[] {-1, 0},
            List.of(moved(0, 0, 0), moved(1, 0, 0)),
            List.of(moved(0, 0, 0), moved(-1, 0, 0)));
    Material skin = Material.plain("skin", Rgb.WHITE, 1);
    Keypoint hand = new Keypoint("hand", 1, new Point3f(2, 0, 0));
    return new Model("arm", mesh, List.of(skin), skeleton, List.of(), List.of(hand));
  }

  /** The lower joint turned by 90 degrees about z, from x to y. */
  private static Pose bent() {
    Matrix4f turned = moved(1, 0, 0);
    turned.m00 = 0;
    turned.m01 = -1;
    turned.m10 = 1;
    turned.m11 = 0;
    return new Pose(List.of(moved(0, 0, 0), turned));
  }

  @Test
  void verticesFollowTheirJoints() {
    Geometry g = Geometry.of(arm(), bent(), heap);
    assertArrayEquals(
        new float[] {0, 0, 0, 1, 0, 0, 1, 1, 0}, Arrays.copyOf(g.positions(), 9), 1e-6f);
    float half = (float) Math.sqrt(0.5);
    assertArrayEquals(
        new float[] {0, 1, 0, -half, half, 0, -1, 0, 0}, Arrays.copyOf(g.normals(), 9), 1e-6f);
  }

  /** Stretched twice along x, a normal of (1, 1, 0) leans towards y. */
  @Test
  void normalsStayNormalToAStretchedSurface() {
    float half = (float) Math.sqrt(0.5);
    Mesh mesh =
        Mesh.of(new float[3], new float[] {half, half, 0}, new int[0])
            .skin(new short[4], new float[] {1, 0, 0, 0})
            .build();
    Matrix4f stretched = moved(0, 0, 0);
    stretched.m00 = 2;
    float[] normals = new float[3];
    Skeleton one =
        new Skeleton(List.of("one"), new int[] {-1}, List.of(stretched), List.of(moved(0, 0, 0)));
    Skinning.blend(
        mesh, mesh.positions(), mesh.normals(), one.palette(one.restPose()), new float[3], normals);
    assertArrayEquals(
        new float[] {(float) (1 / Math.sqrt(5)), (float) (2 / Math.sqrt(5)), 0}, normals, 1e-6f);
  }

  @Test
  void keypointsMoveWithTheirJoints() {
    Instance arm =
        new Instance(1, "arm", Role.SUBJECT, arm()).withPose(bent()).withPlacement(moved(0, 3, 5));
    assertEquals(new Point3f(1, 4, 5), arm.keypoints().get("hand"));
  }

  @Test
  void boundsAreKeptForTheLastPlacementOnly() {
    Geometry g = Geometry.of(arm(), arm().skeleton().restPose(), heap);
    Matrix4f placement = new Matrix4f();
    placement.setIdentity();
    Bounds here = g.bounds(placement);
    assertSame(here, g.bounds(new Matrix4f(placement)));
    placement.m03 = 5;
    Bounds there = g.bounds(placement);
    assertEquals(here.lower().x + 5, there.lower().x);
    assertEquals(here.upper().y, there.upper().y);
    placement.m03 = 0;
    assertEquals(here, g.bounds(placement));
  }

  @Test
  void isMadeAgainForAnotherPoseOnly() {
    Scene scene =
        new Scene(Camera.lookAt(new Point3f(0, 0, 5), new Point3f(), 0, 1), List.of(), null);
    Instance arm = new Instance(1, "arm", Role.SUBJECT, arm());
    scene.add(arm);
    Geometry first = scene.geometry(1, heap);
    scene.replace(arm.withPlacement(moved(0, 3, 0)));
    assertSame(first, scene.geometry(1, heap));
    assertEquals(new Bounds(new Point3f(0, 3, 0), new Point3f(2, 3, 0)), scene.bounds(1, heap));
    scene.replace(arm.withPose(bent()));
    assertNotSame(first, scene.geometry(1, heap));
    assertEquals(2, heap.lent.size(), "positions and normals of the pose before are given back");
  }
}
