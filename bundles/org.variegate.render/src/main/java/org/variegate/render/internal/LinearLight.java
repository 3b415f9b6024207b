package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.api.Arena;

/**
 * Light that comes from places on surfaces that are rough and no metal, as a linear function of the
 * base colour and of the normal about the one that the place has: {@code base * (even + slope . (n
 * - normal)) + gloss}. One a thread.
 */
final class LinearLight {
  /** Cosine above which all of a lamp's light changes with the normal: below, some is lost. */
  private static final float STEADY = 0.35f;

  private final Panorama sky;
  private final Lamp[] lamps;
  private final Highlights highlights;
  private final float[] cosine;
  private final float[] facing;
  private final float[] coloured;
  private final float[] grazing;
  private final float[] share;
  private final float[] matt;
  private final float[] front;
  private final float[][] lamp;
  private final float[] strength;
  private final float[] widening;
  private final float[] diffuse;
  private final float[] specular;
  private final float[] change;

  /** What the base colour is multiplied by, at the places' own normals. */
  final float[][] even;

  /** What that grows by along x, y and z of the normal, by colour and axis. */
  final float[][] slope;

  /** What is mirrored. */
  final float[][] gloss;

  LinearLight(Panorama sky, Lamp[] lamps, int capacity, Arena arena) {
    this.sky = sky;
    this.lamps = lamps;
    highlights = new Highlights(capacity, arena);
    cosine = arena.floats(capacity);
    facing = arena.floats(capacity);
    coloured = arena.floats(capacity);
    grazing = arena.floats(capacity);
    share = arena.floats(capacity);
    matt = arena.floats(capacity);
    front = arena.floats(capacity);
    Arrays.fill(front, Lighting.FRONT);
    lamp = Loans.floats(arena, 3, capacity);
    strength = arena.floats(capacity);
    widening = arena.floats(capacity);
    diffuse = arena.floats(capacity);
    specular = arena.floats(capacity);
    change = arena.floats(capacity);
    even = Loans.floats(arena, 3, capacity);
    slope = Loans.floats(arena, 9, capacity);
    gloss = Loans.floats(arena, 3, capacity);
  }

  /** Looks at the light of all places of a batch, whatever their colours. */
  void look(Batch b) {
    int n = b.count;
    Loops.dot(0, n, b.nx, b.ny, b.nz, b.ex, b.ey, b.ez, cosine);
    Loops.atLeast(0, n, 1e-3f, cosine, facing);
    Lighting.coloured(n, b.roughness, b.occlusion, coloured);
    Lighting.grazing(n, b.roughness, b.occlusion, facing, grazing);
    Lighting.share(n, front, coloured, grazing, share);
    scattered(n, share, b.occlusion, matt);
    sky.irradiance(n, b.nx, b.ny, b.nz, even);
    for (int c = 0; c < 3; c++) {
      System.arraycopy(even[c], 0, gloss[c], 0, n);
      Loops.multiply(0, n, share, gloss[c]);
      Loops.multiply(0, n, matt, even[c]);
      Loops.add(0, n, 1, b.emission, even[c]);
      sky.slopes(n, b.nx, b.ny, b.nz, c, slope);
      for (int axis = 0; axis < 3; axis++) {
        Loops.multiply(0, n, matt, slope[3 * c + axis]);
      }
    }
    for (int l = 0; l < lamps.length; l++) {
      lamp(b, lamps[l], b.seen[l]);
    }
  }

  /** Matt surfaces scatter what they do not mirror. */
  private static void scattered(int n, float[] share, float[] open, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = (1 - share[i]) * open[i];
    }
  }

  private void lamp(Batch b, Lamp l, float[] seen) {
    int n = b.count;
    l.look(n, b.x, b.y, b.z, lamp, strength, widening);
    Loops.dot(0, n, b.nx, b.ny, b.nz, lamp[0], lamp[1], lamp[2], specular);
    Lighting.wrap(n, b.wrap, specular, diffuse);
    Loops.atLeast(0, n, 0, specular, specular);
    if (l.shadow != null) {
      for (int i = 0; i < n; i++) {
        boolean any = strength[i] * diffuse[i] > 0;
        seen[i] = any ? l.shadow.seen(b.x[i], b.y[i], b.z[i], b.nx[i], b.ny[i], b.nz[i]) : 0;
      }
      Loops.multiply(0, n, seen, strength);
    }
    changes(n, b.wrap, b.occlusion, strength, diffuse, change);
    Lighting.lit(n, b.metallic, b.occlusion, strength, diffuse);
    highlights.shine(n, b, lamp, cosine, facing, widening, strength, specular);
    add(n, l.red, 0);
    add(n, l.green, 1);
    add(n, l.blue, 2);
  }

  /** How light grows with the cosine of incidence. */
  private static void changes(
      int n, float[] wrap, float[] open, float[] strength, float[] diffuse, float[] to) {
    for (int i = 0; i < n; i++) {
      float all = Math.min(1, diffuse[i] * (1 / STEADY)) / (1 + wrap[i]);
      to[i] = all * strength[i] * (0.4f + 0.6f * open[i]);
    }
  }

  private void add(int n, float colour, int c) {
    Loops.add(0, n, colour, diffuse, even[c]);
    Loops.add(0, n, colour * Lighting.FRONT, specular, gloss[c]);
    for (int axis = 0; axis < 3; axis++) {
      add(n, colour, change, lamp[axis], slope[3 * c + axis]);
    }
  }

  private static void add(int n, float colour, float[] change, float[] lamp, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] += colour * change[i] * lamp[i];
    }
  }
}
