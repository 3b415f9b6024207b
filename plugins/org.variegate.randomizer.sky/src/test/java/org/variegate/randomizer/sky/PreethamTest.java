package org.variegate.randomizer.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PreethamTest {

  private static double[] zenith(double turbidity, double elevation) {
    Preetham sky = new Preetham(turbidity, Math.toRadians(elevation));
    double[] xyY = new double[3];
    sky.at(sky.row(1), Math.sin(Math.toRadians(elevation)), xyY);
    return xyY;
  }

  /** The formulas of the appendix for turbidity 3 and a sun at 45 degrees, by hand. */
  @Test
  void zenithIsAsPublished() {
    double[] xyY = zenith(3, 45);
    double chi = (4 / 9.0 - 3 / 120.0) * Math.PI / 2;
    double luminance = 7.1649 * Math.tan(chi) - 0.6465 + 2.4192;
    assertEquals(luminance, xyY[2], 0.01 * luminance);
    assertEquals(0.2457, xyY[0], 0.001);
    assertEquals(0.2515, xyY[1], 0.001);
  }

  /** The zenith lies near the CIE daylight locus, y = 2.87 x - 3 x^2 - 0.275. */
  @Test
  void zenithHasTheColorOfDaylight() {
    for (double turbidity : new double[] {2, 3, 5}) {
      for (double elevation : new double[] {20, 40, 60, 80}) {
        double[] xyY = zenith(turbidity, elevation);
        double locus = 2.87 * xyY[0] - 3 * xyY[0] * xyY[0] - 0.275;
        assertEquals(locus, xyY[1], 0.015, turbidity + ", " + elevation);
        assertTrue(xyY[0] < 0.32, "blue");
      }
    }
  }

  /** Bemporad's table of 1907: 1.995 at 30 degrees above the horizon, 5.60 at 10, 10.39 at 5. */
  @Test
  void opticalMassIsAsPublished() {
    assertEquals(1, Preetham.mass(0), 0.001);
    assertEquals(1.995, Preetham.mass(Math.toRadians(60)), 0.01);
    assertEquals(5.60, Preetham.mass(Math.toRadians(80)), 0.03);
    assertEquals(10.39, Preetham.mass(Math.toRadians(85)), 0.1);
  }

  /**
   * The clear sky of the Illuminating Engineering Society (Gillette, Pierpoint and Treado 1984):
   * direct 127.5 exp(-0.21 / sin h) klx, diffuse 0.8 + 15.5 sqrt(sin h) klx. Preetham's sky is
   * known to be too bright where the sun is low.
   */
  @Test
  void illuminanceIsThatOfClearDays() {
    for (double elevation : new double[] {20, 40, 60}) {
      double sine = Math.sin(Math.toRadians(elevation));
      double[] sun = new Preetham(2.5, Math.toRadians(elevation)).sun();
      double direct = 0.2126 * sun[0] + 0.7152 * sun[1] + 0.0722 * sun[2];
      assertEquals(1, direct / (127.5 * Math.exp(-0.21 / sine)), 0.25, "sun at " + elevation);
      double diffuse = diffuse(new Preetham(2.5, Math.toRadians(elevation)), elevation);
      double ratio = diffuse / (0.8 + 15.5 * Math.sqrt(sine));
      assertTrue(ratio > 0.8 && ratio < 2, "sky at " + elevation + ": " + ratio);
    }
  }

  private static double diffuse(Preetham sky, double elevation) {
    double sine = Math.sin(Math.toRadians(elevation));
    double cosine = Math.cos(Math.toRadians(elevation));
    double[] xyY = new double[3];
    double sum = 0;
    int n = 60;
    for (int j = 0; j < n; j++) {
      double polar = Math.PI / 2 * (j + 0.5) / n;
      double[] row = sky.row(Math.cos(polar));
      for (int i = 0; i < 2 * n; i++) {
        double azimuth = Math.PI * (i + 0.5) / n;
        double angle = Math.sin(polar) * Math.cos(azimuth) * cosine + Math.cos(polar) * sine;
        sky.at(row, angle, xyY);
        sum += xyY[2] * Math.cos(polar) * Math.sin(polar) * Math.PI / n * Math.PI / 2 / n;
      }
    }
    return sum;
  }

  @Test
  void sunIsRedderWhenLow() {
    double[] low = new Preetham(3, Math.toRadians(5)).sun();
    double[] high = new Preetham(3, Math.toRadians(60)).sun();
    assertTrue(low[0] / low[2] > 2 * high[0] / high[2]);
  }
}
