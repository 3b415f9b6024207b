package org.variegate.engine.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class DiskFailureTest {

  @Test
  void saysWhyInOneLine() {
    assertEquals(
        "the disk is full; make room and run again to go on",
        DiskFailure.line(new FileSystemException("a/b", null, "No space left on device")));
    assertEquals(
        "cannot be written to: a/b: permission denied",
        DiskFailure.line(new AccessDeniedException("a/b")));
    assertEquals(
        "cannot be written to: a/b: Read-only file system",
        DiskFailure.line(new FileSystemException("a/b", null, "Read-only file system")));
    assertEquals(
        "cannot be written to: a/b: no such file or folder",
        DiskFailure.line(new NoSuchFileException("a/b")));
    assertEquals(
        "cannot be written to: odd error", DiskFailure.line(new IOException("odd\n error")));
  }
}
