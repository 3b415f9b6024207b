package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import javax.vecmath.Matrix4f;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Test;
import org.variegate.draws.Distribution;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

class DirectionsTest {

  private static Matrix4f turned(double degrees) {
    double a = Math.toRadians(degrees);
    Matrix4f m = new Matrix4f();
    m.setIdentity();
    m.m00 = (float) Math.cos(a);
    m.m02 = (float) Math.sin(a);
    m.m20 = (float) -Math.sin(a);
    m.m22 = (float) Math.cos(a);
    return m;
  }

  private static void assertDirection(double x, double y, double z, Vector3f v) {
    assertEquals(x, v.x, 1e-6);
    assertEquals(y, v.y, 1e-6);
    assertEquals(z, v.z, 1e-6);
  }

  @Test
  void azimuthTurnsFromTheFrontToTheLeft() {
    assertDirection(0, 0, 1, Directions.around(turned(0), 0, 0));
    assertDirection(1, 0, 0, Directions.around(turned(0), 90, 0));
    assertDirection(0, 1, 0, Directions.around(turned(0), 90, 90));
    assertDirection(1, 0, 0, Directions.around(turned(90), 0, 0));
    assertDirection(0, 0, -1, Directions.around(turned(90), 90, 0));
    assertDirection(0, .5, Math.sqrt(.75), Directions.around(turned(30), -30, 30));
  }

  @Test
  void skyTurnsByAzimuth() {
    Environment env = new Environment(4, 2, new float[24]);
    Vector3f north = new Vector3f(0, 0, -1);
    assertDirection(0, 0, -1, new Sky(env, 0, 1).toWorld(north));
    assertDirection(1, 0, 0, new Sky(env, Math.PI / 2, 1).toWorld(north));
  }

  @Test
  void environmentsAreScaled() {
    float[] radiance = new float[24];
    java.util.Arrays.fill(radiance, .5f);
    Environment once = new Environment(4, 2, radiance);
    Environment twice = once.times(2);
    assertEquals(1, twice.radiance()[7]);
    assertEquals(2 * once.irradiance(0, 1, 0, 1), twice.irradiance(0, 1, 0, 1), 1e-6);
    assertEquals(.5f, radiance[7]);
  }

  /** Moments against sums over many directions; 90 degrees up is reached by nothing but itself. */
  @Test
  void areaIsUniformOnTheSphere() {
    Distribution area = Directions.elevations("elevation", "area(-30, 90)");
    double mean = 0;
    double square = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double sine = -.5 + 1.5 * (i + .5) / n;
      double degrees = Math.toDegrees(Math.asin(sine));
      assertEquals((i + .5) / n, area.cumulative(degrees), 1e-9);
      mean += degrees / n;
      square += degrees * degrees / n;
    }
    assertEquals(mean, area.mean(), 1e-3);
    assertEquals(Math.sqrt(square - mean * mean), area.deviation(), 1e-3);
    for (int i = 0; i < 100; i++) {
      double drawn =
          new SampleDraws(1, i, new DrawRecord(), Overrides.NONE).sample("elevation", area);
      assertEquals(true, drawn >= -30 && drawn <= 90);
    }
  }

  /** Rounding is larger than the spread, most at the poles, where all sines are alike. */
  @Test
  void narrowAreasHaveMoments() {
    for (double a = -90; a < 90; a += 0.37) {
      for (double width : new double[] {1e-3, 1e-7, 1e-10}) {
        String text = "area(" + a + ", " + Math.min(90, a + width) + ")";
        Distribution area = Directions.elevations("elevation", text);
        assertEquals(a, area.mean(), width + 1e-12, text);
        assertEquals(0, area.deviation(), width + 1e-12, text);
        assertEquals(1, area.cumulative(90), text);
      }
    }
  }

  @Test
  void otherDistributionsAndErrors() {
    assertEquals(20, Directions.elevations("elevation", "20").mean());
    assertEquals(20, Directions.elevations("elevation", "area(20, 20)").mean());
    for (String text : new String[] {"area(-91, 0)", "area(30, 20)", "uniform(0, 100)", "area(1"}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class, () -> Directions.elevations("elevation", text))
              .getMessage();
      assertEquals("elevation: ", message.substring(0, 11));
    }
  }
}
