package org.variegate.render.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.variegate.api.Arena;
import org.variegate.render.Frame;
import org.variegate.render.Settings.Pass;
import org.variegate.scene.Role;
import org.variegate.scene.View.Sighting;

/**
 * What a pixel shows: the instance with the most samples. One with a class wins if it has at least
 * half of them, so that it has in a full picture no pixel that it would not have alone.
 */
final class Truth {
  private final Samples samples;
  private final Triangles triangles;
  private final Projection projection;
  private final boolean[] subject;
  private final short[] ids;
  private final float[] depth;
  private final float[] normals;
  private final float[] coordinates;
  private final Next next;

  Truth(
      Samples samples,
      Triangles triangles,
      Projection projection,
      Set<Pass> passes,
      Next next,
      Arena arena) {
    this.samples = samples;
    this.triangles = triangles;
    this.projection = projection;
    this.next = next;
    int size = samples.width * samples.height;
    ids = arena.shorts(size);
    depth = passes.contains(Pass.DEPTH) ? arena.floats(size) : null;
    normals = passes.contains(Pass.NORMALS) ? arena.floats(3 * size) : null;
    coordinates = passes.contains(Pass.COORDINATES) ? arena.floats(3 * size) : null;
    int most = 0;
    for (Triangles.Span span : triangles.spans()) {
      most = Math.max(most, span.instance().id());
    }
    subject = new boolean[most + 1];
    for (Triangles.Span span : triangles.spans()) {
      subject[span.instance().id()] = span.instance().role() == Role.SUBJECT;
    }
  }

  /** The instance ids of all pixels. */
  short[] instances() {
    return ids;
  }

  /** All that is known, with a picture. */
  Frame frame(float[] color, float[] layer, List<Sighting> sightings) {
    return new Frame(
        samples.width,
        samples.height,
        color,
        layer,
        ids,
        depth,
        normals,
        coordinates,
        next == null ? null : next.places,
        sightings);
  }

  /** Finds out about pixels, on one thread. */
  final class Finder {
    private final int[] votes = new int[samples.count];
    private final Fragment fragment = new Fragment(triangles, projection);
    private final boolean deep = normals != null || coordinates != null || next != null;

    /** A pixel of which all samples show one surface, and the triangle of one of them. */
    void one(int x, int y, int triangle, int sample) {
      tell(x, y, triangle, sample);
    }

    /** Pixels that show one triangle alone. */
    void run(int x, int y, int n, int triangle) {
      if (deep) {
        for (int i = x; i < x + n; i++) {
          tell(i, y, triangle, 0);
        }
        return;
      }
      int i = y * samples.width + x;
      Arrays.fill(ids, i, i + n, (short) instance(triangle));
      if (depth != null) {
        System.arraycopy(samples.near, y * samples.count * samples.width + x, depth, i, n);
        invert(i, i + n, depth);
      }
    }

    /** A pixel whose samples differ. */
    void several(int x, int y) {
      int first = y * samples.count * samples.width + x;
      int s = vote(first, votes);
      tell(x, y, samples.triangle[first + s * samples.width], s);
    }

    private void tell(int x, int y, int triangle, int s) {
      int i = y * samples.width + x;
      ids[i] = (short) instance(triangle);
      if (depth != null) {
        float near = samples.near[(y * samples.count + s) * samples.width + x];
        depth[i] = near > 0 ? 1 / near : 0;
      }
      if (deep) {
        locate(fragment, triangle, x + samples.offset[s], y + (s + 0.5f) / samples.count, i);
      }
    }
  }

  private static void invert(int from, int to, float[] values) {
    for (int i = from; i < to; i++) {
      values[i] = 1 / values[i];
    }
  }

  private void locate(Fragment f, int triangle, float px, float py, int i) {
    boolean sky = triangle == Samples.NONE;
    if (!sky) {
      f.locate(triangles.surface(triangle), triangle, px, py);
    }
    if (next != null && sky) {
      next.sky(px, py, i);
    } else if (next != null) {
      next.surface(f, triangle, i);
    }
    int size = samples.width * samples.height;
    if (coordinates != null) {
      for (int c = 0; c < 3; c++) {
        coordinates[i + c * size] = sky ? 0 : f.value(f.surface.mesh.positions(), 3, c);
      }
    }
    if (normals != null) {
      float k = projection.focal;
      float[] a = projection.right;
      float[] b = projection.down;
      float[] d = projection.axis;
      normals[i] = sky ? 0 : k * (f.normalX * a[0] + f.normalY * a[1] + f.normalZ * a[2]);
      normals[i + size] = sky ? 0 : -k * (f.normalX * b[0] + f.normalY * b[1] + f.normalZ * b[2]);
      normals[i + 2 * size] = sky ? 0 : -(f.normalX * d[0] + f.normalY * d[1] + f.normalZ * d[2]);
    }
  }

  private int instance(int triangle) {
    return triangle < 0 ? 0 : triangles.idOf(triangle);
  }

  /** The sample that stands for a pixel. */
  private int vote(int first, int[] votes) {
    int width = samples.width;
    int count = samples.count;
    Arrays.fill(votes, 0);
    int best = -1;
    for (int s = 0; s < count; s++) {
      int id = instance(samples.triangle[first + s * width]);
      for (int o = 0; o < count; o++) {
        votes[s] += instance(samples.triangle[first + o * width]) == id ? 1 : 0;
      }
      if (subject[id] && 2 * votes[s] < count) {
        votes[s] = 0;
      }
      if (best < 0 || better(first, s, best, votes)) {
        best = s;
      }
    }
    return best;
  }

  private boolean better(int first, int s, int best, int[] votes) {
    if (votes[s] != votes[best]) {
      return votes[s] > votes[best];
    }
    int width = samples.width;
    boolean mine = subject[instance(samples.triangle[first + s * width])];
    boolean other = subject[instance(samples.triangle[first + best * width])];
    if (mine != other) {
      return mine;
    }
    return samples.near[first + s * width] > samples.near[first + best * width];
  }
}
