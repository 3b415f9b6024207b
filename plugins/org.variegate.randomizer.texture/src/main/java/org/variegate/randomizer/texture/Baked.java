package org.variegate.randomizer.texture;

import static org.variegate.randomizer.texture.Field.N;

import org.variegate.scene.Material;
import org.variegate.scene.Rgb;
import org.variegate.scene.Texture;

/**
 * A material with its textures.
 *
 * @param material one repeat a unit
 * @param size of one repeat, in m
 * @param sha256 of the file it comes from, or null
 */
record Baked(Material material, double size, String sha256) {

  static Baked of(Pattern pattern, int seed) {
    return of(pattern, pattern.surface().apply(new Kit(seed)));
  }

  static Baked of(Pattern pattern, Surface surface) {
    Texture albedo = new Texture(N, N, 3, true, surface.paint().texels());
    Texture bump =
        surface.height() == null ? null : new Texture(N, N, 1, false, grey(surface.height()));
    boolean varies = surface.roughness() != null || surface.metal() != null;
    Texture finish = varies ? finish(surface) : null;
    return new Baked(
        plain(pattern.name(), albedo)
            .withSurface(finish)
            .withBump(bump, surface.depth())
            .withFinish(
                surface.roughness() == null ? surface.finish() : 1,
                surface.metal() == null ? surface.metallic() : 1),
        pattern.size(),
        null);
  }

  static Material plain(String name, Texture albedo) {
    return Material.plain(name, Rgb.WHITE, 0.8f).withAlbedo(albedo);
  }

  private static byte[] grey(Field field) {
    byte[] texels = new byte[N * N];
    for (int i = 0; i < texels.length; i++) {
      texels[i] = coded(field.values[i]);
    }
    return texels;
  }

  /** As coarse as half the texels: what shines where need not be sharp. */
  private static Texture finish(Surface surface) {
    int half = N / 2;
    byte[] texels = new byte[3 * half * half];
    for (int i = 0; i < half * half; i++) {
      int from = 2 * (i / half) * N + 2 * (i % half);
      texels[3 * i] = (byte) 255;
      texels[3 * i + 1] =
          surface.roughness() == null ? (byte) 255 : mean(surface.roughness(), from);
      texels[3 * i + 2] = surface.metal() == null ? (byte) 255 : mean(surface.metal(), from);
    }
    return new Texture(half, half, 3, false, texels);
  }

  private static byte mean(Field field, int from) {
    float[] v = field.values;
    return coded((v[from] + v[from + 1] + v[from + N] + v[from + N + 1]) / 4);
  }

  private static byte coded(float value) {
    return (byte) (int) (255 * Math.max(0, Math.min(1, value)) + 0.5f);
  }

  /** Memory it takes, in bytes. */
  long bytes() {
    return bytes(material.albedo()) + bytes(material.bump()) + bytes(material.surface());
  }

  private static long bytes(Texture texture) {
    return texture == null ? 0 : texture.bytes();
  }
}
