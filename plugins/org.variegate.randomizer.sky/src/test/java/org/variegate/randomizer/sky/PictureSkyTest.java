package org.variegate.randomizer.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.variegate.formats.Picture;

class PictureSkyTest {

  /**
   * Every eighth column, then row, is white: a mean of 1/8 all around, which is 1 once normalised.
   */
  @ParameterizedTest
  @CsvSource({"4096, 2048, true", "4096, 2048, false", "1024, 1024, true", "1024, 1024, false"})
  void whatIsFinerThanThePanoramaIsItsMean(int width, int height, boolean columns) {
    byte[] values = new byte[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) ((columns ? i % width : i / width) % 8 == 0 ? 255 : 0);
    }
    Dome dome = PictureSky.of(new Picture(width, height, 1, values));
    for (float light : dome.environment().radiance()) {
      assertEquals(1, light, 0.02);
    }
  }

  /** Left red, right blue; of a panorama once, of another picture in mirror images. */
  @Test
  void aPanoramaGoesRoundOnceOthersFourTimes() {
    assertEquals("RB", seen(PictureSky.of(halves(512, 256))));
    assertEquals("RBRBR", seen(PictureSky.of(halves(256, 256))));
  }

  private static Picture halves(int width, int height) {
    byte[] values = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      values[3 * i + (i % width < width / 2 ? 0 : 2)] = (byte) 255;
    }
    return new Picture(width, height, 3, values);
  }

  /** The colours along the horizon, each once where it begins. */
  private static String seen(Dome dome) {
    float[] radiance = dome.environment().radiance();
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < PictureSky.WIDTH; i++) {
      int at = 3 * (PictureSky.HEIGHT / 2 * PictureSky.WIDTH + i);
      char colour = radiance[at] > radiance[at + 2] ? 'R' : 'B';
      if (seen.length() == 0 || seen.charAt(seen.length() - 1) != colour) {
        seen.append(colour);
      }
    }
    return seen.toString();
  }
}
