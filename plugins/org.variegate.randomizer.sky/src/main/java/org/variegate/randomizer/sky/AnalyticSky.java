package org.variegate.randomizer.sky;

import java.util.Optional;
import javax.vecmath.Vector3f;
import org.variegate.scene.Light;
import org.variegate.scene.Rgb;

/**
 * A clear sky, more or less under cloud: Preetham's model, blended with the overcast sky of the CIE
 * (Moon and Spencer 1942), whose zenith is as bright as Krochmann and Seidl 1974 say. The sun
 * stands at azimuth 0. Below the horizon lies grey ground.
 */
final class AnalyticSky {
  static final int WIDTH = 64;
  static final int HEIGHT = 32;
  private static final double ALBEDO = 0.2;

  /** Radius of the sun's disc, radians, and how much wider clouds make it. */
  private static final double DISC = 0.00465;

  private static final double SPREAD = 0.2;
  private static final double[] AZIMUTH = new double[WIDTH];
  private static final double[] UP = new double[HEIGHT];
  private static final double[] FLAT = new double[HEIGHT];

  static {
    for (int i = 0; i < WIDTH; i++) {
      AZIMUTH[i] = StrictMath.cos(2 * Math.PI * ((i + 0.5) / WIDTH - 0.5));
    }
    for (int j = 0; j < HEIGHT; j++) {
      UP[j] = StrictMath.cos(Math.PI * (j + 0.5) / HEIGHT);
      FLAT[j] = StrictMath.sin(Math.PI * (j + 0.5) / HEIGHT);
    }
  }

  private AnalyticSky() {}

  /**
   * A sky.
   *
   * @param elevation of the sun, degrees, in [1, 90]
   * @param turbidity of the air, in [2, 10]
   * @param cover share of cloud, in [0, 1]
   */
  static Dome of(double elevation, double turbidity, double cover) {
    double height = StrictMath.toRadians(elevation);
    Preetham clear = new Preetham(turbidity, height);
    float[] radiance = new float[3 * WIDTH * HEIGHT];
    double sine = StrictMath.sin(height);
    double cosine = StrictMath.cos(height);
    double[] xyY = new double[3];
    double[] rgb = new double[3];
    for (int j = 0; j < HEIGHT / 2; j++) {
      double[] row = clear.row(UP[j]);
      double cloud = cover * (0.123 + 8.6 * sine) * (1 + 2 * UP[j]) / 3;
      for (int i = 0; i < WIDTH; i++) {
        clear.at(row, FLAT[j] * AZIMUTH[i] * cosine + UP[j] * sine, xyY);
        toRgb(xyY, rgb);
        for (int c = 0; c < 3; c++) {
          radiance[3 * (j * WIDTH + i) + c] = (float) ((1 - cover) * rgb[c] + cloud);
        }
      }
    }
    double[] sun = clear.sun();
    double share = (1 - cover) * (1 - cover) / Math.PI;
    Rgb color =
        new Rgb((float) (sun[0] * share), (float) (sun[1] * share), (float) (sun[2] * share));
    ground(radiance, color.luminance() * sine);
    Vector3f travels = new Vector3f(0, (float) -sine, (float) cosine);
    Light light = Light.directional(travels, color, DISC + SPREAD * cover * cover);
    return Dome.of(WIDTH, HEIGHT, radiance, Optional.of(light).filter(l -> cover < 0.95));
  }

  private static void toRgb(double[] xyY, double[] rgb) {
    double y = Math.max(xyY[1], 1e-3);
    double bigY = xyY[2];
    double bigX = xyY[0] / y * bigY;
    double bigZ = Math.max(0, 1 - xyY[0] - y) / y * bigY;
    rgb[0] = Math.max(0, 3.2404542 * bigX - 1.5371385 * bigY - 0.4985314 * bigZ);
    rgb[1] = Math.max(0, -0.9692660 * bigX + 1.8760108 * bigY + 0.0415560 * bigZ);
    rgb[2] = Math.max(0, 0.0556434 * bigX - 0.2040259 * bigY + 1.0572252 * bigZ);
  }

  /** Haze just below the horizon, then ground under sky and sun. */
  private static void ground(float[] radiance, double sunlight) {
    int half = 3 * WIDTH * HEIGHT / 2;
    int row = 3 * WIDTH;
    System.arraycopy(radiance, half - row, radiance, half, row);
    double[] light = {sunlight, sunlight, sunlight};
    for (int j = 0; j < HEIGHT / 2; j++) {
      double weight = 2 * UP[j] * FLAT[j] * Math.PI / HEIGHT / WIDTH;
      for (int i = 0; i < row; i++) {
        light[i % 3] += weight * radiance[j * row + i];
      }
    }
    for (int i = half + row; i < radiance.length; i++) {
      radiance[i] = (float) (ALBEDO * light[i % 3]);
    }
  }
}
