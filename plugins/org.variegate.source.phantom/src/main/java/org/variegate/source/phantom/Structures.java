package org.variegate.source.phantom;

import java.util.ArrayList;
import java.util.List;

/** The structures that are not layers, of the standard head, in the order in which they go in. */
final class Structures {
  private static final long INSIDE =
      Tissue.set(
          Tissue.CSF,
          Tissue.LEFT_CORTEX,
          Tissue.LEFT_WHITE,
          Tissue.LEFT_CEREBELLAR_CORTEX,
          Tissue.LEFT_CEREBELLAR_WHITE);
  private static final long HEMISPHERE = Tissue.set(Tissue.LEFT_CORTEX, Tissue.LEFT_WHITE);
  private static final long CORE = HEMISPHERE | Tissue.set(Tissue.CSF);
  private static final long DEEP =
      CORE
          | Tissue.set(
              Tissue.LEFT_THALAMUS, Tissue.LEFT_CAUDATE, Tissue.LEFT_PUTAMEN, Tissue.BRAINSTEM);
  private static final long SOFT = Tissue.set(Tissue.FAT, Tissue.MUSCLE);
  private static final long MUSCLES = Tissue.set(Tissue.MUSCLE);
  private static final long FACE = SOFT | Tissue.set(Tissue.BONE, Tissue.MARROW);
  private static final double[] ROUND = {1, 1, 1};

  private final List<Tube> tubes = new ArrayList<>();

  private Structures() {}

  /** All structures, left before right. */
  static List<Tube> all() {
    Structures s = new Structures();
    s.outside();
    s.whiteMatter();
    s.greyMatter();
    s.ventricles();
    return List.copyOf(s.tubes);
  }

  private void outside() {
    softParts();
    neck();
    jaws();
    orbits();
    airways();
  }

  private void softParts() {
    both(Tissue.FAT, SOFT, ROUND, at(46, 42, -74, 9), at(36, 50, -92, 6));
    both(Tissue.FAT, SOFT, ROUND, at(27, 4, -62, 4), at(25, 0, -104, 3));
    both(Tissue.FAT, SOFT, new double[] {1, 1, 0.5}, at(24, -62, -90, 2), at(30, -66, -180, 2));
    one(Tissue.FAT, SOFT, new double[] {2, 1, 1}, at(0, -88, -84, 6), at(0, -84, -200, 6));
    one(Tissue.MUSCLE, SOFT, ROUND, at(0, 86, -34, 4), at(0, 99, -56, 8));
    both(Tissue.BONE, SOFT, ROUND, at(52, -30, -46, 11));
    both(Tissue.MARROW, FACE, ROUND, at(52, -30, -46, 8));
  }

  private void neck() {
    for (int z = -84; z > -200; z -= 17) {
      one(Tissue.BONE, FACE, ROUND, at(0, -30, z, 10));
      one(Tissue.MARROW, FACE, ROUND, at(0, -30, z, 8));
      one(Tissue.BONE, FACE, new double[] {1, 1, 1.6}, at(0, -48, z, 14));
      one(Tissue.BONE, FACE, ROUND, at(0, -60, z - 3, 4), at(0, -76, z - 9, 4));
    }
    long canal = FACE | Tissue.set(Tissue.CSF);
    one(Tissue.CSF, canal, ROUND, at(0, -40, -56, 11), at(0, -48, -84, 9), at(0, -50, -220, 8));
  }

  private void jaws() {
    both(Tissue.BONE, SOFT, ROUND, jaw(6));
    both(Tissue.MARROW, FACE, ROUND, jaw(3));
    both(Tissue.BONE, SOFT, ROUND, at(24, 40, -78, 7), at(20, 66, -78, 8), at(0, 78, -78, 8));
    both(Tissue.MARROW, FACE, ROUND, at(24, 40, -78, 4), at(20, 66, -78, 5), at(0, 78, -78, 5));
    one(Tissue.BONE, SOFT, new double[] {1, 1, 6}, at(0, 52, -72, 22));
    both(Tissue.BONE, SOFT, ROUND, at(36, 66, -46, 6), at(58, 46, -46, 4), at(70, 8, -44, 3));
  }

  private static double[][] jaw(double r) {
    return new double[][] {
      at(52, 4, -50, r - 1), at(47, 4, -92, r), at(26, 56, -116, r), at(0, 76, -118, r + 1)
    };
  }

  private void orbits() {
    both(Tissue.FAT, SOFT, ROUND, at(31, 53, -28, 18), at(18, 24, -22, 6));
    both(Tissue.BONE, MUSCLES, ROUND, at(31, 48, -28, 20), at(17, 22, -22, 8));
    both(Tissue.MUSCLE, SOFT, ROUND, at(43, 56, -28, 2), at(18, 25, -22, 2));
    both(Tissue.MUSCLE, SOFT, ROUND, at(20, 56, -28, 2), at(15, 25, -22, 2));
    both(Tissue.MUSCLE, SOFT, ROUND, at(31, 56, -16, 2), at(17, 25, -20, 2));
    both(Tissue.MUSCLE, SOFT, ROUND, at(31, 56, -40, 2), at(17, 25, -24, 2));
    both(Tissue.LEFT_EYE, SOFT, ROUND, at(31, 62, -28, 12));
  }

  private void airways() {
    double[] tall = {1.7, 1, 0.6};
    both(Tissue.BACKGROUND, SOFT, tall, at(8, 86, -62, 5), at(8, 60, -52, 8), at(7, 24, -56, 8));
    both(Tissue.BACKGROUND, SOFT, ROUND, at(29, 54, -56, 11), at(30, 46, -56, 12));
    both(Tissue.BACKGROUND, SOFT, new double[] {1.5, 1, 1}, at(9, 62, -30, 7), at(8, 40, -28, 8));
    both(Tissue.BACKGROUND, SOFT, ROUND, at(8, 20, -34, 7));
    double[] broad = {0.7, 1, 1};
    one(
        Tissue.BACKGROUND,
        SOFT,
        broad,
        at(0, 16, -60, 8),
        at(0, 2, -84, 6),
        at(0, -2, -120, 6),
        at(0, 0, -220, 8));
    one(Tissue.BACKGROUND, SOFT, new double[] {0.6, 1, 3}, at(0, 62, -84, 9), at(0, 30, -80, 7));
  }

  private void whiteMatter() {
    both(
        Tissue.LEFT_WHITE,
        CORE,
        new double[] {0.8, 1, 1},
        at(3, 18, -6, 3.5),
        at(3, 27, 4, 4.5),
        at(3, 22, 15, 4),
        at(3, 4, 22, 3),
        at(3, -18, 24, 3),
        at(3, -36, 18, 4.5),
        at(3, -40, 9, 5));
    both(
        Tissue.LEFT_WHITE,
        CORE,
        ROUND,
        at(14, 22, 2, 14),
        at(19, 0, 6, 17),
        at(20, -24, 8, 17),
        at(24, -36, 14, 13));
    both(Tissue.LEFT_WHITE, CORE, ROUND, at(27, -8, -19, 9), at(30, -28, -13, 9));
    both(Tissue.BRAINSTEM, CORE, ROUND, at(9, -14, -5, 6), at(7, -20, -16, 8));
    one(
        Tissue.BRAINSTEM,
        INSIDE,
        new double[] {0.85, 1, 1},
        at(0, -24, -6, 9),
        at(0, -26, -16, 12),
        at(0, -25, -28, 14),
        at(0, -30, -40, 12),
        at(0, -38, -56, 8.5),
        at(0, -47, -84, 6),
        at(0, -50, -220, 5));
    both(Tissue.BRAINSTEM, INSIDE, ROUND, at(8, -30, -30, 7), at(16, -46, -34, 6));
  }

  private void greyMatter() {
    double[] tall = {1.5, 1, 0.8};
    both(
        Tissue.LEFT_PUTAMEN,
        HEMISPHERE,
        tall,
        at(20, 14, 0, 7),
        at(26, 1, 2, 9),
        at(29, -14, 4, 5));
    both(Tissue.LEFT_PALLIDUM, DEEP, tall, at(17, 5, 0, 5.5), at(22, -7, 1, 7));
    both(Tissue.LEFT_THALAMUS, CORE, ROUND, at(8, -8, 6, 7), at(11, -17, 7, 10), at(15, -27, 7, 9));
    both(
        Tissue.LEFT_CAUDATE,
        CORE,
        ROUND,
        at(12, 18, 1, 6.5),
        at(14, 10, 10, 6),
        at(16, -4, 18, 4),
        at(20, -22, 20, 3),
        at(27, -36, 14, 2.3),
        at(33, -38, 0, 2));
    both(
        Tissue.LEFT_HIPPOCAMPUS,
        CORE,
        new double[] {0.8, 1, 1.1},
        at(25, -11, -21, 5.8),
        at(28, -20, -17, 5.4),
        at(29, -31, -9, 4.4),
        at(23, -38, -2, 3));
    both(Tissue.LEFT_AMYGDALA, CORE, ROUND, at(23, -3, -19, 7.5));
  }

  private void ventricles() {
    long core = DEEP | Tissue.set(Tissue.LEFT_HIPPOCAMPUS);
    both(
        Tissue.LEFT_VENTRICLE,
        core,
        new double[] {1.2, 1, 0.9},
        at(8, 30, 3, 3.5),
        at(7, 20, 9, 5.5),
        at(6, 2, 15, 5.5),
        at(9, -20, 18, 5.5),
        at(22, -40, 12, 7.5),
        at(27, -56, 8, 5.5),
        at(24, -74, 6, 2));
    both(
        Tissue.LEFT_VENTRICLE,
        core,
        ROUND,
        at(24, -42, 8, 5.5),
        at(34, -34, -6, 3),
        at(35, -18, -16, 2.4),
        at(30, -7, -21, 2));
    double[] slit = {2.4, 1, 1};
    one(Tissue.THIRD_VENTRICLE, DEEP, slit, at(0, 0, -6, 5), at(0, -10, 0, 7), at(0, -24, 3, 5));
    long below = INSIDE | Tissue.set(Tissue.BRAINSTEM);
    one(Tissue.FOURTH_VENTRICLE, below, ROUND, at(0, -30, -8, 1.6), at(0, -37, -22, 2.2));
    one(
        Tissue.FOURTH_VENTRICLE,
        below,
        new double[] {0.8, 1, 0.8},
        at(0, -38, -25, 3.5),
        at(0, -42, -33, 5.5),
        at(0, -44, -44, 3.5));
  }

  private void one(Tissue tissue, long over, double[] flat, double[]... points) {
    tubes.add(new Tube(tissue, 0, over, flat, points));
  }

  private void both(Tissue left, long over, double[] flat, double[]... points) {
    Tube right = new Tube(left.partner(), 1, over, flat, points);
    tubes.add(right.mirrored());
    tubes.add(right);
  }

  private static double[] at(double x, double y, double z, double radius) {
    return new double[] {x, y, z, radius};
  }
}
