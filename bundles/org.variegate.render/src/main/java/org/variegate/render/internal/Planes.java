package org.variegate.render.internal;

import java.util.Arrays;

/**
 * Puts runs of pixels that show one flat triangle into a batch: what changes slowly is found at the
 * ends of short segments, what does not change once a triangle. One a thread.
 */
final class Planes {
  /** Shorter runs are not worth it. */
  static final int SHORTEST = 6;

  private static final int KEPT = 64;

  private final Triangles triangles;
  private final Projection projection;
  private final Shade[] shades;
  private final Fragment fragment;
  private final int width;
  private final Plane[] kept = new Plane[KEPT];
  private final Batch batch;

  /** The planes of the batch's runs, and where each run begins. */
  private final Plane[] planes;

  private final int[] begins;
  private int runs;

  private final SkinRuns skins;

  /** 0, 1, 2 and so on, and the same from where a run begins. */
  private final float[] numbers;

  private final float[] ramp;
  private final float[] depth;
  private final float[] u;
  private final float[] v;

  Planes(
      Triangles triangles,
      Projection projection,
      World world,
      Lamp[] lamps,
      int width,
      Batch batch) {
    this.batch = batch;
    int capacity = batch.capacity();
    planes = new Plane[capacity / SHORTEST + 1];
    begins = new int[planes.length + 1];
    this.width = width;
    this.triangles = triangles;
    this.projection = projection;
    shades = new Shade[lamps.length];
    for (int i = 0; i < lamps.length; i++) {
      shades[i] = new Shade(lamps[i].shadow, i);
    }
    skins = new SkinRuns(world.contact(), capacity);
    fragment = new Fragment(triangles, projection);
    numbers = new float[width];
    for (int i = 0; i < width; i++) {
      numbers[i] = i;
    }
    ramp = new float[capacity];
    depth = new float[capacity];
    u = new float[capacity];
    v = new float[capacity];
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

  /** Whether there is no room for a run of so many pixels. */
  boolean full(int n) {
    return batch.count + n > batch.capacity();
  }

  /**
   * Puts a run into the batch.
   *
   * @param p what it shows
   * @param y row
   * @param x first column
   * @param n how many columns
   */
  void put(Plane p, int y, int x, int n) {
    Batch b = batch;
    int o = b.count;
    int end = o + n;
    planes[runs] = p;
    begins[runs++] = o;
    b.count = end;
    for (int i = o, pixel = y * width + x; i < end; i++) {
      b.pixel[i] = pixel++;
    }
    float dx = x + 0.5f - projection.centreX;
    float dy = y + 0.5f - projection.centreY;
    System.arraycopy(numbers, 0, ramp, o, n);
    linear(p.share, dx, dy, o, end, ramp, depth);
    if (p.surface.textured) {
      linear(p.u, dx, dy, o, end, ramp, u);
      linear(p.v, dx, dy, o, end, ramp, v);
    }
    Projection r = projection;
    along(o, end, r.axis[0] + dx * r.right[0] + dy * r.down[0], r.right[0], ramp, b.ex);
    along(o, end, r.axis[1] + dx * r.right[1] + dy * r.down[1], r.right[1], ramp, b.ey);
    along(o, end, r.axis[2] + dx * r.right[2] + dy * r.down[2], r.right[2], ramp, b.ez);
  }

  /** Lights all places, and forgets them. */
  void shine(Lighting lighting, float[] color, int size) {
    Batch b = batch;
    int n = b.count;
    begins[runs] = n;
    places(n, b);
    skins.begin(n, u, v);
    for (int i = 0; i < runs; i++) {
      skins.put(planes[i], begins[i], begins[i + 1], depth, u, v, b);
    }
    Loops.normalize(0, n, b.nx, b.ny, b.nz);
    for (Shade shade : shades) {
      for (int i = 0; i < runs; i++) {
        shade.run(planes[i], begins[i], begins[i + 1] - begins[i], b);
      }
    }
    lighting.shine(b, color, size);
    runs = 0;
  }

  /** Where the places are, and from where they are seen. */
  private void places(int n, Batch b) {
    Arrays.fill(b.weight, 0, n, 1);
    invert(0, n, depth);
    Loops.multiply(0, n, depth, u);
    Loops.multiply(0, n, depth, v);
    Projection r = projection;
    reach(0, n, r.eyeX, depth, b.ex, b.x);
    reach(0, n, r.eyeY, depth, b.ey, b.y);
    reach(0, n, r.eyeZ, depth, b.ez, b.z);
    back(0, n, b.ex, b.ey, b.ez);
  }

  private static void linear(
      double[] f, float dx, float dy, int from, int to, float[] ramp, float[] out) {
    along(from, to, (float) (f[0] + dx * f[1] + dy * f[2]), (float) f[1], ramp, out);
  }

  private static void along(int from, int to, float first, float step, float[] ramp, float[] out) {
    for (int i = from; i < to; i++) {
      out[i] = first + ramp[i] * step;
    }
  }

  private static void invert(int from, int to, float[] values) {
    for (int i = from; i < to; i++) {
      values[i] = 1 / values[i];
    }
  }

  /** Where rays from the eye end. */
  static void reach(int from, int to, float eye, float[] depth, float[] ray, float[] out) {
    for (int i = from; i < to; i++) {
      out[i] = eye + depth[i] * ray[i];
    }
  }

  /** Turns rays back, and makes them as long as 1. */
  static void back(int from, int to, float[] x, float[] y, float[] z) {
    for (int i = from; i < to; i++) {
      float a = x[i];
      float b = y[i];
      float c = z[i];
      float one = -1 / (float) Math.sqrt(a * a + b * b + c * c);
      x[i] = a * one;
      y[i] = b * one;
      z[i] = c * one;
    }
  }
}
