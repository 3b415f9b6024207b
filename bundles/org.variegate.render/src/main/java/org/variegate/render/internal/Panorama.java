package org.variegate.render.internal;

import org.variegate.scene.Environment;
import org.variegate.scene.Sky;

/** A sky as rays see it. */
final class Panorama {
  private static final float PI = (float) Math.PI;

  private final Environment environment;
  private final float turn;
  private final float intensity;

  /** Coefficients of the irradiance in the world, 9 a colour. */
  private final float[] harmonics = new float[27];

  Panorama(Sky sky) {
    environment = sky.environment();
    turn = (float) (sky.rotation() / (2 * Math.PI));
    intensity = (float) sky.intensity();
    float c = (float) StrictMath.cos(sky.rotation());
    float s = (float) StrictMath.sin(sky.rotation());
    float[] h = environment.harmonics();
    for (int i = 0; i < 27; i += 9) {
      turn(h, i, c, s);
    }
    for (int i = 0; i < 27; i++) {
      harmonics[i] *= intensity;
    }
  }

  /** Turns the harmonics of a colour about the vertical. */
  private void turn(float[] h, int i, float c, float s) {
    float cc = c * c - s * s;
    float cs = 2 * c * s;
    harmonics[i] = h[i];
    harmonics[i + 1] = c * h[i + 1] - s * h[i + 3];
    harmonics[i + 2] = h[i + 2];
    harmonics[i + 3] = s * h[i + 1] + c * h[i + 3];
    harmonics[i + 4] = c * h[i + 4] - s * h[i + 5];
    harmonics[i + 5] = s * h[i + 4] + c * h[i + 5];
    harmonics[i + 6] = h[i + 6];
    harmonics[i + 7] = cc * h[i + 7] + 2 * cs * h[i + 8];
    harmonics[i + 8] = cc * h[i + 8] - cs / 2 * h[i + 7];
  }

  /**
   * Adds what comes from a direction.
   *
   * @param x of the direction, of any length
   * @param level of the panorama, between levels if need be
   * @param weight of it
   * @param rgb is added to
   */
  void add(float x, float y, float z, float level, float weight, float[] rgb) {
    float level0 = Math.max(0, Math.min(environment.levels() - 1, level));
    int lower = (int) level0;
    float part = level0 - lower;
    float u = 0.5f + angle(x, -z) / (2 * PI) - turn;
    u -= (float) Math.floor(u);
    float v = angle((float) Math.sqrt(x * x + z * z), y) / PI;
    fetch(lower, u, v, weight * intensity * (1 - part), rgb);
    if (part > 0) {
      fetch(lower + 1, u, v, weight * intensity * part, rgb);
    }
  }

  private void fetch(int level, float u, float v, float weight, float[] rgb) {
    float[] texels = environment.level(level);
    int width = Math.max(1, environment.width() >> level);
    int height = Math.max(1, environment.height() >> level);
    float x = u * width - 0.5f;
    float y = Math.max(0, Math.min(height - 1, v * height - 0.5f));
    int i = (int) Math.floor(x);
    int j = Math.min((int) y, Math.max(0, height - 2));
    float s = x - i;
    float t = y - j;
    int i0 = i < 0 ? width - 1 : i >= width ? 0 : i;
    int i1 = i0 + 1 == width ? 0 : i0 + 1;
    int a = 3 * (j * width + i0);
    int b = 3 * (j * width + i1);
    int down = height > 1 ? 3 * width : 0;
    float wa = (1 - s) * (1 - t) * weight;
    float wb = s * (1 - t) * weight;
    float wc = (1 - s) * t * weight;
    float wd = s * t * weight;
    for (int c = 0; c < 3; c++) {
      rgb[c] +=
          wa * texels[a + c]
              + wb * texels[b + c]
              + wc * texels[a + down + c]
              + wd * texels[b + down + c];
    }
  }

  /**
   * How bright a white matt surface is under this sky.
   *
   * @param x of the unit normal
   * @param rgb receives irradiance over pi, at least 0
   */
  void irradiance(float x, float y, float z, float[] rgb) {
    float[] h = harmonics;
    float xy = x * y;
    float yz = y * z;
    float yy = 3 * y * y - 1;
    float xz = x * z;
    float d = x * x - z * z;
    for (int c = 0, i = 0; c < 3; c++, i += 9) {
      float e =
          h[i]
              + h[i + 1] * x
              + h[i + 2] * y
              + h[i + 3] * z
              + h[i + 4] * xy
              + h[i + 5] * yz
              + h[i + 6] * yy
              + h[i + 7] * xz
              + h[i + 8] * d;
      rgb[c] = Math.max(0, e);
    }
  }

  /**
   * How bright white matt surfaces are under this sky.
   *
   * @param n how many
   * @param x of unit normals, with y and z
   * @param rgb receives irradiance over pi, at least 0, by colour
   */
  void irradiance(int n, float[] x, float[] y, float[] z, float[][] rgb) {
    for (int c = 0; c < 3; c++) {
      irradiance(n, x, y, z, 9 * c, rgb[c]);
    }
  }

  private void irradiance(int n, float[] x, float[] y, float[] z, int from, float[] to) {
    float h0 = harmonics[from];
    float h1 = harmonics[from + 1];
    float h2 = harmonics[from + 2];
    float h3 = harmonics[from + 3];
    float h4 = harmonics[from + 4];
    float h5 = harmonics[from + 5];
    float h6 = harmonics[from + 6];
    float h7 = harmonics[from + 7];
    float h8 = harmonics[from + 8];
    for (int i = 0; i < n; i++) {
      float a = x[i];
      float b = y[i];
      float c = z[i];
      float e =
          h0
              + a * (h1 + h4 * b + h7 * c + h8 * a)
              + b * (h2 + h5 * c)
              + c * (h3 - h8 * c)
              + h6 * (3 * b * b - 1);
      to[i] = Math.max(0, e);
    }
  }

  /**
   * How that grows with the normal, as if it were nowhere below 0.
   *
   * @param n how many places
   * @param x of unit normals, with y and z
   * @param c of the colours
   * @param to receives what it grows by along x, y and z, in the arrays from 3 c on
   */
  void slopes(int n, float[] x, float[] y, float[] z, int c, float[][] to) {
    float[] h = harmonics;
    int k = 9 * c;
    linear(n, h[k + 1], 2 * h[k + 8], x, h[k + 4], y, h[k + 7], z, to[3 * c]);
    linear(n, h[k + 2], h[k + 4], x, 6 * h[k + 6], y, h[k + 5], z, to[3 * c + 1]);
    linear(n, h[k + 3], h[k + 7], x, h[k + 5], y, -2 * h[k + 8], z, to[3 * c + 2]);
  }

  private static void linear(
      int n, float base, float a, float[] x, float b, float[] y, float c, float[] z, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = base + a * x[i] + b * y[i] + c * z[i];
    }
  }

  /** The panorama's width in texels. */
  int width() {
    return environment.width();
  }

  /** The angle of a point about the origin from x' = 0, as atan2(a, b), within 1e-5. */
  static float angle(float a, float b) {
    float p = Math.abs(a);
    float q = Math.abs(b);
    float high = Math.max(p, q);
    if (!(high > 0)) {
      return 0;
    }
    float r = Math.min(p, q) / high;
    float s = r * r;
    float t =
        r
            * (0.9998660f
                + s * (-0.3302995f + s * (0.1801410f + s * (-0.0851330f + s * 0.0208351f))));
    t = p > q ? PI / 2 - t : t;
    t = b < 0 ? PI - t : t;
    return a < 0 ? -t : t;
  }
}
