package org.variegate.species.quadruped.coat;

import static org.variegate.species.quadruped.coat.Markings.sq;
import static org.variegate.species.quadruped.coat.Site.ramp;

import org.variegate.species.quadruped.anatomy.Anatomy;
import org.variegate.species.quadruped.anatomy.DogHead;
import org.variegate.species.quadruped.anatomy.Joints;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.field.Vec;

/**
 * Colour and fur of an individual at any point of its skin in rest: a pattern, bare skin about eyes
 * and mouth, and how long the fur is. Belongs to one thread.
 */
public final class Coat {
  private final Traits t;
  private final Site site;
  private final Layers layers;
  private final double[] skin;
  private final double[] inner;
  private final double eyeForward;
  private final double eyeApart;
  private final double eyeUp;
  private final double eye;
  private final double lid;
  private final double noseForward;
  private final double noseUp;
  private double bare;

  public Coat(Anatomy anatomy) {
    t = anatomy.traits();
    site = new Site(anatomy, new Lattice(t.index("seed")));
    double[] base = tinted(Pigment.values()[t.index("color")].rgb());
    double[] second = Pigment.values()[t.index("second")].rgb();
    layers = t.cat() ? CatCoat.of(t, base, second) : DogCoat.of(t, base, second);
    skin = new double[] {.030, .025, .025};
    boolean dark = base[0] + base[1] + base[2] < 0.25;
    inner = t.cat() ? new double[] {.50, .29, .24} : new double[] {.42, .26, .21};
    for (int c = 0; dark && c < 3; c++) {
      inner[c] *= 0.45;
    }
    double[] e = Joints.eye(t);
    eyeForward = e[0];
    eyeApart = e[1];
    eyeUp = e[2];
    eye = t.of("eye");
    lid = t.of("lid");
    double[] nose = Nose.place(t);
    noseForward = nose[0];
    noseUp = nose[1];
  }

  private double[] tinted(double[] rgb) {
    double shade = t.gene("shade");
    double warmth = t.gene("warmth");
    double[] tinted = {
      rgb[0] * shade * (1 + 0.06 * warmth), rgb[1] * shade, rgb[2] * shade * (1 - 0.08 * warmth)
    };
    return Layers.shade(tinted, 1, 0);
  }

  /** How much the fur's colour changes from hair to hair: less in pale and curly fur. */
  public float roughness() {
    double pale = layers.base()[1] > 0.5 || pied() ? 0.7 : 1;
    return (float) (1.1 * t.gene("grain") * pale * (1 - 0.2 * t.gene("curl")));
  }

  /** Whether much of it is white. */
  private boolean pied() {
    return switch (Pattern.values()[t.index("pattern")]) {
      case BICOLOR, CALICO, PATCHES, TRICOLOR, HUSKY -> true;
      default -> t.gene("white") > 0.6;
    };
  }

  /** Goes to a point of a part. */
  public void at(Part part, double x, double y, double z) {
    site.move(part, x, y, z);
    bare = part == Part.BODY ? bare() : 0;
  }

  /** The colour here: red, green, blue. */
  public void color(double[] rgb) {
    layers.color(site, rgb);
    double grain = 1 + t.gene("grain") * (0.05 * site.mid + 0.13 * site.low);
    for (int c = 0; c < 3; c++) {
      rgb[c] *= grain;
      rgb[c] += bare * (skin[c] - rgb[c]);
      rgb[c] = Math.max(.008, Math.min(.75, rgb[c]));
    }
  }

  /** Lids have little hair. */
  public void lid(double[] rgb) {
    for (int c = 0; c < 3; c++) {
      rgb[c] += 0.35 * (skin[c] - rgb[c]);
    }
  }

  /**
   * Mixes in the skin of the ear's inside, and pale hairs over it.
   *
   * @param amount of skin: 1 in its middle, 0 at its rim
   * @param hairs how much of the skin they hide
   */
  public void innerEar(double[] rgb, double amount, double hairs) {
    for (int c = 0; c < 3; c++) {
      double pale = Math.min(.6, 1.3 * rgb[c] + .06);
      rgb[c] += amount * (inner[c] - rgb[c]);
      rgb[c] += t.gene("fur") < .004 ? 0 : .75 * hairs * (pale - rgb[c]);
    }
  }

  /** The rims of the lids and the lips. */
  private double bare() {
    if (site.f < 0.3 || site.head < 0.5) {
      return 0;
    }
    double d =
        Math.sqrt(
            sq((site.side - eyeApart) / 1.05) + sq((site.u - eyeUp) / Math.max(.75, lid + .12)));
    double rim = ramp(1.07 * eye, 0.98 * eye, d) * ramp(1.9 * eye, 1.4 * eye, site.f - eyeForward);
    return Math.max(rim, t.cat() ? catLips() : dogLips());
  }

  private double catLips() {
    double muzzle = t.of("muzzle");
    double depth = 0.76 + 0.6 * muzzle;
    double line = -0.505 - 0.10 * Math.min(site.side, .3) / .3 + 0.06 * ramp(.18, .34, site.side);
    double lips = ramp(.034, .016, Math.abs(site.u - line)) * ramp(.40, .32, site.side);
    double philtrum =
        ramp(.030, .014, site.side)
            * ramp(noseUp - .02, noseUp - .06, site.u)
            * ramp(-.53, -.5, site.u);
    return 0.85
        * Math.max(
            lips * ramp(depth - .12, depth, site.f), philtrum * ramp(depth, depth + .1, site.f));
  }

  private double dogLips() {
    double line = -0.60 - 0.06 * site.side - 0.12 * (t.of("jowl") - 1);
    double lips = ramp(.055, .03, Math.abs(site.u - line)) * ramp(.5, .75, site.f);
    double philtrum =
        ramp(.035, .02, site.side)
            * ramp(noseUp - .06, noseUp - .12, site.u)
            * ramp(-.62, -.58, site.u)
            * ramp(noseForward - .5, noseForward - .35, site.f);
    double above = site.u - DogHead.jaw(t, site.f, .35);
    double within = ramp(0, .05, above) * ramp(-.66, -.7, site.u) * ramp(.4, .6, site.f);
    return 0.9 * Math.max(within, Math.max(lips, philtrum));
  }

  /** The length of the fur here, in the units of the traits. */
  public double fur() {
    double fur = t.gene("fur") * (1 + 0.4 * t.young());
    boolean cat = t.cat();
    double onHead = Math.min(fur * .4, .012) + 0.6 * t.gene("curl") * fur;
    double ruff = t.gene("ruff");
    double length = fur * site.body() + onHead * site.head;
    double cheeks = ramp(.5, .8, site.side) * ramp(.3, 0, site.u) * ramp(.7, .2, site.f);
    double collar = ramp(.75, .95, site.along) * ramp(1.7, 1.2, site.along);
    length += ruff * Math.max(0.6 * cheeks * site.face(), collar * site.body());
    double below = ramp(-.2, -.7, site.above) * ramp(.35, .55, site.height);
    double breeches =
        ramp(.0, -.12, site.along) * ramp(.3, .5, site.height) * ramp(.2, -.2, site.above);
    length += t.gene("feather") * Math.max(site.tailness, Math.max(below, breeches) * site.body());
    length *= 1 - 0.55 * ramp(.5, .3, site.height) * site.body() * (1 - t.gene("curl"));
    if (site.head > 0.5 && site.f > 0.6) {
      length = Math.min(length, .008 + .012 * t.gene("curl"));
    }
    length = Math.max(length, t.gene("beard") * bearded() * site.face());
    return switch (site.part) {
      case BODY -> length * bareness();
      case EAR_OUTSIDE ->
          cat || t.index("ear") == 0
              ? .5 * onHead + .4 * t.gene("beard")
              : onHead
                  + (t.index("ear") == 1 ? .7 : .2) * Math.max(t.gene("feather"), t.gene("beard"));
      case EAR_INSIDE -> .3 * onHead;
      default -> 0;
    };
  }

  /** Where long hair grows on a face: most at chin and sides of the muzzle, on brows and cheeks. */
  private double bearded() {
    double muzzle = ramp(.45, .8, site.f) * ramp(.05, -.25, site.u);
    double brows = ramp(.35, .55, site.f) * ramp(.12, .32, site.u) * ramp(.1, .2, site.side);
    double cheeks = ramp(.35, .65, site.side) * ramp(.35, .05, site.u);
    double crown = ramp(.1, .5, site.u) * ramp(.6, .2, site.f);
    return Math.max(.3, Math.max(Math.max(muzzle, .8 * brows), Math.max(.85 * cheeks, .6 * crown)));
  }

  /**
   * How the fur lies here.
   *
   * @param along how short fur lies
   * @return long hair of a face parts in the middle and falls to both sides, on the muzzle forward
   */
  public Vec comb(Vec along) {
    if (t.gene("beard") == 0 || site.part != Part.BODY || site.face() < .5) {
      return along;
    }
    double out = site.l > 0 ? 1 : -1;
    double ahead = ramp(.5, .9, site.f) - .5 * ramp(.3, -.1, site.f);
    return new Vec(out * (.35 + .5 * ramp(-.2, .3, site.u)), -.9, .6 * ahead);
  }

  /** Less fur towards eyes, nose and lips. */
  private double bareness() {
    if (site.f < 0.3 || site.head < 0.5) {
      return 1;
    }
    double d = Math.sqrt(sq(site.side - eyeApart) + sq(site.u - eyeUp));
    double near = ramp(1.05 * eye, 1.9 * eye, d);
    double nose = Math.sqrt(sq(site.side) + sq(site.f - noseForward) + sq(site.u - noseUp));
    return (0.05 + 0.95 * near) * (0.1 + 0.9 * ramp(.2, .45, nose)) * (1 - 0.9 * bare);
  }
}
