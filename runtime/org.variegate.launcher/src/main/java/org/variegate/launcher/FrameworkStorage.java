package org.variegate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of this process's own for the framework's copies of plugins. A lock says that it is in
 * use; whoever closes his own removes those of processes that died.
 */
final class FrameworkStorage implements AutoCloseable {
  private static final String PREFIX = "variegate-";
  private static final String LOCK = "lock";

  /** A folder younger than this may not have been locked yet. */
  private static final long GRACE_MILLIS = 60_000;

  /** Where a folder in memory is, on Linux: its files are made ten times faster than on a disk. */
  private static final Path IN_MEMORY = Path.of("/dev/shm");

  /** Room for large plugins. */
  private static final long ENOUGH_BYTES = 512L << 20;

  private final Path parent;
  private final Path folder;
  private final FileChannel channel;

  /**
   * Makes the folder and locks it.
   *
   * @param parent where temporary folders go
   * @throws IOException if it cannot be written to
   */
  FrameworkStorage(Path parent) throws IOException {
    this.parent = parent;
    folder = parent.resolve(PREFIX + ProcessHandle.current().pid() + "-" + System.nanoTime());
    Files.createDirectory(folder);
    channel =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
  }

  /**
   * The best place for such a folder.
   *
   * @return memory if there is enough, else where temporary files go
   */
  static Path usualParent() {
    boolean fits =
        Files.isWritable(IN_MEMORY) && IN_MEMORY.toFile().getUsableSpace() >= ENOUGH_BYTES;
    return fits ? IN_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    delete(folder);
    try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path other : others) {
        if (isStale(other)) {
          delete(other);
        }
      }
    }
  }

  private static boolean isStale(Path folder) {
    Path file = folder.resolve(LOCK);
    try {
      long age = System.currentTimeMillis() - Files.getLastModifiedTime(folder).toMillis();
      if (age < GRACE_MILLIS || !Files.exists(file)) {
        return false;
      }
      return isFree(file);
    } catch (IOException e) {
      return false; // somebody else removes it, or owns it
    }
  }

  private static boolean isFree(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      return; // another process removes it at the same time
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
