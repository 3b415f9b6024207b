package org.variegate.scene.genome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Genome;

class BreedsTest {
  private static final String TABLE =
      """
      [animal]            # for all
      length = uniform(1, 2)
      coat = plain 3, striped
      [small 1]
      length = 0.5
      [large 3]
      """;
  private static final Map<String, List<String>> WORDS =
      Map.of("coat", List.of("striped", "plain"));

  private final Breeds breeds = new Breeds(TABLE, WORDS);

  private static Draws draws(int index) {
    return new SampleDraws(7, index, new DrawRecord(), Overrides.NONE);
  }

  @Test
  void aBreedHasItsOwnGenesAndThoseOfAll() {
    Genome small = breeds.draw("small", draws(0));
    assertEquals(0.5, small.gene("length"));
    Genome large = breeds.draw("large", draws(0));
    assertTrue(large.gene("length") >= 1 && large.gene("length") <= 2);
  }

  /** False failures: below 1e-9, binomial with 3/4 and 400 draws beyond 6 deviations. */
  @Test
  void breedsAndWordsComeByTheirWeights() {
    int large = 0;
    int plain = 0;
    Set<Double> lengths = new HashSet<>();
    for (int i = 0; i < 400; i++) {
      Genome genome = breeds.draw(draws(i));
      large += genome.breed().equals("large") ? 1 : 0;
      plain += genome.gene("coat") == 1 ? 1 : 0;
      lengths.add(genome.gene("length"));
    }
    assertEquals(300, large, 52);
    assertEquals(300, plain, 52);
    assertEquals(large + 1, lengths.size());
  }

  @Test
  void saysWhatAGeneCanBe() {
    assertTrue(breeds.allows("small", "length", 0.5));
    assertTrue(!breeds.allows("large", "length", 0.5));
    assertTrue(breeds.allows("large", "coat", 0));
  }

  @Test
  void refusesWhatMeansNothing() {
    assertEquals(
        "line 2: coat: needs one of [striped, plain], got dotted",
        refused("[a]\ncoat = dotted\n[b 1]"));
    assertEquals("line 2: needs gene = distribution, got length", refused("[a]\nlength\n[b 1]"));
    assertEquals(
        "line 2: coat: needs a number as weight, got x", refused("[a]\ncoat = plain x\n[b 1]"));
    assertEquals(
        "line 2: coat: needs a word and a weight, got plain 3 4",
        refused("[a]\ncoat = plain 3 4\n[b 1]"));
    assertEquals("line 2: b: needs a number as weight, got much", refused("[a]\n[b much]"));
    assertEquals(
        "breed: needs one of [small, large], got huge",
        assertThrows(IllegalArgumentException.class, () -> breeds.draw("huge", draws(0)))
            .getMessage());
  }

  /** A header without its weight would give its genes to the breed before. */
  @Test
  void refusesBlocksThatWouldBeReadOtherwiseThanMeant() {
    assertEquals("line 3: needs [breed weight], got [c]", refused("[a]\n[b 1]\n[c]"));
    assertEquals("line 2: needs [breed weight], got [b 1", refused("[a]\n[b 1"));
    assertEquals("line 1: needs [species] first, got [b 1]", refused("[b 1]"));
    assertEquals("line 1: needs [species] first, got length = 1", refused("length = 1\n[a]"));
    assertEquals("line 3: needs each breed once, got b again", refused("[a]\n[b 1]\n[b 2]"));
    assertEquals(
        "line 3: needs each gene once, got length again", refused("[a]\nlength = 1\nlength = 2"));
    assertEquals(
        "line 4: needs a gene of the species, got lenght; did you mean 'length'?",
        refused("[a]\nlength = 1\n[b 1]\nlenght = 2"));
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertEquals(
        "none.breeds: needs a file beside " + BreedsTest.class + ", got none",
        assertThrows(
                IllegalArgumentException.class,
                () -> Breeds.of(BreedsTest.class, "none.breeds", WORDS))
            .getMessage());
  }

  private static String refused(String table) {
    return assertThrows(IllegalArgumentException.class, () -> new Breeds(table, WORDS))
        .getMessage();
  }
}
