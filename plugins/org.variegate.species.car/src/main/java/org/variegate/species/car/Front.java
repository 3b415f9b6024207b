package org.variegate.species.car;

import org.variegate.scene.Genome;
import org.variegate.scene.shape.Curves;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;

/** A car's face: lamps, grille, intake, bumper, plate. */
final class Front {
  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;

  private final Layout at;
  private final Genome genome;
  private final Patch nose;
  private final Parts parts;
  private final double half;
  private final double high;
  private final double low;

  private Front(Layout at, Patch nose, Parts parts) {
    this.at = at;
    this.nose = nose;
    this.parts = parts;
    genome = at.genome;
    half = at.width / 2;
    high = at.belt(at.frontEnd) - genome.gene("camber") * 0.4;
    low = at.sill(at.frontEnd);
  }

  static void cut(Layout at, Patch nose, Parts parts) {
    Front front = new Front(at, nose, parts);
    front.lamps();
    front.grille();
    front.intake();
    front.bumper();
    Plates.build(at, true, parts);
  }

  /** Where the surface is at a place seen from the front. */
  private double surface(double x, double y) {
    double v = 2 * (y - low) / (at.belt(at.frontEnd) - low) - 1;
    double u = Math.min(1, x / at.flank(at.frontEnd - 0.1, v));
    return at.lower(u, v, 1)[2];
  }

  private void lamps() {
    switch (Words.ALL.get("lamps").get((int) genome.gene("lamps"))) {
      case "slim" -> {
        lamp(
            0.3,
            0.52,
            high - 0.15,
            0.58,
            high - 0.19,
            1.1,
            high - 0.15,
            1.1,
            high - 0.06,
            0.8,
            high - 0.075);
        bulbs(0.055, high - 0.135, 0.64, 0.78);
      }
      case "swept" -> {
        lamp(
            0.42,
            0.5,
            high - 0.17,
            0.6,
            high - 0.24,
            0.95,
            high - 0.2,
            1.1,
            high - 0.04,
            0.9,
            high - 0.03);
        bulbs(0.06, high - 0.16, 0.64, 0.79);
      }
      case "block" -> {
        lamp(0.12, 0.54, high - 0.235, 1.1, high - 0.235, 1.1, high - 0.075, 0.54, high - 0.075);
        bulbs(0.062, high - 0.155, 0.66);
      }
      case "round" -> round(0.105, 0.7);
      default -> {
        round(0.078, 0.58);
        round(0.078, 0.79);
      }
    }
  }

  /** A lamp that reaches so far back; corners by share of half the width, and height. */
  private void lamp(double reach, double... corners) {
    double[] outline = corners.clone();
    for (int i = 0; i < outline.length; i += 2) {
      outline[i] *= half;
    }
    Patch zone = nose.above(Z, at.frontEnd - genome.gene("bow") - reach);
    Patch rim = zone.cut(X, Y, Outline.grown(outline, 0.012));
    Patch lens = rim.cut(X, Y, outline);
    nose.with(zone);
    parts.both(Words.has(genome, "brightTrim") ? Slot.CHROME : Slot.BLACK, rim);
    parts.both(Slot.LAMP, lens, -0.004, X, Y);
  }

  private void bulbs(double radius, double y, double... shares) {
    for (double share : shares) {
      bulb(radius, share * half, y);
    }
  }

  private void bulb(double r, double x, double y) {
    double z = surface(x, y) - 0.4 * r;
    parts.along(Slot.CHROME, 14, x, y, z, r, -r, r, 0.36 * r, 0.86 * r, 0.42 * r, 0.8 * r, 0.1 * r);
    parts.along(
        Slot.BULB, 14, x, y, z, 0.82 * r, 0, 0.72 * r, 0.3 * r, 0.4 * r, 0.5 * r, 0, 0.56 * r);
  }

  private void round(double r, double share) {
    double x = share * half;
    double y = high - 0.06 - r;
    double z = surface(x, y);
    parts.along(
        Slot.CHROME,
        24,
        x,
        y,
        z,
        1.16 * r,
        -1.2 * r,
        1.16 * r,
        0.02,
        1.1 * r,
        0.035,
        r,
        0.03,
        r,
        0);
    parts.along(Slot.BULB, 24, x, y, z, r, 0.012, 0.8 * r, 0.028, 0.5 * r, 0.04, 0, 0.046);
  }

  private void grille() {
    double top = high - 0.07;
    boolean bright = Words.has(genome, "brightGrille");
    switch (Words.ALL.get("grille").get((int) genome.gene("grille"))) {
      case "bar" -> grid(bright, -0.3, top - 0.09, 0.44, top - 0.07, 0.5, top, -0.3, top + 0.01);
      case "wide" -> grid(bright, -0.3, top - 0.2, 0.42, top - 0.18, 0.5, top - 0.02, -0.3, top);
      case "shield" ->
          grid(bright, -0.3, low + 0.12, 0.26, low + 0.12, 0.4, top - 0.14, 0.36, top, -0.3, top);
      case "upright" ->
          grid(true, -0.3, low + 0.2, 0.29, low + 0.2, 0.31, top + 0.03, -0.3, top + 0.04);
      case "kidneys" ->
          grid(true, 0.03, top - 0.17, 0.2, top - 0.18, 0.27, top - 0.1, 0.25, top, 0.04, top);
      default ->
          grid(true, -0.3, high - 0.28, 0.52, high - 0.28, 0.54, high - 0.06, -0.3, high - 0.06);
    }
    double y = Math.max(low + 0.3, top - 0.07);
    if (!Words.is(genome, "grille", "kidneys")) {
      double z = surface(0, y);
      parts.add(
          Slot.CHROME, Shapes.superquadric(0.05, 0.042, 0.016, 1, 1, 16), Placements.at(0, y, z));
    }
  }

  private void grid(boolean bright, double... corners) {
    double[] outline = corners.clone();
    for (int i = 0; i < outline.length; i += 2) {
      outline[i] *= half;
    }
    Patch frame = nose.cut(X, Y, Outline.grown(outline, bright ? 0.016 : 0.01));
    Patch bars = frame.cut(X, Y, outline);
    parts.both(bright ? Slot.CHROME : Slot.BLACK, frame, 0.006, X, Y);
    parts.both(Slot.GRILLE, bars, -0.01, X, Y);
  }

  private void intake() {
    if (genome.gene("intake") < 0.05) {
      return;
    }
    double top = low + 0.07 + genome.gene("intake");
    double wide = half * 0.62;
    double[] mouth = {-0.3, low + 0.06, wide, low + 0.06, wide * 0.9, top, -0.3, top};
    parts.both(Slot.GRILLE, nose.cut(X, Y, mouth), -0.012, X, Y);
    double x = half * 0.8;
    double y = low + 0.15;
    double[] pocket = {
      half * 0.68, y - 0.05, half * 0.95, y - 0.04, half * 0.93, y + 0.06, half * 0.7, y + 0.05
    };
    parts.both(Slot.BLACK, nose.cut(X, Y, pocket), -0.006, X, Y);
    if (Words.has(genome, "fogLamps")) {
      bulb(0.04, x, y);
    }
  }

  private void bumper() {
    if (Words.has(genome, "chromeBumper")) {
      double y = low + 0.17;
      double z = at.frontEnd + 0.03;
      double bow = genome.gene("bow");
      double side = half * 0.97;
      double[] points = {
        side,
        y,
        z - bow - 0.4,
        side + 0.01,
        y,
        z - bow - 0.08,
        half * 0.75,
        y,
        z - 0.45 * bow,
        0,
        y,
        z + 0.03,
        -half * 0.75,
        y,
        z - 0.45 * bow,
        -side - 0.01,
        y,
        z - bow - 0.08,
        -side,
        y,
        z - bow - 0.4
      };
      parts.rod(Slot.CHROME, 0.055, 10, Curves.through(points, 3, 4, false));
    }
  }
}
