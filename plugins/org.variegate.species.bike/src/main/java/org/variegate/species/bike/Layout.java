package org.variegate.species.bike;

import org.variegate.scene.Genome;

/**
 * Where the parts of a bicycle are: the points that follow from its measures. Chain stays, fork and
 * wheels close: both axles are one wheel's radius above the ground, and the head tube is as long as
 * the fork leaves it.
 */
final class Layout {
  final Genome genome;

  /** Of the wheels with tyres. */
  final double radius;

  /** Of the tyre's section. */
  final double tyre;

  final Vec bottomBracket;
  final Vec rearAxle;
  final Vec frontAxle;
  final Vec headTop;
  final Vec headBottom;
  final Vec seatTop;
  final Vec saddle;

  /** Up along the seat tube. */
  final Vec seatAxis;

  /** Down along the steering axis. */
  final Vec steering;

  /** Forward from the steering axis. */
  final Vec ahead;

  /** Where the stem holds the bar. */
  final Vec clamp;

  final double crank;

  Layout(Genome g) {
    genome = g;
    radius = g.gene("wheel");
    tyre = g.gene("tyre");
    double drop = g.gene("drop");
    double stay = g.gene("stay");
    double head = StrictMath.toRadians(g.gene("headAngle"));
    double seat = StrictMath.toRadians(g.gene("seatAngle"));
    seatAxis = new Vec(0, StrictMath.sin(seat), -StrictMath.cos(seat));
    steering = new Vec(0, -StrictMath.sin(head), StrictMath.cos(head));
    ahead = new Vec(0, StrictMath.cos(head), StrictMath.sin(head));
    double rake = g.gene("rake");
    double rise = radius - drop;
    double down = (rise + g.gene("stack") + rake * ahead.y() - radius) / -steering.y();
    double reach = g.gene("reach");
    double rear = -Math.sqrt(stay * stay - drop * drop);
    double front = reach + down * steering.z() + rake * ahead.z();
    double middle = (rear + front) / 2;
    bottomBracket = new Vec(0, rise, -middle);
    rearAxle = new Vec(0, radius, rear - middle);
    frontAxle = new Vec(0, radius, front - middle);
    headTop = bottomBracket.plus(0, g.gene("stack"), reach);
    double fork = Math.max(g.gene("forkLength"), radius + tyre + 0.01);
    headBottom = headTop.along(steering, Math.max(0.06, down - fork));
    seatTop = bottomBracket.along(seatAxis, g.gene("seatTube"));
    saddle = bottomBracket.along(seatAxis, Math.max(g.gene("saddle"), g.gene("seatTube") + 0.03));
    clamp = headTop.along(steering, -g.gene("spacer")).along(ahead, g.gene("stem"));
    crank = g.gene("crank");
  }

  /** Where the fork parts, on the steering axis. */
  Vec crown() {
    return headBottom.along(steering, 0.012);
  }

  /** The end of a crank at an angle: 0 is forward, pi / 2 down; the left one is opposite. */
  Vec pedal(double angle, boolean left) {
    double sign = left ? -1 : 1;
    return bottomBracket.plus(
        left ? 0.125 : -0.125,
        -sign * crank * StrictMath.sin(angle),
        sign * crank * StrictMath.cos(angle));
  }
}
