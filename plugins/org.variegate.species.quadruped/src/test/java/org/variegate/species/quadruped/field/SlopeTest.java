package org.variegate.species.quadruped.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeTest {
  private static final double STEP = 1e-5;

  private final Field field =
      new Field(
          List.of(
              Primitive.cone(new Vec(0, 0, -1), new Vec(0, 0.2, 1), 0.3, 0.5, 0.3, 0, Vec.UP),
              Primitive.ellipsoid(
                  new Vec(0.2, 0.4, 0), new Vec(0.5, 0.2, 0.4), Turn.yaw(0.4), 0.2, 0, Vec.UP),
              Primitive.cone(Vec.LEFT, Vec.UP, 0.2, 0.1, 0.1, 0, Vec.UP),
              Primitive.hollow(new Vec(0, .5, 0.6), new Vec(.2, .3, .25), Turn.roll(0.7), .15, 0)));

  private double growth(Vec at, Vec along) {
    Vec a = at.plus(along.times(STEP));
    Vec b = at.minus(along.times(STEP));
    return (field.at(a.x(), a.y(), a.z()) - field.at(b.x(), b.y(), b.z())) / (2 * STEP);
  }

  /** At points outside, inside, where primitives melt and past a cone's ends. */
  @Test
  void isWhatDifferencesTell() {
    Slope slope = new Slope(field);
    for (int i = 0; i < 500; i++) {
      Vec at =
          new Vec(
              (i * 0.618034 % 1 - 0.5) * 3,
              (i * 0.754878 % 1 - 0.5) * 3,
              (i * 0.569840 % 1 - 0.5) * 3);
      slope.move(field.all(), at.x(), at.y(), at.z());
      assertEquals(field.at(at.x(), at.y(), at.z()), slope.distance());
      assertEquals(growth(at, Vec.LEFT), slope.x(), 1e-3);
      assertEquals(growth(at, Vec.UP), slope.y(), 1e-3);
      assertEquals(growth(at, Vec.FORWARD), slope.z(), 1e-3);
    }
  }
}
