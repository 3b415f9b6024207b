package org.variegate.engine.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second run, of this process or another, out of a folder; and a worker that outlives its
 * run from changing which files and folders are in it.
 */
public final class FolderLock implements AutoCloseable {
  public static final String NAME = ".lock";

  /** Those of this process, which may not even open the file a second time: see below. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final int LOOKS = 3;
  private static final long MOST = 0xffff;

  private final Path path;
  private final FileChannel channel;
  private boolean held = true;

  /** Makes, renames or removes files. */
  public interface Change<T> {
    T make() throws IOException;
  }

  private FolderLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** The lock, or null while somebody else holds it. */
  public static FolderLock take(Path folder) throws IOException {
    Path path = folder.toRealPath().resolve(NAME);
    if (!HELD.add(path)) {
      return null;
    }
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      taken = channel.tryLock() != null && isStillThere(path, channel);
      return taken ? new FolderLock(path, channel) : null;
    } finally {
      if (!taken) {
        HELD.remove(path);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  /**
   * Another run may have removed the file between opening and locking it. The file of that name is
   * known by its length: a POSIX lock ends when its process closes any descriptor of the file, so
   * it must not be opened to look.
   */
  private static boolean isStillThere(Path path, FileChannel channel) throws IOException {
    try {
      for (int look = 0; look < LOOKS; look++) {
        long length = 1 + (System.nanoTime() & MOST);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), length - 1);
        if (Files.size(path) != length) {
          return false;
        }
      }
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } finally {
      channel.truncate(0);
    }
  }

  /**
   * Changes the folder while the lock is held, or refuses: {@link #close} waits for a change that
   * is being made.
   */
  public synchronized <T> T whileHeld(Change<T> change) throws IOException {
    if (!held) {
      throw new IOException("the run that took this folder has ended");
    }
    return change.make();
  }

  @Override
  public synchronized void close() throws IOException {
    held = false;
    try (channel) {
      Files.deleteIfExists(path);
    } finally {
      HELD.remove(path);
    }
  }
}
