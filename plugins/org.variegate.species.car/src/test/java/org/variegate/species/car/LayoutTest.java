package org.variegate.species.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.variegate.scene.Genome;

class LayoutTest {
  static List<Genome> all() {
    return Cars.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void overhangsClose(Genome genome) {
    Layout at = new Layout(genome);
    assertEquals(genome.gene("wheelbase"), at.frontAxle - at.rearAxle, 1e-12);
    assertEquals(genome.gene("overhang"), at.frontEnd - at.frontAxle, 1e-12);
    assertEquals(at.length, at.frontEnd - at.rearEnd, 1e-12);
    assertTrue(at.rearAxle - at.arch > at.rearEnd + 0.1, "no room for the rear wheel");
    assertTrue(at.frontAxle + at.arch < at.frontEnd - 0.1, "no room for the front wheel");
  }

  @ParameterizedTest
  @MethodSource("all")
  void theCabinIsOne(Genome genome) {
    Layout at = new Layout(genome);
    assertTrue(at.cowl > at.screenTop, "windscreen leans forward");
    assertTrue(at.screenTop > at.roofEnd + 0.4, "roof of " + (at.screenTop - at.roofEnd));
    assertTrue(at.tail < at.roofEnd, "rear window hangs over");
    assertTrue(at.tail >= at.rearEnd && at.cowl < at.frontEnd);
  }

  @ParameterizedTest
  @MethodSource("all")
  void doorsClearTheFrontWheel(Genome genome) {
    Layout at = new Layout(genome);
    double hinge = at.cowl - genome.gene("hinge");
    assertTrue(hinge < at.frontAxle - 0.1, "" + hinge);
    assertTrue(2 * at.track + genome.gene("tyre") < at.width, "wheels stand out");
  }

  @ParameterizedTest
  @MethodSource("all")
  void windowsAreAboveTheBeltLineAndBelowTheRoof(Genome genome) {
    Layout at = new Layout(genome);
    double z = (at.screenTop + at.roofEnd) / 2;
    assertTrue(at.roof(z) - at.belt(z) > genome.gene("headroom") + 0.15);
    assertTrue(at.belt(z) - at.sill(z) > 0.45);
    double[] highest = at.upper(0, 1, 0);
    assertEquals(at.roof(highest[2]), highest[1], 1e-12, "the cabin ends at the roof");
    assertTrue(at.cabin(z, 1) < at.cabin(z, 0), "the cabin widens upwards");
  }
}
