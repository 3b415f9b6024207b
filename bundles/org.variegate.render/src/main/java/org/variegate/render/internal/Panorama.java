package org.variegate.render.internal;

import org.variegate.scene.Environment;
import org.variegate.scene.Sky;

/** A sky as rays see it. */
final class Panorama {
  private static final float PI = (float) Math.PI;

  private final Environment environment;
  private final float turn;
  private final float intensity;
  private final float cosine;
  private final float sine;

  Panorama(Sky sky) {
    environment = sky.environment();
    turn = (float) (sky.rotation() / (2 * Math.PI));
    intensity = (float) sky.intensity();
    cosine = (float) StrictMath.cos(sky.rotation());
    sine = (float) StrictMath.sin(sky.rotation());
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
    float rx = cosine * x + sine * z;
    float rz = cosine * z - sine * x;
    float[] h = environment.harmonics();
    float xy = rx * y;
    float yz = y * rz;
    float yy = 3 * y * y - 1;
    float xz = rx * rz;
    float d = rx * rx - rz * rz;
    for (int c = 0, i = 0; c < 3; c++, i += 9) {
      float e =
          h[i]
              + h[i + 1] * rx
              + h[i + 2] * y
              + h[i + 3] * rz
              + h[i + 4] * xy
              + h[i + 5] * yz
              + h[i + 6] * yy
              + h[i + 7] * xz
              + h[i + 8] * d;
      rgb[c] = Math.max(0, e * intensity);
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
