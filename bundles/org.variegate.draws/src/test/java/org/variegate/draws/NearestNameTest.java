package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> NAMES = List.of("sigma", "gain", "bias-field");

  @Test
  void distancesAreLevenshteins() {
    assertEquals(3, NearestName.distance("kitten", "sitting"));
    assertEquals(3, NearestName.distance("Saturday", "Sunday"));
    assertEquals(0, NearestName.distance("Gain", "gAIN"));
    assertEquals(4, NearestName.distance("", "gain"));
  }

  @Test
  void aNearNameIsProposed() {
    assertEquals("did you mean 'sigma'?", NearestName.hint("sgima", NAMES));
    assertEquals("did you mean 'bias-field'?", NearestName.hint("biasfield", NAMES));
    assertEquals("did you mean 'a'?", NearestName.hint("c", List.of("b", "a")));
  }

  @Test
  void elseAllAreListed() {
    assertEquals("valid: bias-field, gain, sigma", NearestName.hint("temperature", NAMES));
    assertEquals("there is none", NearestName.hint("x", List.of()));
  }

  @Test
  void slipsOfThePenAreFound() {
    List<String> gaits = List.of("walk", "sit", "play-bow");
    for (String slip : List.of("wlak", "walkk", "wak", "Wolk", "Awalk")) {
      assertEquals(Optional.of("walk"), NearestName.slip(slip, gaits), slip);
    }
    assertEquals(Optional.of("play-bow"), NearestName.slip("playbow", gaits));
    for (String other : List.of("walk", "WALK", "wlka", "lie", "run", "")) {
      assertEquals(Optional.empty(), NearestName.slip(other, gaits), other);
    }
  }
}
