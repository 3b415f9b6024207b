package org.variegate.randomizer.occluder;

import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Quat4d;
import javax.vecmath.Vector3d;
import org.variegate.api.Sample;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.draws.Probability;
import org.variegate.scene.Bounds;
import org.variegate.scene.Geometry;
import org.variegate.scene.Instance;
import org.variegate.scene.Model;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;

/** Where an occluder is put. */
final class Place {
  private static final Distribution SHARE = Distribution.parse("share", "uniform(0, 1)");
  private static final Distribution DEPTH = Distribution.parse("depth", "uniform(0.25, 0.85)");
  private static final Distribution REACH = Distribution.parse("reach", "uniform(0.8, 2)");

  private final Distribution size;
  private final double between;

  Place(String size, double between) {
    this.size = Distribution.positive("size", size);
    this.between = Probability.require("between", between);
  }

  /** The longest side, in heights of the subject. */
  double size(Draws draws) {
    return draws.sample("size", size);
  }

  /**
   * Draws a place.
   *
   * @param subject the first subject's box
   * @param heights the longest side, in heights of the subject
   * @return the solid there, or null where it would touch the subject or the camera
   */
  Instance of(
      Sample sample, Scene scene, Bounds subject, Model model, double heights, Draws draws) {
    double metres = Math.max(1e-3, heights * subject.height());
    boolean front = draws.chance("between", between);
    Point3f eye = scene.camera().eye();
    Matrix4f placement =
        front ? inFront(subject, eye, metres, draws) : beside(subject, model, metres, draws);
    Instance instance =
        new Instance(scene.nextId(), "occluder", Role.OCCLUDER, model).withPlacement(placement);
    Bounds own = Geometry.of(model, instance.pose(), sample.arena()).bounds(instance.placement());
    double reach = own.radius() / Math.sqrt(3);
    boolean free =
        distance(subject, own.centre()) > 0.8 * reach
            && eye.distance(own.centre()) > own.radius() + 0.1 * metres;
    return free ? instance : null;
  }

  /** On a line from the camera to anywhere in the subject, turned any way, above the ground. */
  private static Matrix4f inFront(Bounds subject, Point3f eye, double metres, Draws draws) {
    double[] aim = draws.sample("aim", SHARE, 3);
    double t = draws.sample("depth", DEPTH);
    double x = mix(subject.lower().x, subject.upper().x, aim[0]);
    double y = mix(subject.lower().y, subject.upper().y, aim[1]);
    double z = mix(subject.lower().z, subject.upper().z, aim[2]);
    return placed(
        rotation(draws.sample("rotation", SHARE, 3)),
        metres,
        mix(eye.x, x, t),
        Math.max(mix(eye.y, y, t), metres / 3),
        mix(eye.z, z, t));
  }

  /** On the ground, upright. */
  private static Matrix4f beside(Bounds subject, Model model, double metres, Draws draws) {
    double angle = 2 * Math.PI * draws.sample("azimuth", SHARE);
    double wide =
        Math.max(subject.upper().x - subject.lower().x, subject.upper().z - subject.lower().z) / 2;
    double away = wide * draws.sample("reach", REACH) + metres / 2;
    double yaw = Math.PI * draws.sample("yaw", SHARE);
    float top = 0;
    float[] positions = model.mesh().positions();
    for (int i = 1; i < positions.length; i += 3) {
      top = Math.max(top, positions[i]);
    }
    Quat4d upright = new Quat4d(0, StrictMath.sin(yaw), 0, StrictMath.cos(yaw));
    return placed(
        upright,
        metres,
        subject.centre().x + away * StrictMath.sin(angle),
        top * metres,
        subject.centre().z + away * StrictMath.cos(angle));
  }

  private static double mix(double a, double b, double t) {
    return a + t * (b - a);
  }

  /** Uniform over all rotations (Shoemake 1992). */
  private static Quat4d rotation(double[] u) {
    double a = Math.sqrt(1 - u[0]);
    double b = Math.sqrt(u[0]);
    double s = 2 * Math.PI * u[1];
    double t = 2 * Math.PI * u[2];
    return new Quat4d(
        a * StrictMath.sin(s), a * StrictMath.cos(s), b * StrictMath.sin(t), b * StrictMath.cos(t));
  }

  private static Matrix4f placed(Quat4d rotation, double scale, double x, double y, double z) {
    return new Matrix4f(new javax.vecmath.Matrix4d(rotation, new Vector3d(x, y, z), scale));
  }

  private static double distance(Bounds box, Point3f p) {
    double x = Math.max(0, Math.max(box.lower().x - p.x, p.x - box.upper().x));
    double y = Math.max(0, Math.max(box.lower().y - p.y, p.y - box.upper().y));
    double z = Math.max(0, Math.max(box.lower().z - p.z, p.z - box.upper().z));
    return Math.sqrt(x * x + y * y + z * z);
  }
}
