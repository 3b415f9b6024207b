package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.api.Arena;

/** Turns samples into pixels: shades each surface in a pixel once, by its share of the samples. */
final class Resolver {
  /** Samples of one surface that differ by more than this share of depth are shaded apart. */
  private static final float STEP = 0.03f;

  private final Samples samples;
  private final Triangles triangles;
  private final Projection projection;
  private final World world;
  private final Shader shader;
  private final Lighting lighting;
  private final Planes planes;
  private final Points points;
  private final Truth.Finder finder;
  private final Fragment fragment;

  /** Red, green and blue before exposure, and what exposure does not touch. */
  private final float[] rgb = new float[3];

  private final float[] fixed = new float[3];
  private final float[] weights = new float[3];
  private final int[] differs;
  private final int[] ids;
  private final int[] others;
  private final float skyLevel;

  Resolver(
      Samples samples,
      Triangles triangles,
      Projection projection,
      World world,
      Truth truth,
      Arena arena) {
    this.samples = samples;
    this.triangles = triangles;
    this.projection = projection;
    this.world = world;
    differs = new int[samples.width];
    ids = new int[samples.width];
    others = new int[samples.width];
    finder = truth.new Finder();
    Lamp[] lamps = world.lamps().stream().map(Lamp::copy).toArray(Lamp[]::new);
    shader = new Shader(world, lamps);
    int capacity = 2 * samples.width + 32;
    lighting = new Lighting(world.sky(), lamps, capacity, arena);
    planes =
        new Planes(
            triangles,
            projection,
            world,
            lamps,
            samples.width,
            new Batch(capacity, lamps.length, arena));
    points = new Points(triangles, projection, world, lamps, samples, arena);
    fragment = new Fragment(triangles, projection);
    float texels = world.sky().width() / (2 * (float) Math.PI * projection.focal);
    skyLevel = texels > 1 ? Texels.log2(texels) : 0;
  }

  /**
   * Shades rows.
   *
   * @param from first pixel row
   * @param to row after the last
   * @param color receives [width, height, 3]
   * @param layer receives what exposure does not touch, [width, height, 3]; or null
   */
  void rows(int from, int to, float[] color, float[] layer) {
    int width = samples.width;
    int size = width * samples.height;
    for (int c = 0; c < 3; c++) {
      Arrays.fill(color, c * size + from * width, c * size + to * width, 0);
    }
    for (int y = from; y < to; y++) {
      differences(y);
      for (int x = 0; x < width; ) {
        int run = run(x, y);
        if (!plane(x, y, run, color, layer)) {
          for (int i = x; i < x + run; i++) {
            pixel(i, y, color, layer);
          }
        }
        x += run;
      }
      if ((y & 1) != 0 && points.enough()) {
        points.shine(lighting, color, size);
      }
    }
    planes.shine(lighting, color, size);
    points.shine(lighting, color, size);
  }

  /** How many pixels from one on show one triangle alone. */
  private int run(int x, int y) {
    int first = y * samples.count * samples.width;
    int id = samples.triangle[first + x];
    int end = x + 1;
    if (differs[x] == 0 && id >= 0) {
      while (end < samples.width && differs[end] == 0 && samples.triangle[first + end] == id) {
        end++;
      }
    }
    return end - x;
  }

  /** Shades a run of pixels at once, if it is long and what it shows is flat. */
  private boolean plane(int x, int y, int run, float[] color, float[] layer) {
    if (run < Planes.SHORTEST || layer != null) {
      return false;
    }
    int id = samples.triangle[y * samples.count * samples.width + x];
    Plane plane = planes.of(id, x + 0.5f, y + 0.5f);
    if (plane == null) {
      return false;
    }
    finder.run(x, y, run, id);
    if (planes.full(run)) {
      planes.shine(lighting, color, samples.width * samples.height);
    }
    planes.put(plane, y, x, run);
    return true;
  }

  /** Finds the pixels of a row whose samples do not all show one triangle. */
  private void differences(int y) {
    int width = samples.width;
    int first = y * samples.count * width;
    Arrays.fill(differs, 0);
    System.arraycopy(samples.triangle, first, ids, 0, width);
    for (int s = 1; s < samples.count; s++) {
      System.arraycopy(samples.triangle, first + s * width, others, 0, width);
      differ(width, ids, others, differs);
    }
  }

  private static void differ(int n, int[] a, int[] b, int[] to) {
    for (int i = 0; i < n; i++) {
      to[i] |= a[i] ^ b[i];
    }
  }

  private void pixel(int x, int y, float[] color, float[] layer) {
    int i = y * samples.width + x;
    int size = samples.width * samples.height;
    rgb[0] = rgb[1] = rgb[2] = 0;
    fixed[0] = fixed[1] = fixed[2] = 0;
    pixel(x, y);
    for (int c = 0; c < 3; c++) {
      color[i + c * size] += rgb[c];
      if (layer != null) {
        layer[i + c * size] = fixed[c];
      }
    }
  }

  private void pixel(int x, int y) {
    int first = y * samples.count * samples.width + x;
    int id = samples.triangle[first];
    if (differs[x] == 0) {
      finder.one(x, y, id, 0);
      shade(id, x + 0.5f, y + 0.5f, 1);
    } else if (id >= 0 && members(first, 0, 0) == (1 << samples.count) - 1) {
      int s = samples.count / 2;
      int middle = samples.triangle[first + s * samples.width];
      finder.one(x, y, middle, s);
      shade(middle, x + samples.offset[s], y + (s + 0.5f) / samples.count, 1);
    } else {
      finder.several(x, y);
      groups(x, y, first);
    }
  }

  private void groups(int x, int y, int first) {
    int width = samples.width;
    int count = samples.count;
    int done = 0;
    for (int s = 0; s < count; s++) {
      if ((done >> s & 1) == 0) {
        int members = members(first, s, done);
        done |= members;
        shade(
            samples.triangle[first + s * width],
            x + samples.offset[s],
            y + (s + 0.5f) / count,
            (float) Integer.bitCount(members) / count);
      }
    }
  }

  /** The samples from s on that show what s shows. */
  private int members(int first, int s, int done) {
    int width = samples.width;
    int id = samples.triangle[first + s * width];
    float near = samples.near[first + s * width];
    int surface = id < 0 ? -1 : triangles.surfaceOf[id];
    int members = 1 << s;
    for (int o = s + 1; o < samples.count; o++) {
      int i = first + o * width;
      int other = samples.triangle[i];
      if ((done >> o & 1) == 0
          && (other < 0 ? -1 : triangles.surfaceOf[other]) == surface
          && Math.abs(samples.near[i] - near) <= STEP * near) {
        members |= 1 << o;
      }
    }
    return members;
  }

  private void shade(int triangle, float x, float y, float weight) {
    if (triangle == Samples.NONE) {
      background(x, y, weight);
      return;
    }
    Surface surface = triangles.surface(triangle);
    Stage stage = world.stage();
    if (stage != null && stage.onGround() && surface.ground) {
      fragment.locate(surface, triangle, x, y);
      shader.lit(fragment, weight, weights);
      stage.add(x, y, weights, fixed);
    } else if (surface.material.unlit()) {
      fragment.locate(surface, triangle, x, y);
      shader.unlit(fragment, weight, rgb);
    } else {
      points.put(triangle, x, y, (int) y * samples.width + (int) x, weight);
    }
  }

  private void background(float px, float py, float weight) {
    if (world.stage() != null) {
      weights[0] = weights[1] = weights[2] = weight;
      world.stage().add(px, py, weights, fixed);
      return;
    }
    Projection v = projection;
    float dx = px - v.centreX;
    float dy = py - v.centreY;
    world
        .sky()
        .add(
            v.axis[0] + dx * v.right[0] + dy * v.down[0],
            v.axis[1] + dx * v.right[1] + dy * v.down[1],
            v.axis[2] + dx * v.right[2] + dy * v.down[2],
            skyLevel,
            weight,
            rgb);
  }
}
