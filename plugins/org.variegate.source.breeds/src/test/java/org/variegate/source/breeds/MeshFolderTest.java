package org.variegate.source.breeds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.scene.Mesh;
import org.variegate.scene.PackedMesh;

class MeshFolderTest {
  @TempDir Path folder;

  /** A strip of triangles. */
  static PackedMesh mesh(int vertices) {
    int[] triangles = new int[3 * (vertices - 2)];
    for (int i = 0; i < triangles.length; i++) {
      triangles[i] = i / 3 + i % 3;
    }
    float[] positions = new float[3 * vertices];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i;
    }
    return PackedMesh.of(Mesh.of(positions, positions.clone(), triangles).build()).orElseThrow();
  }

  private static void assertSame(PackedMesh expected, PackedMesh actual) {
    assertArrayEquals(expected.data(), actual.data());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return List.copyOf(new TreeSet<>(files.map(f -> f.getFileName().toString()).toList()));
    }
  }

  @Test
  void whatIsKeptComesBackToTheBit() throws IOException {
    MeshFolder meshes = new MeshFolder(folder.resolve("new/folder"), 1 << 20);
    for (int vertices : new int[] {20, 30}) {
      meshes.keep("a", mesh(vertices));
      assertSame(mesh(vertices), meshes.read("a").orElseThrow());
    }
    assertEquals(Optional.empty(), meshes.read("b"));
  }

  @Test
  void damagedFilesAreMissing() throws IOException {
    MeshFolder meshes = new MeshFolder(folder, 1 << 20);
    meshes.keep("a", mesh(20));
    Path file = folder.resolve("a.mesh");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 97) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(Optional.empty(), meshes.read("a"), length + " bytes");
    }
    for (int at = 0; at < whole.length; at += 53) {
      byte[] wrong = whole.clone();
      wrong[at] ^= 1;
      Files.write(file, wrong);
      assertEquals(Optional.empty(), meshes.read("a"), "byte " + at);
    }
    meshes.keep("a", mesh(20));
    assertSame(mesh(20), meshes.read("a").orElseThrow());
  }

  @Test
  void thoseNotAskedForLongestGoFirst() throws IOException {
    long each = mesh(20).data().length + 4;
    MeshFolder meshes = new MeshFolder(folder, 3 * each + each / 2);
    Files.write(folder.resolve("killed.mesh-begun"), new byte[5]);
    Files.setLastModifiedTime(folder.resolve("killed.mesh-begun"), FileTime.fromMillis(1));
    Files.write(folder.resolve("foreign.txt"), new byte[(int) (9 * each)]);
    for (String name : List.of("a", "b", "c")) {
      meshes.keep(name, mesh(20));
      Files.setLastModifiedTime(folder.resolve(name + ".mesh"), FileTime.fromMillis(1000));
    }
    assertTrue(meshes.read("b").isPresent());
    Files.setLastModifiedTime(folder.resolve("c.mesh"), FileTime.fromMillis(2000));
    meshes.keep("d", mesh(20));
    assertEquals(List.of("b.mesh", "c.mesh", "d.mesh", "foreign.txt"), names());
    meshes.keep("e", mesh(20));
    assertEquals(List.of("b.mesh", "d.mesh", "e.mesh", "foreign.txt"), names());
  }

  /** Four writers of one name and four readers: whoever reads gets a whole mesh or none. */
  @Test
  void manyMayUseOneFolder() throws Exception {
    long each = mesh(400).data().length + 4;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    Callable<Integer> user =
        () -> {
          MeshFolder meshes = new MeshFolder(folder, 2 * each);
          int read = 0;
          for (int i = 0; i < 40; i++) {
            String name = "abc".substring(i % 3, i % 3 + 1);
            Optional<PackedMesh> mesh = meshes.read(name);
            mesh.ifPresent(m -> assertSame(mesh(400), m));
            read += mesh.isPresent() ? 1 : 0;
            meshes.keep(name, mesh(400));
          }
          return read;
        };
    int read = 0;
    for (Future<Integer> each8 : threads.invokeAll(java.util.Collections.nCopies(8, user))) {
      read += each8.get();
    }
    threads.shutdown();
    assertTrue(read > 0, "nothing was read");
    assertTrue(names().stream().allMatch(name -> name.endsWith(".mesh")), "" + names());
  }

  /** It is looked through once for some sixteenth of the bound, and then has room for as much. */
  @Test
  void theBoundHoldsWhoeverWrites() throws IOException {
    long each = mesh(20).data().length + 4;
    List<MeshFolder> users =
        List.of(new MeshFolder(folder, 64 * each), new MeshFolder(folder, 64 * each));
    for (int i = 0; i < 200; i++) {
      users.get(i % 2).keep("n" + i, mesh(20));
      assertTrue(names().size() <= 64 + 4, names().size() + " files");
    }
    assertTrue(names().size() >= 55, names().size() + " files");
  }

  @Test
  void aFolderThatCannotBeKeepsNothing() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[1]);
    MeshFolder meshes = new MeshFolder(file, 1000);
    meshes.keep("a", mesh(20));
    assertEquals(Optional.empty(), meshes.read("a"));
    assertEquals(List.of("file"), names());
  }

  @Test
  void aFolderThatCannotBeWrittenToIsRead() throws IOException {
    new MeshFolder(folder, 1 << 20).keep("a", mesh(20));
    Path file = folder.resolve("a.mesh");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    MeshFolder meshes = new MeshFolder(folder, 1 << 20);
    meshes.keep("b", mesh(20));
    assertTrue(meshes.read("a").isPresent());
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
