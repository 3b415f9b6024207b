package org.variegate.species.quadruped.motion;

import static org.variegate.species.quadruped.motion.Chance.normal;
import static org.variegate.species.quadruped.motion.Chance.uniform;

import org.variegate.draws.Draws;
import org.variegate.species.quadruped.field.Vec;

/**
 * Walk and run, each at a moment of its cycle; footfalls as in Muybridge 1887. They go on at a rate
 * of their own, in multiples of what a leg swings at by itself as a rod, sqrt(3 g / (2 leg)) / (2
 * pi), and carry the trunk forward as fast as feet on the ground go back.
 */
final class Gaits {
  private static final double WALK_RATE = 1.2;
  private static final double TROT_RATE = 2.2;
  private static final double RUN_RATE = 2.8;
  private static final double GRAVITY = 9.81;

  private Gaits() {}

  /** When each foot comes down in a walk: fore left, fore right, hind left, hind right. */
  private static final double[] WALK = {0.25, 0.75, 0, 0.5};

  /** In a trot diagonal feet move together. */
  private static final double[] TROT = {0, 0.5, 0.5, 0};

  private static final double[] GALLOP = {0.55, 0.65, 0.0, 0.1};

  static void walk(Body b, Draws d) {
    gait(b, d, WALK, WALK_RATE, 0.65, uniform(d, "stride", 0.25, 0.42), 0.05);
  }

  static void trot(Body b, Draws d) {
    gait(b, d, TROT, TROT_RATE, 0.5, uniform(d, "stride", 0.4, 0.6), 0.09);
  }

  /** Cycles that have gone by. */
  private static double cycles(Body b, double rate) {
    return b.later * rate * Math.sqrt(1.5 * GRAVITY / b.leg) / (2 * Math.PI);
  }

  private static void gait(
      Body b, Draws d, double[] falls, double rate, double duty, double stride, double lift) {
    double leg = b.t.of("leg");
    double cycles = cycles(b, rate);
    double phase = uniform(d, "phase", 0, 1) + cycles;
    double hip = leg * (1 - 0.10 * stride);
    double sway = 0.06 * StrictMath.sin(2 * Math.PI * phase);
    b.trunk(new Vec(0, hip, stride * leg / duty * cycles), 0, 0, 0);
    b.curl(sway, -0.5 * sway, -0.5 * sway);
    for (int i = 0; i < 4; i++) {
      double p = phase - falls[i];
      p -= Math.floor(p);
      boolean down = p < duty;
      double along = down ? 0.5 - p / duty : (p - duty) / (1 - duty) - 0.5;
      double air = down ? 0 : StrictMath.sin(Math.PI * (p - duty) / (1 - duty));
      b.stand(i >= 2, i % 2 == 1, stride * leg * along, -0.01, lift * 2 * leg * air);
    }
    b.look(d, -0.1, 0.5);
    b.carried(d);
    b.expression(d);
  }

  /** A gallop: gathered and stretched by turns, the back bending with it. */
  static void run(Body b, Draws d) {
    double cycles = cycles(b, RUN_RATE);
    double phase = uniform(d, "phase", 0, 1) + cycles;
    double leg = b.t.of("leg");
    double stretch = StrictMath.cos(2 * Math.PI * phase);
    double reach = uniform(d, "reach", 0.45, 0.7) * leg;
    b.trunk(
        new Vec(0, leg * 1.02, 2 * Math.PI * reach * cycles),
        0.12 - 0.22 * stretch,
        0,
        -0.02 + 0.06 * stretch);
    for (int i = 0; i < 4; i++) {
      double p = 2 * Math.PI * (phase - GALLOP[i] + 0.5);
      boolean hind = i >= 2;
      double along = reach * StrictMath.cos(p) + (hind ? -0.05 : 0.05);
      double lift = leg * (0.14 + 0.13 * StrictMath.sin(p + Math.PI));
      b.stand(hind, i % 2 == 1, along, -0.01, Math.max(0, lift));
    }
    b.head(
        uniform(d, "neck", 0, 0.5),
        normal(d, "head-yaw", 0.2),
        uniform(d, "head-pitch", -0.2, 0.1),
        0);
    b.tail(uniform(d, "tail-raise", 0, 0.9), 0.2, normal(d, "tail-swing", 0.6));
    b.expression(d);
  }
}
