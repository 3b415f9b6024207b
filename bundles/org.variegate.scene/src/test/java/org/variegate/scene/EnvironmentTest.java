package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Light from all around against closed forms. */
class EnvironmentTest {
  private static final int W = 128;
  private static final int H = 64;
  private static final Vector3d[] AXES = {
    new Vector3d(1, 0, 0),
    new Vector3d(-1, 0, 0),
    new Vector3d(0, 1, 0),
    new Vector3d(0, -1, 0),
    new Vector3d(0, 0, 1),
    new Vector3d(0, 0, -1)
  };

  private static Environment of(ToDoubleFunction<Vector3d> radiance) {
    float[] values = new float[3 * W * H];
    for (int p = 0; p < W * H; p++) {
      double azimuth = 2 * Math.PI * ((p % W + 0.5) / W - 0.5);
      double polar = Math.PI * (p / W + 0.5) / H;
      Vector3d d =
          new Vector3d(
              Math.sin(polar) * Math.sin(azimuth),
              Math.cos(polar),
              -Math.sin(polar) * Math.cos(azimuth));
      for (int c = 0; c < 3; c++) {
        values[3 * p + c] = (float) radiance.applyAsDouble(d);
      }
    }
    return new Environment(W, H, values);
  }

  private static double lit(Environment sky, Vector3d n) {
    return sky.irradiance((float) n.x, (float) n.y, (float) n.z, 1);
  }

  /**
   * A row counts by its solid angle, (cos a - cos b) / 2 of the sphere: the mean over the six axes
   * of what surfaces see is the mean of all light.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 31, 40, 63})
  void rowsCountByTheirSolidAngle(int row) {
    float[] values = new float[3 * W * H];
    java.util.Arrays.fill(values, 3 * W * row, 3 * W * (row + 1), 1);
    Environment sky = new Environment(W, H, values);
    double mean = 0;
    for (Vector3d axis : AXES) {
      mean += lit(sky, axis) / 6;
    }
    double share = (Math.cos(Math.PI * row / H) - Math.cos(Math.PI * (row + 1) / H)) / 2;
    assertEquals(share, mean, 1e-6 + 1e-4 * share);
  }

  /** Ramamoorthi and Hanrahan 2001: the cosine lobe keeps 1, 2/3 and 1/4 of orders 0, 1 and 2. */
  @Test
  void lobesKeepTheirShares() {
    Vector3d any = new Vector3d(0.48, 0.6, -0.64);
    for (Vector3d axis : AXES) {
      Environment first = of(d -> 1 + d.dot(axis));
      Environment second = of(d -> d.dot(axis) * d.dot(axis));
      for (Vector3d n : new Vector3d[] {any, axis, AXES[3]}) {
        double cosine = n.dot(axis);
        assertEquals(1 + cosine * 2 / 3, lit(first, n), 2e-3);
        assertEquals(1 / 3.0 + (3 * cosine * cosine - 1) / 12, lit(second, n), 2e-3);
      }
    }
    assertEquals(1, lit(of(d -> 1), any), 1e-3);
    assertEquals(1, of(d -> 1).brightness(), 1e-3);
  }

  /** Where a patch of light is, surfaces facing it are brightest: u and v as documented. */
  @Test
  void directionsAreWhereTheyAreSaidToBe() {
    float[] values = new float[3 * W * H];
    int column = 3 * W / 4;
    for (int i = column - 2; i < column + 2; i++) {
      values[3 * (H / 2 * W + i) + 1] = 1;
    }
    Environment sky = new Environment(W, H, values);
    for (Vector3d axis : AXES) {
      boolean right = axis.x > 0;
      assertTrue(right || lit(sky, axis) < 0.6 * lit(sky, AXES[0]), axis.toString());
    }
  }

  @Test
  void coarserLevelsAreMeans() {
    Environment sky = of(d -> 2 + d.x + 0.5 * d.y);
    for (int level = 1; level < sky.levels(); level++) {
      double mean = 0;
      double finest = 0;
      for (float value : sky.level(level)) {
        mean += value / sky.level(level).length;
      }
      for (float value : sky.radiance()) {
        finest += value / sky.radiance().length;
      }
      assertEquals(3 * (W >> level) * (H >> level), sky.level(level).length);
      assertEquals(finest, mean, 1e-5);
    }
  }

  @Test
  void brighterIsBrighterAllThrough() {
    Environment sky = of(d -> 1 + d.y);
    Environment twice = sky.times(2);
    assertEquals(2 * sky.brightness(), twice.brightness(), 1e-6);
    float[] doubled = sky.level(2).clone();
    for (int i = 0; i < doubled.length; i++) {
      doubled[i] *= 2;
    }
    assertArrayEquals(doubled, twice.level(2));
  }

  @Test
  void whatIsNoLightIsRefused() {
    for (float wrong : new float[] {Float.NaN, -1, Float.POSITIVE_INFINITY}) {
      float[] values = new float[3 * W * H];
      values[77] = wrong;
      String message =
          assertThrows(IllegalArgumentException.class, () -> new Environment(W, H, values))
              .getMessage();
      assertTrue(message.endsWith("got " + wrong + " at 77"), message);
    }
    assertThrows(IllegalArgumentException.class, () -> new Environment(3, 2, new float[18]));
  }
}
