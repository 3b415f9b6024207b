package org.variegate.species.quadruped.grow;

import org.variegate.species.quadruped.anatomy.Anatomy;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.Ear;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.coat.Coat;
import org.variegate.species.quadruped.coat.Part;
import org.variegate.species.quadruped.field.Vec;

/**
 * Ears as two sheets that meet at the rim, spanned along a centre line that rises or hangs. In the
 * head's coordinates: x left, y up, z forward.
 */
final class Ears {
  private static final int ACROSS = 11;
  private static final int ALONG = 13;

  private final Anatomy anatomy;
  private final Coat coat;
  private final Ear kind;
  private final boolean cat;
  private final double length;
  private final double width;
  private final double spread;
  private final Vec across;
  private final Vec front;
  private final double cup;

  /** 1 for short hanging ears, which are triangles, 0 for long ones, which are rounded. */
  private final double taper;

  private final Vec[] line = new Vec[ALONG];

  Ears(Anatomy anatomy, Coat coat) {
    this.anatomy = anatomy;
    this.coat = coat;
    Traits t = anatomy.traits();
    kind = Ear.of(t);
    cat = t.cat();
    length = t.of("earLength");
    width = t.of("earWidth");
    spread = t.of("earSpread");
    across =
        switch (kind) {
          case ERECT -> cat ? new Vec(.8, -.38, -.48).unit() : new Vec(.72, -.2, -.6).unit();
          case DROP -> new Vec(-.5, -.05, .85).unit();
          case TIPPED -> new Vec(.8, -.3, -.3).unit();
          case ROSE -> new Vec(-.15, .3, .9).unit();
        };
    front =
        switch (kind) {
          case ERECT -> new Vec(.62, .1, .8).unit();
          case DROP -> new Vec(-.85, 0, -.5).unit();
          case TIPPED -> new Vec(.45, .1, 1).unit();
          case ROSE -> new Vec(-.8, -.5, 0).unit();
        };
    cup = kind == Ear.DROP ? -.06 : kind == Ear.ERECT ? .7 : .4;
    taper = Math.max(0, Math.min(1, (1.6 - length) / .4));
    trace();
  }

  private void trace() {
    Vec base =
        anatomy
            .head()
            .of(anatomy.joints().at(Bone.LEFT_EAR))
            .plus(0, kind == Ear.DROP ? 0 : -0.05, 0);
    Vec p = base;
    for (int i = 0; i < ALONG; i++) {
      line[i] = p;
      p = p.plus(direction((double) i / (ALONG - 1)).unit().times(length / (ALONG - 1)));
    }
  }

  private Vec direction(double v) {
    return switch (kind) {
      case ERECT -> leaning(spread);
      case DROP -> leaning(hang(v)).plus(0, 0, .35 * taper * Math.min(1, 3 * v));
      case TIPPED -> v > 0.5 ? new Vec(.3, -.5, .85) : leaning(spread + .1);
      case ROSE -> leaning(.5 + 2.1 * Math.min(1, 1.6 * v)).plus(0, 0, -.55);
    };
  }

  private static Vec leaning(double angle) {
    return new Vec(StrictMath.sin(angle), StrictMath.cos(angle), -.08);
  }

  /** Out at the base, then down. */
  private double hang(double v) {
    double[] at = {0, .12, .3, 1};
    double[] angle = {.9, 1.9, 2.95, 3.0 + .4 * spread};
    int i = v < at[1] ? 0 : v < at[2] ? 1 : 2;
    return angle[i] + (angle[i + 1] - angle[i]) * (v - at[i]) / (at[i + 1] - at[i]);
  }

  private double halfWidth(double v) {
    return switch (kind) {
      case ERECT, TIPPED ->
          width * .5 * root(1 - (cat ? v * Math.sqrt(Math.sqrt(v)) : v * Math.sqrt(v)));
      case DROP ->
          width
              * .5
              * (taper * Math.min(.82 + v, 1.12 - .6 * v)
                  + (1 - taper) * Math.min(1, .72 + .6 * v - .25 * v * v))
              * Math.sqrt(1 - v * v * v * v * v);
      case ROSE -> width * .5 * root(1 - v * v);
    };
  }

  /** About the power 0.85. */
  private static double root(double x) {
    return 0.7 * x + 0.3 * Math.sqrt(Math.max(0, x));
  }

  /** Where the left one ends, in the animal's space. */
  Vec tip() {
    Vec end = line[ALONG - 1];
    return anatomy.head().at(end.z(), end.x(), end.y());
  }

  void add(Parts parts) {
    for (double side : new double[] {1, -1}) {
      sheet(parts, side, Part.EAR_OUTSIDE);
      sheet(parts, side, Part.EAR_INSIDE);
    }
  }

  private Vec point(Part part, int i, int j) {
    double v = (double) i / (ALONG - 1);
    double u = 2.0 * j / (ACROSS - 1) - 1;
    double half = halfWidth(v);
    double bulge = 1 - u * u;
    double thick = (kind == Ear.DROP ? .05 : .035) * (0.15 + bulge);
    double back = cup * half * bulge + (part == Part.EAR_INSIDE ? -thick / 2 : thick);
    return line[i].plus(across.times(u * half)).minus(front.times(back));
  }

  private void sheet(Parts parts, double side, Part part) {
    boolean inside = part == Part.EAR_INSIDE;
    int first = parts.vertices();
    double[] rgb = new double[3];
    Bone bone = side > 0 ? Bone.LEFT_EAR : Bone.RIGHT_EAR;
    for (int i = 0; i < ALONG; i++) {
      double v = (double) i / (ALONG - 1);
      for (int j = 0; j < ACROSS; j++) {
        Vec local = point(part, i, j);
        Vec normal = normal(part, i, j).times(inside ? 1 : -1);
        Vec p = anatomy.head().at(local.z(), side * local.x(), local.y());
        coat.at(part, p.x(), p.y(), p.z());
        coat.color(rgb);
        double u = 2.0 * j / (ACROSS - 1) - 1;
        if (inside) {
          double bareness = (1 - u * u * u * u) * Math.min(1, 3 * (1 - v));
          coat.innerEar(rgb, (kind == Ear.DROP ? .25 : .9) * bareness, hairs(u, v));
        }
        parts.vertex(p, new Vec(side * normal.x(), normal.y(), normal.z()));
        double open = inside ? .5 + .5 * Math.max(v, u * u) : .85 + .15 * v;
        double share = Math.min(1, .25 + 3 * v);
        Vec comb = kind == Ear.DROP ? new Vec(0, -1, 0) : new Vec(.4 * side, 1, inside ? .5 : -.3);
        parts.color(rgb).occlusion(open).fur(coat.fur(), comb).bones(bone, share, Bone.HEAD);
      }
    }
    parts.grid(Slot.COAT, first, ALONG, ACROSS, (inside == facesFront()) == (side < 0));
  }

  /** Long pale hairs that cross an upright ear from its front edge, most near the base. */
  private double hairs(double u, double v) {
    if (kind == Ear.DROP || kind == Ear.ROSE) {
      return 0;
    }
    double front = cat ? Math.max(0, -u) : Math.abs(u);
    return Math.max(0, Math.min(1, 1.5 - 2 * v)) * Math.min(1, .25 + front);
  }

  /** Whether the grid of vertices is counter-clockwise from the front on the left. */
  private boolean facesFront() {
    Vec along = line[kind == Ear.DROP || kind == Ear.ROSE ? ALONG - 1 : 1].minus(line[0]);
    return across.cross(along).dot(front) > 0;
  }

  /** By differences: towards the front at the base, and on the same side where it is folded. */
  private Vec normal(Part part, int i, int j) {
    Vec along =
        point(part, Math.min(i + 1, ALONG - 1), j).minus(point(part, Math.max(i - 1, 0), j));
    Vec wide =
        point(part, i, Math.min(j + 1, ACROSS - 1)).minus(point(part, i, Math.max(j - 1, 0)));
    if (wide.length() < 1e-6) {
      return front;
    }
    return wide.cross(along).times(facesFront() ? 1 : -1);
  }
}
