package org.variegate.render.internal;

import java.util.Arrays;

/**
 * Looks a lamp's shadow up along runs of places on one plane: at the ends of segments, and between
 * them only as far as the shadow is not plain there or changes linearly.
 */
final class Shade {
  private static final int SEGMENT = 16;

  /** A share of light that is not worth a look. */
  private static final float LITTLE = 1 / 48f;

  private final ShadowMap map;

  /** Of the lamp's place in {@link Batch#seen}. */
  private final int lamp;

  private Plane plane;
  private Batch batch;
  private float[] seen;

  /** Where the map was looked at last, and how far around that was plain. */
  private float u;

  private float v;
  private float margin;

  Shade(ShadowMap map, int lamp) {
    this.map = map;
    this.lamp = lamp;
  }

  /** Fills in what is seen from {@code n} places from {@code from} on. */
  void run(Plane p, int from, int n, Batch b) {
    if (map == null) {
      return;
    }
    plane = p;
    batch = b;
    seen = b.seen[lamp];
    int last = from + n - 1;
    look(from);
    for (int i = from; i < last; ) {
      int end = Math.min(last, i + SEGMENT);
      float beforeU = u;
      float beforeV = v;
      float beforeMargin = margin;
      look(end);
      float far = Math.max(Math.abs(u - beforeU), Math.abs(v - beforeV));
      if (seen[i] == seen[end] && far < beforeMargin + margin) {
        Arrays.fill(seen, i + 1, end, seen[i]);
      } else {
        float endU = u;
        float endV = v;
        float endMargin = margin;
        between(i, end);
        u = endU;
        v = endV;
        margin = endMargin;
      }
      i = end;
    }
  }

  /** Fills in what lies between two places that are filled in. */
  private void between(int a, int b) {
    if (b - a < 2) {
      return;
    }
    int middle = a + b >>> 1;
    look(middle);
    float before = seen[a];
    float after = seen[b];
    if (b - a <= SEGMENT / 2
        && Math.abs(after - before) < 8 * LITTLE
        && Math.abs(seen[middle] - 0.5f * (before + after)) < LITTLE) {
      line(a, middle);
      line(middle, b);
    } else {
      between(a, middle);
      between(middle, b);
    }
  }

  private void line(int a, int b) {
    float step = (seen[b] - seen[a]) / (b - a);
    for (int i = a + 1; i < b; i++) {
      seen[i] = seen[a] + (i - a) * step;
    }
  }

  private void look(int i) {
    Plane p = plane;
    float share = map.clear(batch.x[i], batch.y[i], batch.z[i], p.nx, p.ny, p.nz);
    margin = share < 0 ? 0 : map.margin;
    u = map.u;
    v = map.v;
    seen[i] = share < 0 ? map.filtered(p.nx, p.ny, p.nz) : share;
  }
}
