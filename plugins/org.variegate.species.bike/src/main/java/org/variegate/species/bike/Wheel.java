package org.variegate.species.bike;

import javax.vecmath.Vector3d;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;

/** Tyre, rim, spokes and hub of one wheel. */
final class Wheel {
  private static final Vector3d X = new Vector3d(1, 0, 0);
  private static final int AROUND = 48;

  private final Layout at;
  private final Parts parts;
  private final Vec axle;
  private final boolean rear;
  private final double rim;

  private Wheel(Layout at, Parts parts, boolean rear) {
    this.at = at;
    this.parts = parts;
    this.rear = rear;
    axle = rear ? at.rearAxle : at.frontAxle;
    rim = at.radius - 2 * at.tyre + 0.004;
  }

  static void build(Layout at, Parts parts, boolean rear) {
    Wheel wheel = new Wheel(at, parts, rear);
    wheel.tyre();
    wheel.rim();
    wheel.hub();
    if (Words.has(at.genome, "reflectors")) {
      wheel.reflectors();
    }
  }

  private void tyre() {
    double r = at.tyre;
    double middle = at.radius - r;
    double[] wall = new double[2 * 4];
    double[] tread = new double[2 * 9];
    arc(wall, middle, r, -130, -72);
    parts.lathe(Slot.WALL, AROUND, axle, wall);
    arc(tread, middle, r, -72, 72);
    parts.lathe(Slot.TYRE, AROUND, axle, tread);
    arc(wall, middle, r, 72, 130);
    parts.lathe(Slot.WALL, AROUND, axle, wall);
    if (Words.is(at.genome, "tread", "knobs")) {
      knobs(r);
    }
  }

  /** Of a tyre's section: degrees from the outside, to the left. */
  private static void arc(double[] profile, double middle, double r, double from, double to) {
    int count = profile.length / 2;
    for (int i = 0; i < count; i++) {
      double angle = StrictMath.toRadians(from + (to - from) * i / (count - 1));
      profile[2 * i] = middle + r * StrictMath.cos(angle);
      profile[2 * i + 1] = r * StrictMath.sin(angle);
    }
  }

  private void knobs(double r) {
    int count = 36;
    for (int i = 0; i < 2 * count; i++) {
      double angle = Math.PI * i / count;
      double side = (i % 2 == 0 ? 0.42 : -0.42) * r;
      double out = at.radius - 0.10 * r;
      parts.add(
          Slot.TYRE,
          Shapes.box(0.5 * r, 0.18 * r, 0.6 * Math.PI * at.radius / count, 0),
          Placements.turned(
              X,
              angle,
              axle.x() + side,
              axle.y() + out * StrictMath.cos(angle),
              axle.z() + out * StrictMath.sin(angle)));
    }
  }

  private void rim() {
    double depth = at.genome.gene("rimDepth");
    double half = Math.max(0.0095, 0.62 * at.tyre);
    double inner = rim - depth;
    parts.lathe(
        Slot.RIM,
        AROUND,
        axle,
        inner,
        half * 0.35,
        inner,
        -half * 0.35,
        inner,
        -half * 0.35,
        rim - 0.006,
        -half,
        rim + 0.006,
        -half,
        rim + 0.006,
        -half,
        rim + 0.006,
        half,
        rim + 0.006,
        half,
        rim - 0.006,
        half,
        inner,
        half * 0.35,
        inner,
        half * 0.35);
    spokes(inner + 0.002);
  }

  private void spokes(double outer) {
    int count = (int) at.genome.gene("spokes") / 4 * 4;
    double flange = rear && Words.is(at.genome, "brake", "hub") ? 0.042 : 0.024;
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * (i + 0.25) / count;
      double side = i % 2 == 0 ? 1 : -1;
      double lead = (i / 2 % 2 == 0 ? 1 : -1) * 1.15;
      Vec from = around(0.030 * side, flange, angle + lead);
      parts.rod(Slot.METAL, 0.0011, 3, from, around(0.002 * side, outer, angle));
    }
  }

  private Vec around(double x, double r, double angle) {
    return axle.plus(x, r * StrictMath.cos(angle), r * StrictMath.sin(angle));
  }

  private void hub() {
    boolean drum = rear && Words.is(at.genome, "brake", "hub");
    double r = drum ? 0.04 : 0.014;
    double f = drum ? 0.045 : 0.027;
    parts.lathe(
        Slot.METAL,
        14,
        axle,
        0,
        -.05,
        .008,
        -.05,
        .008,
        -.034,
        f,
        -.034,
        f,
        -.029,
        r,
        -.022,
        r,
        .022,
        f,
        .029,
        f,
        .034,
        .008,
        .034,
        .008,
        .05,
        0,
        .05);
    if (Words.is(at.genome, "brake", "disc")) {
      parts.ring(Slot.METAL, 0.055, 0.082, 0.002, 28, axle.plus(0.042, 0, 0));
      for (int i = 0; i < 5; i++) {
        double angle = 0.4 * Math.PI * i;
        Vec out = around(0.042, 0.06, angle);
        parts.rod(Slot.METAL, 0.003, 4, around(0.040, 0.012, angle + 0.4), out);
      }
    }
  }

  private void reflectors() {
    for (int i = 0; i < 2; i++) {
      double angle = 0.7 + Math.PI * i;
      Vec middle = around(0.006, 0.68 * rim, angle);
      parts.add(
          Slot.AMBER,
          Shapes.box(0.012, 0.026, 0.075, 0.004),
          Placements.turned(X, angle, middle.x(), middle.y(), middle.z()));
    }
  }
}
