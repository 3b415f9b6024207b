package org.variegate.render.internal;

import org.variegate.scene.Material;
import org.variegate.scene.Mesh;

/**
 * Puts fragments into a batch one by one, and finds together what all of them need: where they are,
 * and what their fur looks like. One a thread.
 */
final class Points {
  /** How far light wraps around fur, as a share of the cosine. */
  private static final float WRAP = 0.25f;

  /** The most places in one pixel. */
  private static final int MOST = 16;

  /** Places so many pixels' breadths from each other are near. */
  private static final float NEAR = 4;

  private final Projection projection;
  private final Contact contact;
  private final Skin skin = new Skin();
  private final Pelt pelt;
  private final Batch batch;
  private final int width;

  /** Place in the picture from its axis, and depth. */
  private final float[] dx;

  private final float[] dy;
  private final float[] depth;

  Points(Projection projection, Contact contact, int width, Batch batch) {
    this.width = width;
    this.projection = projection;
    this.contact = contact;
    this.batch = batch;
    pelt = new Pelt(batch.capacity());
    dx = new float[batch.capacity()];
    dy = new float[batch.capacity()];
    depth = new float[batch.capacity()];
  }

  /**
   * Puts a fragment into the batch.
   *
   * @param f that has met its triangle
   * @param weight of it in its pixel
   * @param x its column
   * @param y its row
   */
  void put(Fragment f, float weight, int x, int y) {
    Batch b = batch;
    int i = b.count++;
    Surface s = f.surface;
    Material m = s.material;
    b.pixel[i] = y * width + x;
    b.column[i] = x >> 1;
    b.row[i] = y >> 1;
    b.weight[i] = weight;
    dx[i] = f.dx;
    dy[i] = f.dy;
    depth[i] = f.depth;
    float breadth = f.depth / projection.focal;
    b.reach[i] = NEAR * NEAR * breadth * breadth;
    if (s.textured || s.twoSided || f.flat || s.ground) {
      full(f, i);
    } else {
      bare(f, i);
    }
    if (m.fur() != null && s.mesh.fur() != null) {
      pelt.read(i, f, projection.focal);
    } else {
      pelt.none(i);
    }
    b.emission[i] = m.emission();
    b.wrap[i] = m.fur() == null ? 0 : WRAP;
    for (float[] seen : b.seen) {
      seen[i] = Batch.UNKNOWN;
    }
  }

  /** What has textures, or more than one side. */
  private void full(Fragment f, int i) {
    Batch b = batch;
    f.place();
    skin.read(f);
    b.nx[i] = f.normalX;
    b.ny[i] = f.normalY;
    b.nz[i] = f.normalZ;
    b.red[i] = skin.base[0];
    b.green[i] = skin.base[1];
    b.blue[i] = skin.base[2];
    b.roughness[i] = skin.roughness;
    b.metallic[i] = skin.metallic;
    boolean ground = contact != null && f.surface.ground;
    b.occlusion[i] = ground ? skin.occlusion * contact.seen(f.x, f.z) : skin.occlusion;
  }

  /** What its vertices alone tell. */
  private void bare(Fragment f, int i) {
    Batch b = batch;
    Material m = f.surface.material;
    Mesh mesh = f.surface.mesh;
    f.lean();
    b.nx[i] = f.rawX;
    b.ny[i] = f.rawY;
    b.nz[i] = f.rawZ;
    float[] colors = mesh.colors();
    b.red[i] = colors == null ? m.color().red() : m.color().red() * f.value(colors, 3, 0);
    b.green[i] = colors == null ? m.color().green() : m.color().green() * f.value(colors, 3, 1);
    b.blue[i] = colors == null ? m.color().blue() : m.color().blue() * f.value(colors, 3, 2);
    b.roughness[i] = m.roughness();
    b.metallic[i] = m.metallic();
    b.occlusion[i] = mesh.occlusion() == null ? 1 : f.value(mesh.occlusion(), 1, 0);
  }

  /** Whether there may be too little room for one more pixel. */
  boolean full() {
    return batch.count + MOST > batch.capacity();
  }

  /** Lights all places, and forgets them. */
  void shine(Lighting lighting, float[] color, int size) {
    complete();
    lighting.shine(batch, color, size);
  }

  private void complete() {
    int from = 0;
    int to = batch.count;
    Batch b = batch;
    Projection r = projection;
    ray(r.axis[0], r.right[0], r.down[0], b.ex);
    ray(r.axis[1], r.right[1], r.down[1], b.ey);
    ray(r.axis[2], r.right[2], r.down[2], b.ez);
    Planes.reach(from, to, r.eyeX, depth, b.ex, b.x);
    Planes.reach(from, to, r.eyeY, depth, b.ey, b.y);
    Planes.reach(from, to, r.eyeZ, depth, b.ez, b.z);
    Planes.back(from, to, b.ex, b.ey, b.ez);
    Loops.normalize(from, to, b.nx, b.ny, b.nz);
    pelt.grow(from, to, depth, b);
  }

  private void ray(float axis, float right, float down, float[] out) {
    ray(0, batch.count, axis, right, down, dx, dy, out);
  }

  private static void ray(
      int from, int to, float axis, float right, float down, float[] dx, float[] dy, float[] out) {
    for (int i = from; i < to; i++) {
      out[i] = axis + dx[i] * right + dy[i] * down;
    }
  }
}
