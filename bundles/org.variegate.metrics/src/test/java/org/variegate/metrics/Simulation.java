package org.variegate.metrics;

import org.variegate.draws.DrawRecord;
import org.variegate.draws.Noise;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

/** Numbers for experiments that are repeated many times. */
final class Simulation {
  private Simulation() {}

  private static Noise noise(int trial, String name) {
    return new SampleDraws(77, trial, new DrawRecord(), Overrides.NONE).noise(name);
  }

  static double[] normal(int trial, String name, int count, double mean) {
    float[] values = new float[count];
    noise(trial, name).gaussian(values, 0, count, 0);
    double[] shifted = new double[count];
    for (int i = 0; i < count; i++) {
      shifted[i] = values[i] + mean;
    }
    return shifted;
  }

  static int successes(int trial, String name, int count, double probability) {
    float[] values = new float[count];
    noise(trial, name).uniform(values, 0, count, 0);
    int successes = 0;
    for (float value : values) {
      successes += value < probability ? 1 : 0;
    }
    return successes;
  }
}
