package org.variegate.randomizer.lighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.variegate.scene.Rgb;

class BlackbodyTest {

  /** Points of the Planckian locus from Wyszecki and Stiles 1982, and CIE illuminant A. */
  @Test
  void agreesWithPublishedChromaticities() {
    double[][] published = {
      {2000, 0.5267, 0.4133},
      {2856, 0.4476, 0.4074},
      {4000, 0.3805, 0.3768},
      {5000, 0.3451, 0.3516},
      {6500, 0.3135, 0.3237},
      {10000, 0.2807, 0.2884},
      {20000, 0.2566, 0.2577}
    };
    for (double[] row : published) {
      double[] xy = Blackbody.chromaticity(row[0]);
      assertEquals(row[1], xy[0], 0.0012, row[0] + " K, x");
      assertEquals(row[2], xy[1], 0.0012, row[0] + " K, y");
    }
  }

  /** Daylight is nearly white, a candle red and the blue sky blue, all equally bright. */
  @Test
  void colorsKeepTheirLuminance() {
    for (double kelvin = Blackbody.COLDEST; kelvin < Blackbody.HOTTEST; kelvin *= 1.1) {
      assertEquals(1, Blackbody.color(kelvin).luminance(), 1e-5);
    }
    Rgb white = Blackbody.color(6504);
    assertEquals(1, white.red(), 0.05);
    assertEquals(1, white.blue(), 0.05);
    Rgb candle = Blackbody.color(1900);
    assertTrue(candle.red() > 2.5f && candle.blue() < 0.01f, candle.toString());
    Rgb sky = Blackbody.color(20000);
    assertTrue(sky.red() < 0.75f && sky.blue() > 1.8f, sky.toString());
  }

  @Test
  void fitsMeet() {
    for (double kelvin : new double[] {2222, 4000}) {
      double[] below = Blackbody.chromaticity(kelvin - 1e-6);
      double[] above = Blackbody.chromaticity(kelvin);
      assertEquals(below[0], above[0], 3e-4);
      assertEquals(below[1], above[1], 3e-4);
    }
  }
}
