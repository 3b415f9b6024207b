package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.api.Arena;

/**
 * Pixels of rough surfaces: what they are made of is read pixel by pixel, light once for two by two
 * pixels of one curved surface that lie and face about alike, as {@link LinearLight} finds it. One
 * a thread; no two by two pixels come before and after {@link #shine}.
 */
final class Patches {
  /** What is smoother shows reflections that change from pixel to pixel. */
  static final float ROUGH = 0.45f;

  /** Cosine of the angle by which normals in a patch may differ. */
  private static final float ALIKE = 0.85f;

  /** Depths in a patch may differ by so many pixels' breadths. */
  private static final float NEAR = 4;

  /** How far light wraps around fur, as a share of the cosine. */
  private static final float WRAP = 0.25f;

  private final Projection projection;
  private final Contact contact;
  private final int width;
  private final Batch batch;
  private final LinearLight light;
  private final Pelt pelt;
  private final Ways ways;

  /** Of each two by two pixels the patch found last, by a hash; and which pixels and surface. */
  private final int[] last;

  private final int[] quads;
  private final Surface[] surfaces;

  /** Of each pixel: its place in the picture, its share of it, its patch. */
  private int count;

  private final int[] pixel;
  private final float[] weight;
  private final int[] patch;

  /** Base colour and normal, and later light and what the normal differs by from the patch's. */
  private final float[][] base;

  private final float[][] normal;

  Patches(Projection projection, World world, Lamp[] lamps, int width, int capacity, Arena arena) {
    this.projection = projection;
    this.contact = world.contact();
    this.width = width;
    batch = new Batch(capacity, lamps.length, arena);
    light = new LinearLight(world.sky(), lamps, capacity, arena);
    pelt = new Pelt(capacity, arena);
    ways = new Ways(projection, capacity, arena);
    last = new int[(width + 1) / 2 * 64];
    Arrays.fill(last, -1);
    quads = arena.ints(capacity);
    surfaces = new Surface[capacity];
    pixel = arena.ints(capacity);
    weight = arena.floats(capacity);
    patch = arena.ints(capacity);
    base = Loans.floats(arena, 3, capacity);
    normal = Loans.floats(arena, 3, capacity);
  }

  /**
   * Puts a place.
   *
   * @param l what it looks like
   * @param dx place in the picture from its axis, in pixels
   * @param dy place in the picture from its axis, in pixels
   * @param pix its pixel's number
   * @param share of it in its pixel
   */
  void put(Look l, float dx, float dy, int pix, float share) {
    int i = count++;
    pixel[i] = pix;
    weight[i] = share;
    base[0][i] = l.red;
    base[1][i] = l.green;
    base[2][i] = l.blue;
    normal[0][i] = l.nx;
    normal[1][i] = l.ny;
    normal[2][i] = l.nz;
    boolean fur = l.surface.strands != null;
    if (fur) {
      pelt.read(i, l);
    }
    int quad = quad(pix);
    int p = find(quad, l);
    if (p < 0) {
      p = begin(quad, l);
      ways.put(p, dx, dy, l.depth);
      if (fur) {
        pelt.begin(p, l, projection.focal);
      }
    }
    patch[i] = p;
  }

  private int quad(int pix) {
    int y = pix / width;
    return (y >> 1) * ((width + 1) / 2) + (pix - y * width >> 1);
  }

  /** The patch of two by two pixels, if it is like a place; or negative. */
  private int find(int quad, Look l) {
    Batch b = batch;
    int known = last[quad % last.length];
    return known >= 0
            && !l.flat
            && quads[known] == quad
            && surfaces[known] == l.surface
            && Math.abs(ways.depth[known] - l.depth) * projection.focal < NEAR * l.depth
            && b.nx[known] * l.smoothX + b.ny[known] * l.smoothY + b.nz[known] * l.smoothZ > ALIKE
        ? known
        : -1;
  }

  private int begin(int quad, Look l) {
    Batch b = batch;
    int i = b.count++;
    last[quad % last.length] = i;
    quads[i] = quad;
    surfaces[i] = l.surface;
    b.nx[i] = l.smoothX;
    b.ny[i] = l.smoothY;
    b.nz[i] = l.smoothZ;
    b.roughness[i] = l.roughness;
    b.metallic[i] = 0;
    b.occlusion[i] = l.open;
    b.emission[i] = l.surface.material.emission();
    b.wrap[i] = l.surface.strands == null ? 0 : WRAP;
    pelt.none(i);
    return i;
  }

  /**
   * Lights all pixels, and forgets them.
   *
   * @param color is added to, [size, 3]
   * @param size of the picture in pixels
   */
  void shine(float[] color, int size) {
    if (count == 0) {
      return;
    }
    ways.find(batch);
    if (contact != null) {
      open();
    }
    light.look(batch);
    pelt.grow(count, patch, base, normal);
    Batch b = batch;
    for (int c = 0; c < 3; c++) {
      difference(count, patch, normal[c], c == 0 ? b.nx : c == 1 ? b.ny : b.nz);
    }
    for (int c = 0; c < 3; c++) {
      glow(c);
      Lighting.scatter(count, pixel, weight, base[c], color, c * size);
    }
    count = 0;
    b.empty();
    Arrays.fill(last, -1);
  }

  /** What the ground sees of the sky. */
  private void open() {
    Batch b = batch;
    for (int i = 0; i < b.count; i++) {
      if (surfaces[i].ground) {
        b.occlusion[i] *= contact.seen(b.x[i], b.z[i]);
      }
    }
  }

  private static void difference(int n, int[] patch, float[] normal, float[] from) {
    for (int i = 0; i < n; i++) {
      normal[i] -= from[patch[i]];
    }
  }

  /** From base colours to light. */
  private void glow(int c) {
    float[] to = base[c];
    float[] even = light.even[c];
    float[] gloss = light.gloss[c];
    float[] sx = light.slope[3 * c];
    float[] sy = light.slope[3 * c + 1];
    float[] sz = light.slope[3 * c + 2];
    float[] dx = normal[0];
    float[] dy = normal[1];
    float[] dz = normal[2];
    int[] of = patch;
    for (int i = 0, n = count; i < n; i++) {
      int p = of[i];
      float lit = even[p] + sx[p] * dx[i] + sy[p] * dy[i] + sz[p] * dz[i];
      to[i] = to[i] * Math.max(0, lit) + gloss[p];
    }
  }
}
