package org.variegate.draws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedDrawsTest {
  private static final Distribution UNIT = Distribution.parse("unit", "uniform(0, 1)");

  private static Draws plain(DrawRecord record) {
    return new SampleDraws(7, 3, record, Overrides.NONE);
  }

  /** Everything that can be drawn, of three names each. */
  private static List<Object> all(Draws draws) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      values.add(draws.sample("a" + i, UNIT));
      values.add(draws.chance("c" + i, 0.5));
      values.add(draws.index("d" + i, 100));
      values.add(draws.choose("e" + i, List.of("x", "y", "z")));
      values.add(draws.choose("f" + i, Weighted.of("f", List.of(1, 2), 1, 3)));
      values.add(draws.child("a" + i).sample("a", UNIT));
      values.add(draws.child("a" + i, 2).sample("a", UNIT));
      values.add(draws.shared("s" + i, 2).sample("a", UNIT));
    }
    return values;
  }

  @Test
  void askedAgainTheyGiveTheSameAndDrawOnce() {
    DrawRecord wanted = new DrawRecord();
    List<Object> first = all(plain(wanted));
    DrawRecord record = new DrawRecord();
    Draws repeated = new RepeatedDraws(plain(record));
    assertEquals(first, all(repeated));
    assertEquals(first, all(repeated));
    assertEquals(wanted.values(), record.values());
  }

  @Test
  void anArrayIsACopyOfWhatWasDrawn() {
    Draws repeated = new RepeatedDraws(plain(new DrawRecord()));
    double[] once = repeated.sample("b", UNIT, 4);
    double[] kept = once.clone();
    once[2] = 9;
    assertArrayEquals(kept, repeated.sample("b", UNIT, 4));
    int[] wanted = new int[3];
    plain(new DrawRecord()).noise("n").bits(wanted, 0, 3, 5);
    for (int i = 0; i < 2; i++) {
      int[] bits = new int[3];
      repeated.noise("n").bits(bits, 0, 3, 5);
      assertArrayEquals(wanted, bits);
    }
  }

  @Test
  void anErrorStaysOne() {
    Draws repeated = new RepeatedDraws(plain(new DrawRecord()));
    assertThrows(IllegalArgumentException.class, () -> repeated.chance("c", 2));
    assertThrows(IllegalArgumentException.class, () -> repeated.chance("c", 2));
  }
}
