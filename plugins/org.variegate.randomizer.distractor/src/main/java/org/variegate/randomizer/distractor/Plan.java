package org.variegate.randomizer.distractor;

import java.util.List;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.scene.Bounds;
import org.variegate.scene.Model;

/** Places on the ground about a subject. */
final class Plan {
  private static final Distribution TURN = Distribution.parse("yaw", "uniform(0, 360)");

  private final Distribution distance;
  private final Distribution azimuth;

  Plan(String distance, String azimuth) {
    this.distance = Distribution.parse("distance", distance, 0);
    this.azimuth = Distribution.parse("azimuth", azimuth);
  }

  /** Upright on the ground, turned any way about the vertical. */
  Matrix4f place(Point3f eye, Bounds subject, Model model, double metres, Draws draws) {
    Point3f centre = subject.centre();
    double behind = StrictMath.atan2(centre.x - eye.x, centre.z - eye.z);
    double angle = behind + StrictMath.toRadians(draws.sample("azimuth", azimuth));
    double sine = StrictMath.sin(angle);
    double cosine = StrictMath.cos(angle);
    double away =
        metres / 2
            + border(subject, sine, cosine)
            + draws.sample("distance", distance) * subject.height();
    double yaw = StrictMath.toRadians(draws.sample("yaw", TURN));
    float s = (float) (metres * StrictMath.sin(yaw));
    float c = (float) (metres * StrictMath.cos(yaw));
    Matrix4f placement = new Matrix4f();
    placement.m00 = c;
    placement.m02 = s;
    placement.m11 = (float) metres;
    placement.m20 = -s;
    placement.m22 = c;
    placement.m33 = 1;
    placement.m03 = (float) (centre.x + away * sine);
    placement.m13 = (float) (metres * lowest(model));
    placement.m23 = (float) (centre.z + away * cosine);
    return placement;
  }

  /** From the middle of a box to its border in a direction. */
  private static double border(Bounds box, double sine, double cosine) {
    double x = (box.upper().x - box.lower().x) / 2 / Math.max(1e-9, Math.abs(sine));
    double z = (box.upper().z - box.lower().z) / 2 / Math.max(1e-9, Math.abs(cosine));
    return Math.min(x, z);
  }

  /** How far a model reaches below its origin. */
  private static float lowest(Model model) {
    float[] positions = model.mesh().positions();
    float lowest = 0;
    for (int i = 1; i < positions.length; i += 3) {
      lowest = Math.min(lowest, positions[i]);
    }
    return -lowest;
  }

  /** Whether a box touches none of the others in plan, and does not hold the eye. */
  static boolean free(Bounds box, List<Bounds> others, Point3f eye) {
    for (Bounds other : others) {
      boolean apart =
          box.lower().x > other.upper().x
              || box.upper().x < other.lower().x
              || box.lower().z > other.upper().z
              || box.upper().z < other.lower().z;
      if (!apart) {
        return false;
      }
    }
    float gap = 0.1f * box.radius();
    return eye.x < box.lower().x - gap
        || eye.x > box.upper().x + gap
        || eye.y < box.lower().y - gap
        || eye.y > box.upper().y + gap
        || eye.z < box.lower().z - gap
        || eye.z > box.upper().z + gap;
  }
}
