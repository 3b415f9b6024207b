package org.variegate.species.quadruped.coat;

import java.util.ArrayList;
import java.util.List;

/** Colours painted one over another, each where its mask says. */
final class Layers {
  /** Where a colour is. */
  @FunctionalInterface
  interface Mask {
    /**
     * How much of the colour is at a point.
     *
     * @param site the point
     * @return below 0 is taken as 0, above 1 as 1
     */
    double at(Site site);
  }

  private record Layer(Mask mask, double[] color) {}

  private final double[] base;
  private final List<Layer> layers = new ArrayList<>();

  Layers(double[] base) {
    this.base = base;
  }

  double[] base() {
    return base;
  }

  Layers paint(double[] color, Mask mask) {
    layers.add(new Layer(mask, color));
    return this;
  }

  void color(Site site, double[] rgb) {
    System.arraycopy(base, 0, rgb, 0, 3);
    for (Layer layer : layers) {
      double m = layer.mask.at(site);
      m = m < 0 ? 0 : m > 1 ? 1 : m;
      if (m > 0) {
        for (int c = 0; c < 3; c++) {
          rgb[c] += m * (layer.color[c] - rgb[c]);
        }
      }
    }
  }

  /** A colour times a factor plus something. */
  static double[] shade(double[] rgb, double factor, double plus) {
    double[] shaded = new double[3];
    for (int c = 0; c < 3; c++) {
      shaded[c] = Math.min(0.85, rgb[c] * factor + plus);
    }
    return shaded;
  }
}
