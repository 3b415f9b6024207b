package org.variegate.unet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.variegate.api.task.Measure;

class CasesTest {
  @Test
  void meansHaveIntervalsWhereThereIsMoreThanOneCase() {
    Cases cases = new Cases("Dice");
    assertTrue(cases.mean().isEmpty());
    cases.add(0.5);
    assertEquals(Measure.of("Dice", 0.5), cases.mean().orElseThrow());
    cases.add(1);
    Measure mean = cases.mean().orElseThrow();
    assertEquals(0.75, mean.value());
    assertEquals(0.5, mean.low());
    assertEquals(1, mean.high());
    assertEquals(List.of(0.5, 1.0), cases.values());
  }
}
