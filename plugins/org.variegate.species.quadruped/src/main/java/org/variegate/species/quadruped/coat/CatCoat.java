package org.variegate.species.quadruped.coat;

import static org.variegate.species.quadruped.coat.Markings.sq;
import static org.variegate.species.quadruped.coat.Site.ramp;

import org.variegate.species.quadruped.anatomy.Joints;
import org.variegate.species.quadruped.anatomy.Traits;

/** The patterns of cats. */
final class CatCoat {
  private final Traits t;
  private final double[] base;
  private final double[] second;
  private final double[] white = Pigment.WHITE.rgb();
  private final Layers layers;
  private final double eyeApart;
  private final double eyeUp;

  /** Whether hairs are banded, as in wild cats: then stripes show, faintly at least. */
  private final boolean agouti;

  private CatCoat(Traits t, double[] base, double[] second) {
    this.t = t;
    this.base = base;
    this.second = second;
    double[] eye = Joints.eye(t);
    eyeApart = eye[1];
    eyeUp = eye[2];
    Pigment pigment = Pigment.values()[t.index("color")];
    agouti = pigment == Pigment.BROWN || pigment == Pigment.ORANGE || pigment == Pigment.SILVER;
    layers = new Layers(base);
  }

  static Layers of(Traits t, double[] base, double[] second) {
    CatCoat coat = new CatCoat(t, base, second);
    coat.paint(Pattern.values()[t.index("pattern")]);
    return coat.layers;
  }

  private void paint(Pattern pattern) {
    switch (pattern) {
      case MACKEREL, CLASSIC, SPOTTED -> {
        tabby(pattern, 1);
        double amount = t.gene("white");
        markings(amount > 0.45 ? amount : 0);
      }
      case TUXEDO -> {
        stripes(1);
        markings(0.35 + 0.6 * t.gene("white"));
      }
      case BICOLOR -> bicolor();
      case CALICO -> calico();
      case TORTOISESHELL -> tortoiseshell();
      case POINTS -> points();
      default -> solid();
    }
  }

  private void solid() {
    stripes(0.4);
    layers.paint(
        Layers.shade(base, 1.5, 0),
        s -> 0.25 * ramp(-0.2, 0.5, s.mid) + 0.2 * ramp(0, -1, s.above));
    markings(t.gene("white") > 0.7 ? 0.3 : 0);
  }

  private void markings(double amount) {
    double blaze = t.gene("blaze");
    if (amount > 0) {
      layers.paint(white, s -> Markings.white(s, amount, blaze));
    }
  }

  private void bicolor() {
    stripes(0.8);
    layers.paint(
        white,
        s -> {
          double low = s.face() * ramp(0.1, -0.05, s.u - 0.2 * s.side) * ramp(0, .4, s.f) * 0.5;
          double legs = ramp(0.55, 0.35, s.height) * (1 - s.tailness) * s.body();
          double n = 1.3 * s.low + 0.30 * clamp(s.above) * s.body() + 0.12;
          return ramp(0.06, -0.01, n - low - 0.7 * legs) * (1 - s.tailness);
        });
  }

  private void calico() {
    double[] orange = Layers.shade(Pigment.ORANGE.rgb(), .8, 0);
    layers.paint(white, s -> 1);
    layers.paint(orange, s -> orangePatches(s));
    layers.paint(Layers.shade(orange, .45, 0), s -> orangePatches(s) * redStripes(s));
    layers.paint(
        Pigment.BLACK.rgb(), s -> Markings.patches(s, 0.08 - 0.1 * clamp(s.above) - legsOff(s), 5));
  }

  private static double orangePatches(Site s) {
    return ramp(0, .06, s.low + legsOff(s));
  }

  /** Red hair is always striped. */
  private static double redStripes(Site s) {
    double wobble = 2 * s.low + s.mid;
    double trunk = Wave.sin(s.along * 26 + 1.8 * wobble + 0.5 * s.above);
    double face = Wave.sin(s.l * 15 + s.u * 6 + 1.5 * s.mid + 1.57);
    return 0.7 * ramp(0, .5, s.body() * trunk + s.face() * face);
  }

  private static double legsOff(Site s) {
    double muzzle = s.face() * ramp(0.05, -0.15, s.u) * ramp(0.2, 0.5, s.f);
    double legs = s.body() * ramp(0.6, 0.4, s.height) * (1 - s.tailness);
    return 0.15 * clamp(s.above) * s.body() - 0.5 * muzzle - 0.5 * legs;
  }

  private void tortoiseshell() {
    layers.paint(Pigment.BLACK.rgb(), s -> 1);
    double[] orange = Layers.shade(Pigment.ORANGE.rgb(), .5, 0);
    layers.paint(
        orange,
        s -> {
          double brindle = s.noise().fractal(s.px, s.py, s.pz, 26, 2, 6);
          double flame = s.face() * ramp(.14, .04, s.side) * ramp(.3, .5, s.f);
          return 0.85 * ramp(0, .35, 1.2 * brindle + .5 * s.low - .1 + .4 * flame);
        });
    double amount = t.gene("white");
    markings(amount > 0.6 ? amount : 0);
  }

  private static double clamp(double x) {
    return x < -1 ? -1 : x > 1 ? 1 : x;
  }

  private void points() {
    double[] dark = Layers.shade(second, 0.4, 0);
    layers.paint(
        Layers.shade(base, 0.72, 0), s -> s.body() * ramp(-0.2, 0.7, s.above + .3 * s.low) * 0.7);
    layers.paint(
        dark,
        s -> {
          double r = Math.sqrt(sq(s.l) + sq(s.u + 0.12));
          double mask = ramp(0.05, 0.65, s.f - 0.15 * s.low) * ramp(0.85, 0.35, r);
          return 0.95 * mask * s.face();
        });
    layers.paint(dark, s -> s.ear() ? 0.95 : 0);
    layers.paint(
        dark, s -> 0.92 * ramp(0.55, 0.2, s.height + 0.1 * s.low) * (1 - s.tailness) * s.body());
    layers.paint(dark, s -> 0.95 * s.tailness);
  }

  /** Stripes of the coats that have them whatever their pattern. */
  private void stripes(double strength) {
    if (agouti) {
      tabby(Pattern.MACKEREL, strength);
    }
  }

  private void tabby(Pattern pattern, double strength) {
    boolean orange = base[0] > 2 * base[2] && base[0] > 0.4;
    double[] dark = Layers.shade(base, orange ? 0.42 : 0.17, 0);
    double[] light = Layers.shade(base, 1.35, 0.05);
    double[] pale = Layers.shade(light, 0.6, 0);
    for (int c = 0; c < 3; c++) {
      pale[c] += 0.55 * white[c];
    }
    layers.paint(light, s -> 0.8 * ramp(-0.1, -0.75, s.above + 0.2 * s.low) * s.body());
    double rate = 19 + 9 * frac(t.gene("seed") * 0.618);
    layers.paint(dark, s -> 0.9 * strength * trunkMarks(pattern, s, rate));
    layers.paint(dark, s -> 0.8 * strength * limbStripes(s));
    layers.paint(
        dark,
        s ->
            0.75
                * strength
                * ramp(.16, .04, Math.abs(s.px) / .2)
                * ramp(.4, .75, s.above)
                * s.body());
    face(dark, light, pale);
  }

  private static double frac(double x) {
    return x - Math.floor(x);
  }

  private static double trunkMarks(Pattern pattern, Site s, double rate) {
    double on = s.body() * (1 - s.tailness) * ramp(-0.95, -0.3, s.above);
    if (on == 0) {
      return 0;
    }
    double wobble = 1.5 * s.low + 0.5 * s.mid;
    if (pattern == Pattern.SPOTTED) {
      double d = s.noise().cells(s.px, 1.15 * s.py, 0.8 * s.pz, 11, 7);
      return on * ramp(0.47, 0.36, d + 0.15 * s.mid);
    }
    if (pattern == Pattern.CLASSIC) {
      double d = Math.sqrt(sq(1.4 * (s.along - 0.42)) + sq(0.35 * s.above - 0.1));
      return on * ramp(-.1, .25, Wave.sin(24 * d + 2.2 * wobble + 1.5));
    }
    double broken = ramp(-0.75, -0.35, s.mid + 0.6 * s.low);
    return on * broken * ramp(-0.05, 0.4, Wave.sin(s.along * rate + 1.8 * wobble + 0.5 * s.above));
  }

  private static double limbStripes(Site s) {
    double leg = s.body() * (1 - s.tailness) * ramp(0.72, 0.55, s.height) * ramp(.1, .18, s.height);
    double rings = leg * ramp(0.1, 0.55, Wave.sin(s.py * 62 + 1.2 * s.low + 1.5 * s.mid));
    double tail = s.tailness * ramp(-0.1, 0.4, Wave.sin(s.pz * 46 + 1.2 * s.low));
    double tip = s.tailness * ramp(-0.95, -1.05, s.along);
    return Math.max(rings, Math.max(tail, tip));
  }

  private void face(double[] dark, double[] light, double[] pale) {
    layers.paint(
        dark,
        s ->
            0.85
                * s.face()
                * ramp(0.22, 0.5, s.u)
                * ramp(-0.9, 0.3, s.f + s.u)
                * ramp(0.75, 0.6, s.side)
                * ramp(0.1, 0.6, Wave.sin(s.l * 15 + 1.5 * s.mid + 1.57)));
    layers.paint(
        dark,
        s ->
            0.8
                * s.face()
                * ramp(.40, .58, s.side)
                * ramp(.62, .3, s.f)
                * ramp(.3, .1, s.u)
                * ramp(-.8, -.5, s.u)
                * ramp(.1, .6, Wave.sin(s.u * 15 - s.f * 6 + s.mid)));
    layers.paint(pale, s -> 0.85 * s.face() * ramp(-.16, -.32, s.u - .1 * s.f) * ramp(.4, .7, s.f));
    layers.paint(
        pale,
        s -> {
          double d = Math.sqrt(sq(s.side - eyeApart) + sq(1.2 * (s.u - eyeUp)));
          return 0.6 * s.face() * ramp(.42, .28, d) * ramp(.3, .45, s.f);
        });
    layers.paint(
        dark,
        s -> {
          double line = Math.abs(s.u - eyeUp + 0.05 - 0.3 * (0.6 - s.f));
          return 0.9 * s.face() * ramp(.06, .02, line) * ramp(.56, .66, s.side) * ramp(-.1, 0, s.f);
        });
    layers.paint(
        Layers.shade(base, 0.8, 0),
        s -> 0.6 * s.face() * ramp(.16, .06, s.side) * ramp(.7, .85, s.f) * ramp(-.1, 0, s.u));
  }
}
