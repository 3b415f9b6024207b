package org.variegate.render.internal;

import org.variegate.api.Arena;

/** The light that comes from places to the eye. One a thread. */
final class Lighting {
  /** What surfaces that are no metal reflect from the front. */
  static final float FRONT = 0.04f;

  private final Panorama sky;
  private final Lamp[] lamps;
  private final Highlights highlights;

  /** Cosine between normal and eye, and the same above 0. */
  private final float[] cosine;

  private final float[] facing;

  /** Light from all of the sky, and that from the direction that the surface mirrors. */
  private final float[][] ambient;

  private final float[][] mirrored;

  /** Reflectance from the front, and light to the eye. */
  private final float[][] front;

  private final float[][] light;

  /** Shares of mirrored light, and of matt. */
  private final float[] coloured;

  private final float[] grazing;
  private final float[] share;
  private final float[] matt;

  /** To the lamp, its strength, and what is added to roughness squared. */
  private final float[][] lamp;

  private final float[] strength;
  private final float[] widening;
  private final float[] diffuse;
  private final float[] specular;
  private final float[] rgb = new float[3];

  /**
   * The light of a frame.
   *
   * @param sky its light
   * @param lamps all other light
   * @param capacity of batches
   * @param arena lends buffers
   */
  Lighting(Panorama sky, Lamp[] lamps, int capacity, Arena arena) {
    this.sky = sky;
    this.lamps = lamps;
    highlights = new Highlights(capacity, arena);
    cosine = arena.floats(capacity);
    facing = arena.floats(capacity);
    ambient = Loans.floats(arena, 3, capacity);
    mirrored = Loans.floats(arena, 3, capacity);
    front = Loans.floats(arena, 3, capacity);
    light = Loans.floats(arena, 3, capacity);
    coloured = arena.floats(capacity);
    grazing = arena.floats(capacity);
    share = arena.floats(capacity);
    matt = arena.floats(capacity);
    lamp = Loans.floats(arena, 3, capacity);
    strength = arena.floats(capacity);
    widening = arena.floats(capacity);
    diffuse = arena.floats(capacity);
    specular = arena.floats(capacity);
  }

  /**
   * Lights all places of a batch, and empties it.
   *
   * @param b the places
   * @param color is added to, [size, 3]
   * @param size of the picture in pixels
   */
  void shine(Batch b, float[] color, int size) {
    int n = b.count;
    if (n == 0) {
      return;
    }
    Loops.dot(0, n, b.nx, b.ny, b.nz, b.ex, b.ey, b.ez, cosine);
    Loops.atLeast(0, n, 1e-3f, cosine, facing);
    sky.irradiance(n, b.nx, b.ny, b.nz, ambient);
    mirror(b);
    shares(n, b);
    float[][] base = {b.red, b.green, b.blue};
    for (int c = 0; c < 3; c++) {
      front(n, base[c], b.metallic, front[c]);
      share(n, front[c], coloured, grazing, share);
      scattered(n, base[c], matt, share, ambient[c], light[c]);
      Loops.add(0, n, base[c], b.emission, light[c]);
      Loops.add(0, n, share, mirrored[c], light[c]);
    }
    for (int l = 0; l < lamps.length; l++) {
      lamp(b, lamps[l], b.seen[l], base);
    }
    for (int c = 0; c < 3; c++) {
      scatter(n, b.pixel, b.weight, light[c], color, c * size);
    }
    b.empty();
  }

  static void scatter(int n, int[] pixel, float[] weight, float[] light, float[] color, int from) {
    Loops.multiply(0, n, weight, light);
    for (int i = 0; i < n; i++) {
      color[from + pixel[i]] += light[i];
    }
  }

  /** Rough surfaces mirror what they see of all of the sky. */
  private void mirror(Batch b) {
    int n = b.count;
    for (int c = 0; c < 3; c++) {
      System.arraycopy(ambient[c], 0, mirrored[c], 0, n);
    }
    for (int i = 0; i < n; i++) {
      if (b.roughness[i] <= 0.4f + 0.3f * b.metallic[i]) {
        reflect(b, i);
      }
    }
  }

  private void reflect(Batch b, int i) {
    float twice = 2 * facing[i];
    float rough = b.roughness[i] * b.roughness[i];
    float texels = 0.35f * rough * sky.width();
    int level = texels > 1 ? (int) (Texels.log2(texels) + 0.5f) : 0;
    rgb[0] = rgb[1] = rgb[2] = 0;
    sky.add(
        twice * b.nx[i] - b.ex[i],
        twice * b.ny[i] - b.ey[i],
        twice * b.nz[i] - b.ez[i],
        level,
        1,
        rgb);
    mirrored[0][i] = rgb[0];
    mirrored[1][i] = rgb[1];
    mirrored[2][i] = rgb[2];
  }

  /** Karis 2014, "Physically based shading on mobile", with a rational in place of the power. */
  private void shares(int n, Batch b) {
    coloured(n, b.roughness, b.occlusion, coloured);
    grazing(n, b.roughness, b.occlusion, facing, grazing);
    matt(n, b.metallic, b.occlusion, matt);
  }

  static void coloured(int n, float[] rough, float[] open, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = (1 - 0.35f * rough[i]) * open[i];
    }
  }

  static void grazing(int n, float[] rough, float[] open, float[] facing, float[] to) {
    for (int i = 0; i < n; i++) {
      float away = 1 - facing[i];
      to[i] = 0.8f * (1 - rough[i]) * away * away * away * open[i];
    }
  }

  private static void matt(int n, float[] metallic, float[] open, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = (1 - metallic[i]) * open[i];
    }
  }

  private static void front(int n, float[] base, float[] metallic, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = FRONT * (1 - metallic[i]) + base[i] * metallic[i];
    }
  }

  /** What a surface mirrors, from the front and beyond it at grazing angles; at most all. */
  static void share(int n, float[] front, float[] with, float[] more, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = front[i] * with[i] + (1 - front[i]) * more[i];
    }
  }

  /** Matt surfaces scatter what they do not mirror. */
  private static void scattered(
      int n, float[] base, float[] matt, float[] share, float[] ambient, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = base[i] * matt[i] * (1 - share[i]) * ambient[i];
    }
  }

  private void lamp(Batch b, Lamp l, float[] seen, float[][] base) {
    int n = b.count;
    l.look(n, b.x, b.y, b.z, lamp, strength, widening);
    Loops.dot(0, n, b.nx, b.ny, b.nz, lamp[0], lamp[1], lamp[2], specular);
    wrap(n, b.wrap, specular, diffuse);
    Loops.atLeast(0, n, 0, specular, specular);
    if (l.shadow != null) {
      shadow(b, l.shadow, seen);
      Loops.multiply(0, n, seen, strength);
    }
    lit(n, b.metallic, b.occlusion, strength, diffuse);
    highlights.shine(n, b, lamp, cosine, facing, widening, strength, specular);
    add(n, l.red, base[0], front[0], diffuse, specular, light[0]);
    add(n, l.green, base[1], front[1], diffuse, specular, light[1]);
    add(n, l.blue, base[2], front[2], diffuse, specular, light[2]);
  }

  /** From the cosine of incidence to the share of light that matt surfaces get. */
  static void wrap(int n, float[] wrap, float[] cosine, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.max(0, (cosine[i] + wrap[i]) / (1 + wrap[i]));
    }
  }

  /** Looks up the shadows that are not known yet, where any light may fall. */
  private void shadow(Batch b, ShadowMap map, float[] seen) {
    for (int i = 0, n = b.count; i < n; i++) {
      if (seen[i] < 0) {
        boolean any = strength[i] * diffuse[i] > 0;
        seen[i] = any ? map.seen(b.x[i], b.y[i], b.z[i], b.nx[i], b.ny[i], b.nz[i]) : 0;
      }
    }
  }

  static void lit(int n, float[] metallic, float[] open, float[] strength, float[] lit) {
    for (int i = 0; i < n; i++) {
      lit[i] = (1 - metallic[i]) * lit[i] * strength[i] * (0.4f + 0.6f * open[i]);
    }
  }

  private static void add(
      int n, float colour, float[] base, float[] front, float[] d, float[] s, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] += colour * (base[i] * d[i] + front[i] * s[i]);
    }
  }
}
