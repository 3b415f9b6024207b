package org.variegate.species.car;

import org.variegate.scene.Genome;

/**
 * The measures of a car and the curves that follow from them. The axles lie half the wheelbase
 * before and behind the origin; the rear overhang is what length, wheelbase and front overhang
 * leave, or what the wheel needs.
 */
final class Layout {
  final Genome genome;
  final double length;
  final double width;
  final double height;
  final double radius;
  final double frontAxle;
  final double rearAxle;
  final double frontEnd;
  final double rearEnd;
  final double middle;

  /** Distance of the wheels' middles from the car's. */
  final double track;

  /** Where windscreen and bonnet meet, and where roof and windscreen do. */
  final double cowl;

  final double screenTop;

  /** Where rear window and deck meet, and where roof and rear window do. */
  final double tail;

  final double roofEnd;

  /** Radius of the wheel arches. */
  final double arch;

  private final Curve top;
  private final Curve bottom;
  private final Curve plan;
  private final Curve flank;
  private final double cowlY;

  Layout(Genome g) {
    genome = g;
    width = g.gene("width");
    height = g.gene("height");
    radius = g.gene("wheel");
    double base = g.gene("wheelbase");
    frontAxle = base / 2;
    rearAxle = -base / 2;
    arch = radius + g.gene("gap");
    frontEnd = frontAxle + g.gene("overhang");
    length = Math.max(g.gene("length"), frontEnd - rearAxle + arch + 0.2);
    rearEnd = frontEnd - length;
    middle = (frontEnd + rearEnd) / 2;
    track = width / 2 - g.gene("tyre") / 2 - g.gene("inset");
    cowl = frontAxle - g.gene("dash");
    cowlY = g.gene("cowl");
    double deckY = g.gene("deckHeight");
    screenTop = cowl - (height - cowlY) * cotangent(g.gene("screen"));
    tail = rearEnd + g.gene("deck");
    roofEnd = tail + (height - deckY) * cotangent(g.gene("rearScreen"));
    double nose = g.gene("nose");
    top =
        new Curve(
            rearEnd,
            deckY - g.gene("drop"),
            tail,
            deckY,
            cowl,
            cowlY,
            (cowl + frontEnd) / 2 + 0.1,
            cowlY + 0.55 * (nose - cowlY) + g.gene("bulge"),
            frontEnd,
            nose);
    double low = g.gene("clearance");
    bottom =
        new Curve(
            rearEnd,
            low + 0.09,
            rearAxle - radius,
            low + 0.01,
            rearAxle + radius,
            low,
            frontAxle - radius,
            low,
            frontAxle + radius,
            low,
            frontEnd,
            low + 0.03);
    double taper = g.gene("taper");
    plan =
        new Curve(
            -1,
            1 - taper,
            -0.86,
            1 - 0.35 * taper,
            -0.5,
            1,
            0.35,
            0.995,
            0.7,
            0.985,
            0.9,
            1 - 0.42 * taper,
            1,
            1 - 1.1 * taper);
    double shoulder = g.gene("shoulder");
    flank =
        new Curve(
            -1,
            0.945,
            -0.7,
            0.975,
            -0.1,
            1,
            0.3,
            1 - 0.15 * shoulder,
            0.5,
            1 - 0.1 * shoulder,
            0.8,
            1 - 0.5 * shoulder,
            1,
            1 - shoulder);
  }

  static double cotangent(double degrees) {
    double angle = StrictMath.toRadians(degrees);
    return StrictMath.cos(angle) / StrictMath.sin(angle);
  }

  /** The height of bonnet, belt line and deck. */
  double belt(double z) {
    return top.at(z);
  }

  /** The height of the sill. */
  double sill(double z) {
    return bottom.at(z);
  }

  /** Half the width at a place on the flank; v from -1, the sill, to 1, the belt line. */
  double flank(double z, double v) {
    double w = Math.max(-1, Math.min(1, 2 * (z - middle) / length));
    return width / 2 * plan.at(w) * flank.at(v);
  }

  /** Half the width at a height. */
  double flankAt(double y, double z) {
    double low = sill(z);
    double v = 2 * (y - low) / (belt(z) - low) - 1;
    return flank(z, Math.max(-1, Math.min(1, v))) + flare(y, z);
  }

  /** How far arches stand out. */
  double flare(double y, double z) {
    double most = 0;
    for (double axle : new double[] {frontAxle, rearAxle}) {
      double d = Math.sqrt((z - axle) * (z - axle) + (y - radius) * (y - radius));
      double t = Math.max(0, 1 - Math.abs(d - arch) / 0.17);
      most = Math.max(most, t * t * (3 - 2 * t));
    }
    return genome.gene("flare") * most;
  }

  /** The body below the windows: {@link Shell.Bend}. */
  double[] lower(double u, double v, double w) {
    double z = middle + w * length / 2;
    double end = Math.abs(w);
    double bow = genome.gene(w > 0 ? "bow" : "rearBow") * u * u * end * end * end;
    double lean = w > 0 ? genome.gene("lean") : genome.gene("rearLean");
    double high = Math.max(0, (v + 0.15) / 1.15);
    double under = Math.max(0, (-v - 0.45) / 0.55);
    double back = (lean * high * high + 0.09 * under * under) * end * end * end * end;
    double low = sill(z);
    double crown = genome.gene("camber") * u * u;
    double y = low + (belt(z) - crown - low) * (v + 1) / 2;
    double flat = Math.abs(u) * Math.abs(u) * Math.abs(u);
    double x = u * (flank(z, v) + flare(y, z) * flat);
    return new double[] {x, y, z - (w > 0 ? bow + back : -bow - back)};
  }

  /** Where the cabin ends in front at a height; share 0 is the belt line, 1 the roof. */
  double screen(double share) {
    return cowl + (screenTop - cowl) * share + 0.05 * share * (1 - share);
  }

  double rearScreen(double share) {
    return tail + (roofEnd - tail) * share - genome.gene("roundTail") * share * (1 - share);
  }

  /** The height of the roof along the car. */
  double roof(double z) {
    double s = (z - (roofEnd + 2 * screenTop) / 3) / (screenTop - roofEnd);
    return height - genome.gene("crown") * s * s;
  }

  /** Half the width of the cabin: share 0 is the belt line, 1 the roof. */
  double cabin(double z, double share) {
    double base = flank(z, 1) * 0.985;
    double roof = width / 2 * genome.gene("roofWidth");
    double s = (z - (cowl + tail) / 2) / (cowl - tail);
    return base
        + (roof - base) * share
        - genome.gene("boat") * s * s
        - 0.02 * share * share
        + 0.04 * share * (1 - share);
  }

  /** The cabin: {@link Shell.Bend}. Its lowest part is within the body. */
  double[] upper(double u, double v, double w) {
    double share = (v + 1) / 2 * 1.12 - 0.12;
    double front = screen(share);
    double rear = rearScreen(share);
    double z = rear + (front - rear) * (w + 1) / 2;
    double bow =
        (w > 0 ? genome.gene("screenBow") : 0.6 * genome.gene("screenBow")) * u * u * w * w * w;
    double base = belt(Math.max(tail, Math.min(cowl, z)));
    double y = base + (roof(z) - base - 0.035 * u * u * Math.max(0, share)) * share;
    return new double[] {u * cabin(z, share), y, z - bow};
  }

  /** The middle of a wheel. */
  double[] wheel(Joint joint) {
    return new double[] {
      joint.left() ? track : -track, radius, joint.front() ? frontAxle : rearAxle
    };
  }

  /** The middle of the left mirror. */
  double[] mirror() {
    double z = screen(0) - genome.gene("pillarA") - 0.02;
    return new double[] {cabin(z, 0.1) + 0.075, belt(z) + 0.085, z};
  }
}
