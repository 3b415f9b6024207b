package org.variegate.source.breeds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.variegate.scene.Mesh;

/**
 * Meshes in a folder, up to a bound; those not asked for longest go first. Several threads and
 * processes may use one folder: a file appears under its name with all its bytes, is never changed
 * afterwards, and says by its time when it was asked for last.
 */
final class MeshFolder {
  private static final String SUFFIX = ".mesh";

  /** Of a file that is being written, or was when a process was killed. */
  private static final String BEGUN = ".mesh-begun";

  private final Path folder;
  private final long capacity;

  private record Entry(Path path, long bytes, long asked) {}

  /**
   * A folder that others may use as well.
   *
   * @param folder made if it is not there
   * @param capacity bytes of all files together
   * @throws IllegalArgumentException if it cannot be made or written to
   */
  MeshFolder(Path folder, long capacity) {
    this.folder = folder;
    this.capacity = capacity;
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(begun());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cache: needs a folder that can be written to, got " + folder + " (" + e + ")", e);
    }
  }

  private Path begun() throws IOException {
    return Files.createTempFile(folder, "", BEGUN);
  }

  /** What was kept under a name, unless it has gone or is damaged. */
  Optional<Mesh> read(String name) {
    Path path = folder.resolve(name + SUFFIX);
    try {
      byte[] bytes = Files.readAllBytes(path);
      Optional<Mesh> mesh = MeshFile.decode(bytes);
      if (mesh.isPresent()) {
        touch(path, bytes[0]);
      }
      return mesh;
    } catch (IOException e) {
      return Optional.empty(); // it is grown instead
    }
  }

  /** Writes the first byte again: the file system's clock tells when it was asked for. */
  private static void touch(Path path, byte first) {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {first}));
    } catch (IOException e) {
      return; // removed by another process, or not to be written to: it goes a little sooner
    }
  }

  /** Keeps a mesh; where the disk refuses, it is grown again when it is wanted again. */
  void keep(String name, Mesh mesh) {
    try {
      Path begun = begun();
      try {
        Files.write(begun, MeshFile.encode(mesh));
        Path path = folder.resolve(name + SUFFIX);
        Files.move(begun, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(begun);
      }
      evict();
    } catch (IOException e) {
      return; // a sample does not fail because of it
    }
  }

  private void evict() throws IOException {
    List<Entry> entries = entries();
    long size = entries.stream().mapToLong(Entry::bytes).sum();
    entries.sort(Comparator.comparingLong(Entry::asked).thenComparing(Entry::path));
    for (Entry entry : entries) {
      if (size <= capacity) {
        return;
      }
      Files.deleteIfExists(entry.path);
      size -= entry.bytes;
    }
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : (Iterable<Path>) files::iterator) {
        String name = path.getFileName().toString();
        if (name.endsWith(SUFFIX) || name.endsWith(BEGUN)) {
          entry(path).ifPresent(entries::add);
        }
      }
    }
    return entries;
  }

  private static Optional<Entry> entry(Path path) throws IOException {
    try {
      BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
      long asked = is.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      return Optional.of(new Entry(path, is.size(), asked));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // another process has removed it meanwhile
    }
  }
}
