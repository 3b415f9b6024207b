package org.variegate.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final long STEP = 50_000_000;
  private static final long SECOND = 1_000_000_000;

  /** Steps until it is over. */
  private static long steps(Patience patience, LongPredicate busy) {
    for (long step = 1; ; step++) {
      if (patience.isOver(step * STEP, busy.test(step))) {
        return step;
      }
    }
  }

  @Test
  void fiveSecondsWithoutAnythingBusy() {
    assertEquals(101, steps(new Patience(0), step -> false));
  }

  @Test
  void whatIsBusyBeginsThemAnew() {
    assertEquals(160, steps(new Patience(0), step -> step == 59));
  }

  @Test
  void tenMinutesOfWhatIsBusy() {
    assertEquals(12_001, steps(new Patience(0), step -> true));
  }

  @Test
  void aProcessThatWasStoppedIsNotStuck() {
    Patience patience = new Patience(0);
    assertFalse(patience.isOver(STEP, false));
    assertFalse(patience.isOver(3600 * SECOND, false));
    assertFalse(patience.isOver(3600 * SECOND + STEP, false));
  }
}
