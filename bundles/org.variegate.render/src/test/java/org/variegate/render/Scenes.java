package org.variegate.render;

import java.util.EnumSet;
import java.util.List;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.variegate.render.Settings.Pass;
import org.variegate.scene.Camera;
import org.variegate.scene.Environment;
import org.variegate.scene.Fur;
import org.variegate.scene.Instance;
import org.variegate.scene.Light;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Skeleton;
import org.variegate.scene.Sky;
import org.variegate.scene.Texture;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;
import org.variegate.tck.HeapArena;

/** Scenes to take pictures of. */
final class Scenes {
  private Scenes() {}

  /** A sky of one brightness all around. */
  static Sky plain(float brightness) {
    float[] radiance = new float[3 * 16 * 8];
    java.util.Arrays.fill(radiance, brightness);
    return new Sky(new Environment(16, 8, radiance), 0, 1);
  }

  /** A sky that is blue above, with brown ground below. */
  static Sky blue() {
    float[] radiance = new float[3 * 64 * 32];
    for (int i = 0; i < 64 * 32; i++) {
      int row = i / 64;
      float t = row / 16f;
      radiance[3 * i] = row < 16 ? 0.25f + 0.5f * t : 0.18f;
      radiance[3 * i + 1] = row < 16 ? 0.4f + 0.4f * t : 0.16f;
      radiance[3 * i + 2] = row < 16 ? 0.8f + 0.1f * t : 0.13f;
    }
    return new Sky(new Environment(64, 32, radiance), 0, 1);
  }

  static Vector3f direction(float x, float y, float z) {
    Vector3f v = new Vector3f(x, y, z);
    v.normalize();
    return v;
  }

  static Texture checker(int cells, int size) {
    byte[] texels = new byte[3 * size * size];
    for (int i = 0; i < size * size; i++) {
      boolean light = (i % size * cells / size + i / size * cells / size) % 2 == 0;
      texels[3 * i] = (byte) (light ? 220 : 90);
      texels[3 * i + 1] = (byte) (light ? 215 : 60);
      texels[3 * i + 2] = (byte) (light ? 200 : 50);
    }
    return new Texture(size, size, 3, true, texels);
  }

  static Scene empty(Point3f eye, Point3f target, Sky sky, Light... lights) {
    return new Scene(Camera.lookAt(eye, target, 0, Math.toRadians(40)), List.of(lights), sky);
  }

  static Instance add(
      Scene scene, String name, Role role, Mesh mesh, Material material, Matrix4f where) {
    Instance instance =
        new Instance(scene.nextId(), name, role, Model.rigid(name, mesh, material))
            .withPlacement(where);
    scene.add(instance);
    return instance;
  }

  static void ground(Scene scene) {
    Material floor =
        Material.plain("floor", Rgb.WHITE, 0.6f)
            .withAlbedo(checker(2, 64))
            .withMapping(new Mapping(true, 2, 2, 0, 0, 0));
    add(scene, "ground", Role.GROUND, Shapes.plane(60, 60, 1), floor, Placements.at(0, 0, 0));
  }

  /** A ball, a box and a ring of metal on a checkered floor in the sun. */
  static Scene still() {
    Scene scene =
        empty(
            new Point3f(1.2f, 0.9f, 2f),
            new Point3f(0, 0.25f, 0),
            blue(),
            Light.directional(direction(-.8f, -1f, .5f), new Rgb(1.5f, 1.4f, 1.2f), 0.04));
    add(
        scene,
        "ball",
        Role.SUBJECT,
        Shapes.sphere(.3, 64),
        Material.plain("ball", new Rgb(.7f, .1f, .05f), .25f),
        Placements.at(0, .3, 0));
    ground(scene);
    add(
        scene,
        "box",
        Role.OCCLUDER,
        Shapes.box(.3, .5, .3, .02),
        Material.plain("box", new Rgb(.1f, .3f, .6f), .8f),
        Placements.at(-.55, .25, -.1));
    add(
        scene,
        "ring",
        Role.DISTRACTOR,
        Shapes.torus(.2, .06, 48, 24),
        Material.plain("ring", new Rgb(.9f, .7f, .3f), .2f).withFinish(.2f, 1),
        Placements.at(.6, .06, -.2));
    return scene;
  }

  /** An ellipsoid of 20,000 triangles with fur, joints and colours, on a floor in the sun. */
  static Scene furry() {
    Scene scene =
        empty(
            new Point3f(1.1f, 0.5f, 1.5f),
            new Point3f(0, 0.3f, 0),
            blue(),
            Light.directional(direction(-.8f, -1f, .3f), new Rgb(1.5f, 1.4f, 1.2f), 0.04));
    scene.add(new Instance(1, "cat", Role.SUBJECT, beast()));
    ground(scene);
    add(
        scene,
        "box",
        Role.OCCLUDER,
        Shapes.box(.2, .3, .2, .02),
        Material.plain("box", new Rgb(.1f, .3f, .6f), .8f),
        Placements.at(-.55, .15, .4));
    return scene;
  }

  private static Model beast() {
    Mesh ball = Shapes.sphere(.4, 140);
    int n = ball.vertices();
    float[] positions = ball.positions().clone();
    float[] colors = new float[3 * n];
    float[] fur = new float[4 * n];
    float[] occlusion = new float[n];
    short[] joints = new short[4 * n];
    float[] weights = new float[4 * n];
    for (int i = 0; i < n; i++) {
      float y = positions[3 * i + 1];
      positions[3 * i] *= 0.6f;
      positions[3 * i + 1] = 0.8f * y + 0.32f;
      colors[3 * i] = .55f;
      colors[3 * i + 1] = y > 0 ? .3f : .5f;
      colors[3 * i + 2] = y > 0 ? .12f : .45f;
      occlusion[i] = Math.min(1, 0.6f + 0.8f * (y + .4f));
      fur[4 * i] = .02f;
      fur[4 * i + 3] = -1;
      float t = (positions[3 * i + 2] + .4f) / .8f;
      joints[4 * i + 1] = 1;
      weights[4 * i] = 1 - t;
      weights[4 * i + 1] = t;
    }
    Mesh mesh =
        Mesh.of(positions, ball.normals(), ball.triangles())
            .uvs(ball.uvs())
            .colors(colors)
            .fur(fur)
            .occlusion(occlusion)
            .skin(joints, weights)
            .build();
    Matrix4f rest = Placements.at(0, 0, 0);
    Skeleton skeleton =
        new Skeleton(
            List.of("hip", "chest"), new int[] {-1, 0}, List.of(rest, rest), List.of(rest, rest));
    Material coat = Material.plain("coat", Rgb.WHITE, .8f).withFur(new Fur(300, 1, 5));
    return new Model("beast", mesh, List.of(coat), skeleton, List.of(), List.of());
  }

  /** A frame with all passes, as wide as high. */
  static Frame render(Scene scene, int size, int samples, int threads) {
    Settings settings = new Settings(size, size, samples, 256, EnumSet.allOf(Pass.class), threads);
    return new Renderer(settings).render(scene, HeapArena.zeroed());
  }
}
