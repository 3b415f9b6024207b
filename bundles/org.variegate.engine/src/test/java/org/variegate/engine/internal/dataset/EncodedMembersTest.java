package org.variegate.engine.internal.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.variegate.engine.internal.provenance.Hashes;

class EncodedMembersTest {
  private final MessageDigest digest = Hashes.digest();

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + (i >> 8));
    }
    return bytes;
  }

  private static void write(EncodedMembers members, String name, byte[] bytes, int step)
      throws IOException {
    try (OutputStream out = members.create(name)) {
      for (int i = 0; i < bytes.length; i += step) {
        out.write(bytes, i, Math.min(step, bytes.length - i));
      }
    }
  }

  @Test
  void keepsBytesInChunks() throws Exception {
    Chunks chunks = new Chunks(10);
    for (int length : new int[] {0, 1, Chunks.SIZE, Chunks.SIZE + 1, 3 * Chunks.SIZE + 17}) {
      EncodedMembers members = new EncodedMembers(digest, chunks);
      write(members, "a", bytes(length), 1000);
      EncodedMember member = members.finish().get(0);
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      member.writeTo(copy);
      assertArrayEquals(bytes(length), copy.toByteArray());
      assertEquals(length, member.length());
      members.release();
    }
  }

  @Test
  void hashesAsSha256sumWould() throws Exception {
    EncodedMembers members = new EncodedMembers(digest, null);
    write(members, "a.txt", "abc".getBytes("US-ASCII"), 1);
    write(members, "b.txt", new byte[0], 1);
    members.finish();
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assertEquals(Hashes.text(abc + "  a.txt\n" + empty + "  b.txt\n"), members.sha256());
  }

  @Test
  void refusesMembersThatCannotBeTold() throws Exception {
    EncodedMembers members = new EncodedMembers(digest, null);
    assertThrows(IllegalArgumentException.class, () -> members.create("../a"));
    OutputStream open = members.create("a");
    assertThrows(IllegalStateException.class, () -> members.create("b"));
    assertThrows(IllegalStateException.class, members::finish);
    open.close();
    assertThrows(IOException.class, () -> open.write(1));
    assertThrows(IllegalStateException.class, () -> members.create("a"));
  }
}
