package org.variegate.dl4j.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.variegate.dl4j.BackendException;

/**
 * The native libraries as files. They are unpacked once, beside their place, and get there by one
 * rename: a folder that is there is whole. A lock keeps processes from unpacking at the same time.
 */
final class NativeFolder {
  private static final String UNFINISHED = ".part";

  private final Path parent;
  private final String name;

  NativeFolder(Path parent, String name) {
    this.parent = parent;
    this.name = name;
  }

  /**
   * Unpacks, unless that has been done.
   *
   * @param libraries the libraries, compressed
   * @return the folder, absolute
   * @throws BackendException if there is no room or the folder cannot be written to
   */
  Path with(List<URL> libraries) throws BackendException {
    Path folder = parent.resolve(name).toAbsolutePath();
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(parent);
      try (FileChannel channel =
              FileChannel.open(
                  parent.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!Files.isDirectory(folder)) {
          unpack(libraries, folder);
        }
        lock.release();
      }
      return folder;
    } catch (IOException e) {
      throw new BackendException(
          "learning: natives cannot be unpacked into "
              + parent
              + ": "
              + e.getMessage()
              + "; -D"
              + org.variegate.dl4j.Backend.NATIVES
              + "=FOLDER in VARIEGATE_OPTS chooses another place",
          e);
    }
  }

  private void unpack(List<URL> libraries, Path folder) throws IOException, BackendException {
    removeUnfinished();
    long needed = 0;
    for (URL library : libraries) {
      needed += Math.max(0, library.openConnection().getContentLengthLong());
    }
    long free = parent.toFile().getUsableSpace();
    if (free < needed) {
      throw new BackendException(
          "learning: needs "
              + (needed >> 20)
              + " MB on the disk of "
              + parent
              + " for natives, got "
              + (free >> 20)
              + " MB");
    }
    Path part = Files.createTempDirectory(parent, name + UNFINISHED);
    for (URL library : libraries) {
      String path = library.getPath();
      try (InputStream in = library.openStream()) {
        Files.copy(in, part.resolve(path.substring(path.lastIndexOf('/') + 1)));
      }
    }
    part.toFile().setReadable(true, false);
    part.toFile().setExecutable(true, false);
    Files.move(part, folder);
  }

  /** What a process left behind that died. The lock says that none is at work. */
  private void removeUnfinished() throws IOException {
    List<Path> left;
    try (Stream<Path> all = Files.list(parent)) {
      left = all.filter(p -> p.getFileName().toString().startsWith(name + UNFINISHED)).toList();
    }
    for (Path folder : left) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
