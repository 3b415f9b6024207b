package org.variegate.engine.internal.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.engine.internal.provenance.Hashes;

class HashingFileTest {
  @TempDir Path folder;

  private static EncodedMember member(String text) throws Exception {
    EncodedMembers members = new EncodedMembers(Hashes.digest(), new Chunks(4));
    try (OutputStream out = members.create("m")) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return members.finish().get(0);
  }

  private void hashesItsBytes(String before, String first, String second, String after)
      throws Exception {
    Path path = folder.resolve("f");
    Files.deleteIfExists(path);
    HashingFile file = new HashingFile(path);
    file.write(before.getBytes(StandardCharsets.UTF_8));
    if (first != null) {
      member(first).writeTo(file);
    }
    if (second != null) {
      member(second).writeTo(file);
    }
    file.write(after.getBytes(StandardCharsets.UTF_8));
    file.close();
    String all = before + (first == null ? "" : first) + (second == null ? "" : second) + after;
    byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(bytes, Files.readAllBytes(path));
    assertEquals(bytes.length, file.length());
    MessageDigest digest = Hashes.digest();
    digest.update(bytes);
    assertEquals(Hashes.hex(digest), file.sha256());
  }

  @Test
  void knowsTheHashOfWhateverWentIn() throws Exception {
    hashesItsBytes("", null, null, "");
    hashesItsBytes("header", "one", null, "");
    hashesItsBytes("", "one", "two", "");
    hashesItsBytes("", "one", null, "footer");
    hashesItsBytes("", "", "two", "footer");
  }

  @Test
  void takesTheHashOfItsOnlyMember() throws Exception {
    HashingFile file = new HashingFile(folder.resolve("only"));
    EncodedMember member = member("one");
    member.writeTo(file);
    file.close();
    assertEquals(member.sha256(), file.sha256());
    assertEquals(3, file.length());
  }
}
