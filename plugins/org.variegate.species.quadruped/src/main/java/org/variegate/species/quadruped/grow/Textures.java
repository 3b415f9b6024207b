package org.variegate.species.quadruped.grow;

import org.variegate.scene.Srgb;
import org.variegate.scene.Texture;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.coat.Iris;
import org.variegate.species.quadruped.coat.Lattice;
import org.variegate.species.quadruped.coat.Nose;

/** Pictures of eye and nose as seen from the front. */
final class Textures {
  private static final int EYE = 64;
  private static final int NOSE = 32;

  private Textures() {}

  static Texture eye(Traits t) {
    double[] iris = Iris.values()[t.index("eyes")].rgb();
    boolean cat = t.cat();
    double edge = cat ? .97 : .92;
    double slit = cat ? .50 * t.gene("pupil") : .42;
    double tall = cat ? Math.max(.62, slit) : .42;
    Lattice noise = new Lattice(t.index("seed") + 77);
    byte[] texels = new byte[3 * EYE * EYE];
    double[] rgb = new double[3];
    for (int j = 0; j < EYE; j++) {
      for (int i = 0; i < EYE; i++) {
        double u = 2 * (i + .5) / EYE - 1;
        double v = 2 * (j + .5) / EYE - 1;
        double r = Math.sqrt(u * u + v * v);
        double pupil = (u / slit) * (u / slit) + (v / tall) * (v / tall);
        for (int c = 0; c < 3; c++) {
          double white = cat ? .05 - .01 * c : .09 - .01 * c;
          double streak = .85 + .5 * noise.fractal(6 * u / (r + .1), 6 * v / (r + .1), 1, 1, 2, 0);
          double ring = (.55 + .6 * r / edge) * (r < edge * .88 ? 1 : .35);
          rgb[c] = r > edge ? white : iris[c] * ring * streak;
          rgb[c] *= clamp(5 * (pupil - 1) + .5);
          rgb[c] = Math.max(rgb[c], .006);
          texels[3 * (j * EYE + i) + c] = (byte) Srgb.code((float) rgb[c]);
        }
      }
    }
    return new Texture(EYE, EYE, 3, true, texels);
  }

  static Texture nose(Traits t) {
    double[] color = Nose.color(t);
    byte[] texels = new byte[3 * NOSE * NOSE];
    for (int j = 0; j < NOSE; j++) {
      for (int i = 0; i < NOSE; i++) {
        double u = Math.abs(2 * (i + .5) / NOSE - 1);
        double v = 1 - 2 * (j + .5) / NOSE;
        double x = (u - .48) / .27;
        double y = (v + .22) / .30;
        double open = 1 - .88 * clamp(3 * (1.1 - Math.sqrt(x * x + y * y)));
        double cleft = u < .05 && v < .1 ? .5 : 1;
        for (int c = 0; c < 3; c++) {
          float linear = (float) Math.max(.004, color[c] * Math.min(open, cleft));
          texels[3 * (j * NOSE + i) + c] = (byte) Srgb.code(linear);
        }
      }
    }
    return new Texture(NOSE, NOSE, 3, true, texels);
  }

  private static double clamp(double x) {
    return x < 0 ? 0 : x > 1 ? 1 : x;
  }
}
