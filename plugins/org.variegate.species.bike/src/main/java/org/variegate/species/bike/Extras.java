package org.variegate.species.bike;

import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;
import org.variegate.scene.shape.Sweeps;

/** What not every bicycle has: mudguards, rack, basket, lights, bell, kick stand, child's seat. */
final class Extras {
  private final Layout at;
  private final Parts parts;

  private Extras(Layout at, Parts parts) {
    this.at = at;
    this.parts = parts;
  }

  static void build(Layout at, Parts parts) {
    Extras extras = new Extras(at, parts);
    extras.guards();
    extras.carrier();
    extras.lights();
    extras.basket();
    if (Words.has(at.genome, "stand")) {
      Vec pivot = pivot(at);
      parts.on(Joint.STAND).rod(Slot.PART, 0.009, 8, pivot, pivot.along(folded(at), reach(at)));
    }
    if (Words.has(at.genome, "bottle")) {
      Vec from = at.bottomBracket.towards(at.headBottom, 0.3).plus(0, 0.045, -0.01);
      Vec to = at.bottomBracket.towards(at.headBottom, 0.62).plus(0, 0.045, -0.01);
      parts.rod(Slot.ACCENT, 0.034, 12, from, to);
      parts.rod(Slot.BLACK, 0.02, 10, to, to.towards(from, -0.18));
    }
    if (Words.has(at.genome, "training")) {
      Vec hub = at.rearAxle.plus(0.2, 0.062 - at.radius, -0.02);
      for (Vec side : new Vec[] {hub, hub.mirrored()}) {
        parts.disc(Slot.BLACK, 0.06, 0.028, 20, side);
        parts.disc(Slot.RIM, 0.035, 0.03, 14, side);
        parts.rod(Slot.METAL, 0.008, 6, new Vec(side.x() * 0.3, at.radius, at.rearAxle.z()), side);
      }
    }
  }

  /** Where the kick stand turns. */
  static Vec pivot(Layout at) {
    return at.bottomBracket.towards(at.rearAxle, 0.18).plus(0.035, -0.02, 0);
  }

  /** Along the folded kick stand. */
  static Vec folded(Layout at) {
    return at.rearAxle.minus(at.bottomBracket).plus(0.06, -0.02, 0).unit();
  }

  private static double reach(Layout at) {
    return 1.02 * pivot(at).y();
  }

  private void guards() {
    if (Words.is(at.genome, "guard", "none")) {
      return;
    }
    boolean clip = Words.is(at.genome, "guard", "clip");
    guard(parts.on(Joint.STEERER), at.frontAxle, clip ? 35 : 10, clip ? 110 : 155);
    guard(parts, at.rearAxle, clip ? 85 : 35, clip ? 150 : 192);
    if (!clip) {
      stays(parts.on(Joint.STEERER), at.frontAxle, 145);
      stays(parts, at.rearAxle, 178);
    }
  }

  private Vec rim(Vec axle, double degrees) {
    double r = at.radius + 0.014;
    double angle = StrictMath.toRadians(degrees);
    return axle.plus(0, r * StrictMath.sin(angle), r * StrictMath.cos(angle));
  }

  /** A strip over the wheel, from an angle before its top to one behind; 90 is the top. */
  private void guard(Parts on, Vec axle, double from, double to) {
    int steps = 20;
    Vec[] way = new Vec[steps + 1];
    for (int i = 0; i <= steps; i++) {
      way[i] = rim(axle, from + (to - from) * i / steps);
    }
    double half = at.tyre + 0.009;
    double[] section = {
      half,
      -0.008,
      half,
      -0.008,
      0.6 * half,
      0.006,
      0,
      0.010,
      -0.6 * half,
      0.006,
      -half,
      -0.008,
      -half,
      -0.008,
      -0.6 * half,
      0.003,
      0,
      0.007,
      0.6 * half,
      0.003,
      half,
      -0.008
    };
    Slot slot = Words.has(at.genome, "paintedGuards") ? Slot.FRAME : Slot.ACCENT;
    on.add(slot, Sweeps.sweep(Parts.path(way), new double[] {1}, section));
  }

  private void stays(Parts on, Vec axle, double degrees) {
    Vec end = rim(axle, degrees).plus(at.tyre + 0.006, 0, 0);
    on.rods(Slot.METAL, 0.0022, 4, axle.plus(0.055, 0, 0), end);
  }

  private void carrier() {
    if (Words.is(at.genome, "carry", "none")) {
      return;
    }
    double y = at.rearAxle.y() + at.radius + 0.05;
    double z = at.rearAxle.z();
    Vec front = new Vec(0.05, y, z + 0.16);
    Vec back = new Vec(0.06, y, z - 0.2);
    parts.rods(Slot.PART, 0.005, 6, front, back);
    parts.rod(Slot.PART, 0.005, 6, back, back.mirrored());
    parts.rod(Slot.PART, 0.005, 6, front, front.mirrored());
    parts.rod(Slot.PART, 0.004, 6, front.plus(-0.05, 0, 0), back.plus(-0.06, 0, 0));
    Vec foot = new Vec(0.07, at.rearAxle.y() + 0.02, z);
    parts.rods(Slot.PART, 0.005, 6, foot, front.towards(back, 0.5));
    parts.rods(Slot.PART, 0.005, 6, foot, back.towards(front, 0.1));
    Vec seat = at.seatTop.along(at.seatAxis, -0.06).plus(0.015, 0, 0);
    parts.rods(Slot.PART, 0.004, 6, front, seat);
    load(new Vec(0, y, z - 0.02));
  }

  private void load(Vec rack) {
    if (Words.is(at.genome, "carry", "panniers")) {
      for (double side : new double[] {0.14, -0.14}) {
        parts.box(Slot.BAG, 0.14, 0.33, 0.3, 0.035, rack.plus(side, -0.17, -0.02));
        parts.box(Slot.BLACK, 0.145, 0.05, 0.305, 0.01, rack.plus(side, -0.05, -0.02));
      }
    } else if (Words.is(at.genome, "carry", "seat")) {
      parts.box(Slot.BLACK, 0.27, 0.05, 0.3, 0.02, rack.plus(0, 0.05, 0.02));
      parts.box(Slot.ACCENT, 0.28, 0.42, 0.05, 0.02, rack.plus(0, 0.26, -0.13));
      for (double side : new double[] {0.13, -0.13}) {
        parts.box(Slot.ACCENT, 0.03, 0.14, 0.26, 0.012, rack.plus(side, 0.12, 0));
        parts.box(Slot.ACCENT, 0.05, 0.34, 0.08, 0.015, rack.plus(side, -0.1, 0.17));
      }
    } else if (Words.is(at.genome, "carry", "box")) {
      parts.box(Slot.BAG, 0.36, 0.3, 0.36, 0.02, rack.plus(0, 0.16, -0.04));
    }
  }

  private void lights() {
    Parts front = parts.on(Joint.STEERER);
    if (Words.has(at.genome, "lamp")) {
      Vec lamp = at.headBottom.along(at.ahead, 0.07).plus(0, 0.03, 0);
      front.cone(Slot.PART, 0.018, 0.032, 12, lamp.plus(0, 0, -0.035), lamp.plus(0, 0, 0.012));
      front.cone(Slot.LAMP, 0.0315, 0.024, 12, lamp.plus(0, 0, 0.01), lamp.plus(0, 0, 0.02));
      front.rod(Slot.PART, 0.005, 6, at.headBottom, lamp.plus(0, -0.01, -0.02));
      Vec bell = at.clamp.plus(0.09, 0.02, 0);
      front.ball(Slot.METAL, 0.022, 12, bell);
    }
    Vec red =
        Words.is(at.genome, "carry", "none")
            ? at.seatTop.along(at.seatAxis, 0.05).plus(0, 0, -0.025)
            : new Vec(0, at.rearAxle.y() + at.radius + 0.02, at.rearAxle.z() - 0.21);
    if (Words.has(at.genome, "reflectors")) {
      parts.box(Slot.RED, 0.07, 0.045, 0.02, 0.006, red);
    }
  }

  private void basket() {
    if (Words.is(at.genome, "basket", "none")) {
      return;
    }
    Vec middle = at.clamp.plus(0, -0.06, 0.19);
    double[][] sections = {
      rectangle(middle, -0.11, 0.001), rectangle(middle, -0.11, 1), rectangle(middle, -0.11, 1),
      rectangle(middle, 0, 1.12), rectangle(middle, 0.11, 1.24), rectangle(middle, 0.11, 1.24),
      rectangle(middle, 0.11, 1.18), rectangle(middle, 0.11, 1.18), rectangle(middle, 0, 1.06),
      rectangle(middle, -0.10, 0.95)
    };
    Parts front = parts.on(Joint.STEERER);
    front.add(Slot.BASKET, Sweeps.loft(sections, false));
    double[] edge = rectangle(middle, 0.11, 1.22);
    front.add(Slot.BASKET, Sweeps.tube(edge, new double[] {0.009}, 6));
    front.rods(Slot.METAL, 0.004, 6, at.frontAxle.plus(0.06, 0, 0), middle.plus(0.1, -0.11, 0));
    front.add(
        Slot.METAL,
        Shapes.box(0.16, 0.02, 0.02, 0),
        Placements.at(middle.x(), middle.y() + 0.05, middle.z() - 0.13));
  }

  /** A rounded rectangle, counter-clockwise seen from above. */
  private static double[] rectangle(Vec middle, double up, double scale) {
    int points = 24;
    double[] ring = new double[3 * (points + 1)];
    for (int i = 0; i <= points; i++) {
      double angle = 2 * Math.PI * (i % points) / points;
      double c = StrictMath.cos(angle);
      double s = StrictMath.sin(angle);
      double square = 1 / Math.sqrt(Math.sqrt(c * c * c * c + s * s * s * s));
      ring[3 * i] = middle.x() + 0.16 * scale * square * s;
      ring[3 * i + 1] = middle.y() + up;
      ring[3 * i + 2] = middle.z() + 0.115 * scale * square * c;
    }
    return ring;
  }
}
