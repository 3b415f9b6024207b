package org.variegate.species.quadruped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.scene.Genome;
import org.variegate.scene.genome.Breeds;
import org.variegate.species.quadruped.anatomy.Anatomy;
import org.variegate.species.quadruped.anatomy.Traits;
import org.variegate.species.quadruped.coat.Coat;
import org.variegate.species.quadruped.coat.Part;

class CoatTest {
  /** Adult, without mottling and white. */
  private static Coat coat(boolean cat, String breed, String pattern, String color) {
    Breeds breeds = cat ? new Cat().breeds() : new Dog().breeds();
    Map<String, Double> genes = new TreeMap<>(breeds.draw(breed, GrowthTest.draws(5)).genes());
    genes.put("age", 1.0);
    genes.put("grain", 0.0);
    genes.put("white", 0.0);
    genes.put("shade", 1.0);
    genes.put("pattern", word("pattern", pattern));
    genes.put("color", word("color", color));
    return new Coat(new Anatomy(new Traits(new Genome(breed, genes), cat)));
  }

  private static double word(String gene, String word) {
    return Vocabulary.WORDS.get(gene).indexOf(word);
  }

  /** Colours of points on both sides of the trunk. */
  private static List<double[]> flanks(Coat coat) {
    List<double[]> colors = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      coat.at(Part.BODY, i % 2 == 0 ? .16 : -.16, .55 + .001 * (i / 20), .1 + .025 * (i % 20));
      double[] rgb = new double[3];
      coat.color(rgb);
      colors.add(rgb);
    }
    return colors;
  }

  private static double contrast(Coat coat) {
    double low = 1;
    double high = 0;
    for (double[] rgb : flanks(coat)) {
      low = Math.min(low, rgb[1]);
      high = Math.max(high, rgb[1]);
    }
    return high / low;
  }

  @ParameterizedTest
  @ValueSource(strings = {"orange", "brown", "silver"})
  void bandedHairsShowStripes(String color) {
    assertTrue(contrast(coat(true, "domestic-shorthair", "solid", color)) > 1.25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"black", "grey", "cream", "white"})
  void otherHairsShowNone(String color) {
    assertTrue(contrast(coat(true, "domestic-shorthair", "solid", color)) < 1.25);
  }

  @Test
  void tortoiseshellsAreOrangeAndBlackAlike() {
    List<double[]> colors = flanks(coat(true, "tortoiseshell", "tortoiseshell", "black"));
    long orange = colors.stream().filter(rgb -> rgb[0] > .12 && rgb[0] > 2 * rgb[2]).count();
    long black = colors.stream().filter(rgb -> rgb[0] < .06).count();
    assertTrue(orange > 40 && black > 40, orange + " orange, " + black + " black");
  }

  @Test
  void lidsAreDarkerThanTheFace() {
    Coat coat = coat(false, "labrador", "solid", "cream");
    double[] face = {.6, .5, .4};
    double[] lid = face.clone();
    coat.lid(lid);
    for (int c = 0; c < 3; c++) {
      assertTrue(lid[c] < .75 * face[c] && lid[c] > .03);
    }
  }

  @Test
  void bareEarsHaveNoHairsInside() {
    Coat bald = coat(true, "sphynx", "solid", "pink");
    Coat haired = coat(true, "tabby", "solid", "black");
    double[][] skin = {{.02, .02, .02}, {.02, .02, .02}};
    bald.innerEar(skin[0], 1, 0);
    bald.innerEar(skin[1], 1, 1);
    assertEquals(skin[0][1], skin[1][1]);
    double[][] hairs = {{.02, .02, .02}, {.02, .02, .02}};
    haired.innerEar(hairs[0], 1, 0);
    haired.innerEar(hairs[1], 1, 1);
    assertTrue(hairs[0][1] != hairs[1][1]);
  }
}
