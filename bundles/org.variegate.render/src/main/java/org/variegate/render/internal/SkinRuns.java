package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.scene.Material;
import org.variegate.scene.Texture;

/**
 * What runs of places on one plane are made of, as {@link Skin} says of single places: what changes
 * slowly is found once a short segment. One a thread.
 */
final class SkinRuns {
  /** Places from one where mip levels are looked up to the next. */
  private static final int SEGMENT = 8;

  private final Contact contact;
  private final TexelRuns texels;
  private final float[] heightU;
  private final float[] heightV;
  private final float[][] other;
  private final float[] texel = new float[4];

  /** What a pixel covers of textures, by segment; and shares of coarser levels, by place. */
  private final float[] squared;

  private final float[] parts;

  SkinRuns(Contact contact, int capacity) {
    this.contact = contact;
    texels = new TexelRuns(capacity);
    heightU = new float[capacity];
    heightV = new float[capacity];
    other = new float[3][capacity];
    squared = new float[capacity / SEGMENT + 1];
    parts = new float[capacity];
  }

  /** Goes to the texture coordinates of all of a batch's places. */
  void begin(int n, float[] u, float[] v) {
    texels.find(0, n, u, v);
  }

  /**
   * Puts what a run is made of into a batch, with normals of any length.
   *
   * @param p what it shows
   * @param o where it begins in the batch
   * @param end of it in the batch
   * @param depth of the places, in m
   * @param u in repeats
   * @param v in repeats
   * @param b receives all but places
   */
  void put(Plane p, int o, int end, float[] depth, float[] u, float[] v, Batch b) {
    Material m = p.surface.material;
    boolean albedo = p.surface.textured && m.albedo() != null;
    boolean relief = p.surface.textured && m.bump() != null && m.bumpDepth() != 0;
    float[][] base = {b.red, b.green, b.blue};
    Arrays.fill(b.roughness, o, end, m.roughness());
    Arrays.fill(b.metallic, o, end, m.metallic());
    Arrays.fill(b.occlusion, o, end, p.open);
    Arrays.fill(b.emission, o, end, m.emission());
    Arrays.fill(b.wrap, o, end, 0);
    if (p.surface.textured) {
      footprints(p, o, end, depth, b);
    }
    if (albedo) {
      colors(m.albedo(), o, end, base);
    }
    if (relief) {
      slopes(m, o, end);
    }
    if (p.surface.textured && m.surface() != null) {
      finish(m.surface(), o, end, u, v, b);
    }
    if (contact != null && p.surface.ground) {
      for (int from = o; from < end; from += SEGMENT) {
        open(from, Math.min(end, from + SEGMENT), b);
      }
    }
    float[] color = {m.color().red(), m.color().green(), m.color().blue()};
    for (int c = 0; c < 3; c++) {
      paint(color[c] * p.color[c], albedo, o, end, base[c]);
    }
    if (relief) {
      tilt(p, o, end, b);
    } else {
      Arrays.fill(b.nx, o, end, p.nx);
      Arrays.fill(b.ny, o, end, p.ny);
      Arrays.fill(b.nz, o, end, p.nz);
    }
  }

  /** As {@link Coordinates#squared}, at the middle of each segment. */
  private void footprints(Plane p, int o, int end, float[] depth, Batch b) {
    for (int s = 0, from = o; from < end; s++, from += SEGMENT) {
      int i = (from + Math.min(end, from + SEGMENT)) / 2;
      float one = depth[i];
      float area = (float) p.area * one * one * one;
      float facing = p.nx * b.ex[i] + p.ny * b.ey[i] + p.nz * b.ez[i];
      squared[s] = area * area / Math.max(0.01f, Math.abs(facing));
    }
  }

  /** Reads as many segments at once as are of one level, or between the same two. */
  private void colors(Texture t, int o, int end, float[][] base) {
    int begun = o;
    int before = -1;
    for (int s = 0, from = o; from < end; s++, from += SEGMENT) {
      float level = Texels.level(t, squared[s]);
      int lower = (int) level;
      float part = (level - lower) * 3 - 1;
      boolean between = part > 0 && part < 1;
      int now = 2 * lower + (between ? 1 : part >= 1 ? 2 : 0);
      if (between) {
        Arrays.fill(parts, from, Math.min(end, from + SEGMENT), part);
      }
      if (now != before) {
        colors(t, before, begun, from, base);
        begun = from;
        before = now;
      }
    }
    colors(t, before, begun, end, base);
  }

  private void colors(Texture t, int twice, int from, int to, float[][] base) {
    if (to == from) {
      return;
    }
    texels.colors(t, twice >> 1, from, to, base);
    if ((twice & 1) != 0) {
      texels.colors(t, (twice >> 1) + 1, from, to, other);
      for (int c = 0; c < 3; c++) {
        Loops.mix(from, to, base[c], other[c], parts, base[c]);
      }
    }
  }

  private void slopes(Material m, int o, int end) {
    int begun = o;
    int before = 0;
    for (int s = 0, from = o; from < end; s++, from += SEGMENT) {
      int level = (int) (Texels.level(m.bump(), squared[s]) + 0.5f);
      if (level != before) {
        texels.slopes(m.bump(), before, m.bumpDepth(), begun, from, heightU, heightV);
        begun = from;
        before = level;
      }
    }
    texels.slopes(m.bump(), before, m.bumpDepth(), begun, end, heightU, heightV);
  }

  private void finish(Texture t, int o, int end, float[] u, float[] v, Batch b) {
    for (int s = 0, from = o; from < end; s++, from += SEGMENT) {
      float level = Texels.level(t, squared[s]);
      for (int i = from, to = Math.min(end, from + SEGMENT); i < to; i++) {
        Texels.color(t, u[i], v[i], level, texel);
        b.roughness[i] *= texel[1];
        b.metallic[i] *= texel[2];
      }
    }
  }

  private void open(int from, int to, Batch b) {
    int last = to - 1;
    float open = contact.seen(b.x[from], b.z[from]);
    float step = (contact.seen(b.x[last], b.z[last]) - open) / Math.max(1, last - from);
    for (int i = from; i < to; i++) {
      b.occlusion[i] *= open + (i - from) * step;
    }
  }

  private static void paint(float factor, boolean textured, int from, int to, float[] base) {
    if (textured) {
      Loops.multiply(from, to, factor, base);
    } else {
      Arrays.fill(base, from, to, factor);
    }
  }

  /** The normal less the gradient of the height along the plane. */
  private void tilt(Plane p, int from, int to, Batch b) {
    lean(from, to, p.nx, p.alongU[0], p.alongV[0], heightU, heightV, b.nx);
    lean(from, to, p.ny, p.alongU[1], p.alongV[1], heightU, heightV, b.ny);
    lean(from, to, p.nz, p.alongU[2], p.alongV[2], heightU, heightV, b.nz);
  }

  private static void lean(
      int from, int to, float n, float u, float v, float[] heightU, float[] heightV, float[] out) {
    for (int i = from; i < to; i++) {
      out[i] = n - heightU[i] * u - heightV[i] * v;
    }
  }
}
