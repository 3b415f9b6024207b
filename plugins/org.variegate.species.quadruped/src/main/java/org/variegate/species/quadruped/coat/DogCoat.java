package org.variegate.species.quadruped.coat;

import static org.variegate.species.quadruped.coat.Site.ramp;

import org.variegate.species.quadruped.anatomy.Traits;

/** The patterns of dogs. */
final class DogCoat {
  private static final double[] BLACK = Pigment.BLACK.rgb();
  private static final double[] WHITE = Pigment.WHITE.rgb();

  private final Traits t;
  private final double[] base;
  private final double[] second;
  private final double amount;
  private final double blaze;
  private final Layers layers;

  private DogCoat(Traits t, double[] base, double[] second) {
    this.t = t;
    this.base = base;
    this.second = second;
    amount = t.gene("white");
    blaze = t.gene("blaze");
    layers = new Layers(base);
  }

  static Layers of(Traits t, double[] base, double[] second) {
    DogCoat coat = new DogCoat(t, base, second);
    coat.paint(Pattern.values()[t.index("pattern")]);
    return coat.layers;
  }

  private void paint(Pattern pattern) {
    switch (pattern) {
      case PATCHES -> patches();
      case TRICOLOR -> tricolor();
      case POINTED -> pointed();
      case SADDLE -> saddle();
      case HUSKY -> husky();
      case MASK -> mask();
      case BRINDLE -> brindle();
      case MERLE -> merle();
      case SPOTTED -> spots();
      case SABLE -> sable();
      default -> solid();
    }
  }

  private void white() {
    if (amount > 0) {
      layers.paint(WHITE, s -> Markings.white(s, amount, blaze));
    }
  }

  private void solid() {
    double[] light = Layers.shade(base, 1.45, 0.015);
    layers.paint(light, s -> 0.45 * ramp(0.1, -0.7, s.above + 0.3 * s.low) * s.body());
    layers.paint(light, s -> 0.5 * s.tailness * ramp(0, -0.3, s.mid));
    layers.paint(Layers.shade(base, 0.66, 0), s -> s.ear() ? 0.5 : 0);
    layers.paint(light, s -> 0.3 * s.face() * ramp(.5, .9, s.f) * ramp(0, -.2, s.u));
    white();
  }

  private void patches() {
    double[] patch = second[0] > 0.68 ? base : second;
    layers.paint(WHITE, s -> 1);
    layers.paint(
        patch,
        s -> {
          double legs = ramp(0.6, 0.45, s.height) * (1 - s.tailness);
          double n =
              1.1 * s.low + 0.22 * Math.max(-1, Math.min(1, s.above)) + 0.55 * (0.6 - amount);
          return s.body() * ramp(0, 0.05, n - 0.7 * legs + 0.3 * ramp(1, .7, s.along));
        });
    layers.paint(patch, this::hood);
    layers.paint(Layers.shade(patch, 0.8, 0), s -> s.ear() ? 1 : 0);
  }

  /** Colour on both sides of a blaze, none on the muzzle. */
  private double hood(Site s) {
    double sides =
        ramp(blaze, blaze + .09, s.side + .1 * s.low) * ramp(.85, .65, s.f + 0.2 * s.low);
    return s.face()
        * Math.max(sides * ramp(-.75, -.5, s.u), ramp(0, -.25, s.f) * ramp(-.9, -.5, s.u));
  }

  private void tricolor() {
    layers.paint(
        BLACK, s -> s.body() * ramp(-.15, .1, s.above + .45 * s.low) * ramp(1.15, .95, s.along));
    layers.paint(BLACK, s -> s.tailness);
    layers.paint(WHITE, s -> Markings.white(s, Math.max(0.75, amount), blaze));
    layers.paint(Layers.shade(base, 0.8, 0), s -> s.ear() ? 1 : 0);
  }

  private void pointed() {
    layers.paint(second, s -> s.body() * ramp(.5, .32, s.height + .1 * s.low) * (1 - s.tailness));
    layers.paint(
        second,
        s ->
            s.face()
                * ramp(-.14, -.28, s.u + .05 * s.low)
                * ramp(.2, .45, s.f)
                * ramp(.75, .5, s.side));
    layers.paint(second, Markings::brows);
    layers.paint(
        second,
        s -> {
          double chest = ramp(1.1, 1.25, s.along) * ramp(.1, -.2, s.above);
          return s.body() * chest * ramp(.03, .07, Math.abs(s.px)) * ramp(.16, .12, Math.abs(s.px));
        });
    white();
  }

  private void saddle() {
    layers.paint(
        BLACK,
        s ->
            s.body()
                * ramp(-.3, .12, s.above + .5 * s.low)
                * ramp(1.28, 1.0, s.along + .2 * s.low));
    layers.paint(
        Layers.shade(base, .8, 0),
        s -> .8 * s.body() * ramp(1, 1.2, s.along) * ramp(0, .5, s.above));
    layers.paint(
        Layers.shade(BLACK, 1.6, 0),
        s -> .95 * s.face() * ramp(.5, .95, s.f + .1 * s.low) * ramp(.75, .5, s.side));
    layers.paint(BLACK, s -> .5 * s.face() * ramp(.2, .6, s.u) * ramp(.6, .2, s.side));
    layers.paint(BLACK, s -> s.part == Part.EAR_OUTSIDE ? .7 : 0);
    layers.paint(BLACK, s -> .75 * s.tailness * ramp(-.2, .2, s.mid));
  }

  private void husky() {
    layers.paint(WHITE, s -> s.body() * ramp(0, -.3, s.above + .3 * s.low));
    layers.paint(WHITE, s -> s.body() * ramp(.6, .4, s.height) * (1 - s.tailness));
    layers.paint(WHITE, s -> s.tailness * ramp(.2, -.2, s.mid) * .6);
    layers.paint(
        WHITE,
        s -> {
          double face = ramp(.30, .12, s.u - .30 * s.side + .12 * s.low) * ramp(.0, .35, s.f);
          return s.face() * Math.max(face, Markings.brows(s));
        });
    layers.paint(
        base, s -> s.face() * ramp(.14, .06, s.side) * ramp(.5, .7, s.f) * ramp(-.1, .1, s.u) * .7);
    layers.paint(WHITE, s -> s.part == Part.EAR_INSIDE ? .6 : 0);
  }

  private void mask() {
    double[] dark = Layers.shade(BLACK, 1.5, 0);
    layers.paint(
        dark,
        s -> .95 * s.face() * ramp(.42, .68, s.f) * ramp(.85, .55, s.side) * ramp(.32, .12, s.u));
    layers.paint(
        dark,
        s ->
            .6
                * s.face()
                * ramp(.25, .12, Math.abs(s.side - .45))
                * ramp(.45, .2, Math.abs(s.u - .1))
                * ramp(.3, .5, s.f));
    layers.paint(dark, s -> s.ear() ? .95 : 0);
    layers.paint(dark, s -> .3 * s.body() * ramp(.06, .02, Math.abs(s.px)) * ramp(.5, .8, s.above));
  }

  private void brindle() {
    layers.paint(
        BLACK,
        s ->
            .55
                * ramp(.1, .9, Wave.sin(s.along * 68 + 9 * s.low + 7 * s.mid + 1.5 * s.above))
                * ramp(-.5, .15, s.low - .6 * s.mid)
                * ramp(.8, .4, s.f * s.head));
    layers.paint(BLACK, s -> .8 * s.face() * ramp(.7, 1, s.f));
    white();
  }

  private void merle() {
    double[] grey = Pigment.GREY.rgb();
    layers.paint(grey, s -> ramp(-.05, .1, s.low + .5 * s.mid));
    layers.paint(Pigment.TAN.rgb(), Markings::brows);
    white();
  }

  private void sable() {
    double[] pale = Layers.shade(base, 1.4, 0.02);
    layers.paint(pale, s -> .7 * s.body() * ramp(.6, .35, s.height) * (1 - s.tailness));
    layers.paint(pale, s -> .7 * s.face() * ramp(.1, -.25, s.u + .15 * s.low));
    layers.paint(
        BLACK,
        s ->
            s.body()
                * ramp(-.4, .35, s.above + .5 * s.low)
                * (.62 + .3 * s.mid)
                * ramp(1.4, 1.1, s.along + .2 * s.low));
    layers.paint(BLACK, s -> .55 * s.face() * ramp(.05, .5, s.u + .25 * s.low + .1 * s.mid));
    layers.paint(
        BLACK, s -> .7 * s.face() * ramp(.65, 1.05, s.f + .1 * s.low) * ramp(.6, .4, s.side));
    layers.paint(pale, s -> .8 * Markings.brows(s));
    layers.paint(BLACK, s -> s.part == Part.EAR_OUTSIDE ? .6 : 0);
    layers.paint(BLACK, s -> .6 * s.tailness * ramp(-.3, .3, s.mid));
    white();
  }

  private void spots() {
    layers.paint(
        second,
        s -> {
          double d = s.noise().cells(s.px, s.py, s.pz, 10, 7);
          return ramp(.40, .33, d + .2 * s.mid);
        });
    layers.paint(second, s -> s.ear() ? ramp(-.1, .1, s.mid + .1) : 0);
  }
}
