package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LandmarksTest {
  private static String refused(List<String> names, List<List<String>> lines) {
    return assertThrows(IllegalArgumentException.class, () -> new Landmarks(names, lines))
        .getMessage();
  }

  @Test
  void aLineJoinsTwoOfTheNames() {
    List<String> names = List.of("nose", "tail");
    new Landmarks(names, List.of(names));
    String needs = "lines: needs two names of [nose, tail], got ";
    assertEquals(needs + "[nose]", refused(names, List.of(List.of("nose"))));
    assertEquals(needs + "[nose, ear]", refused(names, List.of(List.of("nose", "ear"))));
    assertEquals(needs + "[nose, nose]", refused(names, List.of(List.of("nose", "nose"))));
  }

  @Test
  void noNameStandsTwice() {
    assertEquals(
        "names: needs each once, got [nose, nose]", refused(List.of("nose", "nose"), List.of()));
  }
}
