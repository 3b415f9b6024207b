package org.variegate.raster;

import org.variegate.api.space.Grid;

/**
 * Carries points along a velocity field, all in units of its nodes. Belongs to one thread.
 *
 * <p>Points go through each stage of a step together, so that the processor works at several of
 * them at a time instead of waiting for one.
 */
final class Flow {
  private static final int BATCH = 128;

  private final double[] velocity;
  private final int steps;
  private final double lastX;
  private final double lastY;
  private final double lastZ;
  private final int cellX;
  private final int cellY;
  private final int cellZ;
  private final int row;
  private final int slice;

  /** Places of the points, their velocities now, and weighted sums of velocities. */
  private final double[] x = new double[BATCH];

  private final double[] y = new double[BATCH];
  private final double[] z = new double[BATCH];
  private final double[] vx = new double[BATCH];
  private final double[] vy = new double[BATCH];
  private final double[] vz = new double[BATCH];
  private final double[] sx = new double[BATCH];
  private final double[] sy = new double[BATCH];
  private final double[] sz = new double[BATCH];

  /**
   * A flow.
   *
   * @param nodes as given by the field
   * @param velocity of {@link #padded} nodes
   */
  Flow(Grid nodes, double[] velocity, int steps) {
    this.velocity = velocity;
    this.steps = steps;
    lastX = nodes.nx() - 1;
    lastY = nodes.ny() - 1;
    lastZ = nodes.nz() - 1;
    cellX = Math.max(0, nodes.nx() - 2);
    cellY = Math.max(0, nodes.ny() - 2);
    cellZ = Math.max(0, nodes.nz() - 2);
    row = 3 * (cellX + 2);
    slice = row * (cellY + 2);
  }

  /** Repeats the only node of an axis, so that each point has eight nodes around it. */
  static double[] padded(Grid nodes, double[] velocity) {
    int nx = Math.max(2, nodes.nx());
    int ny = Math.max(2, nodes.ny());
    int nz = Math.max(2, nodes.nz());
    double[] padded = new double[3 * nx * ny * nz];
    for (int k = 0, to = 0; k < nz; k++) {
      for (int j = 0; j < ny; j++) {
        for (int i = 0; i < nx; i++, to += 3) {
          int plane = Math.min(j, nodes.ny() - 1) + nodes.ny() * Math.min(k, nodes.nz() - 1);
          int from = 3 * (Math.min(i, nodes.nx() - 1) + nodes.nx() * plane);
          System.arraycopy(velocity, from, padded, to, 3);
        }
      }
    }
    return padded;
  }

  /** Carries x, y, z of each point in turn through one unit of time. */
  void carry(double[] points, int count) {
    for (int from = 0; from < count; from += BATCH) {
      int n = Math.min(BATCH, count - from);
      for (int i = 0, p = 3 * from; i < n; i++, p += 3) {
        x[i] = points[p];
        y[i] = points[p + 1];
        z[i] = points[p + 2];
      }
      for (int s = 0; s < steps; s++) {
        step(n, 1.0 / steps);
      }
      for (int i = 0, p = 3 * from; i < n; i++, p += 3) {
        points[p] = x[i];
        points[p + 1] = y[i];
        points[p + 2] = z[i];
      }
    }
  }

  /** One step of the third order (Ralston 1962, eq. 3.8): weights 2/9, 3/9, 4/9. */
  private void step(int n, double h) {
    for (int i = 0; i < n; i++) {
      vx[i] = vy[i] = vz[i] = sx[i] = sy[i] = sz[i] = 0;
    }
    find(n, 0, 2);
    find(n, h / 2, 3);
    find(n, 0.75 * h, 4);
    double ninth = h / 9;
    for (int i = 0; i < n; i++) {
      x[i] += ninth * sx[i];
      y[i] += ninth * sy[i];
      z[i] += ninth * sz[i];
    }
  }

  /** Finds the velocities where the points are after a time, and adds them to the sums. */
  private void find(int n, double time, double weight) {
    double[] v = velocity;
    for (int at = 0; at < n; at++) {
      double px = inside(x[at] + time * vx[at], lastX);
      double py = inside(y[at] + time * vy[at], lastY);
      double pz = inside(z[at] + time * vz[at], lastZ);
      int i = Math.min((int) px, cellX);
      int j = Math.min((int) py, cellY);
      int k = Math.min((int) pz, cellZ);
      double fx = px - i;
      double fy = py - j;
      double fz = pz - k;
      int p = 3 * i + row * j + slice * k;
      int q = p + row;
      int r = p + slice;
      int s = r + row;
      double ax = lerp(lerp(v[p], v[p + 3], fx), lerp(v[q], v[q + 3], fx), fy);
      double ay = lerp(lerp(v[p + 1], v[p + 4], fx), lerp(v[q + 1], v[q + 4], fx), fy);
      double az = lerp(lerp(v[p + 2], v[p + 5], fx), lerp(v[q + 2], v[q + 5], fx), fy);
      double bx = lerp(lerp(v[r], v[r + 3], fx), lerp(v[s], v[s + 3], fx), fy);
      double by = lerp(lerp(v[r + 1], v[r + 4], fx), lerp(v[s + 1], v[s + 4], fx), fy);
      double bz = lerp(lerp(v[r + 2], v[r + 5], fx), lerp(v[s + 2], v[s + 5], fx), fy);
      vx[at] = ax = lerp(ax, bx, fz);
      vy[at] = ay = lerp(ay, by, fz);
      vz[at] = az = lerp(az, bz, fz);
      sx[at] += weight * ax;
      sy[at] += weight * ay;
      sz[at] += weight * az;
    }
  }

  private static double lerp(double a, double b, double t) {
    return a + t * (b - a);
  }

  private static double inside(double place, double last) {
    return place > 0 ? place < last ? place : last : 0;
  }
}
