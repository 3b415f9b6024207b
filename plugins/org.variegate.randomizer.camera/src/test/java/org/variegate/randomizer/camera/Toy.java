package org.variegate.randomizer.camera;

import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Matrix4f;
import org.variegate.api.Sample;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Pose;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Skeleton;
import org.variegate.scene.Studio;
import org.variegate.tck.Fixture;

/** A body of .2 x .4 x .8 m with a head, a cube of .1 m before its upper front edge. */
final class Toy {
  private static final float[] BODY = {-.1f, 0, -.4f, .1f, .4f, .4f};
  private static final float[] HEAD = {-.05f, .4f, .4f, .05f, .5f, .5f};

  private Toy() {}

  static Fixture fixture() {
    return new Fixture("a toy", sample -> put(sample, 0));
  }

  /** With its head turned to the left, and all of it at (5, 0, -3), turned to the left too. */
  static void put(Sample sample, double headDegrees) {
    Matrix4f place = turn(90);
    place.m03 = 5;
    place.m23 = -3;
    Pose pose = new Pose(List.of(turn(0), about(headDegrees)));
    Instance toy =
        new Instance(1, "toy", Role.SUBJECT, model()).withPlacement(place).withPose(pose);
    sample.put(Scene.SCENE, Studio.of(toy));
  }

  /** About the vertical through (0, 0, .4). */
  private static Matrix4f about(double degrees) {
    Matrix4f m = turn(degrees);
    m.m23 = .4f;
    return m;
  }

  private static Matrix4f turn(double degrees) {
    double a = Math.toRadians(degrees);
    Matrix4f m = new Matrix4f();
    m.setIdentity();
    m.m00 = (float) Math.cos(a);
    m.m02 = (float) Math.sin(a);
    m.m20 = (float) -Math.sin(a);
    m.m22 = (float) Math.cos(a);
    return m;
  }

  private static Model model() {
    float[] positions = new float[48];
    float[] normals = new float[48];
    short[] joints = new short[64];
    float[] weights = new float[64];
    for (int v = 0; v < 16; v++) {
      float[] box = v < 8 ? BODY : HEAD;
      for (int axis = 0; axis < 3; axis++) {
        positions[3 * v + axis] = box[axis + ((v >> axis & 1) == 0 ? 0 : 3)];
      }
      normals[3 * v + 1] = 1;
      joints[4 * v] = (short) (v < 8 ? 0 : 1);
      weights[4 * v] = 1;
    }
    List<Integer> corners = new ArrayList<>();
    for (int v = 0; v + 2 < 16; v++) {
      corners.addAll(List.of(v, v + 1, v + 2));
    }
    int[] triangles = corners.stream().mapToInt(Integer::intValue).toArray();
    Matrix4f inverse = about(0);
    inverse.m23 = -.4f;
    Skeleton skeleton =
        new Skeleton(
            List.of("root", "Head"),
            new int[] {-1, 0},
            List.of(turn(0), about(0)),
            List.of(turn(0), inverse));
    Mesh mesh = Mesh.of(positions, normals, triangles).skin(joints, weights).build();
    Material grey = Material.plain("grey", new Rgb(.5f, .5f, .5f), 1);
    return new Model("toy", mesh, List.of(grey), skeleton, List.of(), List.of());
  }
}
