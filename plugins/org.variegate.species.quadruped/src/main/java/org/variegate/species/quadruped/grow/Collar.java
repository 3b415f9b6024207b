package org.variegate.species.quadruped.grow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.variegate.species.quadruped.anatomy.Anatomy;
import org.variegate.species.quadruped.anatomy.Bone;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.field.Vec;

/** A band about the neck with a tag at the throat; long fur hides some of it. */
public enum Collar {
  NONE(0, 0, 0),
  RED(.45, .03, .03),
  BLUE(.03, .08, .40),
  BLACK(.02, .02, .02),
  GREEN(.03, .22, .06),
  PINK(.60, .12, .28),
  PURPLE(.16, .04, .30),
  ORANGE(.60, .17, .02),
  LEATHER(.14, .055, .02),
  WHITE(.6, .6, .58);

  private static final int AROUND = 24;
  private static final double[] TAG = {.42, .40, .36};

  private final double[] rgb;

  Collar(double red, double green, double blue) {
    rgb = new double[] {red, green, blue};
  }

  /** All names, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(p -> p.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** Puts on what an individual wears. */
  static void add(Anatomy anatomy, Parts parts) {
    Collar worn = values()[anatomy.traits().index("collar")];
    if (worn != NONE) {
      worn.band(anatomy, parts);
    }
  }

  private void band(Anatomy anatomy, Parts parts) {
    Traits t = anatomy.traits();
    Vec from = anatomy.joints().at(Bone.NECK);
    Vec to = anatomy.head().at(-.15, 0, -.35);
    Vec axis = to.minus(from).unit();
    Vec down = new Vec(0, axis.z(), -axis.y());
    Vec middle = from.towards(to, .4);
    double half = .1 * t.of("neckWidth") + .005;
    double over = .006 + .25 * t.gene("fur");
    Skin skin = new Skin(anatomy.field());
    short[] four = new short[4];
    float[] shares = new float[4];
    int first = parts.vertices();
    for (int i = 0; i <= AROUND; i++) {
      double a = 2 * Math.PI * i / AROUND;
      Vec out = Vec.LEFT.times(StrictMath.sin(a)).plus(down.times(StrictMath.cos(a)));
      double radius = reach(anatomy, middle, out, 2.5 * t.of("neckWidth")) + over;
      for (int j = -1; j <= 1; j++) {
        Vec at = middle.plus(out.times(radius - .3 * over * j * j)).plus(axis.times(half * j));
        parts.vertex(at, out.plus(axis.times(.5 * j)));
        skin.at(at.x(), at.y(), at.z());
        skin.weights(four, shares);
        parts.color(rgb).occlusion(.9).bones(four, shares);
      }
    }
    parts.grid(Slot.COLLAR, first, AROUND + 1, 3, false);
    tag(parts, first + 1, down, .55 * half + .012);
  }

  /** How far it is from a place within to the skin. */
  private static double reach(Anatomy anatomy, Vec from, Vec out, double most) {
    double inside = 0;
    double outside = most;
    for (int i = 0; i < 12; i++) {
      double r = (inside + outside) / 2;
      Vec p = from.plus(out.times(r));
      if (anatomy.field().at(p.x(), p.y(), p.z()) < 0) {
        inside = r;
      } else {
        outside = r;
      }
    }
    return inside;
  }

  /** A disc that hangs at the throat. */
  private static void tag(Parts parts, int throat, Vec out, double radius) {
    Vec forward = new Vec(0, .3, 1).unit();
    Vec up = new Vec(0, 1, -.3).unit();
    double scale = parts.scale();
    Vec centre = out.times(.35 * radius).plus(up.times(-radius)).plus(forward.times(.4 * radius));
    int hub = parts.copy(throat, centre.times(scale), forward, TAG);
    int rim = 0;
    for (int i = 0; i < 8; i++) {
      double a = 2 * Math.PI * i / 8;
      Vec at =
          Vec.LEFT.times(radius * StrictMath.sin(a)).plus(up.times(radius * StrictMath.cos(a)));
      int v = parts.copy(throat, centre.plus(at).times(scale), forward, TAG);
      rim = i == 0 ? v : rim;
    }
    for (int i = 0; i < 8; i++) {
      parts.triangle(Slot.COLLAR, hub, rim + (i + 1) % 8, rim + i);
    }
  }
}
