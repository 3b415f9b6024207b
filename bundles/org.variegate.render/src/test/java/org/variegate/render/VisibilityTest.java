package org.variegate.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Instance;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Texture;
import org.variegate.scene.View.Sighting;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;
import org.variegate.tck.HeapArena;

class VisibilityTest {
  private static final Material GREY = Material.plain("grey", new Rgb(.5f, .5f, .5f), 1);

  /** A square of 1 m seen from the front, from 4 m. */
  private static Scene square(float x) {
    Scene scene = Scenes.empty(new Point3f(0, 0, 4.5f), new Point3f(), Scenes.plain(1));
    Scenes.add(
        scene, "square", Role.SUBJECT, Shapes.box(1, 1, .02, 0), GREY, Placements.at(x, 0, .49));
    return scene;
  }

  private static Sighting full(Scene scene) {
    return new Renderer(Settings.of(128, 128)).render(scene, HeapArena.zeroed()).sightings().get(0);
  }

  @Test
  void aloneItIsAllSeen() {
    Sighting s = full(square(0));
    assertEquals(s.unoccluded(), s.visible());
    double side = 128 / (2 * Math.tan(Math.toRadians(20)) * 4);
    assertEquals(side * side, s.visible(), 0.04 * side * side);
    assertEquals(0, s.outside());
  }

  @Test
  void whatStandsBeforeItHidesIt() {
    Scene scene = square(0);
    Instance wall =
        Scenes.add(
            scene, "wall", Role.OCCLUDER, Shapes.box(2, 2, .01, 0), GREY, Placements.at(1, 0, .6));
    assertEquals(0.5, full(scene).visibleFraction(), 0.03);
    Scene without = square(0);
    Visibility small = new Visibility(without, 1, 64, 64, HeapArena.zeroed());
    assertEquals(1, small.share().fraction());
    assertEquals(0.5, small.with(List.of(wall)).fraction(), 0.03);
    assertEquals(1, small.share().fraction(), "a try leaves nothing behind");
    Visibility both = new Visibility(scene, 1, 64, 64, HeapArena.zeroed());
    assertEquals(0.5, both.share().fraction(), 0.03);
  }

  @Test
  void whatStandsBehindItDoesNot() {
    Scene scene = square(0);
    Scenes.add(
        scene, "wall", Role.SURROUNDING, Shapes.box(9, 9, .1, 0), GREY, Placements.at(0, 0, -2));
    Sighting s = full(scene);
    assertEquals(1, s.visibleFraction());
  }

  @Test
  void halfOutsideIsHalfOutside() {
    double edge = 4 * Math.tan(Math.toRadians(20));
    assertEquals(0.5, full(square((float) edge)).outside(), 0.05);
    assertEquals(1, full(square(9)).outside());
    assertEquals(0, full(square(9)).visibleFraction());
  }

  /** Whatever its holes and however thin: inside and outside are measured alike. */
  @Test
  void halfOfAnyPlateIsHalf() {
    for (int size : new int[] {128, 512}) {
      for (double[] plate :
          new double[][] {{1, 1}, {1, .3}, {1, .06}, {1, .015}, {.06, 1}, {.1, .1}, {.02, .02}}) {
        assertEquals(0.5, half(size, plate[0], plate[1], GREY), 0.05, size + " " + plate[1]);
        assertEquals(0.5, half(size, plate[0], plate[1], checkered()), 0.05, "holes " + plate[1]);
      }
    }
  }

  /** The share outside of a plate, seen from 4 m, whose middle is on the picture's right edge. */
  private static double half(int size, double width, double height, Material material) {
    float x = (float) width / 2;
    float y = (float) height / 2;
    Mesh plate =
        Mesh.of(
                new float[] {-x, -y, 0, x, -y, 0, x, y, 0, -x, y, 0},
                new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1},
                new int[] {0, 1, 2, 0, 2, 3})
            .uvs(new float[] {0, 0, 1, 0, 1, 1, 0, 1})
            .build();
    Scene scene = Scenes.empty(new Point3f(0, 0, 4), new Point3f(), Scenes.plain(1));
    double edge = 4 * Math.tan(Math.toRadians(20));
    Scenes.add(scene, "plate", Role.SUBJECT, plate, material, Placements.at(edge, 0, 0));
    Settings settings = Settings.of(size, size);
    return new Renderer(settings).render(scene, HeapArena.zeroed()).sightings().get(0).outside();
  }

  /** Every second field of eight by eight is a hole. */
  private static Material checkered() {
    byte[] texels = new byte[4 * 64 * 64];
    for (int i = 0; i < 64 * 64; i++) {
      texels[4 * i + 3] = (byte) ((i / 8 + i / 512) % 2 == 0 ? 255 : 0);
    }
    Texture holes = new Texture(64, 64, 4, true, texels);
    return new Material(
        "holes",
        Rgb.WHITE,
        holes,
        null,
        null,
        null,
        0,
        1,
        0,
        0,
        .5f,
        true,
        false,
        Mapping.UV,
        null);
  }

  /** Each of two is counted against itself alone. */
  @Test
  void twoSubjects() {
    Scene scene = square(0);
    Model box = Model.rigid("other", Shapes.box(1, 1, 1, 0), GREY);
    scene.add(new Instance(2, "other", Role.SUBJECT, box).withPlacement(Placements.at(0, 0, -3)));
    List<Sighting> both =
        new Renderer(Settings.of(96, 96)).render(scene, HeapArena.zeroed()).sightings();
    assertEquals(1, both.get(0).visibleFraction());
    assertEquals(0, both.get(1).visibleFraction());
    assertTrue(both.get(1).unoccluded() > 300);
  }
}
