package org.variegate.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PreambleTest {
  private static final Preamble PREAMBLE = new Preamble("roses 1").with("petals", 5);

  @Test
  void whatFollowsCanBeReadWhereItIsTheSame() throws IOException {
    DataInputStream in = bytes(PREAMBLE, 99);
    new Preamble("roses 1").with("petals", 5).require(in);
    assertEquals(7, in.read());
  }

  @Test
  void whatDiffersIsToldByName() {
    assertRefused("petals: needs 6, got 5", new Preamble("roses 1").with("petals", 6));
    assertRefused("format: needs roses 2, got roses 1", new Preamble("roses 2"));
  }

  @Test
  void whatEndsTooEarlyIsNone() {
    for (int length = 0; length < 12; length++) {
      int end = length;
      assertThrows(EOFException.class, () -> PREAMBLE.require(bytes(PREAMBLE, end)));
    }
  }

  private static void assertRefused(String message, Preamble needed) {
    IOException refused =
        assertThrows(IOException.class, () -> needed.require(bytes(PREAMBLE, 99)));
    assertEquals(message, refused.getMessage());
  }

  /** A preamble and a 7, or the first bytes of it. */
  private static DataInputStream bytes(Preamble preamble, int most) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    preamble.write(new DataOutputStream(out));
    out.write(7);
    byte[] all = out.toByteArray();
    return new DataInputStream(
        new ByteArrayInputStream(Arrays.copyOf(all, Math.min(most, all.length))));
  }
}
