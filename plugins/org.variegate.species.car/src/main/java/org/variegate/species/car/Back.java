package org.variegate.species.car;

import org.variegate.scene.Genome;
import org.variegate.scene.shape.Curves;

/** A car's back: lamps, tailgate, bumper, plate, exhaust. */
final class Back {
  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;

  private final Layout at;
  private final Genome genome;
  private final Patch tail;
  private final Parts parts;
  private final double half;
  private final double high;
  private final double low;

  private Back(Layout at, Patch tail, Parts parts) {
    this.at = at;
    this.tail = tail;
    this.parts = parts;
    genome = at.genome;
    half = at.width / 2;
    high = at.belt(at.rearEnd) - genome.gene("camber") * 0.4;
    low = at.sill(at.rearEnd);
  }

  static void cut(Layout at, Patch tail, Parts parts) {
    Back back = new Back(at, tail, parts);
    back.lamps();
    back.gate();
    back.bumper();
    Plates.build(at, false, parts);
  }

  private void lamps() {
    double y = high - 0.07;
    switch (Words.ALL.get("tail").get((int) genome.gene("tail"))) {
      case "wide" -> {
        lamp(Slot.TAIL, 0.22, 0.5, y - 0.13, 1.1, y - 0.17, 1.1, y - 0.01, 0.52, y - 0.03);
        lamp(Slot.SIGNAL, 0.02, 0.5, y - 0.17, 0.8, y - 0.19, 0.8, y - 0.155, 0.5, y - 0.135);
      }
      case "tall" -> {
        lamp(Slot.TAIL, 0.16, 0.76, y - 0.2, 1.1, y - 0.2, 1.1, y + 0.05, 0.8, y + 0.04);
        lamp(Slot.SIGNAL, 0.12, 0.76, y - 0.28, 1.1, y - 0.28, 1.1, y - 0.205, 0.76, y - 0.205);
      }
      case "round" -> {
        round(0.085, 0.74, y - 0.1);
        round(0.075, 0.5, y - 0.1);
      }
      case "strip" ->
          lamp(Slot.TAIL, 0.2, -0.3, y - 0.09, 1.1, y - 0.1, 1.1, y - 0.01, -0.3, y - 0.03);
      default -> {
        lamp(Slot.TAIL, 0.12, 0.62, y - 0.16, 1.1, y - 0.16, 1.1, y, 0.62, y);
        lamp(Slot.SIGNAL, 0.1, 0.62, y - 0.22, 1.1, y - 0.22, 1.1, y - 0.165, 0.62, y - 0.165);
      }
    }
  }

  private void lamp(Slot slot, double reach, double... corners) {
    double[] outline = corners.clone();
    for (int i = 0; i < outline.length; i += 2) {
      outline[i] *= half;
    }
    double limit = at.rearEnd + genome.gene("rearBow") + genome.gene("rearLean") * 0.5 + reach;
    Patch rest = new Patch(tail);
    Patch forward = rest.above(Z, limit);
    Patch lens = rest.cut(X, Y, outline);
    tail.become(rest.with(forward));
    parts.both(slot, lens, 0.004, X, Y);
  }

  private double surface(double x, double y) {
    double v = 2 * (y - low) / (at.belt(at.rearEnd) - low) - 1;
    double u = Math.min(1, x / at.flank(at.rearEnd + 0.1, v));
    return at.lower(u, v, -1)[2];
  }

  private void round(double r, double share, double y) {
    double x = share * half;
    double z = surface(x, y);
    parts.along(
        Slot.CHROME,
        20,
        x,
        y,
        z,
        0,
        -0.01,
        r,
        -0.01,
        1.12 * r,
        -0.01,
        1.12 * r,
        0.1 * r,
        1.12 * r,
        0.1);
    parts.along(Slot.TAIL, 20, x, y, z, 0, -0.03, 0.5 * r, -0.026, r, -0.012, r, 0.1);
  }

  private void gate() {
    double x = half * 0.72;
    seam(x, high - 0.02, x * 0.94, low + 0.3);
    seam(x * 0.94, low + 0.3, -0.2, low + 0.3);
  }

  private void seam(double x0, double y0, double x1, double y1) {
    Patch line = tail.cut(X, Y, Outline.line(x0, y0, x1, y1, 0.008));
    parts.both(Slot.SEAM, line);
  }

  private void bumper() {
    double z = at.rearEnd - 0.02;
    if (Words.has(genome, "chromeBumper")) {
      double y = low + 0.16;
      double side = half * 0.96;
      double bow = genome.gene("rearBow");
      double[] points = {
        side,
        y,
        z + bow + 0.35,
        side,
        y,
        z + bow + 0.05,
        half * 0.7,
        y,
        z + 0.4 * bow,
        0,
        y,
        z - 0.03,
        -half * 0.7,
        y,
        z + 0.4 * bow,
        -side,
        y,
        z + bow + 0.05,
        -side,
        y,
        z + bow + 0.35
      };
      parts.rod(Slot.CHROME, 0.055, 10, Curves.through(points, 3, 4, false));
    } else {
      double wide = half * 0.7;
      double[] skirt = {-0.3, low - 0.1, wide, low - 0.1, wide * 0.92, low + 0.1, -0.3, low + 0.1};
      parts.both(Slot.BLACK, tail.cut(X, Y, skirt));
      Patch reflector =
          tail.cut(X, Y, Outline.rectangle(half * 0.66, half * 0.88, low + 0.14, low + 0.175));
      parts.both(Slot.TAIL, reflector, 0.003, X, Y);
    }
    double x = half * 0.55;
    double y = low + 0.01;
    double end = at.rearEnd + 0.02;
    double[] left = {x, y, end + 0.4, x, y, end};
    parts.rod(Slot.CHROME, 0.032, 10, left);
    if (Words.has(genome, "twinExhaust")) {
      parts.rod(Slot.CHROME, 0.032, 10, -x, y, end + 0.4, -x, y, end);
    }
  }
}
