package org.variegate.species.quadruped.coat;

/** Value noise on a lattice of hashed integers, in [-1, 1]; the same bits everywhere. */
public final class Lattice {
  private final int seed;

  public Lattice(int seed) {
    this.seed = seed;
  }

  /** A hash of three integers and a seed, in [-1, 1). */
  public static double hash(int i, int j, int k, int seed) {
    int h = i * 0x2C1B3C6D ^ j * 0x297A2D39 ^ k * 0x1B56C4E9 ^ seed * 0x7FEB352D;
    h = (h ^ (h >>> 16)) * 0x21F0AAAD;
    h = (h ^ (h >>> 15)) * 0x735A2D97;
    return ((h ^ (h >>> 15)) >>> 8) * 0x1p-23 - 1;
  }

  private static double value(double x, double y, double z, int seed) {
    double fi = Math.floor(x);
    double fj = Math.floor(y);
    double fk = Math.floor(z);
    int i = (int) fi;
    int j = (int) fj;
    int k = (int) fk;
    double u = ease(x - fi);
    double v = ease(y - fj);
    double w = ease(z - fk);
    double near = plane(i, j, k, u, v, seed);
    return near + w * (plane(i, j, k + 1, u, v, seed) - near);
  }

  private static double plane(int i, int j, int k, double u, double v, int seed) {
    double a = hash(i, j, k, seed);
    double b = hash(i, j + 1, k, seed);
    a += u * (hash(i + 1, j, k, seed) - a);
    b += u * (hash(i + 1, j + 1, k, seed) - b);
    return a + v * (b - a);
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  /**
   * Octaves of noise, each of half the strength and twice the frequency of the last.
   *
   * @param frequency of the first
   * @param octaves how many
   * @param stream tells fields of one seed apart
   */
  public double fractal(double x, double y, double z, double frequency, int octaves, int stream) {
    double sum = 0;
    double strength = 0.5;
    double f = frequency;
    for (int o = 0; o < octaves; o++) {
      sum += strength * value(x * f + 7.3, y * f + 3.1, z * f + 11.7, seed + 31 * stream + 101 * o);
      strength /= 2;
      f *= 2.03;
    }
    return sum;
  }

  /**
   * The distance to the nearest of scattered points, one in each cell of the lattice.
   *
   * @param frequency cells a unit
   * @return in cells, about 0 to 1
   */
  public double cells(double x, double y, double z, double frequency, int stream) {
    double px = x * frequency;
    double py = y * frequency;
    double pz = z * frequency;
    int i0 = (int) Math.floor(px);
    int j0 = (int) Math.floor(py);
    int k0 = (int) Math.floor(pz);
    double nearest = 9;
    int s = seed + 31 * stream;
    for (int i = i0 - 1; i <= i0 + 1; i++) {
      for (int j = j0 - 1; j <= j0 + 1; j++) {
        for (int k = k0 - 1; k <= k0 + 1; k++) {
          double dx = i + 0.5 + 0.4 * hash(i, j, k, s) - px;
          double dy = j + 0.5 + 0.4 * hash(i, j, k, s + 1) - py;
          double dz = k + 0.5 + 0.4 * hash(i, j, k, s + 2) - pz;
          nearest = Math.min(nearest, dx * dx + dy * dy + dz * dz);
        }
      }
    }
    return Math.sqrt(nearest);
  }
}
