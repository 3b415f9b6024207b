package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.scene.Material;
import org.variegate.scene.Texture;

/**
 * Puts runs of pixels that show one flat triangle into batches: what changes slowly is found at the
 * ends of short segments, what does not change once a triangle. One a thread.
 */
final class Planes {
  /** Shorter runs are not worth it. */
  static final int SHORTEST = 6;

  /** Pixels from one place where shadows and mip levels are looked up to the next. */
  private static final int SEGMENT = 8;

  private static final int KEPT = 64;

  private final Triangles triangles;
  private final Projection projection;
  private final Contact contact;
  private final Shade[] shades;
  private final Fragment fragment;
  private final int width;
  private final Plane[] kept = new Plane[KEPT];

  private final float[] inverse;
  private final float[] u;
  private final float[] v;
  private final float[] heightU;
  private final float[] heightV;
  private final float[][] other;
  private final float[] texel = new float[4];

  Planes(Triangles triangles, Projection projection, World world, Lamp[] lamps, int width) {
    this.width = width;
    this.triangles = triangles;
    this.projection = projection;
    shades = new Shade[lamps.length];
    for (int i = 0; i < lamps.length; i++) {
      shades[i] = new Shade(lamps[i].shadow, i);
    }
    contact = world.contact();
    fragment = new Fragment(triangles, projection);
    inverse = new float[width];
    u = new float[width];
    v = new float[width];
    heightU = new float[width];
    heightV = new float[width];
    other = new float[3][width];
  }

  /**
   * The plane of a triangle.
   *
   * @return null if it is not flat, or not even
   */
  Plane of(int triangle, float px, float py) {
    int place = triangle & KEPT - 1;
    Plane plane = kept[place];
    if (plane == null || plane.triangle != triangle) {
      fragment.locate(triangles.surface(triangle), triangle, px, py);
      if (!fragment.flat) {
        return null;
      }
      plane = new Plane(triangles, triangle, fragment);
      kept[place] = plane;
    }
    return plane.even ? plane : null;
  }

  /**
   * Puts a run into a batch.
   *
   * @param p what it shows
   * @param y row
   * @param from first column
   * @param n how many columns
   * @param b has room for them
   */
  void put(Plane p, int y, int from, int n, Batch b) {
    int o = b.count;
    b.count += n;
    int first = y * width + from;
    for (int i = 0; i < n; i++) {
      b.pixel[o + i] = first + i;
    }
    Arrays.fill(b.weight, o, o + n, 1);
    places(p, from + 0.5f - projection.centreX, y + 0.5f - projection.centreY, n, b, o);
    made(p, n, b, o);
    for (Shade shade : shades) {
      shade.run(p, o, n, b);
    }
  }

  /** Where the pixels are, and from where they are seen. */
  private void places(Plane p, float dx, float dy, int n, Batch b, int o) {
    linear(p.share, dx, dy, n, inverse);
    for (int i = 0; i < n; i++) {
      inverse[i] = 1 / inverse[i];
    }
    if (p.surface.textured) {
      linear(p.u, dx, dy, n, u);
      linear(p.v, dx, dy, n, v);
      for (int i = 0; i < n; i++) {
        u[i] *= inverse[i];
        v[i] *= inverse[i];
      }
    }
    Projection r = projection;
    float scale = (float) p.scale;
    float x0 = r.axis[0] + dx * r.right[0] + dy * r.down[0];
    float y0 = r.axis[1] + dx * r.right[1] + dy * r.down[1];
    float z0 = r.axis[2] + dx * r.right[2] + dy * r.down[2];
    float xs = r.right[0];
    float ys = r.right[1];
    float zs = r.right[2];
    for (int i = 0; i < n; i++) {
      float rx = x0 + i * xs;
      float ry = y0 + i * ys;
      float rz = z0 + i * zs;
      float depth = scale * inverse[i];
      b.x[o + i] = r.eyeX + depth * rx;
      b.y[o + i] = r.eyeY + depth * ry;
      b.z[o + i] = r.eyeZ + depth * rz;
      float length = -1 / (float) Math.sqrt(rx * rx + ry * ry + rz * rz);
      b.ex[o + i] = rx * length;
      b.ey[o + i] = ry * length;
      b.ez[o + i] = rz * length;
    }
  }

  private static void linear(double[] f, float dx, float dy, int n, float[] to) {
    float first = (float) (f[0] + dx * f[1] + dy * f[2]);
    float step = (float) f[1];
    for (int i = 0; i < n; i++) {
      to[i] = first + i * step;
    }
  }

  /** What the surface is made of. */
  private void made(Plane p, int n, Batch b, int o) {
    Material m = p.surface.material;
    boolean albedo = p.surface.textured && m.albedo() != null;
    boolean relief = p.surface.textured && m.bump() != null && m.bumpDepth() != 0;
    Arrays.fill(b.roughness, o, o + n, m.roughness());
    Arrays.fill(b.metallic, o, o + n, m.metallic());
    Arrays.fill(b.occlusion, o, o + n, p.open);
    Arrays.fill(b.emission, o, o + n, m.emission());
    Arrays.fill(b.wrap, o, o + n, 0);
    for (int s = 0; s < n; s += SEGMENT) {
      int end = Math.min(n, s + SEGMENT);
      float squared = footprint(p, b, o, (s + end) / 2);
      if (albedo) {
        color(m.albedo(), squared, s, end, b, o);
      }
      if (relief) {
        int level = (int) (Texels.level(m.bump(), squared) + 0.5f);
        TexelRuns.slopes(m.bump(), level, m.bumpDepth(), s, end, u, v, heightU, heightV);
      }
      if (p.surface.textured && m.surface() != null) {
        finish(m.surface(), squared, s, end, b, o);
      }
      if (contact != null && p.surface.ground) {
        open(s, end, b, o);
      }
    }
    paint(m.color().red() * p.color[0], albedo, n, b.red, o);
    paint(m.color().green() * p.color[1], albedo, n, b.green, o);
    paint(m.color().blue() * p.color[2], albedo, n, b.blue, o);
    if (relief) {
      tilt(p, n, b, o);
    } else {
      Arrays.fill(b.nx, o, o + n, p.nx);
      Arrays.fill(b.ny, o, o + n, p.ny);
      Arrays.fill(b.nz, o, o + n, p.nz);
    }
  }

  /** As {@link Coordinates#squared}. */
  private float footprint(Plane p, Batch b, int o, int i) {
    float one = inverse[i];
    float area = (float) p.area * one * one * one;
    float facing = p.nx * b.ex[o + i] + p.ny * b.ey[o + i] + p.nz * b.ez[o + i];
    return area * area / Math.max(0.01f, Math.abs(facing));
  }

  private void color(Texture t, float squared, int from, int to, Batch b, int o) {
    float level = Texels.level(t, squared);
    int lower = (int) level;
    float part = (level - lower) * 3 - 1;
    int main = part >= 1 ? lower + 1 : lower;
    TexelRuns.colors(t, main, from, to, u, v, b.red, b.green, b.blue, o);
    if (part > 0 && part < 1) {
      TexelRuns.colors(t, lower + 1, from, to, u, v, other[0], other[1], other[2], 0);
      for (int i = from; i < to; i++) {
        b.red[o + i] += part * (other[0][i] - b.red[o + i]);
        b.green[o + i] += part * (other[1][i] - b.green[o + i]);
        b.blue[o + i] += part * (other[2][i] - b.blue[o + i]);
      }
    }
  }

  private void finish(Texture t, float squared, int from, int to, Batch b, int o) {
    float level = Texels.level(t, squared);
    for (int i = from; i < to; i++) {
      Texels.color(t, u[i], v[i], level, texel);
      b.roughness[o + i] *= texel[1];
      b.metallic[o + i] *= texel[2];
    }
  }

  private void open(int from, int to, Batch b, int o) {
    int last = o + to - 1;
    float open = contact.seen(b.x[o + from], b.z[o + from]);
    float step = (contact.seen(b.x[last], b.z[last]) - open) / Math.max(1, to - 1 - from);
    for (int i = from; i < to; i++) {
      b.occlusion[o + i] *= open + (i - from) * step;
    }
  }

  private static void paint(float factor, boolean textured, int n, float[] base, int o) {
    if (textured) {
      for (int i = o; i < o + n; i++) {
        base[i] *= factor;
      }
    } else {
      Arrays.fill(base, o, o + n, factor);
    }
  }

  /** The normal less the gradient of the height along the plane. */
  private void tilt(Plane p, int n, Batch b, int o) {
    float ux = p.alongU[0];
    float uy = p.alongU[1];
    float uz = p.alongU[2];
    float vx = p.alongV[0];
    float vy = p.alongV[1];
    float vz = p.alongV[2];
    for (int i = 0; i < n; i++) {
      float hu = heightU[i];
      float hv = heightV[i];
      float x = p.nx - hu * ux - hv * vx;
      float y = p.ny - hu * uy - hv * vy;
      float z = p.nz - hu * uz - hv * vz;
      float one = 1 / (float) Math.sqrt(x * x + y * y + z * z);
      b.nx[o + i] = x * one;
      b.ny[o + i] = y * one;
      b.nz[o + i] = z * one;
    }
  }
}
