package org.variegate.yardsticks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists archives of POSIX ustar. */
final class Tar {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE = 12;

  /**
   * A file in an archive.
   *
   * @param name of the file
   * @param offset of its first byte in the archive
   * @param length in bytes
   */
  record Entry(String name, long offset, long length) {}

  private Tar() {}

  static List<Entry> list(Path archive) throws IOException {
    List<Entry> entries = new ArrayList<>();
    byte[] header = new byte[BLOCK];
    try (RandomAccessFile in = new RandomAccessFile(archive.toFile(), "r")) {
      for (long at = 0; at + BLOCK <= in.length(); ) {
        in.seek(at);
        in.readFully(header);
        String name = text(header, 0, NAME);
        if (name.isEmpty()) {
          break;
        }
        long length = Long.parseLong(text(header, SIZE_AT, SIZE).strip(), 8);
        if (length < 0 || length > in.length() - at - BLOCK) {
          throw new IOException(archive + ": needs all of " + name + ", got a part");
        }
        entries.add(new Entry(name, at + BLOCK, length));
        at += BLOCK + (length + BLOCK - 1) / BLOCK * BLOCK;
      }
    } catch (NumberFormatException e) {
      throw new IOException(archive + ": needs a tar archive, got something else", e);
    }
    return entries;
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.US_ASCII);
  }
}
