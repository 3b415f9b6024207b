package org.variegate.species.bike;

import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;
import org.variegate.scene.shape.Sweeps;

/** A skin over sections from the nose to the back, and what carries it. */
final class Saddle {
  private static final int POINTS = 16;

  /** Of each section: forward, half the width, top and thickness. */
  private static final double[][] SECTIONS = {
    {.150, .010, -.006, .020},
    {.140, .018, .000, .030},
    {.080, .022, .000, .036},
    {.020, .032, -.002, .040},
    {-.040, .058, .002, .046},
    {-.090, .074, .009, .052},
    {-.120, .070, .012, .050},
    {-.135, .048, .010, .034}
  };

  private Saddle() {}

  static void build(Layout at, Parts parts) {
    double width = at.genome.gene("saddleWidth") / 0.148;
    double length = at.genome.gene("saddleLength") / 0.285;
    Vec top = at.saddle.plus(0, 0.055, 0.01);
    double[][] sections = new double[SECTIONS.length][];
    for (int j = 0; j < sections.length; j++) {
      double[] s = SECTIONS[SECTIONS.length - 1 - j];
      sections[j] = section(top.plus(0, s[2] - s[3] / 2, s[0] * length), s[1] * width, s[3] / 2);
    }
    parts.add(Slot.SADDLE, Sweeps.loft(sections, true));
    Vec rail = at.saddle.plus(0.02, 0.012, 0);
    parts.rods(Slot.METAL, 0.0035, 6, rail.plus(0, 0.006, -0.08 * length), rail.plus(0, 0, 0.03));
    parts.rods(Slot.METAL, 0.0035, 6, rail.plus(0, 0, 0.03), rail.plus(-.01, 0.02, 0.11 * length));
    parts.box(Slot.METAL, 0.05, 0.022, 0.04, 0.004, at.saddle.plus(0, 0.008, 0));
    if (Words.has(at.genome, "springs")) {
      for (double side : new double[] {0.045, -0.045}) {
        for (int turn = 0; turn < 4; turn++) {
          Vec ring = at.saddle.plus(side, 0.002 + 0.011 * turn, -0.085);
          parts.add(
              Slot.METAL,
              Shapes.torus(0.013, 0.003, 12, 5),
              Placements.at(ring.x(), ring.y(), ring.z()));
        }
      }
    }
  }

  /** An ellipse across z, rounder above, counter-clockwise seen from the front. */
  private static double[] section(Vec middle, double a, double b) {
    double[] points = new double[3 * (POINTS + 1)];
    for (int i = 0; i <= POINTS; i++) {
      double angle = 2 * Math.PI * (i % POINTS) / POINTS;
      points[3 * i] = middle.x() + a * StrictMath.cos(angle);
      points[3 * i + 1] = middle.y() + b * StrictMath.sin(angle);
      points[3 * i + 2] = middle.z();
    }
    return points;
  }
}
