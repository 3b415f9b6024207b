package org.variegate.species.bike;

/** Tubes between the points of the layout. */
final class Frame {
  private final Layout at;
  private final Parts parts;
  private final double tube;

  private Frame(Layout at, Parts parts) {
    this.at = at;
    this.parts = parts;
    tube = at.genome.gene("tube");
  }

  static void build(Layout at, Parts parts) {
    Frame frame = new Frame(at, parts);
    frame.main();
    frame.rear();
    frame.saddle();
  }

  private void main() {
    Vec low = at.headBottom.along(at.steering, -0.035 - tube * 0.5);
    Vec high = at.headTop.along(at.steering, 0.03);
    double thick = Math.max(tube * 1.15, at.genome.gene("downTube"));
    parts.rod(Slot.FRAME, 0.0195, 14, at.headBottom, at.headTop);
    for (Vec end : new Vec[] {at.headBottom, at.headTop}) {
      parts.rod(
          Slot.PART, 0.022, 14, end.along(at.steering, -0.006), end.along(at.steering, 0.006));
    }
    parts.rod(Slot.FRAME, tube, 12, at.bottomBracket, at.seatTop);
    parts.rod(
        Slot.FRAME,
        0.021,
        12,
        at.bottomBracket.plus(0.036, 0, 0),
        at.bottomBracket.plus(-0.036, 0, 0));
    if (Words.is(at.genome, "frame", "swan")) {
      swan(low, thick);
    } else {
      parts.rod(Slot.FRAME, thick, 14, at.bottomBracket, low);
      accent(at.bottomBracket, low, thick);
      battery(low, thick);
      top(high, low);
    }
  }

  /** One curved pair that leaves room to step through. */
  private void swan(Vec low, double thick) {
    Vec foot = at.bottomBracket.along(at.seatAxis, 0.02);
    Vec belly = foot.plus(0, 0.01, 0.16);
    parts.tube(Slot.FRAME, thick, 12, 6, foot, belly, low.plus(0, -0.12, -0.1), low);
    Vec up = at.bottomBracket.along(at.seatAxis, 0.17);
    Vec neck = at.headTop.along(at.steering, 0.05);
    Vec dip = belly.plus(0, 0.14, 0.03);
    parts.tube(Slot.FRAME, tube * 0.9, 12, 6, up, dip, neck.plus(0, -0.13, -0.09), neck);
  }

  private void top(Vec high, Vec low) {
    Vec seat = at.seatTop.along(at.seatAxis, -0.03);
    if (Words.is(at.genome, "frame", "step")) {
      Vec from = at.bottomBracket.along(at.seatAxis, 0.42 * at.genome.gene("seatTube"));
      parts.rod(Slot.FRAME, tube, 12, from, high.towards(low, 0.2));
    } else if (Words.is(at.genome, "frame", "mixte")) {
      Vec side = new Vec(0.022, 0, 0);
      Vec from = at.rearAxle.plus(0.055, 0, 0);
      Vec middle = at.bottomBracket.along(at.seatAxis, 0.55 * at.genome.gene("seatTube"));
      parts.rods(Slot.FRAME, 0.008, 8, high.plus(0.012, 0, 0), middle.plus(side));
      parts.rods(Slot.FRAME, 0.008, 8, middle.plus(side), from);
    } else if (Words.is(at.genome, "frame", "arch")) {
      Vec crown = seat.towards(high, 0.55).plus(0, 0.05, 0);
      parts.tube(Slot.FRAME, tube, 12, 6, seat.plus(0, -0.06, 0), crown, high);
      Vec under = at.bottomBracket.along(at.seatAxis, 0.3 * at.genome.gene("seatTube"));
      Vec bow = under.towards(low, 0.5).plus(0, 0.06, 0);
      parts.tube(Slot.ACCENT, tube * 0.9, 12, 6, under, bow, low.towards(high, 0.3));
    } else {
      parts.rod(Slot.FRAME, tube, 12, seat, high);
      if (Words.has(at.genome, "decals")) {
        parts.rod(Slot.ACCENT, tube + 0.0008, 12, seat.towards(high, 0.3), seat.towards(high, 0.5));
      }
    }
  }

  private void accent(Vec from, Vec to, double thick) {
    if (Words.has(at.genome, "decals")) {
      double[] gaps = {0.28, 0.37, 0.385, 0.46, 0.475, 0.56, 0.575, 0.66};
      for (int i = 0; i < gaps.length; i += 2) {
        Vec a = from.towards(to, gaps[i]);
        parts.rod(Slot.ACCENT, thick + 0.0008, 14, a, from.towards(to, gaps[i + 1]));
      }
    }
  }

  private void battery(Vec low, double thick) {
    if (Words.has(at.genome, "battery")) {
      Vec along = low.minus(at.bottomBracket).unit();
      Vec out = new Vec(0, along.z(), -along.y()).times(thick + 0.022);
      Vec from = at.bottomBracket.towards(low, 0.2).plus(out);
      parts.rod(Slot.BLACK, 0.036, 12, from, at.bottomBracket.towards(low, 0.82).plus(out));
    }
  }

  private void rear() {
    double hub = at.genome.gene("hub") / 2;
    double wide = at.tyre + 0.014;
    Vec axle = at.rearAxle.plus(hub, 0, 0);
    Vec near = at.bottomBracket.plus(0.032, 0, -0.012);
    Vec past = at.rearAxle.towards(at.bottomBracket, 1.06 * at.radius / at.genome.gene("stay"));
    if (past.z() < near.z() - 0.01) {
      Vec clear = past.plus(wide, 0, 0);
      parts.tube(Slot.FRAME, 0.0095, 8, 4, near, clear, axle);
      parts.tube(Slot.FRAME, 0.0095, 8, 4, near.mirrored(), clear.mirrored(), axle.mirrored());
    } else {
      parts.rods(Slot.FRAME, 0.0095, 8, near, axle);
    }
    Vec seat = at.seatTop.along(at.seatAxis, -at.genome.gene("staysLow")).plus(0.012, 0, -0.012);
    double reach = seat.minus(at.rearAxle).length();
    Vec over = at.rearAxle.towards(seat, Math.min(0.95, (at.radius + 0.025) / reach));
    Vec clear = new Vec(Math.max(wide, seat.x()), over.y(), over.z());
    parts.tube(Slot.FRAME, 0.0075, 8, 4, seat, clear, axle);
    parts.tube(Slot.FRAME, 0.0075, 8, 4, seat.mirrored(), clear.mirrored(), axle.mirrored());
    parts.rod(Slot.FRAME, 0.007, 8, clear, clear.mirrored());
    for (double side : new double[] {hub, -hub}) {
      parts.disc(Slot.METAL, 0.016, 0.006, 10, at.rearAxle.plus(side, 0, 0));
    }
  }

  private void saddle() {
    parts.rod(Slot.PART, 0.0138, 10, at.seatTop.along(at.seatAxis, -0.02), at.saddle);
    parts.rod(
        Slot.METAL,
        0.019,
        12,
        at.seatTop.along(at.seatAxis, -0.008),
        at.seatTop.along(at.seatAxis, 0.012));
    Saddle.build(at, parts);
  }
}
