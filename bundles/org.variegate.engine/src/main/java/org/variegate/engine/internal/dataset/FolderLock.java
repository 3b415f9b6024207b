package org.variegate.engine.internal.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Keeps a second run, of this process or another, out of a folder. */
final class FolderLock implements AutoCloseable {
  static final String NAME = ".lock";

  private final Path path;
  private final FileChannel channel;

  private FolderLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** The lock, or null while somebody else holds it. */
  static FolderLock take(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = tryLock(channel) && isStillThere(path, channel);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    return taken ? new FolderLock(path, channel) : null;
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Another run may have removed the file between opening and locking it. */
  private static boolean isStillThere(Path path, FileChannel channel) throws IOException {
    byte[] token = Long.toHexString(System.nanoTime()).getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(token), 0);
    try {
      return Arrays.equals(token, Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(path);
    }
  }
}
