package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OutlineTest {
  private static final int N = 61;
  private static final int ROUND = 2 * N;

  /** A ball of radius 1, whose left half hangs on joint 0 and whose right half on joint 1. */
  private final float[] positions = new float[3 * N * ROUND];

  private final short[] joints = new short[4 * N * ROUND];
  private final float[] weights = new float[4 * N * ROUND];
  private final int[] triangles = new int[6 * (N - 1) * ROUND];

  private OutlineTest() {
    for (int v = 0; v < N * ROUND; v++) {
      double polar = Math.PI * (v / ROUND) / (N - 1);
      double around = Math.PI * (v % ROUND) / N;
      positions[3 * v] = (float) (Math.sin(polar) * Math.cos(around));
      positions[3 * v + 1] = (float) Math.cos(polar);
      positions[3 * v + 2] = (float) (Math.sin(polar) * Math.sin(around));
      joints[4 * v + 2] = (short) (positions[3 * v] < 0 ? 0 : 1);
      weights[4 * v + 1] = 0.4f;
      weights[4 * v + 2] = 0.6f;
    }
    for (int t = 0, i = 0; t < (N - 1) * ROUND; t++) {
      int next = t % ROUND == ROUND - 1 ? t + 1 - ROUND : t + 1;
      for (int corner : new int[] {t, next, t + ROUND, next, next + ROUND, t + ROUND}) {
        triangles[i++] = corner;
      }
    }
  }

  private double area(int[] of) {
    double sum = 0;
    for (int i = 0; i < of.length; i += 3) {
      double[] n = new double[3];
      for (int k = 0; k < 3; k++) {
        int p = (k + 1) % 3;
        int q = (k + 2) % 3;
        n[k] =
            edge(of[i], of[i + 1], p) * edge(of[i], of[i + 2], q)
                - edge(of[i], of[i + 1], q) * edge(of[i], of[i + 2], p);
      }
      sum += Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) / 2;
    }
    return sum;
  }

  private double edge(int from, int to, int axis) {
    return (double) positions[3 * to + axis] - positions[3 * from + axis];
  }

  @Test
  void fewTrianglesCoverAboutTheSame() {
    int[] outline = Outline.of(positions, joints, weights, triangles, 0.25f);
    assertTrue(outline.length < triangles.length / 8, outline.length + " values");
    assertEquals(area(triangles), area(outline), 0.06 * area(triangles));
  }

  @Test
  void whatHangsOnOtherJointsIsNotJoined() {
    for (int i = 0; i < positions.length; i++) {
      positions[i] += 2;
    }
    int[] outline = Outline.of(positions, joints, weights, triangles, 10);
    assertEquals(0, outline.length, "two vertices make no triangle");
    Arrays.fill(joints, (short) 0);
    for (int v = 0; v < N * ROUND; v++) {
      joints[4 * v + 2] = (short) (v % 3);
    }
    assertTrue(Outline.of(positions, joints, weights, triangles, 10).length > 0);
  }

  private String refused(short[] of, float[] by, float size) {
    return assertThrows(
            IllegalArgumentException.class, () -> Outline.of(positions, of, by, triangles, size))
        .getMessage();
  }

  @Test
  void aCellNeedsASize() {
    String needs = "size: needs a finite length above 0, got ";
    assertEquals(needs + "NaN", refused(joints, weights, Float.NaN));
    assertEquals(needs + "0.0", refused(joints, weights, 0));
    assertEquals(needs + "Infinity", refused(joints, weights, Float.POSITIVE_INFINITY));
  }

  @Test
  void verticesNeedJointsAndWeights() {
    int four = 4 * N * ROUND;
    assertEquals("joints: needs " + four + " values, got 0", refused(null, weights, 1));
    assertEquals("weights: needs " + four + " values, got 0", refused(joints, null, 1));
    assertEquals("weights: needs " + four + " values, got 8", refused(joints, new float[8], 1));
  }
}
