package org.variegate.species.car;

import org.variegate.scene.Genome;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;
import org.variegate.scene.shape.Sweeps;

/** Mirrors, rails, antenna, spoiler, wipers. */
final class Trim {
  private Trim() {}

  static void build(Layout at, Parts parts) {
    Genome genome = at.genome;
    mirrors(at, parts);
    wipers(at, parts);
    if (Words.has(genome, "rails")) {
      rails(at, parts);
    }
    if (Words.has(genome, "fin")) {
      double z = at.roofEnd + 0.2;
      double[] fin = {
        0,
        at.roof(z) - 0.01,
        z + 0.08,
        0,
        at.roof(z) + 0.02,
        z + 0.03,
        0,
        at.roof(z) + 0.055,
        z - 0.04
      };
      parts.add(
          Slot.BLACK,
          Sweeps.tube(fin, new double[] {0.02, 0.016, 0.006}, 6),
          Placements.at(0, 0, 0));
    } else {
      double z = at.screenTop - 0.12;
      parts.rod(Slot.BLACK, 0.004, 5, 0.35, at.roof(z) - 0.02, z, 0.36, at.roof(z) + 0.4, z - 0.3);
    }
    spoiler(at, parts);
  }

  private static void mirrors(Layout at, Parts parts) {
    double x = at.mirror()[0];
    double y = at.mirror()[1];
    double z = at.mirror()[2];
    Slot slot =
        Words.has(at.genome, "brightTrim")
            ? Slot.CHROME
            : Words.has(at.genome, "blackMirrors") ? Slot.BLACK : Slot.PAINT;
    double size = at.genome.gene("mirror");
    parts.both(slot, Shapes.superquadric(0.105 * size, 0.07 * size, 0.055, .7, .7, 14), x, y, z);
    parts.both(
        Slot.GLASS,
        Shapes.superquadric(0.088 * size, 0.056 * size, 0.01, .6, .6, 10),
        x,
        y,
        z - 0.05);
    parts.both(Slot.BLACK, Shapes.box(0.14, 0.03, 0.04, 0.01), x - 0.08, y - 0.055, z);
  }

  private static void wipers(Layout at, Parts parts) {
    for (double x : new double[] {0.42, -0.12}) {
      double[] from = at.upper(x / (at.width / 2), -0.72, 1);
      double[] to = at.upper((x - 0.45) / (at.width / 2), -0.55, 1);
      parts.rod(
          Slot.BLACK,
          0.008,
          5,
          from[0],
          from[1] + 0.012,
          from[2] + 0.01,
          to[0],
          to[1] + 0.012,
          to[2] + 0.01);
    }
  }

  private static void rails(Layout at, Parts parts) {
    double length = at.screenTop - at.roofEnd;
    int steps = 6;
    double[] left = new double[3 * (steps + 1)];
    double[] right = new double[left.length];
    for (int i = 0; i <= steps; i++) {
      double z = at.roofEnd + length * (0.06 + 0.86 * i / steps);
      double edge = i == 0 || i == steps ? -0.02 : 0.028;
      double x = at.cabin(z, 0.96) - 0.05;
      for (int side = 0; side < 2; side++) {
        double[] to = side == 0 ? left : right;
        to[3 * i] = side == 0 ? x : -x;
        to[3 * i + 1] = at.roof(z) - 0.03 + edge;
        to[3 * i + 2] = z;
      }
    }
    Slot slot = Words.has(at.genome, "brightTrim") ? Slot.CHROME : Slot.BLACK;
    parts.rod(slot, 0.016, 8, left);
    parts.rod(slot, 0.016, 8, right);
  }

  private static void spoiler(Layout at, Parts parts) {
    if (!Words.has(at.genome, "spoiler")) {
      return;
    }
    if (Words.is(at.genome, "back", "hatch")) {
      double z = at.roofEnd - 0.06;
      double wide = 2 * at.cabin(at.roofEnd, 0.9) * 0.9;
      parts.box(Slot.PAINT, wide, 0.035, 0.26, 0.014, 0, at.roof(at.roofEnd) - 0.035, z);
    } else {
      double z = at.rearEnd + at.genome.gene("rearBow") + 0.12;
      double y = at.belt(z);
      parts.box(Slot.PAINT, at.width * 0.76, 0.03, 0.16, 0.012, 0, y + 0.1, z);
      parts.both(Slot.PAINT, Shapes.box(0.03, 0.14, 0.1, 0.01), at.width * 0.3, y + 0.03, z);
    }
  }
}
