package org.variegate.api.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.variegate.api.space.Grid;

class LabelMapTest {
  private static final Grid GRID = Grid.centred(2, 1, 1, 1);

  private static Legend legend(int size) {
    return new Legend(IntStream.range(0, size).mapToObj(Label::plain).toList());
  }

  @Test
  void placesAreUnsigned() {
    LabelMap bytes = LabelMap.of(GRID, legend(256), new byte[] {1, (byte) 255});
    LabelMap shorts = LabelMap.of(GRID, legend(65536), new short[] {1, (short) 65535});
    assertEquals(255, bytes.place(1));
    assertEquals(65535, shorts.place(1));
    assertTrue(bytes.inBytes());
    assertFalse(shorts.inBytes());
    assertThrows(IllegalStateException.class, bytes::shorts);
    assertThrows(IllegalStateException.class, shorts::bytes);
  }

  @Test
  void shapesAndLegendsMustFit() {
    refused("voxels: needs 2 for " + GRID + ", got 3", legend(2), new byte[3]);
    refused("voxels: needs two bytes each for 257 labels, got one", legend(257), new byte[2]);
  }

  private static void refused(String message, Legend legend, byte[] places) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> LabelMap.of(GRID, legend, places));
    assertEquals(message, error.getMessage());
  }
}
