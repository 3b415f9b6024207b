package org.variegate.species.quadruped.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTest {
  private static final Vec A = new Vec(0, 0, -1);
  private static final Vec B = new Vec(0, 0, 1);

  private static Primitive ball(Vec centre, double radius, double blend) {
    Vec radii = new Vec(radius, radius, radius);
    return Primitive.ellipsoid(centre, radii, Turn.NONE, blend, 0, Vec.UP);
  }

  @Test
  void distancesToConeAndBallAreExact() {
    Field field =
        new Field(
            List.of(Primitive.cone(A, B, 0.3, 0.3, 0.1, 0, Vec.UP), ball(Vec.ZERO, 0.5, 0.1)));
    assertEquals(0.7, field.distance(0, 1, 0, 0.5), 1e-9);
    assertEquals(0.7, field.distance(0, 0, 0, 2), 1e-9);
    assertEquals(1.5, field.distance(1, 0, 2, 0), 1e-6);
  }

  /** Where two are equally far, k / 4 is taken off; where they differ by k or more, nothing. */
  @Test
  void unionIsSmoothWithinItsWidthOnly() {
    Field field = new Field(List.of(ball(A, 0.5, 0.2), ball(B, 0.5, 0.2)));
    assertEquals(0.5 - 0.05, field.at(0, 0, 0), 1e-6);
    assertEquals(0.3, field.at(0, 0, 1.8), 1e-6);
  }

  /** Over points on lines through a long cone, a flat ellipsoid and a hollow. */
  @Test
  void whatIsBeyondALimitIsFarther() {
    Vec flat = new Vec(0.5, 0.1, 0.3);
    Field field =
        new Field(
            List.of(
                Primitive.cone(A, B, 0.1, 0.4, 0.1, 0, Vec.UP),
                Primitive.ellipsoid(B, flat, Turn.yaw(0.4), 0.1, 0, Vec.UP),
                Primitive.hollow(A, flat, Turn.roll(0.7), 0.1, 0)));
    int beyond = 0;
    for (int i = 0; i < 3000; i++) {
      double x = (i * 0.618034 % 1 - 0.5) * 4;
      double y = (i * 0.754878 % 1 - 0.5) * 4;
      double z = (i * 0.569840 % 1 - 0.5) * 4;
      double limit = i % 7 * 0.1;
      if (field.beyond(i % 3, x, y, z, limit)) {
        beyond++;
        assertTrue(field.distance(i % 3, x, y, z) > limit);
      }
    }
    assertTrue(beyond > 600, "most of what is far is told");
  }

  @Test
  void turnsAreRotations() {
    Turn t = Turn.yaw(0.7).after(Turn.pitch(-0.4)).after(Turn.roll(1.1));
    Vec v = new Vec(0.3, -2, 0.7);
    assertEquals(v.length(), t.apply(v).length(), 1e-12);
    assertEquals(0, t.undo(t.apply(v)).minus(v).length(), 1e-12);
    assertEquals(0, t.inverse().apply(t.apply(v)).minus(v).length(), 1e-12);
    assertTrue(Turn.pitch(0.1).apply(Vec.FORWARD).y() < 0, "a positive pitch lowers the front");
    assertTrue(Turn.yaw(0.1).apply(Vec.FORWARD).x() > 0, "a positive yaw turns to the left");
    assertTrue(Turn.roll(0.1).apply(Vec.UP).x() < 0, "a positive roll tips to the right");
  }

  @Test
  void framesHaveTheirForward() {
    Vec f = new Vec(0.2, -0.9, 0.4);
    Turn t = Turn.frame(f, Vec.LEFT);
    assertEquals(0, t.apply(Vec.FORWARD).minus(f.unit()).length(), 1e-12);
    assertTrue(t.left().dot(Vec.LEFT) > 0.9);
  }
}
