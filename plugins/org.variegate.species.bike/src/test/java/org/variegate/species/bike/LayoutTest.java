package org.variegate.species.bike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.variegate.scene.Genome;

class LayoutTest {
  static List<Genome> all() {
    return Bikes.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void frameCloses(Genome genome) {
    Layout at = new Layout(genome);
    assertEquals(genome.gene("stay"), at.rearAxle.distance(at.bottomBracket), 1e-12);
    assertEquals(genome.gene("drop"), at.rearAxle.y() - at.bottomBracket.y(), 1e-12);
    assertEquals(at.radius, at.frontAxle.y(), 1e-12);
    assertEquals(at.radius, at.rearAxle.y(), 1e-12);
    assertEquals(genome.gene("reach"), at.headTop.z() - at.bottomBracket.z(), 1e-12);
    assertEquals(0, at.rearAxle.z() + at.frontAxle.z(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theForkHoldsTheWheelAtItsRake(Genome genome) {
    Layout at = new Layout(genome);
    Vec down = at.frontAxle.minus(at.headTop);
    assertEquals(genome.gene("rake"), down.dot(at.ahead), 1e-12);
    double fork = at.frontAxle.minus(at.headBottom).dot(at.steering);
    assertTrue(fork > at.radius, "the tyre runs into the crown: " + fork);
  }

  /** Road bicycles have 0.95 to 1.02 m, long Dutch ones up to 1.2 m; children's down to 0.7 m. */
  @ParameterizedTest
  @MethodSource("all")
  void theWheelbaseIsReal(Genome genome) {
    Layout at = new Layout(genome);
    double base = at.frontAxle.distance(at.rearAxle);
    assertTrue(base > 0.68 && base < 1.26, "" + base);
    assertTrue(base > 2 * at.radius + 0.05, "wheels touch each other: " + base);
    if (genome.breed().equals("road")) {
      assertTrue(base > 0.94 && base < 1.03, "" + base);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void toesClearTheGround(Genome genome) {
    Layout at = new Layout(genome);
    assertTrue(at.bottomBracket.y() - at.crank > 0.06, "" + (at.bottomBracket.y() - at.crank));
  }
}
