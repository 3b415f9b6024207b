package org.variegate.species.quadruped;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.variegate.scene.Genome;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.species.quadruped.anatomy.Bone;

/** How much of an animal has which colour, by area. */
class CoatSharesTest {
  private static Genome with(Genome genome, Map<String, String> words) {
    TreeMap<String, Double> genes = new TreeMap<>(genome.genes());
    words.forEach((gene, word) -> genes.put(gene, (double) index(gene, word)));
    genes.put("age", 1.0);
    return new Genome(genome.breed(), genes);
  }

  private static int index(String gene, String word) {
    int index = Vocabulary.WORDS.get(gene).indexOf(word);
    assertTrue(index >= 0, gene + " has no " + word + ": " + Vocabulary.WORDS.get(gene));
    return index;
  }

  private static Mesh cat(String pattern, String color) {
    Genome genome = new Cat().breeds().draw("domestic-shorthair", GrowthTest.draws(5));
    Map<String, String> words = Map.of("pattern", pattern, "color", color);
    return new Cat().grow(with(genome, words)).mesh();
  }

  private static Mesh dog(String breed) {
    Model model = new Dog().grow(new Dog().breeds().draw(breed, GrowthTest.draws(5)));
    return model.mesh();
  }

  /** Of the coat's area, the share whose colour is so. */
  private static double share(Mesh mesh, Predicate<float[]> is) {
    Mesh.Range coat = mesh.ranges().get(0);
    double all = 0;
    double some = 0;
    for (int t = 3 * coat.from(); t < 3 * (coat.from() + coat.count()); t += 3) {
      double area = area(mesh, t);
      all += area;
      for (int k = 0; k < 3; k++) {
        int v = 3 * mesh.triangles()[t + k];
        float[] c = {mesh.colors()[v], mesh.colors()[v + 1], mesh.colors()[v + 2]};
        some += is.test(c) ? area / 3 : 0;
      }
    }
    return some / all;
  }

  private static double area(Mesh mesh, int t) {
    float[] p = mesh.positions();
    int a = 3 * mesh.triangles()[t];
    int b = 3 * mesh.triangles()[t + 1];
    int c = 3 * mesh.triangles()[t + 2];
    double[] n = new double[3];
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      n[i] =
          (p[b + j] - p[a + j]) * (p[c + k] - p[a + k])
              - (p[b + k] - p[a + k]) * (p[c + j] - p[a + j]);
    }
    return Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) / 2;
  }

  private static boolean dark(float[] c) {
    return luminance(c) < 0.08;
  }

  private static boolean white(float[] c) {
    return luminance(c) > 0.4 && c[2] > 0.6 * c[0];
  }

  private static boolean orange(float[] c) {
    return c[0] > 2 * c[2] && c[0] > 0.12;
  }

  private static double luminance(float[] c) {
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
  }

  private static void within(String what, double share, double low, double high) {
    assertTrue(share >= low && share <= high, what + ": " + share);
  }

  @Test
  void solidIsSolid() {
    within("black", share(cat("solid", "black"), CoatSharesTest::dark), 0.85, 1);
    within("white", share(cat("solid", "white"), CoatSharesTest::white), 0.8, 1);
    within("orange", share(cat("solid", "orange"), CoatSharesTest::orange), 0.6, 1);
  }

  /** White on chest, paws and muzzle: more than a tenth, less than half. */
  @Test
  void tuxedosAreMostlyBlack() {
    Mesh cat = cat("tuxedo", "black");
    within("black", share(cat, CoatSharesTest::dark), 0.45, 0.9);
    within("white", share(cat, CoatSharesTest::white), 0.05, 0.45);
  }

  @Test
  void bicoloursHaveMoreWhiteThanTuxedos() {
    double tuxedo = share(cat("tuxedo", "black"), CoatSharesTest::white);
    double bicolour = share(cat("bicolor", "black"), CoatSharesTest::white);
    assertTrue(bicolour > tuxedo, bicolour + " against " + tuxedo);
    within("white", bicolour, 0.2, 0.8);
  }

  @Test
  void calicosHaveThreeColours() {
    Mesh cat = cat("calico", "black");
    within("white", share(cat, CoatSharesTest::white), 0.15, 0.8);
    within("black", share(cat, CoatSharesTest::dark), 0.05, 0.5);
    within("orange", share(cat, CoatSharesTest::orange), 0.05, 0.6);
  }

  @Test
  void tortoiseshellsHaveTwo() {
    Mesh cat = cat("tortoiseshell", "black");
    within("black", share(cat, c -> c[0] < 1.5 * c[2] && dark(c)), 0.2, 0.8);
    within("orange", share(cat, c -> c[0] > 2 * c[2] && c[0] > 0.05), 0.15, 0.8);
  }

  /** Dark and light hair in turns: neither is less than an eighth. */
  @Test
  void tabbiesHaveStripes() {
    for (String pattern : new String[] {"mackerel", "classic", "spotted"}) {
      Mesh cat = cat(pattern, "brown");
      double[] sorted =
          java.util.stream.IntStream.range(0, cat.vertices())
              .mapToDouble(v -> cat.colors()[3 * v + 1])
              .sorted()
              .toArray();
      double low = sorted[sorted.length / 8];
      double high = sorted[sorted.length * 7 / 8];
      assertTrue(high > 1.8 * low, pattern + ": " + low + " to " + high);
    }
  }

  /** A siamese is dark at its ends: tail, ears, paws and face; a Dalmatian has spots all over. */
  @Test
  void breedsHaveTheirCoats() {
    Genome genome = new Cat().breeds().draw("siamese", GrowthTest.draws(5));
    Mesh siamese = new Cat().grow(with(genome, Map.of())).mesh();
    within("points", share(siamese, c -> luminance(c) < 0.15), 0.08, 0.5);
    within("body", share(siamese, c -> luminance(c) > 0.25), 0.3, 0.9);
    Mesh dalmatian = dog("dalmatian");
    within("spots", share(dalmatian, CoatSharesTest::dark), 0.05, 0.45);
    within("ground", share(dalmatian, CoatSharesTest::white), 0.45, 0.95);
    Mesh rottweiler = dog("rottweiler");
    within("black", share(rottweiler, CoatSharesTest::dark), 0.6, 0.97);
  }

  /** A sable dog's back is dark, its legs are pale. */
  @Test
  void sablesAreDarkAbove() {
    Genome genome = new Dog().breeds().draw("german-shepherd", GrowthTest.draws(5));
    TreeMap<String, Double> genes = new TreeMap<>(with(genome, Map.of("pattern", "sable")).genes());
    genes.put("color", (double) index("color", "tan"));
    genes.put("white", 0.0);
    Mesh mesh = new Dog().grow(new Genome(genome.breed(), genes)).mesh();
    double above = 0;
    double below = 0;
    int backs = 0;
    int legs = 0;
    for (int v = 0; v < mesh.vertices(); v++) {
      float y = mesh.positions()[3 * v + 1];
      double light = mesh.colors()[3 * v + 1];
      int bone = mesh.joints()[4 * v];
      if (bone == Bone.LOIN.ordinal() && y > .55) {
        above += light;
        backs++;
      } else if (bone == Bone.LEFT_FOREARM.ordinal()) {
        below += light;
        legs++;
      }
    }
    assertTrue(backs > 20 && legs > 20, backs + " and " + legs);
    assertTrue(above / backs < .5 * below / legs, above / backs + " above, " + below / legs);
  }
}
