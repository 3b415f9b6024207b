package org.variegate.render.internal;

import org.variegate.api.Arena;

/**
 * From where in the picture and how far away places are seen; finds where they are. One a thread.
 */
final class Ways {
  private final Projection projection;

  /** Place in the picture from its axis. */
  private final float[] dx;

  private final float[] dy;

  /** Along the camera's axis, in m. */
  final float[] depth;

  Ways(Projection projection, int capacity, Arena arena) {
    this.projection = projection;
    dx = arena.floats(capacity);
    dy = arena.floats(capacity);
    depth = arena.floats(capacity);
  }

  /** Notes where a fragment is seen that has met its triangle. */
  void put(int i, Fragment f) {
    dx[i] = f.dx;
    dy[i] = f.dy;
    depth[i] = f.depth;
  }

  /** Notes where a place is seen. */
  void put(int i, float right, float below, float away) {
    dx[i] = right;
    dy[i] = below;
    depth[i] = away;
  }

  /** Finds places and directions to the eye of all of a batch. */
  void find(Batch b) {
    int n = b.count;
    Projection r = projection;
    ray(n, r.axis[0], r.right[0], r.down[0], dx, dy, b.ex);
    ray(n, r.axis[1], r.right[1], r.down[1], dx, dy, b.ey);
    ray(n, r.axis[2], r.right[2], r.down[2], dx, dy, b.ez);
    Planes.reach(0, n, r.eyeX, depth, b.ex, b.x);
    Planes.reach(0, n, r.eyeY, depth, b.ey, b.y);
    Planes.reach(0, n, r.eyeZ, depth, b.ez, b.z);
    Planes.back(0, n, b.ex, b.ey, b.ez);
  }

  private static void ray(
      int n, float axis, float right, float down, float[] dx, float[] dy, float[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = axis + dx[i] * right + dy[i] * down;
    }
  }
}
