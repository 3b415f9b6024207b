package org.variegate.scene;

import java.util.List;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;

/**
 * The scene a source begins with: its subject on a pale floor under a soft light, so that a picture
 * can be taken whichever stages are left out.
 */
public final class Studio {
  /** Length of the ground's edge, in m. */
  public static final float GROUND = 60;

  private static final double FIELD_OF_VIEW = StrictMath.toRadians(35);
  private static final Environment PALE = pale();
  private static final Model FLOOR = floor();

  private Studio() {}

  /**
   * A scene of one subject.
   *
   * @param subject with id 1, near the origin
   * @return the subject, the ground as instance 2, a camera that frames the subject from three
   *     quarters, a key light from above and a pale sky
   */
  public static Scene of(Instance subject) {
    Bounds bounds = subject.model().mesh().bounds(subject.placement());
    Light key = Light.directional(unit(-0.45f, -0.8f, -0.4f), new Rgb(0.75f, 0.72f, 0.68f), 0.06);
    Scene scene = new Scene(camera(bounds), List.of(key), new Sky(PALE, 0, 1));
    scene.add(subject);
    scene.add(new Instance(2, "ground", Role.GROUND, FLOOR));
    return scene;
  }

  private static Camera camera(Bounds bounds) {
    Point3f target = bounds.centre();
    double distance = 1.05 * bounds.radius() / StrictMath.sin(FIELD_OF_VIEW / 2);
    Vector3f from = unit(0.6f, 0.25f, 1);
    from.scale((float) Math.max(distance, 0.05));
    Point3f eye = new Point3f(target);
    eye.add(from);
    return Camera.lookAt(eye, target, 0, FIELD_OF_VIEW);
  }

  private static Vector3f unit(float x, float y, float z) {
    Vector3f v = new Vector3f(x, y, z);
    v.normalize();
    return v;
  }

  private static Model floor() {
    float h = GROUND / 2;
    float[] positions = {-h, 0, -h, -h, 0, h, h, 0, h, h, 0, -h};
    float[] normals = {0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0};
    float[] uvs = {-h, -h, -h, h, h, h, h, -h};
    Mesh mesh = Mesh.of(positions, normals, new int[] {0, 1, 2, 0, 2, 3}).uvs(uvs).build();
    return Model.rigid("ground", mesh, Material.plain("ground", new Rgb(.42f, .40f, .37f), 0.9f));
  }

  /** Brighter towards the zenith, dimmer below the horizon, as a room with white walls. */
  private static Environment pale() {
    int width = 16;
    int height = 32;
    float[] radiance = new float[3 * width * height];
    for (int j = 0; j < height; j++) {
      float up = 1 - 2 * (j + 0.5f) / height;
      float level = up > 0 ? 0.45f + 0.35f * up : 0.45f + 0.25f * Math.max(up, -1);
      for (int i = 3 * j * width; i < 3 * (j + 1) * width; i += 3) {
        radiance[i] = level * 0.97f;
        radiance[i + 1] = level;
        radiance[i + 2] = level * 1.05f;
      }
    }
    return new Environment(width, height, radiance);
  }
}
