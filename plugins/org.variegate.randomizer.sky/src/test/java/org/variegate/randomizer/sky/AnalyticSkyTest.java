package org.variegate.randomizer.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.randomizer.sky.AnalyticSky.HEIGHT;
import static org.variegate.randomizer.sky.AnalyticSky.WIDTH;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.variegate.scene.Light;
import org.variegate.scene.Rgb;

class AnalyticSkyTest {
  private static double solid(int row) {
    double upper = Math.cos(Math.PI * row / HEIGHT);
    return 2 * Math.PI / WIDTH * (upper - Math.cos(Math.PI * (row + 1) / HEIGHT));
  }

  /** Irradiance over pi of a horizontal surface under the sky alone, by the panorama's pixels. */
  private static double diffuse(Dome dome, int channel) {
    double sum = 0;
    for (int j = 0; j < HEIGHT / 2; j++) {
      double weight = solid(j) * Math.cos(Math.PI * (j + 0.5) / HEIGHT) / Math.PI;
      for (int i = 0; i < WIDTH; i++) {
        sum += weight * dome.environment().radiance()[3 * (j * WIDTH + i) + channel];
      }
    }
    return sum;
  }

  private static double luminance(Dome dome) {
    return 0.2126 * diffuse(dome, 0) + 0.7152 * diffuse(dome, 1) + 0.0722 * diffuse(dome, 2);
  }

  private static double at(Dome dome, int row, int column) {
    return dome.environment().radiance()[3 * (row * WIDTH + column) + 1];
  }

  /**
   * Moon and Spencer 1942: three times as bright at the zenith as at the horizon, (1 + 2 sin h) / 3
   * in between, the same all around and grey, and the zenith is 9/7 of the irradiance over pi.
   */
  @Test
  void overcastIsAsPublished() {
    Dome dome = AnalyticSky.of(30, 4, 1);
    assertTrue(dome.sun().isEmpty());
    double zenith = at(dome, 0, 0) * 3 / (1 + 2 * Math.cos(Math.PI * 0.5 / HEIGHT));
    for (int j = 0; j < HEIGHT / 2; j++) {
      double sine = Math.cos(Math.PI * (j + 0.5) / HEIGHT);
      for (int i = 0; i < WIDTH; i += 7) {
        assertEquals((1 + 2 * sine) / 3, at(dome, j, i) / zenith, 1e-5);
        float[] radiance = dome.environment().radiance();
        assertEquals(radiance[3 * (j * WIDTH + i)], radiance[3 * (j * WIDTH + i) + 2]);
      }
    }
    assertEquals(9 / 7.0, zenith / luminance(dome), 0.003);
  }

  /**
   * Sky and sun together are 1 on a horizontal surface, the sky's part by its pixels: harmonics of
   * order 2 tell it within 3 % (Ramamoorthi and Hanrahan 2001: 1 % on the mean, at most 9 %).
   */
  @ParameterizedTest
  @CsvSource({"20, 2, 0", "45, 3, 0", "70, 6, 0", "45, 3, .5", "25, 8, .9", "50, 2, 1"})
  void aHorizontalSurfaceIsOneBright(double elevation, double turbidity, double cover) {
    Dome dome = AnalyticSky.of(elevation, turbidity, cover);
    double sun =
        dome.sun().map(light -> light.color().luminance() * -light.direction().y).orElse(0f);
    assertEquals(1, luminance(dome) + sun, 0.03);
  }

  /** Lambert's ground: a fifth of what sky and sun bring, the same in all directions. */
  @ParameterizedTest
  @CsvSource({"20, 2, 0", "45, 3, 0", "60, 5, .4"})
  void groundReflectsAFifth(double elevation, double turbidity, double cover) {
    Dome dome = AnalyticSky.of(elevation, turbidity, cover);
    Light sun = dome.sun().orElseThrow();
    double grey = sun.color().luminance() * -sun.direction().y;
    for (int c = 0; c < 3; c++) {
      double expected = 0.2 * (diffuse(dome, c) + grey);
      for (int p = WIDTH * HEIGHT - 3 * WIDTH; p < WIDTH * HEIGHT; p += 31) {
        assertEquals(expected, dome.environment().radiance()[3 * p + c], 0.01 * expected);
      }
    }
  }

  /** The disc has a radius of 16 arc minutes; clouds dim the sun by a square and widen it. */
  @Test
  void theSunIsWhereAndAsLargeAsItIs() {
    for (double elevation : new double[] {2, 30, 89}) {
      Light sun = AnalyticSky.of(elevation, 3, 0).sun().orElseThrow();
      assertEquals(elevation, Math.toDegrees(Math.asin(-sun.direction().y)), 0.02);
      assertEquals(0, sun.direction().x);
      assertEquals(16, Math.toDegrees(sun.size()) * 60, 0.1);
    }
    Light clear = AnalyticSky.of(40, 3, 0).sun().orElseThrow();
    Light hazy = AnalyticSky.of(40, 3, 0.5).sun().orElseThrow();
    assertTrue(hazy.size() > 5 * clear.size() && hazy.size() < 0.1);
    double ratio = hazy.color().red() / hazy.color().blue();
    assertEquals(clear.color().red() / clear.color().blue(), ratio, 1e-4, "of one colour");
    assertTrue(AnalyticSky.of(40, 3, 0.96).sun().isEmpty());
  }

  /** Perez: brightest about the sun, darkest some 90 degrees away from it, symmetric about it. */
  @Test
  void aClearSkyIsDarkestFarFromTheSun() {
    Dome dome = AnalyticSky.of(45, 2.5, 0);
    for (int j = 0; j < HEIGHT; j++) {
      for (int i = 0; i < WIDTH / 2; i++) {
        assertEquals(at(dome, j, i), at(dome, j, WIDTH - 1 - i), 1e-6);
      }
    }
    double darkest = 9;
    double apart = 0;
    for (int j = 0; j < HEIGHT / 2; j++) {
      for (int i = 0; i < WIDTH; i++) {
        double polar = Math.PI * (j + 0.5) / HEIGHT;
        double azimuth = 2 * Math.PI * ((i + 0.5) / WIDTH - 0.5);
        double cosine = (Math.sin(polar) * Math.cos(azimuth) + Math.cos(polar)) * Math.sqrt(0.5);
        if (at(dome, j, i) < darkest) {
          darkest = at(dome, j, i);
          apart = Math.toDegrees(Math.acos(cosine));
        }
      }
    }
    assertEquals(85, apart, 20);
  }

  /**
   * The sun's colour lies by Planck's locus (Kim et al. 2002), and its temperature (McCamy 1992)
   * falls with its height, as measured of direct sunlight: 5000 to 6300 K high up, 2000 to 4000 K
   * at 5 degrees.
   */
  @ParameterizedTest
  @CsvSource({
    "60, 2, 5000, 6400",
    "40, 2.5, 4700, 6200",
    "10, 2.5, 2700, 4700",
    "5, 3, 1900, 4000"
  })
  void theSunHasAColourTemperature(double elevation, double turbidity, double low, double high) {
    Rgb sun = AnalyticSky.of(elevation, turbidity, 0).sun().orElseThrow().color();
    double bigX = 0.4124 * sun.red() + 0.3576 * sun.green() + 0.1805 * sun.blue();
    double bigY = 0.2126 * sun.red() + 0.7152 * sun.green() + 0.0722 * sun.blue();
    double bigZ = 0.0193 * sun.red() + 0.1192 * sun.green() + 0.9505 * sun.blue();
    double x = bigX / (bigX + bigY + bigZ);
    double y = bigY / (bigX + bigY + bigZ);
    double n = (x - 0.3320) / (0.1858 - y);
    double kelvin = 449 * n * n * n + 3525 * n * n + 6823.3 * n + 5520.33;
    assertTrue(kelvin > low && kelvin < high, kelvin + " K");
    assertEquals(planck(x), y, 0.02, "off Planck's locus");
  }

  /** y of a black body by its x: Kim et al.'s cubics of 1667 to 4000 K and above. */
  private static double planck(double x) {
    return x > 0.3805
        ? ((-0.9549476 * x - 1.37418593) * x + 2.09137015) * x - 0.16748867
        : ((3.0817580 * x - 5.87338670) * x + 3.75112997) * x - 0.37001483;
  }
}
