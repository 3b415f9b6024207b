package org.variegate.scene;

/**
 * Directions as 24 bits: 4096 longitudes about the vertical, and 4095 latitudes, which lie within
 * 0.06 degrees of what they stand for. The axes are exact, and so is the vector 0.
 */
final class Bearings {
  /** How many bytes a code has. */
  static final int BYTES = 3;

  private static final int LONGITUDES = 4096;

  /** The latitude of the horizon; that of the zenith is twice as large. */
  private static final int HORIZON = 2047;

  private static final int NOWHERE = 4095;
  private static final float[] SIN = new float[LONGITUDES];
  private static final float[] COS = new float[LONGITUDES];
  private static final float[] HEIGHT = new float[NOWHERE + 1];
  private static final float[] BREADTH = new float[NOWHERE + 1];

  static {
    for (int i = 0; i < LONGITUDES; i++) {
      SIN[i] = i % (LONGITUDES / 2) == 0 ? 0 : (float) StrictMath.sin(2 * Math.PI * i / LONGITUDES);
      COS[i] = i % LONGITUDES == 0 ? 1 : (float) StrictMath.cos(2 * Math.PI * i / LONGITUDES);
      COS[i] = i % (LONGITUDES / 2) == LONGITUDES / 4 ? 0 : COS[i];
    }
    for (int i = 0; i < NOWHERE; i++) {
      double latitude = (i - HORIZON) * (Math.PI / 2) / HORIZON;
      HEIGHT[i] = (float) StrictMath.sin(latitude);
      BREADTH[i] = i % NOWHERE == 0 || i == 2 * HORIZON ? 0 : (float) StrictMath.cos(latitude);
    }
  }

  private Bearings() {}

  /**
   * The code of a direction.
   *
   * @return the longitude in the lower 12 bits, the latitude in the upper 12
   */
  static int code(float x, float y, float z) {
    double breadth = Math.sqrt((double) x * x + (double) z * z);
    if (!(breadth + Math.abs(y) > 1e-15)) {
      return NOWHERE << 12;
    }
    int up = HORIZON + (int) Math.rint(angle(y, breadth) / (Math.PI / 2) * HORIZON);
    int about = (int) Math.rint(angle(x, z) / (2 * Math.PI) * LONGITUDES);
    return up << 12 | about & LONGITUDES - 1;
  }

  /** The angle of (x, y) from the axis x, to 1e-5 (Hastings 1955, sheet 13). */
  private static double angle(double y, double x) {
    double a = Math.abs(y);
    double b = Math.abs(x);
    double q = Math.min(a, b) / Math.max(a, b);
    double s = q * q;
    double c = -0.0851330 + 0.0208351 * s;
    double angle = q * (0.9998660 + s * (-0.3302995 + s * (0.1801410 + s * c)));
    angle = a > b ? Math.PI / 2 - angle : angle;
    angle = x < 0 ? Math.PI - angle : angle;
    return y < 0 ? -angle : angle;
  }

  /**
   * Reads directions, each of which has the length 1 or 0.
   *
   * @param codes 3 bytes each, the lowest first
   * @param at the first's place in them
   * @param count how many
   * @param to receives x, y and z of each
   * @param first the first's place in them
   * @param stride from each to the next
   */
  static void read(byte[] codes, int at, int count, float[] to, int first, int stride) {
    for (int i = 0, from = at, o = first; i < count; i++, from += BYTES, o += stride) {
      int about = codes[from] & 0xff | (codes[from + 1] & 0x0f) << 8;
      int up = (codes[from + 1] & 0xf0) >> 4 | (codes[from + 2] & 0xff) << 4;
      float breadth = BREADTH[up];
      to[o] = breadth * SIN[about];
      to[o + 1] = HEIGHT[up];
      to[o + 2] = breadth * COS[about];
    }
  }
}
