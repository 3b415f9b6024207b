package org.variegate.randomizer.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.randomizer.texture.Field.N;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.variegate.scene.Material;
import org.variegate.scene.Slopes;
import org.variegate.scene.Srgb;
import org.variegate.scene.Texture;

/** What holds of each material of the catalog. */
class MaterialsTest {
  /**
   * Two variants of a material, and the first again.
   *
   * @param pattern what it is
   * @param surfaces before they are baked
   * @param baked textures
   */
  private record Made(Pattern pattern, Surface[] surfaces, Material[] baked) {
    static Made of(Pattern pattern) {
      Surface[] surfaces = new Surface[2];
      Material[] baked = new Material[3];
      for (int i = 0; i < baked.length; i++) {
        Surface surface = pattern.surface().apply(new Kit(i % 2));
        surfaces[i % 2] = surface;
        baked[i] = Baked.of(pattern, surface).material();
      }
      return new Made(pattern, surfaces, baked);
    }
  }

  @TestFactory
  Stream<DynamicContainer> all() {
    return Catalog.ALL.stream()
        .map(
            pattern -> {
              Made made = Made.of(pattern);
              return DynamicContainer.dynamicContainer(
                  pattern.name(),
                  Stream.of(
                      DynamicTest.dynamicTest("albedo", () -> albedoIsThatOfMatter(made)),
                      DynamicTest.dynamicTest("ranges", () -> heightAndFinishAreInRange(made)),
                      DynamicTest.dynamicTest("seeds", () -> aSeedIsAVariant(made)),
                      DynamicTest.dynamicTest("slopes", () -> slopesAreDerivativesOfHeight(made)),
                      DynamicTest.dynamicTest("seams", () -> reliefHasNoSeam(made))));
            });
  }

  private static double luminance(Texture albedo) {
    byte[] texels = albedo.level(0);
    double sum = 0;
    for (int i = 0; i < texels.length; i += 3) {
      sum +=
          0.2126 * Srgb.linear(texels[i] & 255)
              + 0.7152 * Srgb.linear(texels[i + 1] & 255)
              + 0.0722 * Srgb.linear(texels[i + 2] & 255);
    }
    return sum / (N * N);
  }

  private static double mean(Texture texture, int channel) {
    byte[] texels = texture.level(0);
    double sum = 0;
    for (int i = channel; i < texels.length; i += texture.channels()) {
      sum += (texels[i] & 255) / 255.0;
    }
    return sum * texture.channels() / texels.length;
  }

  /**
   * No dielectric is darker than charcoal (0.02) or brighter than fresh snow (0.9), and no bare
   * metal reflects less than 0.1, as oxidised iron.
   */
  private static void albedoIsThatOfMatter(Made made) {
    for (Material material : made.baked) {
      double metal =
          material.metallic() * (material.surface() == null ? 1 : mean(material.surface(), 2));
      double albedo = luminance(material.albedo());
      assertTrue(metal >= 0 && metal <= 1, "metal of " + metal);
      assertTrue(albedo >= (metal > 0.9 ? 0.1 : 0.02) && albedo <= 0.9, "albedo of " + albedo);
    }
  }

  /** Values outside their range would be cut to plateaus: no more than a twentieth is. */
  private static void heightAndFinishAreInRange(Made made) {
    for (Surface surface : made.surfaces) {
      for (Field field : new Field[] {surface.height(), surface.roughness(), surface.metal()}) {
        assertTrue(field == null || outside(field) < 0.05);
      }
      assertTrue(surface.roughness() != null || surface.finish() >= 0.03);
      assertEquals(surface.height() == null, surface.depth() == 0);
    }
  }

  private static double outside(Field field) {
    double count = 0;
    for (float value : field.values) {
      count += value < -0.002 || value > 1.002 ? 1 : 0;
    }
    return count / field.values.length;
  }

  /** A seed is a variant, whenever it is made: every byte. */
  private static void aSeedIsAVariant(Made made) {
    Material one = made.baked[0];
    Material again = made.baked[2];
    assertArrayEquals(one.albedo().level(0), again.albedo().level(0));
    assertEquals(one.bumpDepth(), again.bumpDepth());
    assertEquals(one.roughness(), again.roughness());
    if (one.bump() != null) {
      assertArrayEquals(one.bump().level(0), again.bump().level(0));
    }
    if (one.surface() != null) {
      assertArrayEquals(one.surface().level(0), again.surface().level(0));
    }
  }

  /**
   * What the relief is shaded by is the central difference of its height, around the border too; a
   * relief is nowhere flat, and no steeper on the mean than 74 degrees, as blades of turf are.
   */
  private static void slopesAreDerivativesOfHeight(Made made) {
    Material material = made.baked[0];
    if (material.bump() == null) {
      return;
    }
    Slopes slopes = material.bump().slopes(0);
    byte[] h = material.bump().level(0);
    double steep = 0;
    for (int i = 0; i < N * N; i++) {
      int x = i % N;
      int y = i / N;
      int across = (h[i - x + (x + 1) % N] & 255) - (h[i - x + (x + N - 1) % N] & 255);
      int down = (h[(y + 1) % N * N + x] & 255) - (h[(y + N - 1) % N * N + x] & 255);
      int u = (slopes.values()[i] & 255) - Slopes.LEVEL;
      int v = (slopes.values()[i] >> 8 & 255) - Slopes.LEVEL;
      int error = slopes.step() - 1;
      boolean close =
          Math.abs(across - u * slopes.step()) <= error
              && Math.abs(down - v * slopes.step()) <= error;
      assertTrue(close || Math.max(Math.abs(across), Math.abs(down)) > 253, "at " + x + ", " + y);
      steep += Math.hypot(across, down) / (N * N);
    }
    double slope = steep * material.bumpDepth() / 255 / (2 * made.pattern.size() / N);
    assertTrue(slope > 1e-4 && slope < 3.5, "slope of " + slope);
  }

  /** Steps of the height over the border are as large as those inside. */
  private static void reliefHasNoSeam(Made made) {
    for (Surface surface : made.surfaces) {
      for (Field field : new Field[] {surface.height(), surface.roughness(), surface.metal()}) {
        assertTrue(field == null || seam(field) <= 1.6);
      }
    }
  }

  /** The mean step over the border, by the largest inside, or by a small one if all are small. */
  private static double seam(Field field) {
    double[] rows = new double[N];
    double[] columns = new double[N];
    for (int i = 0; i < N * N; i++) {
      int x = i % N;
      float[] v = field.values;
      columns[x] += Math.abs(v[i] - v[i - x + (x + 1) % N]) / N;
      rows[i / N] += Math.abs(v[i] - v[(i + N) % (N * N)]) / N;
    }
    return Math.max(seam(rows), seam(columns));
  }

  private static double seam(double[] steps) {
    double worst = 0.01;
    for (int i = 0; i < N - 1; i++) {
      worst = Math.max(worst, steps[i]);
    }
    return steps[N - 1] / worst;
  }
}
