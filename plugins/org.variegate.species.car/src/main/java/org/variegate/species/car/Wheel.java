package org.variegate.species.car;

import org.variegate.scene.Genome;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Sweeps;

/** Tyre, rim with spokes, brake disc. */
final class Wheel {
  private static final int AROUND = 24;

  private final Layout at;
  private final Genome genome;
  private final Parts parts;
  private final double x;
  private final double z;
  private final double side;
  private final double rim;
  private final double half;

  private Wheel(Layout at, Joint joint, Parts parts) {
    this.at = at;
    this.parts = parts.on(joint);
    genome = at.genome;
    side = joint.left() ? 1 : -1;
    x = at.wheel(joint)[0];
    z = at.wheel(joint)[2];
    rim = genome.gene("rimSize") / 2;
    half = genome.gene("tyre") / 2;
  }

  static void build(Layout at, Joint joint, Parts parts) {
    Wheel wheel = new Wheel(at, joint, parts);
    wheel.tyre();
    if (Words.is(at.genome, "rim", "steel")) {
      wheel.dish();
    } else {
      wheel.alloy();
    }
  }

  /** A profile outwards: heights are away from the car. */
  private void lathe(Slot slot, double... profile) {
    double[] p = profile.clone();
    if (side < 0) {
      int n = p.length / 2;
      for (int i = 0; i < n; i++) {
        p[2 * i] = profile[2 * (n - 1 - i)];
        p[2 * i + 1] = -profile[2 * (n - 1 - i) + 1];
      }
    }
    parts.across(slot, AROUND, x, at.radius, z, p);
  }

  private void tyre() {
    double r = at.radius;
    double wall = r - rim;
    lathe(
        Slot.TYRE,
        rim,
        -half * 0.86,
        rim + 0.5 * wall,
        -half * 1.02,
        r - 0.014,
        -half * 0.94,
        r,
        -half * 0.7,
        r,
        half * 0.7,
        r - 0.014,
        half * 0.94,
        rim + 0.5 * wall,
        half * 1.02,
        rim,
        half * 0.86);
    if (Words.has(genome, "whiteWall")) {
      lathe(Slot.PLATE, rim + 0.5 * wall, half * 1.03, rim + 0.2 * wall, half * 0.96);
    }
  }

  private void dish() {
    double r = rim;
    lathe(
        Slot.RIM,
        r,
        -half * 0.8,
        r + 0.004,
        half * 0.9,
        r - 0.014,
        half * 0.9,
        r - 0.03,
        half * 0.62,
        0.8 * r,
        half * 0.55,
        0.55 * r,
        half * 0.78,
        0.4 * r,
        half * 0.72,
        0.4 * r,
        half * 0.72,
        0.36 * r,
        half * 0.9,
        0.2 * r,
        half * 1.0,
        0,
        half * 1.02);
    for (int i = 0; i < 12; i++) {
      double angle = 2 * Math.PI * i / 12;
      double c = StrictMath.cos(angle);
      double s = StrictMath.sin(angle);
      parts.box(
          Slot.BLACK,
          0.006,
          0.022,
          0.022,
          0.0025,
          x + side * half * 0.64,
          at.radius + 0.72 * r * s,
          z + 0.72 * r * c);
    }
  }

  private void alloy() {
    double r = rim;
    lathe(
        Slot.RIM,
        r,
        -half * 0.8,
        r + 0.004,
        half * 0.9,
        r - 0.012,
        half * 0.92,
        r - 0.018,
        half * 0.8,
        r - 0.022,
        -half * 0.5);
    lathe(Slot.BLACK, r - 0.02, -half * 0.45, 0, -half * 0.45);
    lathe(
        Slot.DISC,
        0.68 * r,
        -half * 0.1,
        0.68 * r,
        -half * 0.1,
        0.68 * r,
        half * 0.05,
        0.68 * r,
        half * 0.05,
        0,
        half * 0.05);
    double out = half * genome.gene("face");
    lathe(
        Slot.RIM,
        0.26 * r,
        out - 0.05,
        0.24 * r,
        out - 0.012,
        0.19 * r,
        out,
        0.1 * r,
        out - 0.004,
        0.1 * r,
        out - 0.004,
        0,
        out - 0.002);
    int count = (int) genome.gene("spokes");
    boolean twin = Words.is(genome, "rim", "twin");
    double wide = genome.gene("spokeWidth") * 2 * Math.PI * r / count * 0.3;
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      if (twin) {
        double apart = 0.2 * Math.PI / count;
        spoke(angle - apart, angle - 2 * apart, 0.4 * wide, out);
        spoke(angle + apart, angle + 2 * apart, 0.4 * wide, out);
      } else if (Words.is(genome, "rim", "mesh")) {
        double apart = Math.PI / count;
        spoke(angle, angle + apart, 0.35 * wide, out);
        spoke(angle, angle - apart, 0.35 * wide, out);
      } else {
        spoke(angle, angle, wide, out);
      }
    }
  }

  /** From the hub at one angle to the rim at another. */
  private void spoke(double from, double to, double wide, double out) {
    double[][] sections = {
      section(0.14 * rim, from, 0.8 * wide, out - 0.004),
          section(0.45 * rim, from + 0.3 * (to - from), wide * 0.75, out),
      section(0.8 * rim, from + 0.75 * (to - from), wide * 0.9, out - 0.004),
          section(rim - 0.012, to, wide * 1.3, half * 0.8)
    };
    parts.add(Slot.RIM, Sweeps.loft(sections, false), Placements.at(0, 0, 0));
  }

  /** Across a spoke, counter-clockwise seen from outside the rim. */
  private double[] section(double r, double angle, double wide, double out) {
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    double[] across = {1, -1, 0.7, 1, -0.7, 1, -1, -1};
    double deep = 0.014;
    double[] points = new double[3 * across.length / 2];
    for (int i = 0; i < across.length / 2; i++) {
      int from = side > 0 ? across.length / 2 - 1 - i : i;
      double a = across[2 * from] * wide;
      double b = (out - deep) + across[2 * from + 1] * deep;
      points[3 * i] = x + side * b;
      points[3 * i + 1] = at.radius + r * s + a * c;
      points[3 * i + 2] = z + r * c - a * s;
    }
    return points;
  }
}
