package org.variegate.species.car;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Genome;

/** Measures of 200 individuals against published ones, and of each type against the others. */
class ProportionsTest {
  private static final List<Genome> MANY = many();

  private static List<Genome> many() {
    List<Genome> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(new CarSpecies().genome(Cars.draws(5000 + i)));
    }
    return many;
  }

  private static void within(Genome genome, String what, double value, double low, double high) {
    assertTrue(
        value >= low && value <= high,
        genome.breed() + ": " + what + " of " + value + ", needs " + low + " to " + high);
  }

  /** Road cars: 3.5 to 5.8 m long, up to 2.05 m wide, the wheelbase 0.54 to 0.70 of the length. */
  @Test
  void carsAreAsLargeAsCars() {
    for (Genome genome : MANY) {
      Layout at = new Layout(genome);
      within(genome, "length", at.length, 3.5, 5.8);
      within(genome, "width", at.width, 1.65, 2.05);
      within(genome, "height", at.height, 1.15, 2.05);
      within(genome, "wheelbase", genome.gene("wheelbase") / at.length, 0.54, 0.7);
      within(genome, "front overhang", genome.gene("overhang") / at.length, 0.14, 0.25);
      within(genome, "rear overhang", (at.rearAxle - at.rearEnd) / at.length, 0.13, 0.3);
      within(genome, "track", 2 * at.track / at.width, 0.76, 0.9);
      within(genome, "clearance", genome.gene("clearance"), 0.11, 0.43);
    }
  }

  /**
   * Tyres of sizes that ETRTO lists: sections of 155 to 305 mm, 25 to 90 series, rims of 14 to 22
   * inches, at whose edge the wall ends.
   */
  @Test
  void tyresAreOfSizesThereAre() {
    for (Genome genome : MANY) {
      double section = genome.gene("tyre");
      double wall = genome.gene("wheel") - genome.gene("rimSize") / 2;
      within(genome, "section [mm]", 1000 * section, 155, 305);
      within(genome, "series", wall / section, 0.245, 0.95);
      within(genome, "rim [inches]", genome.gene("rimSize") / 0.0254, 13.5, 22);
      within(genome, "diameter", 2 * genome.gene("wheel"), 0.56, 0.83);
      within(genome, "gap to the arch", genome.gene("gap"), 0.025, 0.12);
    }
  }

  private static double mean(String breed, ToDoubleFunction<Layout> measure) {
    return MANY.stream()
        .filter(genome -> genome.breed().equals(breed))
        .mapToDouble(genome -> measure.applyAsDouble(new Layout(genome)))
        .average()
        .orElseThrow(() -> new AssertionError("no " + breed));
  }

  private static void inOrder(String what, ToDoubleFunction<Layout> measure, String... breeds) {
    for (int i = 1; i < breeds.length; i++) {
      double before = mean(breeds[i - 1], measure);
      double after = mean(breeds[i], measure);
      assertTrue(
          before < after,
          what + " of " + breeds[i - 1] + " " + before + ", of " + breeds[i] + " " + after);
    }
  }

  @Test
  void typesDifferAsTheirNamesSay() {
    inOrder("height", at -> at.height, "sports", "coupe", "sedan", "hatchback", "suv", "offroad");
    inOrder("length", at -> at.length, "hatchback", "sedan", "luxury");
    inOrder(
        "clearance",
        at -> at.genome.gene("clearance"),
        "sports",
        "coupe",
        "sedan",
        "suv",
        "offroad");
    inOrder("deck", at -> (at.tail - at.rearEnd) / at.length, "estate", "sedan", "pickup");
    inOrder("roof", at -> (at.screenTop - at.roofEnd) / at.length, "sedan", "estate");
    inOrder("roof", at -> (at.screenTop - at.roofEnd) / at.length, "pickup", "sedan", "van");
    inOrder("cabin", at -> at.cowl / at.length, "classic", "sedan", "van");
  }

  /** The slope of the rear window from the roof down: hatches steep, saloons not, coupes least. */
  @Test
  void backsSlopeAsTheyShould() {
    ToDoubleFunction<Layout> slope =
        at -> (at.roofEnd - at.tail) / (at.height - at.genome.gene("deckHeight"));
    inOrder("rear", slope, "offroad", "van", "hatchback", "sedan", "coupe");
  }

  /** Each type is told from the sedan by one measure alone, in every individual. */
  @Test
  void everySuvIsTallerThanEverySedan() {
    Map<String, List<Double>> heights =
        MANY.stream()
            .collect(
                Collectors.groupingBy(
                    Genome::breed,
                    Collectors.mapping(genome -> new Layout(genome).height, Collectors.toList())));
    double sedan = heights.get("sedan").stream().max(Double::compare).get();
    double suv = heights.get("suv").stream().min(Double::compare).get();
    double sports = heights.get("sports").stream().max(Double::compare).get();
    double coupe = heights.get("coupe").stream().min(Double::compare).get();
    assertTrue(sedan < suv, sedan + " against " + suv);
    assertTrue(sports < coupe, sports + " against " + coupe);
  }
}
