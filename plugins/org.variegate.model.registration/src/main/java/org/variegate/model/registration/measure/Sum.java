package org.variegate.model.registration.measure;

import java.util.Arrays;
import java.util.List;

/** A sum of measures, each of some weight. */
public final class Sum implements Measure {
  private final List<Part> parts;
  private float[] by = {};

  /**
   * A part of a sum.
   *
   * @param weight of the measure, at least 0
   * @param measure is not asked if it weighs nothing
   */
  public record Part(double weight, Measure measure) {}

  /** Of parts; of none it is 0 everywhere. */
  public Sum(List<Part> parts) {
    this.parts = parts.stream().filter(part -> part.weight() > 0).toList();
  }

  @Override
  public double of(float[] field, float[] byField) {
    if (by.length != byField.length) {
      by = new float[byField.length];
    }
    double sum = 0;
    for (Part part : parts) {
      Arrays.fill(by, 0);
      sum += part.weight() * part.measure().of(field, by);
      float weight = (float) part.weight();
      for (int i = 0; i < by.length; i++) {
        byField[i] += weight * by[i];
      }
    }
    return sum;
  }
}
