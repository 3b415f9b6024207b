package org.variegate.engine.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WorkerArenaTest {
  private final WorkerArena arena = new WorkerArena();

  @Test
  void lendsTheSameArraysAgainAfterASample() {
    float[] floats = arena.floats(10);
    assertNotSame(floats, arena.floats(10));
    arena.end();
    float[] again = arena.floats(10);
    float[] other = arena.floats(10);
    assertTrue(again == floats || other == floats);
    assertEquals(80, arena.size());
  }

  @Test
  void tellsTypesAndLengthsApart() {
    assertEquals(3, arena.ints(3).length);
    arena.end();
    assertEquals(3, arena.floats(3).length);
    assertEquals(3, arena.bytes(3).length);
    assertEquals(4, arena.shorts(4).length);
    assertEquals(12 + 12 + 3 + 8, arena.size());
  }

  @Test
  void takesAnArrayBackEarly() {
    byte[] bytes = arena.bytes(7);
    arena.release(bytes);
    assertSame(bytes, arena.bytes(7));
    arena.release(new byte[7]);
    assertNotSame(bytes, arena.bytes(7));
  }

  @Test
  void dropsWhatNoSampleUsesAnyMore() {
    arena.floats(100);
    arena.floats(1);
    arena.end();
    for (int i = 0; i < 20; i++) {
      arena.floats(100);
      arena.end();
    }
    assertEquals(400, arena.size());
  }

  @Test
  void keepsNoMoreThanTwiceWhatASampleUsesWhereSizesVary() {
    for (int i = 0; i < 100; i++) {
      arena.floats(1000 + i);
      arena.end();
      assertTrue(arena.size() <= 2 * 4 * (1000 + i), "idle memory does not add up");
    }
  }

  @Test
  void keepsWhatOnlySomeSamplesUse() {
    Object large = arena.floats(1000);
    arena.end();
    for (int i = 0; i < 5; i++) {
      arena.floats(10);
      arena.end();
    }
    assertTrue(large == arena.floats(1000));
  }
}
