package org.variegate.species.bike;

import org.variegate.scene.Mesh;
import org.variegate.scene.shape.Sweeps;

/** What makes it go: cranks, pedals, chainring, chain and sprockets, on the right side. */
final class Drive {
  /** Where the chain runs, to the left of the middle, in m. */
  private static final double LINE = -0.045;

  /** From one tooth to the next: half an inch. */
  private static final double PITCH = 0.0127;

  /** Radius of the sprocket that the chain is on, in m. */
  private static final double SPROCKET = 0.036;

  private final Layout at;
  private final Parts parts;
  private final double ring;

  private Drive(Layout at, Parts parts) {
    this.at = at;
    this.parts = parts;
    ring = at.genome.gene("teeth") * PITCH / (2 * Math.PI);
  }

  static void build(Layout at, Parts parts) {
    Drive drive = new Drive(at, parts);
    drive.cranks();
    drive.chainring();
    drive.chain();
  }

  private void cranks() {
    Parts turning = parts.on(Joint.CRANK);
    Vec bb = at.bottomBracket;
    for (boolean left : new boolean[] {true, false}) {
      Vec pedal = at.pedal(0, left);
      double side = left ? 1 : -1;
      Vec root = bb.plus(0.066 * side, 0, 0);
      Vec end = new Vec(0.072 * side, pedal.y(), pedal.z());
      turning.cone(Slot.METAL, 0.013, 0.009, 8, root, end);
      turning.rod(Slot.METAL, 0.005, 6, end, end.plus(0.1 * side, 0, 0));
      Parts level = parts.on(left ? Joint.LEFT_PEDAL : Joint.RIGHT_PEDAL);
      Vec middle = new Vec(0.125 * side, pedal.y(), pedal.z());
      level.box(Slot.BLACK, 0.085, 0.02, 0.07, 0.006, middle);
      for (double front : new double[] {0.036, -0.036}) {
        level.box(Slot.AMBER, 0.045, 0.012, 0.004, 0, middle.plus(0, 0, front));
      }
    }
    turning.rod(Slot.METAL, 0.011, 10, bb.plus(-0.07, 0, 0), bb.plus(0.07, 0, 0));
  }

  private void chainring() {
    Parts turning = parts.on(Joint.CRANK);
    Vec middle = at.bottomBracket.plus(LINE, 0, 0);
    Slot slot = Words.has(at.genome, "darkDrive") ? Slot.BLACK : Slot.METAL;
    turning.ring(slot, ring - 0.013, ring, 0.004, 32, middle);
    for (int i = 0; i < 5; i++) {
      double angle = 0.4 * Math.PI * i;
      Vec out =
          middle.plus(
              -0.004, ring * 0.9 * StrictMath.cos(angle), ring * 0.9 * StrictMath.sin(angle));
      turning.cone(slot, 0.011, 0.006, 6, middle.plus(-0.008, 0, 0), out);
    }
  }

  private void chain() {
    Vec front = at.bottomBracket.plus(LINE, 0, 0);
    Vec back = at.rearAxle.plus(LINE, 0, 0);
    if (Words.is(at.genome, "chain", "case")) {
      parts.add(Slot.ACCENT, chainCase(front, back));
    } else {
      parts.add(Slot.BLACK, Sweeps.tube(loop(front, back, 0), new double[] {0.0048}, 5));
    }
    if (Words.is(at.genome, "chain", "guard")) {
      double r = ring + 0.018;
      parts.tube(
          Slot.ACCENT,
          0.012,
          8,
          6,
          front.plus(-0.012, -0.3 * r, r),
          front.plus(-0.012, r + 0.002, 0),
          front.towards(back, 0.5).plus(-0.012, 0.08, 0),
          back.plus(-0.012, 0.055, 0.02));
    }
    sprockets();
  }

  private void sprockets() {
    Parts wheel = parts.on(Joint.REAR_WHEEL);
    Vec back = at.rearAxle;
    if (!Words.has(at.genome, "derailleur")) {
      wheel.disc(Slot.METAL, SPROCKET, 0.003, 20, back.plus(LINE, 0, 0));
      return;
    }
    for (int i = 0; i < 5; i++) {
      double r = 0.055 - 0.0075 * i;
      wheel.disc(Slot.METAL, r, 0.002, 20, back.plus(-0.030 - 0.005 * i, 0, 0));
    }
    Vec upper = back.plus(LINE, -0.065, 0.02);
    Vec lower = upper.plus(0, -0.075, 0.03);
    for (Vec jockey : new Vec[] {upper, lower}) {
      parts.disc(Slot.BLACK, 0.02, 0.006, 12, jockey);
    }
    parts.cone(Slot.PART, 0.012, 0.008, 6, upper.plus(-.012, .01, 0), lower.plus(-.012, -.01, 0));
    parts.cone(Slot.PART, 0.014, 0.01, 6, back.plus(-.06, -.02, -.01), upper.plus(-.014, 0, 0));
  }

  /** The closed way of a chain: around the ring, back below, around the sprocket, forward above. */
  private double[] loop(Vec front, Vec back, double extra) {
    double a = ring + extra;
    double b = SPROCKET + extra;
    Vec away = back.minus(front);
    double distance = away.length();
    double base = StrictMath.atan2(away.y(), away.z());
    double tilt = StrictMath.acos((a - b) / distance);
    int half = 12;
    double[] path = new double[3 * (2 * half + 3)];
    int n = 0;
    for (int i = 0; i <= half; i++) {
      double angle = base + tilt + (2 * Math.PI - 2 * tilt) * i / half;
      n = put(path, n, front, a, angle);
    }
    for (int i = 0; i <= half; i++) {
      double angle = base - tilt + 2 * tilt * i / half;
      n = put(path, n, back, b, angle);
    }
    System.arraycopy(path, 0, path, n, 3);
    return path;
  }

  private static int put(double[] path, int n, Vec middle, double r, double angle) {
    path[n] = middle.x();
    path[n + 1] = middle.y() + r * StrictMath.sin(angle);
    path[n + 2] = middle.z() + r * StrictMath.cos(angle);
    return n + 3;
  }

  private Mesh chainCase(Vec front, Vec back) {
    double[] outer = loop(front, back, 0.024);
    double[][] sections = new double[4][];
    double[] sides = {0.018, 0.014, -0.014, -0.018};
    double[] shrink = {0.012, 0, 0, 0.012};
    for (int i = 0; i < 4; i++) {
      sections[i] = shrink[i] == 0 ? outer.clone() : loop(front, back, 0.024 - shrink[i]);
      for (int k = 0; k < sections[i].length; k += 3) {
        sections[i][k] = front.x() + sides[i];
      }
    }
    return Sweeps.loft(sections, true);
  }
}
