package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final Material PLAIN = Material.plain("plain", Rgb.WHITE, 1);

  private static Mesh.Builder triangle() {
    return Mesh.of(
        new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0},
        new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1},
        new int[] {0, 1, 2});
  }

  private static Model of(Mesh mesh, Material... materials) {
    return new Model("model", mesh, List.of(materials), Skeleton.NONE, List.of(), List.of());
  }

  private static Texture texture(int channels) {
    return new Texture(4, 2, channels, false, new byte[8 * channels]);
  }

  @Test
  void bytesOfATextureAreThoseOfAllItsLevels() {
    // 4 x 2, 2 x 1 and 1 x 1: 11 texels of 4 bytes, or of one byte and two of slopes
    assertEquals(33, texture(1).bytes());
    assertEquals(44, texture(3).bytes());
    assertEquals(44, texture(4).bytes());
  }

  @Test
  void bytesOfAMeshAreThoseOfTheAttributesItHas() {
    assertEquals(4 * (9 + 9 + 3), triangle().build().bytes());
    Mesh furred =
        triangle()
            .uvs(new float[6])
            .colors(new float[9])
            .occlusion(new float[3])
            .skin(new short[12], new float[12])
            .fur(new float[12])
            .build();
    assertEquals(4 * (9 + 9 + 3 + 6 + 9 + 3 + 12 + 12) + 2 * 12, furred.bytes());
  }

  @Test
  void bytesOfAModelCountEachTextureOnce() {
    long bare = of(triangle().build(), PLAIN, PLAIN).bytes();
    Texture colour = texture(3);
    Model shared = of(triangle().build(), PLAIN.withAlbedo(colour), PLAIN.withAlbedo(colour));
    assertEquals(bare + 44, shared.bytes());
    Material all = PLAIN.withAlbedo(colour).withSurface(texture(3)).withBump(texture(1), .01f);
    assertEquals(bare + 44 + 44 + 33, of(triangle().build(), all, PLAIN).bytes());
  }
}
