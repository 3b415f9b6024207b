package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.vecmath.Point3f;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CameraTest {
  private static final Camera CAMERA =
      Camera.lookAt(new Point3f(1, 2, 4), new Point3f(0, 0.5f, 0), 0.2, 0.7)
          .withShift(0.1, -0.05)
          .withLens(0.05, 2);

  /** A point of the camera's space, in the world. */
  private static Point3f at(double right, double up, double ahead) {
    Point3f p = new Point3f((float) right, (float) up, (float) -ahead);
    CAMERA.toWorld().transform(p);
    return p;
  }

  @Test
  void whatIsInFocusStaysWhicheverWayThroughTheLens() {
    for (Point3f p : new Point3f[] {at(0, 0, 2), at(0.5, -0.3, 2)}) {
      double[] middle = CAMERA.project(p, 300, 200);
      assertArrayEquals(middle, CAMERA.through(0.02, -0.01).project(p, 300, 200), 1e-3);
    }
  }

  /** c = A F |d - s| / (d (s - F)) of a thin lens with the camera's picture distance. */
  @Test
  void theCircleOfConfusionIsTheThinLens() {
    double picture = CAMERA.focalLength(200);
    double focus = 2;
    double focal = picture * focus / (picture + focus);
    for (double d : new double[] {0.8, 1.5, 3, 20}) {
      Point3f p = at(0.1, 0.1, d);
      double left = CAMERA.through(-0.025, 0).project(p, 300, 200)[0];
      double right = CAMERA.through(0.025, 0).project(p, 300, 200)[0];
      double top = CAMERA.through(0, 0.025).project(p, 300, 200)[1];
      double bottom = CAMERA.through(0, -0.025).project(p, 300, 200)[1];
      double circle = 0.05 * focal * Math.abs(d - focus) / (d * (focus - focal));
      assertEquals(circle, Math.abs(right - left), 2e-3 * circle);
      assertEquals(circle, Math.abs(top - bottom), 2e-3 * circle);
      assertEquals(Math.signum(d - focus), Math.signum(right - left));
    }
  }

  @Test
  void itMovesAlongAndAboutItsOwnAxes() {
    Vector3d none = new Vector3d();
    Camera ahead = CAMERA.moved(new Vector3d(0.5, 0, -1), none, 0.2);
    double[] place = ahead.project(at(0.1, 0, 1.2), 100, 100);
    assertEquals(1, place[2], 1e-6);
    assertEquals(60, place[0], 1e-3);
    Camera left = CAMERA.moved(none, new Vector3d(0, 1, 0), 0.3);
    double[] turned = left.project(at(0, 0, 1), 100, 100);
    assertEquals(60 + Math.tan(0.3) * CAMERA.focalLength(100), turned[0], 1e-3);
    assertEquals(CAMERA, CAMERA.moved(none, none, 5));
  }

  @Test
  void aCameraThatIsNowhereOrSeesNothingIsRefused() {
    Point3f eye = new Point3f(1, 2, 4);
    assertRefused("focus: needs a distance", () -> Camera.lookAt(eye, eye, 0, 0.7));
    Point3f far = new Point3f(3e38f, 0, 3e38f);
    assertRefused("got", () -> Camera.lookAt(far, new Point3f(-3e38f, 0, 0), 0, 0.7));
    assertRefused("aperture: needs", () -> CAMERA.withLens(-0.01, 2));
    assertRefused("aperture: needs", () -> CAMERA.withLens(Double.NaN, 2));
    assertRefused("focus: needs", () -> CAMERA.withLens(0.01, Double.NaN));
  }

  private static void assertRefused(String why, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(why), message);
  }
}
