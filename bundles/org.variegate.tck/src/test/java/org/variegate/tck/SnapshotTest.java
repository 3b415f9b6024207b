package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  /** Neither a record nor with words of its own. */
  private static final class Thing {
    private final float[] values;
    private final Object other;
    private final IntSupplier function = () -> 1;
    private transient int kept;

    Thing(Object other, float... values) {
      this.other = other;
      this.values = values;
    }

    int call() {
      kept++;
      return function.getAsInt() + values.length + (other == null ? 0 : 1);
    }
  }

  @Test
  void valuesOfTheFrameworkAreToldByTheirFields() {
    String one = Snapshot.hash(List.of(new Thing(null, 1, 2)));
    assertEquals(one, Snapshot.hash(List.of(new Thing(null, 1, 2))));
    assertNotEquals(one, Snapshot.hash(List.of(new Thing(null, 1, 3))));
    assertNotEquals(one, Snapshot.hash(List.of(new Thing("x", 1, 2))));
    Thing called = new Thing(null, 1, 2);
    assertEquals(3, called.call());
    assertEquals(one, Snapshot.hash(List.of(called)));
    assertNotEquals(Snapshot.hash(Arrays.asList("a", null)), Snapshot.hash(List.of("a")));
  }
}
