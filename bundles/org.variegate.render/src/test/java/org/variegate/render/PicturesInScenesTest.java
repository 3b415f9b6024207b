package org.variegate.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.vecmath.Point3f;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Backdrop;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Texture;
import org.variegate.scene.shape.Placements;

/** Textures on surfaces, and a picture behind them. */
class PicturesInScenesTest {
  /** A checkerboard seen from afar is its mean, without moire. */
  @Test
  void farTexturesAreTheirMean() {
    Scene scene = Scenes.empty(new Point3f(0, 1, 0), new Point3f(0, 0.5f, -9), Scenes.plain(1));
    Scenes.ground(scene);
    int n = 128;
    Frame frame = Scenes.render(scene, n, 4, 1);
    float low = 9;
    float high = 0;
    for (int i = 0; i < n * n; i++) {
      if (frame.depth()[i] > 16) {
        low = Math.min(low, frame.color()[i]);
        high = Math.max(high, frame.color()[i]);
      }
    }
    assertTrue(high < 1.35 * low, low + " to " + high);
  }

  @Test
  void holesAreSeenThrough() {
    byte[] texels = new byte[4 * 64];
    for (int i = 0; i < 64; i++) {
      texels[4 * i + 3] = (byte) (i % 8 < 4 ? 255 : 0);
    }
    Material lattice =
        new Material(
            "lattice",
            Rgb.WHITE,
            new Texture(8, 8, 4, true, texels),
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
    Mesh square =
        Mesh.of(
                new float[] {-9, -9, 0, 9, -9, 0, 9, 9, 0, -9, 9, 0},
                new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1},
                new int[] {0, 1, 2, 0, 2, 3})
            .uvs(new float[] {0, 1, 1, 1, 1, 0, 0, 0})
            .build();
    Scene scene = Scenes.empty(new Point3f(0, 0, 9), new Point3f(), Scenes.plain(1));
    Scenes.add(scene, "lattice", Role.SUBJECT, square, lattice, Placements.at(0, 0, 0));
    Frame frame = Scenes.render(scene, 32, 1, 1);
    for (int i = 0; i < 32 * 32; i++) {
      assertEquals(i % 32 < 16 ? 1 : 0, frame.instances()[i], "pixel " + i);
    }
  }

  /** A backdrop is in a layer of its own, and lies on the ground as bright as that is lit. */
  @Test
  void aBackdropStandsBehind() {
    Scene scene = Scenes.still();
    float[] values = new float[3 * 4];
    java.util.Arrays.fill(values, 0.5f);
    scene.backdrop(new Backdrop(2, 2, values, true));
    Frame frame = Scenes.render(scene, 64, 4, 1);
    int n = 64 * 64;
    float darkest = 1;
    for (int i = 0; i < n; i++) {
      if (frame.instances()[i] == 0) {
        assertEquals(0.5f, frame.layer()[i] + frame.color()[i], 0.3);
      }
      darkest = frame.instances()[i] == 2 ? Math.min(darkest, frame.layer()[i]) : darkest;
      assertTrue(frame.layer()[i] <= 0.5f + 1e-5);
    }
    assertTrue(darkest < 0.3, "the ground is " + darkest + " in shadow");
    assertEquals(0.5f, frame.layer()[3], 1e-5);
  }
}
