package org.variegate.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.variegate.api.Arena;
import org.variegate.scene.Scene;

class LoansTest {

  /** Counts what is lent. */
  private static final class Lender implements Arena {
    final Set<Object> lent = Collections.newSetFromMap(new IdentityHashMap<>());

    private <T> T note(T array) {
      lent.add(array);
      return array;
    }

    @Override
    public float[] floats(int length) {
      return note(new float[length]);
    }

    @Override
    public int[] ints(int length) {
      return note(new int[length]);
    }

    @Override
    public short[] shorts(int length) {
      return note(new short[length]);
    }

    @Override
    public byte[] bytes(int length) {
      return note(new byte[length]);
    }

    @Override
    public void release(Object array) {
      assertTrue(lent.remove(array), "given back twice");
    }
  }

  /** Many pictures of one sample, as of a lens, take the memory of one. */
  @Test
  void aPictureKeepsItsFrameAlone() {
    Scene scene = Scenes.furry();
    Lender arena = new Lender();
    scene.geometry(1, arena);
    int posed = arena.lent.size();
    Frame frame = new Renderer(Settings.of(32, 24)).render(scene, arena);
    arena.release(frame.color());
    arena.release(frame.instances());
    assertEquals(posed, arena.lent.size());
  }
}
