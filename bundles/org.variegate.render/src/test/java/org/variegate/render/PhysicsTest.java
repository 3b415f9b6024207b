package org.variegate.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.scene.Light;
import org.variegate.scene.Material;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;

/** Light on surfaces against closed forms. */
class PhysicsTest {
  private static final int N = 64;
  private static final Point3f EYE = new Point3f(0, 4, 0.01f);

  /** Error of the sky's light in nine spherical harmonics. */
  private static final double HARMONICS = 8e-3;

  private interface Check {
    void at(double value);
  }

  /** What a ball reflects under a sky of 1. */
  private static void inAFurnace(Material material, Check check) {
    Scene scene = Scenes.empty(new Point3f(0, 0, 6), new Point3f(), Scenes.plain(1));
    Scenes.add(scene, "ball", Role.SUBJECT, Shapes.sphere(1, 80), material, Placements.at(0, 0, 0));
    Frame frame = Scenes.render(scene, N, 1, 1);
    int seen = 0;
    for (int i = 0; i < N * N; i++) {
      if (frame.instances()[i] == 1) {
        check.at(frame.color()[i]);
        seen++;
      } else {
        assertEquals(1, frame.color()[i], 1e-5, "the sky");
      }
    }
    assertTrue(seen > 300);
  }

  private static Material ball(float albedo, float roughness, float metallic) {
    return Material.plain("ball", new Rgb(albedo, albedo, albedo), 1)
        .withFinish(roughness, metallic);
  }

  /** A rough ball is as bright as its albedo, but for the gloss of what it does not absorb. */
  @ParameterizedTest
  @ValueSource(floats = {0.1f, 0.5f, 1})
  void aBallInAFurnaceIsAsBrightAsItsAlbedo(float albedo) {
    inAFurnace(
        ball(albedo, 1, 0),
        value ->
            assertEquals(albedo + 0.026 * (1 - albedo), value, HARMONICS, "gloss of .04 * .65"));
  }

  /** Energy is kept: what a white surface does not mirror it scatters, at every angle. */
  @ParameterizedTest
  @ValueSource(floats = {0, 0.2f, 0.4f, 0.7f, 1})
  void aWhiteBallCannotBeSeenInAFurnace(float roughness) {
    inAFurnace(ball(1, roughness, 0), value -> assertEquals(1, value, HARMONICS));
  }

  /** White metal loses what bounces between its facets, nowhere does it gain. */
  @ParameterizedTest
  @ValueSource(floats = {0, 0.2f, 0.4f, 0.7f, 1})
  void aMetalBallInAFurnaceLosesTheSecondBounce(float roughness) {
    inAFurnace(
        ball(1, roughness, 1), value -> assertEquals(1 - 0.35 * roughness, value, HARMONICS));
  }

  /** A white floor of roughness 1 seen from above under one lamp. */
  private static void floor(Light light, double tolerance, DoubleBinaryOperator expected) {
    Scene scene = Scenes.empty(EYE, new Point3f(), Scenes.plain(0), light);
    Material white = Material.plain("white", Rgb.WHITE, 1);
    Scenes.add(scene, "floor", Role.GROUND, Shapes.plane(20, 20, 1), white, Placements.at(0, 0, 0));
    Frame frame = Scenes.render(scene, N, 1, 1);
    int compared = 0;
    for (int i = 0; i < N * N; i++) {
      double x = frame.coordinates()[i];
      double z = frame.coordinates()[i + 2 * N * N];
      double irradiance = expected.applyAsDouble(x, z);
      if (irradiance >= 0) {
        double got = frame.color()[i];
        assertEquals(irradiance, got, tolerance * irradiance + 1e-4, x + ", " + z);
        compared++;
      }
    }
    assertTrue(compared > N * N / 4, "compared " + compared);
  }

  private static Light lamp(Light.Kind kind, float height, double size, double cone) {
    return new Light(
        kind,
        new Point3f(0.4f, height, 0),
        new Vector3f(0, -1, 0),
        new Rgb(1, 1, 1),
        size,
        cone,
        false);
  }

  /** Matt and, for GGX of slope 1 and 4 % from the front, 0.02 / (cos light + cos eye) more. */
  private static double gloss(double x, double z, double cosine) {
    double eye = EYE.y / Math.sqrt(x * x + EYE.y * EYE.y + (z - EYE.z) * (z - EYE.z));
    return 1 + 0.02 / (cosine + eye);
  }

  /** Lambert's cosine over the square of the distance. */
  @ParameterizedTest
  @ValueSource(floats = {0.3f, 1, 3})
  void pointLightsFallWithTheSquare(float height) {
    floor(
        lamp(Light.Kind.POINT, height, 0, 0),
        0.005,
        (x, z) -> {
          double squared = (x - 0.4) * (x - 0.4) + height * height + z * z;
          double cosine = height / Math.sqrt(squared);
          return cosine / squared * gloss(x, z, cosine);
        });
  }

  /** As a point light within 0.8 of the cone, dark outside of it. */
  @Test
  void spotsHaveACone() {
    double cone = Math.toRadians(30);
    floor(
        lamp(Light.Kind.SPOT, 2, 0, cone),
        0.005,
        (x, z) -> {
          double squared = (x - 0.4) * (x - 0.4) + 4 + z * z;
          double cosine = 2 / Math.sqrt(squared);
          double angle = Math.acos(cosine);
          boolean inside = angle < 0.79 * cone;
          return inside ? cosine / squared * gloss(x, z, cosine) : angle > cone ? 0 : -1;
        });
  }

  /**
   * A disc's share of what a parallel surface sees, (1 - (z - 2 r^2) / sqrt(z^2 - 4 r^2)) / 2 with
   * z = 1 + h^2 + r^2 in units of the distance aside (Howell, catalogue of view factors, B-13),
   * over that at 1 m: within 6 % from five radii away.
   */
  @ParameterizedTest
  @ValueSource(floats = {1, 2})
  void areaLightsAreDiscs(float height) {
    double radius = 0.2;
    double unit = radius * radius / (1 + radius * radius);
    floor(
        lamp(Light.Kind.AREA, height, radius, 0),
        0.06,
        (x, z) -> {
          double aside = Math.max(1e-3, Math.hypot(x - 0.4, z));
          double h = height / aside;
          double r = radius / aside;
          double big = 1 + h * h + r * r;
          double share = (1 - (big - 2 * r * r) / Math.sqrt(big * big - 4 * r * r)) / 2;
          double cosine = height / Math.hypot(aside, height);
          return share / unit * gloss(x, z, cosine);
        });
  }

  /** The sun at several heights on a floor: its colour times the sine. */
  @ParameterizedTest
  @ValueSource(doubles = {15, 45, 90})
  void theSunIsLambert(double elevation) {
    double up = Math.sin(Math.toRadians(elevation));
    Light sun =
        new Light(
            Light.Kind.DIRECTIONAL,
            new Point3f(),
            new Vector3f((float) Math.cos(Math.toRadians(elevation)), (float) -up, 0),
            new Rgb(2, 2, 2),
            0,
            0,
            false);
    floor(sun, 0.005, (x, z) -> 2 * up * gloss(x, z, up));
  }
}
