package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.api.Arena;

/**
 * Collects places to be shaded one by one over some rows, and shades them triangle by triangle, so
 * that each triangle is looked at once: what is rough as {@link Patches}, all else place by place.
 * One a thread.
 */
final class Points {
  /** About how many places are shaded at once. */
  private static final int ENOUGH = 2048;

  private final Triangles triangles;
  private final Contact contact;
  private final Fragment fragment;
  private final Skin skin = new Skin();
  private final Corners corners;
  private final Patches patches;
  private final Batch smooth;
  private final Ways ways;
  private final boolean[] ground;
  private final Look look = new Look();

  /** Of each place: in the picture, from its axis, which pixel, what share of it. */
  private int count;

  private final float[] dx;
  private final float[] dy;
  private final int[] pixel;
  private final float[] weight;

  /** Of each triangle the place noted last, or -1, and of each place the one noted before it. */
  private final int[] head;

  private final int[] before;

  /** Which triangles have places, a bit each. */
  private final long[] any;

  Points(
      Triangles triangles,
      Projection projection,
      World world,
      Lamp[] lamps,
      Samples samples,
      Arena arena) {
    this.triangles = triangles;
    contact = world.contact();
    int capacity = ENOUGH + 2 * samples.width * samples.count;
    fragment = new Fragment(triangles, projection);
    corners = new Corners(triangles, projection);
    patches = new Patches(projection, world, lamps, samples.width, capacity, arena);
    smooth = new Batch(2 * samples.width + 32, lamps.length, arena);
    ways = new Ways(projection, smooth.capacity(), arena);
    ground = new boolean[smooth.capacity()];
    dx = arena.floats(capacity);
    dy = arena.floats(capacity);
    pixel = arena.ints(capacity);
    weight = arena.floats(capacity);
    before = arena.ints(capacity);
    head = arena.ints(triangles.surfaceOf.length);
    Arrays.fill(head, -1);
    any = new long[(head.length + 63) / 64];
  }

  /**
   * Notes a place.
   *
   * @param triangle that is seen there
   * @param px place in the picture, in pixels
   * @param py place in the picture, in pixels
   * @param pix the pixel's number
   * @param share of the place in its pixel
   */
  void put(int triangle, float px, float py, int pix, float share) {
    int i = count++;
    dx[i] = px - fragment.projection.centreX;
    dy[i] = py - fragment.projection.centreY;
    pixel[i] = pix;
    weight[i] = share;
    before[i] = head[triangle];
    head[triangle] = i;
    any[triangle >> 6] |= 1L << triangle;
  }

  /** Whether it is worth while to shade. */
  boolean enough() {
    return count >= ENOUGH;
  }

  /** Shades and lights all places, and forgets them. */
  void shine(Lighting lighting, float[] color, int size) {
    if (count == 0) {
      return;
    }
    for (int w = 0; w < any.length; w++) {
      for (long bits = any[w]; bits != 0; bits &= bits - 1) {
        triangle(64 * w + Long.numberOfTrailingZeros(bits), lighting, color, size);
      }
      any[w] = 0;
    }
    patches.shine(color, size);
    smooth(lighting, color, size);
    count = 0;
  }

  private void triangle(int id, Lighting lighting, float[] color, int size) {
    Surface s = triangles.surface(id);
    boolean known = corners.go(s, id);
    for (int i = head[id]; i >= 0; i = before[i]) {
      if (known) {
        corners.see(dx[i], dy[i], look);
      } else {
        read(s, id, dx[i], dy[i]);
      }
      if (look.rough()) {
        patches.put(look, dx[i], dy[i], pixel[i], weight[i]);
      } else {
        if (smooth.count == smooth.capacity()) {
          smooth(lighting, color, size);
        }
        smooth(i);
      }
    }
    head[id] = -1;
  }

  /** Sees a place of any triangle. */
  private void read(Surface s, int id, float right, float below) {
    Fragment f = fragment;
    f.see(s, id, right, below);
    f.place();
    Look l = look;
    l.surface = s;
    l.flat = f.flat;
    l.depth = f.depth;
    l.face(f.normalX, f.normalY, f.normalZ);
    skin.read(f);
    l.nx = f.normalX;
    l.ny = f.normalY;
    l.nz = f.normalZ;
    l.red = skin.base[0];
    l.green = skin.base[1];
    l.blue = skin.base[2];
    l.roughness = skin.roughness;
    l.metallic = skin.metallic;
    l.open = skin.occlusion;
    if (s.strands != null) {
      float frequency = s.material.fur().frequency();
      l.strandX = frequency * f.value(s.strands, 3, 0);
      l.strandY = frequency * f.value(s.strands, 3, 1);
      l.strandZ = frequency * f.value(s.strands, 3, 2);
      l.length = f.value(s.mesh.fur(), 4, 0);
    }
  }

  /** Puts what is to be lit by itself. */
  private void smooth(int point) {
    Batch b = smooth;
    Look l = look;
    int i = b.count++;
    b.pixel[i] = pixel[point];
    b.weight[i] = weight[point];
    ways.put(i, dx[point], dy[point], l.depth);
    b.nx[i] = l.nx;
    b.ny[i] = l.ny;
    b.nz[i] = l.nz;
    b.red[i] = l.red;
    b.green[i] = l.green;
    b.blue[i] = l.blue;
    b.roughness[i] = l.roughness;
    b.metallic[i] = l.metallic;
    b.occlusion[i] = l.open;
    b.emission[i] = l.surface.material.emission();
    b.wrap[i] = 0;
    ground[i] = contact != null && l.surface.ground;
    for (float[] seen : b.seen) {
      seen[i] = Batch.UNKNOWN;
    }
  }

  private void smooth(Lighting lighting, float[] color, int size) {
    Batch b = smooth;
    ways.find(b);
    for (int i = 0; i < b.count; i++) {
      if (ground[i]) {
        b.occlusion[i] *= contact.seen(b.x[i], b.z[i]);
      }
    }
    lighting.shine(b, color, size);
  }
}
