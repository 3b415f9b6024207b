package org.variegate.model.registration.measure;

import java.util.Arrays;
import org.variegate.model.registration.field.Size;
import org.variegate.model.registration.field.Warp;

/**
 * How little of an image is explained by another nearby: 1 - a weighted mean over voxels of the
 * squared correlation of both in a window around each (after Cachier et al. 2003 and Avants et al.
 * 2008),
 *
 * <pre>cov(f, m)² / ((var f + e) (var m + e)),</pre>
 *
 * where m is moved, and its exact derivative by the displacement. Squared, it asks only that what
 * differs in the one image differs in the other, darker or brighter; and in windows so small that
 * they see the border of two tissues at most, that is all that unlike contrasts have in common. e
 * keeps what is even from counting as structure.
 */
public final class LocalCorrelation implements Measure {
  /** Voxels: windows of three. */
  private static final int RADIUS = 1;

  /** Of the square of the range. */
  private static final float EVEN = 0.004f;

  private final Warp warp;
  private final Windows windows;
  private final float[] share;
  private final float[] weights;
  private final float[] fixed;
  private final float[] fixedMean;
  private final float[] fixedVariance;
  private final float[] moving;
  private final float[] moved;
  private final float[] movedMean;
  private final float[] byCovariance;
  private final float[] byVariance;
  private final float[] buffer;

  /**
   * Of two images on one grid.
   *
   * @param size of both
   * @param fixed values from 0 to 1
   * @param moving likewise
   * @param weights of the windows around voxels, at least 0 and not all 0
   */
  public LocalCorrelation(Size size, float[] fixed, float[] moving, float[] weights) {
    int n = size.voxels();
    warp = new Warp(size);
    windows = new Windows(size, RADIUS);
    this.fixed = fixed;
    this.moving = moving;
    share = new float[n];
    moved = new float[n];
    movedMean = new float[n];
    byCovariance = new float[n];
    byVariance = new float[n];
    buffer = new float[n];
    this.weights = normalized(weights);
    Arrays.fill(share, 1);
    windows.sum(share);
    for (int i = 0; i < n; i++) {
      share[i] = 1 / share[i];
    }
    fixedMean = fixed.clone();
    mean(fixedMean);
    fixedVariance = new float[n];
    moments(fixed, fixedMean, fixed, fixedMean, fixedVariance);
  }

  /** Such that they sum up to 1. */
  private static float[] normalized(float[] weights) {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    float[] normalized = new float[weights.length];
    for (int i = 0; i < normalized.length; i++) {
      normalized[i] = (float) (weights[i] / sum);
    }
    return normalized;
  }

  private void mean(float[] values) {
    windows.sum(values);
    for (int i = 0; i < values.length; i++) {
      values[i] *= share[i];
    }
  }

  /** Of each window the mean of products less the product of means. */
  private void moments(float[] a, float[] meanOfA, float[] b, float[] meanOfB, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = a[i] * b[i];
    }
    mean(to);
    for (int i = 0; i < to.length; i++) {
      to[i] -= meanOfA[i] * meanOfB[i];
    }
  }

  @Override
  public double of(float[] field, float[] byField) {
    warp.forward(moving, 1, field, moved);
    System.arraycopy(moved, 0, movedMean, 0, moved.length);
    mean(movedMean);
    moments(fixed, fixedMean, moved, movedMean, byCovariance);
    moments(moved, movedMean, moved, movedMean, byVariance);
    double sum = 0;
    for (int i = 0; i < moved.length; i++) {
      float covariance = byCovariance[i];
      float all = (fixedVariance[i] + EVEN) * (byVariance[i] + EVEN);
      float squared = covariance * covariance / all;
      sum += weights[i] * squared;
      byCovariance[i] = -2 * covariance / all * share[i] * weights[i];
      byVariance[i] = 2 * squared / (byVariance[i] + EVEN) * share[i] * weights[i];
    }
    warp.slopes(moving, 1, field, byMoved(), byField);
    return 1 - sum;
  }

  /** A voxel's value counts in each window that has it, by how far it is from that one's mean. */
  private float[] byMoved() {
    int n = moved.length;
    for (int i = 0; i < n; i++) {
      buffer[i] = -byCovariance[i] * fixedMean[i] - byVariance[i] * movedMean[i];
    }
    windows.sum(buffer);
    windows.sum(byCovariance);
    windows.sum(byVariance);
    for (int i = 0; i < n; i++) {
      buffer[i] += byCovariance[i] * fixed[i] + byVariance[i] * moved[i];
    }
    return buffer;
  }
}
