package org.variegate.species.bike;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Genome;
import org.variegate.scene.Mesh;

/** Measures of 200 individuals against published ones. */
class GeometryTest {
  private static final List<Genome> MANY = many();

  private static List<Genome> many() {
    List<Genome> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(new BikeSpecies().genome(Bikes.draws(5000 + i)));
    }
    return many;
  }

  private static void within(Genome genome, String what, double value, double low, double high) {
    assertTrue(
        value >= low && value <= high,
        genome.breed() + ": " + what + " of " + value + ", needs " + low + " to " + high);
  }

  private static boolean small(Genome genome) {
    return genome.breed().equals("child") || genome.breed().equals("bmx");
  }

  /** Trail is (r cos(head) - rake) / sin(head); Wilson 2004, Bicycling Science: 30 to 115 mm. */
  @Test
  void theFrontWheelTrails() {
    for (Genome genome : MANY) {
      Layout at = new Layout(genome);
      double share = at.headTop.y() / -at.steering.y();
      double meets = at.headTop.along(at.steering, share).z();
      double head = Math.toRadians(genome.gene("headAngle"));
      double closed = (at.radius * Math.cos(head) - genome.gene("rake")) / Math.sin(head);
      within(genome, "closed form", meets - at.frontAxle.z() - closed, -1e-9, 1e-9);
      within(genome, "trail", closed, small(genome) ? 0.02 : 0.03, 0.115);
    }
  }

  /** ISO 5775: bead seats of 622, 584, 559 mm for adults, 406 and 305 mm and so on for children. */
  @Test
  void rimsAreOfSizesThereAre() {
    int[] seats = {203, 255, 305, 355, 406, 451, 507, 559, 571, 584, 590, 622, 630};
    for (Genome genome : MANY) {
      double seat = 2000 * (genome.gene("wheel") - 2 * genome.gene("tyre"));
      double off = 1000;
      for (int size : seats) {
        off = Math.min(off, Math.abs(seat - size));
      }
      within(genome, "off a rim of " + seat + " by [mm]", off, 0, 30);
      if (!small(genome)) {
        within(genome, "bead seat [mm]", seat, 515, 645);
      }
    }
  }

  /** The bottom bracket is 255 to 345 mm above the ground, a child's or BMX's 165 mm or more. */
  @Test
  void theBottomBracketClearsTheGround() {
    for (Genome genome : MANY) {
      double height = new Layout(genome).bottomBracket.y();
      within(genome, "bottom bracket", height, small(genome) ? 0.165 : 0.255, 0.345);
    }
  }

  /**
   * From the saddle to the pedal at its lowest 1.09 of the inseam (Hamley and Thomas 1967), which
   * is 0.47 of the stature (Drillis and Contini 1966: 0.485 to the hip joint's lower edge); a BMX
   * is ridden lower.
   */
  @Test
  void theLegFitsTheSaddle() {
    for (Genome genome : MANY) {
      Layout at = new Layout(genome);
      double stature = new Body(at).stature;
      double reach = at.saddle.plus(0, 0.065, 0).distance(at.bottomBracket) + at.crank;
      double low = genome.breed().equals("bmx") ? 0.6 : 0.95;
      within(genome, "saddle height by inseam", reach / (0.47 * stature), low, 1.15);
      within(genome, "setback", at.bottomBracket.z() - at.saddle.z(), 0.03, 0.33);
    }
  }

  /** Road bars lie below a Dutch bicycle's; flat bars are wider than drop bars. */
  @Test
  void breedsSitAsTheyShould() {
    Map<String, double[]> bars = new HashMap<>();
    for (Genome genome : MANY) {
      Layout at = new Layout(genome);
      double[] range = bars.computeIfAbsent(genome.breed(), k -> new double[] {9, -9});
      double above = new Bar(at).hand().y() - at.saddle.y() - 0.065;
      range[0] = Math.min(range[0], above);
      range[1] = Math.max(range[1], above);
      within(genome, "bar over saddle", above, -0.2, 0.62);
    }
    assertTrue(bars.get("road")[1] < bars.get("dutch")[0], "road below dutch");
    assertTrue(bars.get("road")[1] < 0.06, "road: " + bars.get("road")[1]);
    assertTrue(bars.get("dutch")[0] > 0.05, "dutch: " + bars.get("dutch")[0]);
  }

  /** Length, height and width without a rider, in m. */
  @Test
  void bicyclesAreAsLargeAsBicycles() {
    for (Genome genome : MANY) {
      float[] size = size(new BikeSpecies().grow(Bikes.with(genome, "rider", 0)).mesh());
      boolean child = genome.breed().equals("child");
      double base = new Layout(genome).frontAxle.z() - new Layout(genome).rearAxle.z();
      within(genome, "length", size[2], child ? 1.05 : 1.35, child ? 1.45 : 2.15);
      within(genome, "length by wheelbase", size[2] / base, 1.5, 2.0);
      within(genome, "height", size[1], child ? 0.6 : 0.8, child ? 0.95 : 1.35);
      within(genome, "width", size[0], 0.38, 0.82);
    }
  }

  private static float[] size(Mesh mesh) {
    float[] low = {9, 9, 9};
    float[] high = {-9, -9, -9};
    for (int i = 0; i < mesh.positions().length; i++) {
      low[i % 3] = Math.min(low[i % 3], mesh.positions()[i]);
      high[i % 3] = Math.max(high[i % 3], mesh.positions()[i]);
    }
    return new float[] {high[0] - low[0], high[1] - low[1], high[2] - low[2]};
  }
}
