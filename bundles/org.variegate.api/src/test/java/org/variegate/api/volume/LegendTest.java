package org.variegate.api.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LegendTest {
  private static final Legend SIDES =
      new Legend(
          List.of(
              Label.plain(0),
              new Label(5, "left a", "left", 6, 1),
              new Label(6, "right a", "right", 5, 2),
              new Label(9, "middle", "left", 9, 3)));

  @Test
  void mirroredSwapsPartnersAndKeepsNumbersOfTissues() {
    Legend mirrored = SIDES.mirrored();
    assertEquals(List.of(0, 6, 5, 9), mirrored.labels().stream().map(Label::id).toList());
    assertEquals(SIDES.tissues(), mirrored.tissues());
    assertEquals(2, mirrored.tissue(1));
    assertEquals(1, mirrored.tissue(2));
    assertEquals(2, mirrored.partner(1));
    assertEquals(SIDES, mirrored.mirrored());
  }

  @Test
  void mirroringNeedsOnePartnerForEachLabel() {
    Label both = new Label(7, "left b", "left", 6, 1);
    Legend legend =
        new Legend(
            List.of(SIDES.labels().get(0), SIDES.labels().get(1), SIDES.labels().get(2), both));
    assertThrows(IllegalArgumentException.class, legend::mirrored);
  }

  @Test
  void theBackgroundHasNoOtherSide() {
    List<Label> labels =
        List.of(new Label(1, "left", "side", 2, 1), new Label(2, "right", "side", 1, 2));
    assertEquals(
        "legend: the background, label 1, needs itself as partner, got 2",
        assertThrows(IllegalArgumentException.class, () -> new Legend(labels)).getMessage());
  }
}
