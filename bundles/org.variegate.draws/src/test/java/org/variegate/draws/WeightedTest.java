package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightedTest {
  private static final List<String> PETS = List.of("cat", "dog", "newt");

  private static String choose(Weighted<String> pets, long sample, Map<String, String> overrides) {
    return new SampleDraws(1, sample, new DrawRecord(), new Overrides(overrides))
        .choose("pet", pets);
  }

  /** Five standard errors of a share of 10,000: a fresh seed fails once in 10^6. */
  @Test
  void sharesAreProportionalToWeights() {
    Weighted<String> pets = Weighted.of("weights", PETS, 3, 1, 0);
    int cats = 0;
    for (int i = 0; i < 10_000; i++) {
      String pet = choose(pets, i, Map.of());
      assertTrue(!pet.equals("newt"));
      cats += pet.equals("cat") ? 1 : 0;
    }
    assertEquals(7500, cats, 5 * Math.sqrt(10_000 * .75 * .25));
  }

  @Test
  void withoutWeightsAllAreEquallyLikely() {
    Weighted<String> pets = Weighted.of("weights", PETS);
    assertEquals("cat", pets.at(.333));
    assertEquals("dog", pets.at(.334));
    assertEquals("newt", pets.at(.9999));
  }

  @Test
  void whatWeighsNothingIsNeverChosen() {
    Weighted<String> pets = Weighted.of("weights", PETS, 0, 1, 0);
    assertEquals("dog", pets.at(0));
    assertEquals("dog", pets.at(Math.nextDown(1.0)));
  }

  @Test
  void isRecordedAndSetByName() {
    DrawRecord record = new DrawRecord();
    var draws = new SampleDraws(1, 2, record, Overrides.NONE);
    String pet = draws.choose("pet", Weighted.of("weights", PETS));
    assertEquals(pet, record.values().get("pet"));
    Weighted<String> never = Weighted.of("weights", PETS, 1, 1, 0);
    assertEquals("newt", choose(never, 3, Map.of("pet", "newt")));
    Map<String, String> other = Map.of("pet", "rat");
    assertThrows(IllegalArgumentException.class, () -> choose(never, 3, other));
  }

  @Test
  void refusesWhatIsNoWeight() {
    for (double[] weights : new double[][] {{1, 2}, {1, -1, 1}, {0, 0, 0}, {1, Double.NaN, 1}}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> Weighted.of("weights", PETS, weights))
              .getMessage();
      assertTrue(message.startsWith("weights: needs 3 weights of at least 0"), message);
    }
    assertThrows(IllegalArgumentException.class, () -> Weighted.of("kinds", List.of()));
  }
}
