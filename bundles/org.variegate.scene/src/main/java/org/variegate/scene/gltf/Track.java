package org.variegate.scene.gltf;

import java.util.Arrays;

/**
 * How one property of a node changes with time (glTF 2.0, appendix C).
 *
 * @param joint the joint it moves, or the first morph target
 * @param property 0 for translation, 1 for rotation, 2 for scale, 3 for weights of morph targets
 * @param cubic whether each key has an in-tangent, a value and an out-tangent
 * @param step whether values jump
 * @param times of the keys, in s, rising
 * @param values of the keys
 */
record Track(int joint, int property, boolean cubic, boolean step, float[] times, float[] values) {
  private static final double NEARLY_ONE = 0.9995;

  int width() {
    return switch (property) {
      case 1 -> 4;
      case 3 -> values.length / Math.max(1, times.length) / (cubic ? 3 : 1);
      default -> 3;
    };
  }

  /** Writes the value at a time. */
  void at(float time, float[] to) {
    int found = Arrays.binarySearch(times, time);
    int key = found >= 0 ? found : -found - 2;
    if (key < 0 || key >= times.length - 1 || step || found >= 0) {
      copy(Math.min(Math.max(key, 0), times.length - 1), to);
    } else {
      float span = times[key + 1] - times[key];
      float share = (time - times[key]) / span;
      if (cubic) {
        spline(key, share, span, to);
      } else if (property == 1) {
        slerp(key, share, to);
      } else {
        for (int c = 0; c < to.length; c++) {
          to[c] = (1 - share) * value(key, c) + share * value(key + 1, c);
        }
      }
    }
  }

  private float value(int key, int c) {
    return cubic ? values[(3 * key + 1) * width() + c] : values[key * width() + c];
  }

  private void copy(int key, float[] to) {
    for (int c = 0; c < to.length; c++) {
      to[c] = value(key, c);
    }
  }

  private void spline(int key, float t, float span, float[] to) {
    float t2 = t * t;
    float t3 = t2 * t;
    int w = width();
    for (int c = 0; c < w; c++) {
      float out = span * values[(3 * key + 2) * w + c];
      float in = span * values[(3 * key + 3) * w + c];
      to[c] =
          (2 * t3 - 3 * t2 + 1) * value(key, c)
              + (t3 - 2 * t2 + t) * out
              + (3 * t2 - 2 * t3) * value(key + 1, c)
              + (t3 - t2) * in;
    }
  }

  /** The shorter way round. */
  private void slerp(int key, float share, float[] to) {
    double dot = 0;
    for (int c = 0; c < 4; c++) {
      dot += (double) value(key, c) * value(key + 1, c);
    }
    double a = 1 - share;
    double b = dot < 0 ? -share : share;
    double cosine = Math.abs(dot);
    if (cosine < NEARLY_ONE) {
      double angle = StrictMath.acos(cosine);
      double scale = 1 / StrictMath.sin(angle);
      a = StrictMath.sin(a * angle) * scale;
      b = StrictMath.sin(b * angle) * scale;
    }
    for (int c = 0; c < 4; c++) {
      to[c] = (float) (a * value(key, c) + b * value(key + 1, c));
    }
  }
}
