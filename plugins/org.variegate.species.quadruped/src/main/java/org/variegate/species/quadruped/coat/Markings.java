package org.variegate.species.quadruped.coat;

import static org.variegate.species.quadruped.coat.Site.ramp;

/** Places that patterns share. */
final class Markings {
  private Markings() {}

  /**
   * White chest, belly, paws, muzzle and blaze.
   *
   * @param amount 0.15 for paws alone, 1 for all
   * @param blaze half its width in the head
   */
  static double white(Site s, double amount, double blaze) {
    double w = 0;
    if (amount > 0.2) {
      double front = ramp(0.80, 1.0, s.along + 0.3 * s.low);
      w = front * ramp(0.35 + amount, -0.1 + amount, s.above + 0.5 * s.low) * s.body();
      w = Math.max(w, ramp(-1.05, -1.3, s.u) * front * ramp(-0.6, -0.2, s.f) * (1 - s.tailness));
    }
    if (amount > 0.35) {
      double under = ramp(-0.35, -0.6, s.above + 0.25 * s.low) * ramp(.25, .4, s.height);
      w = Math.max(w, under * s.body());
    }
    if (amount > 0.15) {
      double top = 0.10 + 0.28 * amount;
      w = Math.max(w, ramp(top + .05, top - .03, s.height + 0.08 * s.low) * (1 - s.tailness));
    }
    if (amount > 0.2) {
      double edge = s.u - 0.25 * (s.f - 0.8) + 0.1 * s.low + 0.25 * (1 - amount);
      w = Math.max(w, ramp(-0.10, -0.24, edge) * ramp(0.05, 0.35, s.f) * s.face());
    }
    if (amount > 0.45) {
      double half = s.side + 0.1 * s.low - 0.15 * Math.max(0, s.f - 0.6);
      w = Math.max(w, ramp(blaze + .03, blaze - .05, half) * ramp(0.0, 0.3, s.f) * s.face());
    }
    if (amount > 0.8) {
      double collar = ramp(0.82, 0.95, s.along + 0.2 * s.low) * ramp(0.1, 0.5, s.body());
      w = Math.max(w, collar * ramp(1.9, 1.3, s.above + 0.4 * s.low) * (1 - s.head));
    }
    if (amount > 0.6) {
      w = Math.max(w, s.tailness * ramp(-0.62, -0.72, s.along + 0.1 * s.low));
    }
    return w;
  }

  /** Spots above the eyes. */
  static double brows(Site s) {
    double d = Math.sqrt(sq(s.side - 0.33) + sq(s.u - 0.40));
    return ramp(0.17, 0.09, d) * ramp(0.3, 0.4, s.f) * s.face();
  }

  /** Patches where slow noise is high. */
  static double patches(Site s, double level, int stream) {
    double n = s.noise().fractal(s.px, s.py, s.pz, 3.2, 4, stream);
    return ramp(level, level + 0.05, n);
  }

  static double sq(double x) {
    return x * x;
  }
}
