package org.variegate.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Light;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;

/** Shadows of directional lights. */
class ShadowTest {
  /** The sun at 45 degrees moves a box's upper edge as far as it is high. */
  @Test
  void aBoxCastsItsShadow() {
    Light sun = Light.directional(Scenes.direction(1, -1, 0), new Rgb(1, 1, 1), 0.001);
    Scene scene =
        Scenes.empty(new Point3f(0, 8, 0.01f), new Point3f(0, 0, 0), Scenes.plain(0), sun);
    Material white = Material.plain("white", Rgb.WHITE, 1);
    Scenes.add(scene, "box", Role.SUBJECT, Shapes.box(1, 1, 1, 0), white, Placements.at(0, .5, 0));
    Scenes.add(scene, "floor", Role.GROUND, Shapes.plane(20, 20, 1), white, Placements.at(0, 0, 0));
    int n = 200;
    Frame frame = Scenes.render(scene, n, 1, 1);
    for (int i = 0; i < n * n; i++) {
      float x = frame.coordinates()[i];
      float z = frame.coordinates()[i + 2 * n * n];
      if (frame.instances()[i] == 2 && x > 0.55) {
        double in = Math.min(1.5 - x, 0.5 - Math.abs(z));
        if (in > 0.04) {
          assertEquals(0, frame.color()[i], 1e-3, "in shadow at " + x + ", " + z);
        } else if (in < -0.04) {
          assertTrue(frame.color()[i] > 0.6, "lit at " + x + ", " + z);
        }
      }
    }
  }

  /** A large light's shadow has a soft edge that is sharp where the wall stands on the floor. */
  @Test
  void shadowsSoftenAwayFromWhatCastsThem() {
    Scene scene =
        Scenes.empty(
            new Point3f(0, 8, 0.01f),
            new Point3f(0, 0, 0),
            Scenes.plain(0),
            Light.directional(Scenes.direction(1, -1, 0), new Rgb(1, 1, 1), 0.08));
    Material white = Material.plain("white", Rgb.WHITE, 1);
    Scenes.add(
        scene, "box", Role.SUBJECT, Shapes.box(.02, 1, 1, 0), white, Placements.at(.49, .5, 0));
    Scenes.add(scene, "floor", Role.GROUND, Shapes.plane(20, 20, 1), white, Placements.at(0, 0, 0));
    int n = 300;
    Frame frame = Scenes.render(scene, n, 1, 1);
    int near = 0;
    int far = 0;
    for (int i = 0; i < n * n; i++) {
      float x = frame.coordinates()[i];
      boolean partly = frame.color()[i] > 0.05 && frame.color()[i] < 0.6;
      if (frame.instances()[i] == 2 && partly) {
        near += x > 0.55 && x < 0.7 ? 1 : 0;
        far += x > 1.2 && x < 1.35 ? 1 : 0;
      }
    }
    assertTrue(far > 2 * near && far > 20, far + " against " + near);
  }

  /** A box with an outline of its own triangles casts the same shadow, with none it casts none. */
  @Test
  void shadowsAreThoseOfOutlines() {
    Mesh box = Shapes.box(1, 1, 1, 0);
    Frame plain = shadow(box);
    Frame same = shadow(outlined(box, box.triangles()));
    Frame none = shadow(outlined(box, new int[0]));
    assertArrayEquals(plain.color(), same.color());
    int lighter = 0;
    for (int i = 0; i < plain.instances().length; i++) {
      lighter += plain.color()[i] < 0.01 && none.color()[i] > 0.6 ? 1 : 0;
    }
    assertTrue(lighter > 200, lighter + " pixels");
  }

  private static Mesh outlined(Mesh mesh, int[] outline) {
    return Mesh.of(mesh.positions(), mesh.normals(), mesh.triangles()).outline(outline).build();
  }

  private static Frame shadow(Mesh mesh) {
    Light sun = Light.directional(Scenes.direction(1, -1, 0), new Rgb(1, 1, 1), 0.001);
    Scene scene =
        Scenes.empty(new Point3f(0, 8, 0.01f), new Point3f(0, 0, 0), Scenes.plain(0), sun);
    Material white = Material.plain("white", Rgb.WHITE, 1);
    Scenes.add(scene, "box", Role.SUBJECT, mesh, white, Placements.at(0, .5, 0));
    Scenes.add(scene, "floor", Role.GROUND, Shapes.plane(20, 20, 1), white, Placements.at(0, 0, 0));
    return Scenes.render(scene, 100, 1, 1);
  }
}
