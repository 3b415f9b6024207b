package org.variegate.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.vecmath.Point3f;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.variegate.scene.Light;
import org.variegate.scene.Material;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;

/**
 * The shadow of a straight edge at the height h under a sun of the angular radius a. Of its disc a
 * place x beyond the edge sees {@code 1/2 + (t sqrt(1 - t^2) + asin t) / pi}, t = x / (h tan a).
 */
class PenumbraTest {
  private static final int SIZE = 240;

  @ParameterizedTest
  @CsvSource({"1, 0.1", "1, 0.05", "1.5, 0.08"})
  void isAsWideAndAsDarkAsADiscsIs(float height, double radius) {
    Light sun = Light.directional(Scenes.direction(0, -1, 0), new Rgb(1, 1, 1), radius);
    double width = height * Math.tan(radius);
    Scene scene =
        Scenes.empty(new Point3f(1, height * 0.6f, 0), new Point3f(0, 0, 0), Scenes.plain(0), sun);
    Material white = Material.plain("white", Rgb.WHITE, 1);
    Scenes.add(
        scene,
        "plate",
        Role.SUBJECT,
        Shapes.box(2, .02f, 2, 0),
        white,
        Placements.at(-1, height + .01f, 0));
    Scenes.add(scene, "floor", Role.GROUND, Shapes.plane(20, 20, 1), white, Placements.at(0, 0, 0));
    Frame frame = Scenes.render(scene, SIZE, 1, 1);
    int pixels = SIZE * SIZE;
    int edge = 0;
    double error = 0;
    for (int i = 0; i < pixels; i++) {
      double t = frame.coordinates()[i] / width;
      boolean beside = Math.abs(frame.coordinates()[i + 2 * pixels]) < 0.3;
      if (frame.instances()[i] == 2 && beside && Math.abs(t) < 3) {
        double difference = frame.color()[i] - seen(t);
        // percentage-closer filtering takes what is around for what is in between
        assertEquals(0, difference, Math.abs(t) > 1.2 ? 0.03 : 0.36, "at " + t);
        error += Math.abs(t) < 1 ? difference : 0;
        edge += Math.abs(t) < 1 ? 1 : 0;
      }
    }
    assertTrue(edge > 200, edge + " pixels of penumbra");
    assertEquals(0, error / edge, 0.06, "light in the whole of the penumbra");
  }

  private static double seen(double t) {
    double s = Math.max(-1, Math.min(1, t));
    return 0.5 + (s * Math.sqrt(1 - s * s) + Math.asin(s)) / Math.PI;
  }
}
