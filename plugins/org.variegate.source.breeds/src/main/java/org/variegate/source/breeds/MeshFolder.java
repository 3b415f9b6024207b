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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.variegate.scene.PackedMesh;

/**
 * Packed meshes in a folder, up to a bound; those not asked for longest go first. Several threads
 * and processes may use one folder: a file appears under its name with all its bytes, is never
 * changed afterwards, and says by its time when it was asked for last. It ends with the CRC-32 of
 * its other bytes, the lowest byte first. Whatever the disk refuses is as if it were not there.
 */
final class MeshFolder {
  private static final String SUFFIX = ".mesh";

  /** Of a file that is being written, or was when a process was killed. */
  private static final String BEGUN = ".mesh-begun";

  private static final int SUM = 4;

  private final Path folder;
  private final long capacity;

  /** How much is looked through the folder for at once, rather than for each file. */
  private final long slack;

  /** Bytes that were written since the folder was looked through. */
  private final AtomicLong written;

  private record Entry(Path path, long bytes, long asked) {}

  /**
   * A folder that others may use as well.
   *
   * @param folder made when it is first written to
   * @param capacity bytes of all files together
   */
  MeshFolder(Path folder, long capacity) {
    this.folder = folder;
    this.capacity = capacity;
    slack = capacity / 16;
    written = new AtomicLong(slack);
  }

  /** What was kept under a name, unless it has gone or is damaged. */
  Optional<PackedMesh> read(String name) {
    Path path = folder.resolve(name + SUFFIX);
    try {
      byte[] bytes = Files.readAllBytes(path);
      int length = bytes.length - SUM;
      if (length <= 0 || sum(bytes, length).compareTo(ByteBuffer.wrap(bytes, length, SUM)) != 0) {
        return Optional.empty();
      }
      Optional<PackedMesh> mesh = PackedMesh.read(Arrays.copyOf(bytes, length));
      if (mesh.isPresent()) {
        touch(path, bytes[0]);
      }
      return mesh;
    } catch (IOException e) {
      return Optional.empty(); // it is grown instead
    }
  }

  private static ByteBuffer sum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return ByteBuffer.allocate(SUM).putInt(0, Integer.reverseBytes((int) sum.getValue()));
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
  void keep(String name, PackedMesh mesh) {
    byte[] data = mesh.data();
    try {
      Files.createDirectories(folder);
      Path begun = Files.createTempFile(folder, "", BEGUN);
      try {
        try (FileChannel file = FileChannel.open(begun, StandardOpenOption.WRITE)) {
          write(file, ByteBuffer.wrap(data));
          write(file, sum(data, data.length));
        }
        Files.move(begun, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(begun);
      }
      if (written.addAndGet(data.length + SUM) > slack) {
        written.set(0);
        evict();
      }
    } catch (IOException e) {
      return; // a sample does not fail because of it
    }
  }

  private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** Makes room for what is written until the folder is looked through again. */
  private void evict() throws IOException {
    List<Entry> entries = entries();
    long size = entries.stream().mapToLong(Entry::bytes).sum();
    entries.sort(Comparator.comparingLong(Entry::asked).thenComparing(Entry::path));
    for (Entry entry : entries) {
      if (size <= capacity - slack) {
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
