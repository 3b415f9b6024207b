package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.api.Arena;
import org.variegate.scene.Role;

/**
 * What a pixel shows: the instance with the most samples. One with a class wins if it has at least
 * half of them, so that it has in a full picture no pixel that it would not have alone.
 */
final class Truth {
  private final Samples samples;
  private final Triangles triangles;
  private final Arena arena;
  private final boolean[] subject;
  private final int[] votes;
  private short[] ids;

  Truth(Samples samples, Triangles triangles, Arena arena) {
    this.samples = samples;
    this.triangles = triangles;
    this.arena = arena;
    subject = new boolean[triangles.spans().size() + 1];
    votes = new int[samples.count];
    for (Triangles.Span span : triangles.spans()) {
      subject[span.instance().id()] = span.instance().role() == Role.SUBJECT;
    }
  }

  private int instance(int triangle) {
    return triangle < 0 ? 0 : triangles.surfaces.get(triangles.surfaceOf[triangle]).instance.id();
  }

  /** The instance ids of all pixels. */
  short[] instances() {
    if (ids != null) {
      return ids;
    }
    int width = samples.width;
    ids = arena.shorts(width * samples.height);
    for (int y = 0; y < samples.height; y++) {
      for (int x = 0; x < width; x++) {
        int first = y * samples.count * width + x;
        ids[y * width + x] = (short) instance(samples.triangle[first + width * choice(first)]);
      }
    }
    return ids;
  }

  /** The distance of what each pixel shows. */
  float[] depth() {
    int width = samples.width;
    float[] depth = arena.floats(width * samples.height);
    for (int y = 0; y < samples.height; y++) {
      for (int x = 0; x < width; x++) {
        int first = y * samples.count * width + x;
        float near = samples.near[first + width * choice(first)];
        depth[y * width + x] = near > 0 ? 1 / near : 0;
      }
    }
    return depth;
  }

  /** The sample that stands for a pixel. */
  private int choice(int first) {
    int width = samples.width;
    int count = samples.count;
    boolean one = true;
    for (int s = 1; s < count; s++) {
      int t = samples.triangle[first + s * width];
      one &= t == samples.triangle[first];
    }
    if (one) {
      return 0;
    }
    return vote(first);
  }

  private int vote(int first) {
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
      if (best < 0 || better(first, s, best)) {
        best = s;
      }
    }
    return best;
  }

  private boolean better(int first, int s, int best) {
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
