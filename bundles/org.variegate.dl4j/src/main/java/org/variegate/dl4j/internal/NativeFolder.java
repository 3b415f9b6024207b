package org.variegate.dl4j.internal;

import java.io.IOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.variegate.dl4j.Backend;
import org.variegate.dl4j.BackendException;

/**
 * The native libraries as files. They are unpacked once, beside their place, and get there by one
 * rename: a folder that is there is whole. A lock keeps processes from unpacking at the same time.
 */
final class NativeFolder {
  private static final Pattern LIBRARY =
      Pattern.compile("(?!META-INF/).*/([^/]+\\.(so(\\.\\d+)*|dll|dylib|jnilib))");
  private static final String UNFINISHED = ".part";

  /** How large a library is at most, its compressed size being 1. */
  private static final int EXPANSION = 5;

  private final Path parent;
  private final String name;

  NativeFolder(Path parent, String name) {
    this.parent = parent.toAbsolutePath();
    this.name = name;
  }

  /**
   * Unpacks, unless that has been done.
   *
   * @param archives jars with native libraries anywhere within
   * @return the folder, absolute, with the libraries side by side
   * @throws BackendException if there is no room or the folder cannot be written to
   */
  Path with(List<URL> archives) throws BackendException {
    Path folder = parent.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(parent);
      try (FileChannel channel =
              FileChannel.open(
                  parent.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.isDirectory(folder)) {
          removeUnfinished();
          checkRoom(archives);
          unpack(archives, folder);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new BackendException(
          "Deeplearning4j: natives cannot be unpacked into "
              + parent
              + ": "
              + e.getMessage()
              + "; VARIEGATE_OPTS=-D"
              + Backend.NATIVES
              + "=FOLDER chooses another place",
          e);
    }
  }

  private void checkRoom(List<URL> archives) throws IOException, BackendException {
    long needed = 0;
    for (URL archive : archives) {
      needed += EXPANSION * archive.openConnection().getContentLengthLong();
    }
    long free = parent.toFile().getUsableSpace();
    if (free < needed) {
      throw new BackendException(
          "Deeplearning4j: needs "
              + (needed >> 20)
              + " MB for natives on the disk of "
              + parent
              + ", got "
              + (free >> 20)
              + " MB");
    }
  }

  private void unpack(List<URL> archives, Path folder) throws IOException {
    Path part = Files.createDirectory(parent.resolve(name + UNFINISHED));
    try {
      for (URL archive : archives) {
        unpack(archive, part);
      }
      Files.move(part, folder);
    } catch (IOException e) {
      removeUnfinished();
      throw e;
    }
  }

  private static void unpack(URL archive, Path part) throws IOException {
    try (ZipInputStream in = new ZipInputStream(archive.openStream())) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var library = LIBRARY.matcher(entry.getName());
        if (library.matches()) {
          Files.copy(in, part.resolve(library.group(1)));
        }
      }
    }
  }

  /** What a process left behind that died. The lock says that none is at work. */
  private void removeUnfinished() throws IOException {
    Path part = parent.resolve(name + UNFINISHED);
    if (!Files.isDirectory(part)) {
      return;
    }
    try (Stream<Path> files = Files.list(part)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(part);
  }
}
