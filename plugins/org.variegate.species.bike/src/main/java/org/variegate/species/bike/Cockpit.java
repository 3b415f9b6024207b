package org.variegate.species.bike;

import org.variegate.scene.shape.Curves;
import org.variegate.scene.shape.Sweeps;

/** What turns with the fork: fork, stem, handlebar, levers, and the front brake. */
final class Cockpit {
  private final Layout at;
  private final Parts parts;

  private Cockpit(Layout at, Parts parts) {
    this.at = at;
    this.parts = parts;
  }

  static void build(Layout at, Parts parts) {
    Cockpit cockpit = new Cockpit(at, parts);
    if (Words.is(at.genome, "fork", "suspension")) {
      cockpit.suspension();
    } else {
      cockpit.rigid();
    }
    cockpit.stem();
    cockpit.bar();
    cockpit.brakes();
  }

  private void rigid() {
    double wide = Math.max(0.03, at.tyre + 0.014);
    Vec crown = at.crown();
    parts.rod(Slot.FORK, 0.018, 12, at.headBottom, crown.along(at.steering, 0.016));
    parts.tube(
        Slot.FORK,
        0.0135,
        10,
        3,
        crown.plus(wide, -0.012, 0),
        crown.plus(wide * 0.6, 0.008, 0),
        crown.plus(-wide * 0.6, 0.008, 0),
        crown.plus(-wide, -0.012, 0));
    Vec axle = at.frontAxle.plus(0.052, 0, 0);
    Vec top = crown.plus(wide, -0.01, 0);
    Vec knee = top.along(at.steering, 0.62 * top.distance(axle));
    for (boolean left : new boolean[] {true, false}) {
      Vec[] way = {top, top.along(at.steering, 0.3 * top.distance(axle)), knee, axle};
      for (int i = 0; i < way.length; i++) {
        way[i] = left ? way[i] : way[i].mirrored();
      }
      double[] path = Curves.through(Parts.path(way), 3, 4, false);
      double[] radii = new double[path.length / 3];
      for (int i = 0; i < radii.length; i++) {
        radii[i] = 0.0140 - 0.0055 * i / (radii.length - 1);
      }
      parts.add(Slot.FORK, Sweeps.tube(path, radii, 8));
    }
    parts.rod(Slot.METAL, 0.006, 8, axle.plus(0.012, 0, 0), axle.mirrored().plus(-0.012, 0, 0));
  }

  private void suspension() {
    double wide = Math.max(0.062, at.tyre + 0.034);
    Vec crown = at.crown();
    Vec axle = at.frontAxle.plus(wide, 0, 0);
    double length = crown.minus(at.frontAxle).dot(at.steering.times(-1));
    Vec top = crown.plus(wide, 0, 0).along(at.ahead, 0.012);
    Vec middle = top.along(at.steering, 0.4 * length);
    Vec foot = top.along(at.steering, length);
    parts.tube(Slot.FORK, 0.021, 10, 3, top, crown.along(at.steering, -0.012), top.mirrored());
    parts.rods(Slot.METAL, 0.016, 12, top.along(at.steering, -0.022), middle);
    parts.rods(Slot.FORK, 0.0215, 12, middle.along(at.steering, -0.02), foot);
    parts.rods(Slot.FORK, 0.014, 8, foot.along(at.steering, -0.015), axle);
    Vec bridge = middle.along(at.ahead, 0.016);
    Vec over = crown.along(at.steering, length - at.radius - 0.035).along(at.ahead, 0.05);
    Vec bend = over.plus(0.65 * wide, 0, 0).along(at.steering, 0.015);
    parts.tube(Slot.FORK, 0.011, 8, 2, bridge, bend, over, bend.mirrored(), bridge.mirrored());
    parts.rod(Slot.METAL, 0.007, 8, axle, axle.mirrored());
  }

  private void stem() {
    Vec top = at.headTop.along(at.steering, -at.genome.gene("spacer"));
    parts.rod(Slot.PART, 0.0155, 10, at.headTop, top.along(at.steering, -0.014));
    parts.cone(Slot.PART, 0.0185, 0.0165, 10, top.along(at.ahead, -0.012), at.clamp);
    parts.rod(Slot.PART, 0.021, 10, at.clamp.plus(0.022, 0, 0), at.clamp.plus(-0.022, 0, 0));
  }

  private void bar() {
    Bar bar = new Bar(at);
    Slot slot = bar.isDrop() ? Slot.GRIP : Slot.PART;
    double[] whole = bar.whole();
    parts.add(slot, Sweeps.tube(whole, new double[] {bar.isDrop() ? 0.0155 : 0.0118}, 8));
    if (!bar.isDrop()) {
      parts.rods(Slot.GRIP, 0.0165, 10, bar.back(0.125), bar.end().plus(0.001, 0, 0));
    }
    if (Words.is(at.genome, "bar", "bmx")) {
      Vec up = at.clamp.plus(0.13, 0.62 * at.genome.gene("barRise"), 0);
      parts.rod(Slot.PART, 0.0095, 8, up, up.mirrored());
    }
    levers(bar);
    cables(bar);
  }

  private void levers(Bar bar) {
    if (Words.is(at.genome, "bar", "bmx") && !Words.has(at.genome, "frontBrake")) {
      return;
    }
    if (bar.isDrop()) {
      Vec hood = bar.hood();
      Vec tip = hood.plus(0, 0.03, 0.02);
      parts.rods(Slot.BLACK, 0.015, 8, hood.plus(0, -0.015, -0.045), tip);
      parts.rods(Slot.BLACK, 0.006, 6, tip.plus(0, -0.02, 0), hood.plus(0, -0.105, 0.02));
    } else {
      Vec mount = bar.back(0.15);
      Vec along = bar.back(0.05).minus(mount);
      Vec out = new Vec(0, -0.012, 0.045);
      parts.rods(Slot.BLACK, 0.008, 6, mount, mount.plus(out));
      parts.rods(Slot.BLACK, 0.0055, 6, mount.plus(out), mount.plus(along).plus(0, -.01, .035));
    }
  }

  private void cables(Bar bar) {
    Vec from = bar.isDrop() ? at.clamp.plus(0.06, 0, 0.01) : bar.back(0.16).plus(0, 0, 0.03);
    Vec bow = at.clamp.along(at.steering, 0.02).along(at.ahead, 0.09).plus(0.03, 0, 0);
    Vec end = at.headBottom.plus(0.02, 0, 0.02);
    parts.tube(Slot.BLACK, 0.0028, 5, 5, from, bow, end);
    parts.tube(
        Slot.BLACK, 0.0028, 5, 5, from.mirrored(), bow.mirrored().plus(0, -.02, 0), end.mirrored());
  }

  private void brakes() {
    if (Words.is(at.genome, "brake", "disc")) {
      double wide = Words.is(at.genome, "fork", "suspension") ? 0.058 : 0.05;
      Vec caliper = at.frontAxle.plus(wide, 0.065, -0.045);
      parts.box(Slot.BLACK, 0.022, 0.055, 0.035, 0.006, caliper);
      Vec rear = at.rearAxle.plus(0.052, 0.062, 0.05);
      parts.on(Joint.BIKE).box(Slot.BLACK, 0.022, 0.035, 0.06, 0.006, rear);
    } else if (Words.has(at.genome, "frontBrake")) {
      Vec reach = at.crown().minus(at.frontAxle);
      Vec pad = at.frontAxle.along(reach.unit(), at.radius - 2 * at.tyre);
      caliper(parts, pad, at.crown().along(at.ahead, 0.022), 0.02);
      if (Words.is(at.genome, "brake", "rim")) {
        Vec seat = at.seatTop.along(at.seatAxis, -at.genome.gene("staysLow"));
        Vec up = seat.minus(at.rearAxle).unit();
        Vec rear = at.rearAxle.along(up, at.radius - 2 * at.tyre);
        caliper(parts.on(Joint.BIKE), rear, at.rearAxle.along(up, at.radius + 0.03), -0.02);
      }
    }
  }

  private void caliper(Parts on, Vec pad, Vec top, double out) {
    double wide = at.tyre + 0.012;
    Vec side = pad.plus(wide, 0, out);
    on.tube(
        Slot.METAL,
        0.0065,
        6,
        3,
        side,
        side.towards(top, .6),
        top,
        side.mirrored().towards(top, .6),
        side.mirrored());
    on.box(Slot.BLACK, 0.01, 0.014, 0.045, 0, pad.plus(0.7 * wide, 0, 0));
    on.box(Slot.BLACK, 0.01, 0.014, 0.045, 0, pad.plus(-0.7 * wide, 0, 0));
  }
}
