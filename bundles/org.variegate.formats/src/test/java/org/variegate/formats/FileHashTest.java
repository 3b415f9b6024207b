package org.variegate.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashTest {
  /** FIPS 180-2, appendix B.1. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void hashesBytesAndText() throws Exception {
    assertEquals(ABC, FileHash.of(Files.writeString(folder.resolve("abc"), "abc")));
    assertEquals(ABC, FileHash.ofText("abc"));
  }

  /** FIPS 180-2, appendix B.3: a million times a. */
  @Test
  void hashesMoreThanABuffer() throws Exception {
    assertEquals(
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
        FileHash.of(Files.writeString(folder.resolve("a"), "a".repeat(1_000_000))));
  }

  @Test
  void namesAFileThatCannotBeRead() {
    Path missing = folder.resolve("missing");
    var error = assertThrows(FormatException.class, () -> FileHash.of(missing));
    assertEquals(missing + ": no such file", error.getMessage());
    error = assertThrows(FormatException.class, () -> FileHash.of(folder));
    assertEquals(folder + ": needs a file, got a folder", error.getMessage());
  }
}
