package org.variegate.species.quadruped.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearbyTest {
  private static Primitive ball(double z, double radius) {
    Vec radii = new Vec(radius, radius, radius);
    return Primitive.ellipsoid(new Vec(0, 0, z), radii, Turn.NONE, 0.2, 0, Vec.UP);
  }

  private final Field field =
      new Field(
          List.of(
              ball(-1, 0.5),
              ball(1, 0.5),
              Primitive.hollow(new Vec(0, .5, 1), new Vec(.2, .2, .2), Turn.NONE, .05, 0)));

  private final Nearby nearby = new Nearby(field);

  @Test
  void whatIsLeftOutAsFarDoesNotMatter() {
    for (double z = -1.4; z < 1.4; z += 0.09) {
      nearby.move(field.all(), 0.4, 0.2, z, 0.1);
      int[] near = nearby.primitives();
      for (double d = -0.05; d <= 0.05; d += 0.05) {
        assertEquals(field.at(0.4 + d, 0.2, z - d), field.at(near, 0.4 + d, 0.2, z - d), 1e-12);
      }
    }
    nearby.move(field.all(), 0, 0, -1.6, 0.01);
    assertArrayEquals(new int[] {0}, nearby.primitives());
  }

  @Test
  void theDistanceIsThatOfTheField() {
    for (double z = -2; z < 2; z += 0.17) {
      nearby.move(field.all(), 0.1, 0.4, z, 0.2);
      assertEquals(field.at(nearby.primitives(), 0.1, 0.4, z), nearby.distance());
    }
  }
}
