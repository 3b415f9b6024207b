package org.variegate.raster;

import org.variegate.api.space.Grid;

/**
 * Linear interpolation of a row. Beyond the source's voxels lies 0, so that an image fades out
 * within one voxel of its border. Along an axis of one voxel nothing is interpolated: the image is
 * the same within half a voxel of it.
 */
final class LinearRow {
  private final int bits;
  private final Axis x;
  private final Axis y;
  private final Axis z;

  LinearRow(Grid source, int bits) {
    this.bits = bits;
    x = new Axis(source.nx(), 1, bits);
    y = new Axis(source.ny(), source.nx(), bits);
    z = new Axis(source.nz(), source.nx() * source.ny(), bits);
  }

  /** How an axis is read: a thin one by the nearest voxel, others by two neighbours. */
  private record Axis(int length, int stride, int next, int bias, int mask, int last) {
    Axis(int length, int stride, int bits) {
      this(
          length,
          stride,
          length > 1 ? stride : 0,
          length > 1 ? 0 : 1 << bits - 1,
          length > 1 ? (1 << bits) - 1 : 0,
          Math.max(0, length - 2));
    }
  }

  void take(float[] in, int from, int[] cx, int[] cy, int[] cz, float[] out, int at) {
    int shift = bits;
    float unit = 1f / (1 << bits);
    int biasX = x.bias;
    int biasY = y.bias;
    int biasZ = z.bias;
    int nextX = x.next;
    int nextY = y.next;
    int nextZ = z.next;
    for (int i = 0; i < cx.length; i++) {
      int px = cx[i] + biasX;
      int py = cy[i] + biasY;
      int pz = cz[i] + biasZ;
      int ix = px >> shift;
      int iy = py >> shift;
      int iz = pz >> shift;
      float fx = (px & x.mask) * unit;
      float fy = (py & y.mask) * unit;
      float fz = (pz & z.mask) * unit;
      float value;
      if ((ix | iy | iz | x.last - ix | y.last - iy | z.last - iz) >= 0) {
        int p = from + ix + y.stride * iy + z.stride * iz;
        value = plane(in, p, p + nextY, nextX, fx, fy);
        if (nextZ != 0) {
          int q = p + nextZ;
          value += fz * (plane(in, q, q + nextY, nextX, fx, fy) - value);
        }
      } else {
        value = border(in, from, ix, iy, iz, fx, fy, fz);
      }
      out[at + i] = value;
    }
  }

  private static float plane(float[] in, int p, int q, int next, float fx, float fy) {
    float a = in[p] + fx * (in[p + next] - in[p]);
    float b = in[q] + fx * (in[q + next] - in[q]);
    return a + fy * (b - a);
  }

  private float border(float[] in, int from, int ix, int iy, int iz, float fx, float fy, float fz) {
    float sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      int dx = corner & 1;
      int dy = corner >> 1 & 1;
      int dz = corner >> 2;
      float weight = (dx == 0 ? 1 - fx : fx) * (dy == 0 ? 1 - fy : fy) * (dz == 0 ? 1 - fz : fz);
      int a = ix + dx;
      int b = iy + dy;
      int c = iz + dz;
      if (weight > 0 && (a | b | c | x.length - 1 - a | y.length - 1 - b | z.length - 1 - c) >= 0) {
        sum += weight * in[from + a + y.stride * b + z.stride * c];
      }
    }
    return sum;
  }
}
