package org.variegate.randomizer.camera;

import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.variegate.scene.Bounds;

/** Where a camera may stand. */
final class Eye {
  /** Between the camera and the subject's box, in radii of the box. */
  private static final float MARGIN = 0.08f;

  private Eye() {}

  /**
   * Moves an eye out of a subject's box.
   *
   * @param eye moved if it lies inside or close
   * @param away the way it goes, of length 1
   * @param subject what it must not lie in
   */
  static void keepOut(Point3f eye, Vector3f away, Bounds subject) {
    float margin = MARGIN * subject.radius();
    float x = exit(eye.x, away.x, subject.lower().x - margin, subject.upper().x + margin);
    float y = exit(eye.y, away.y, subject.lower().y - margin, subject.upper().y + margin);
    float z = exit(eye.z, away.z, subject.lower().z - margin, subject.upper().z + margin);
    float way = Math.min(x, Math.min(y, z));
    if (way > 0) {
      eye.scaleAdd(way, away, new Point3f(eye));
    }
  }

  /** How far it is to the end of an interval; nothing if it is outside. */
  private static float exit(float at, float speed, float low, float high) {
    if (!(at > low && at < high)) {
      return 0;
    }
    if (speed == 0) {
      return Float.POSITIVE_INFINITY;
    }
    return ((speed > 0 ? high : low) - at) / speed;
  }
}
