package org.variegate.source.breeds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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

class MeshFolderTest {
  @TempDir Path folder;

  /** A strip of triangles with values that differ in every attribute. */
  static Mesh mesh(int vertices, boolean bare) {
    int[] triangles = new int[3 * (vertices - 2)];
    for (int i = 0; i < triangles.length; i++) {
      triangles[i] = i / 3 + i % 3;
    }
    int half = triangles.length / 6;
    Mesh.Builder builder =
        Mesh.of(values(3 * vertices, 1), values(3 * vertices, 2), triangles)
            .ranges(
                List.of(
                    new Mesh.Range(1, 0, half),
                    new Mesh.Range(0, half, triangles.length / 3 - half)));
    if (bare) {
      return builder.build();
    }
    short[] joints = new short[4 * vertices];
    for (int i = 0; i < joints.length; i++) {
      joints[i] = (short) (i % 7);
    }
    return builder
        .uvs(values(2 * vertices, 3))
        .colors(values(3 * vertices, 4))
        .occlusion(values(vertices, 5))
        .skin(joints, values(4 * vertices, 6))
        .fur(values(4 * vertices, 7))
        .build();
  }

  private static float[] values(int count, int seed) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = seed / 3f - i;
    }
    values[0] = -0f;
    return values;
  }

  private static void assertSame(Mesh expected, Mesh actual) {
    assertArrayEquals(expected.positions(), actual.positions());
    assertArrayEquals(expected.normals(), actual.normals());
    assertArrayEquals(expected.triangles(), actual.triangles());
    assertEquals(expected.ranges(), actual.ranges());
    assertArrayEquals(expected.uvs(), actual.uvs());
    assertArrayEquals(expected.colors(), actual.colors());
    assertArrayEquals(expected.occlusion(), actual.occlusion());
    assertArrayEquals(expected.joints(), actual.joints());
    assertArrayEquals(expected.weights(), actual.weights());
    assertArrayEquals(expected.fur(), actual.fur());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return List.copyOf(new TreeSet<>(files.map(f -> f.getFileName().toString()).toList()));
    }
  }

  @Test
  void whatIsKeptComesBackToTheBit() throws IOException {
    MeshFolder meshes = new MeshFolder(folder.resolve("new/folder"), 1 << 20);
    for (boolean bare : new boolean[] {true, false}) {
      meshes.keep("a", mesh(20, bare));
      assertSame(mesh(20, bare), meshes.read("a").orElseThrow());
    }
    assertEquals(Optional.empty(), meshes.read("b"));
  }

  @Test
  void damagedFilesAreMissing() throws IOException {
    MeshFolder meshes = new MeshFolder(folder, 1 << 20);
    meshes.keep("a", mesh(20, false));
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
    meshes.keep("a", mesh(20, false));
    assertSame(mesh(20, false), meshes.read("a").orElseThrow());
  }

  @Test
  void thoseNotAskedForLongestGoFirst() throws IOException {
    long each = MeshFile.encode(mesh(20, false)).length;
    MeshFolder meshes = new MeshFolder(folder, 3 * each);
    Files.write(folder.resolve("killed.mesh-begun"), new byte[5]);
    Files.setLastModifiedTime(folder.resolve("killed.mesh-begun"), FileTime.fromMillis(1));
    Files.write(folder.resolve("foreign.txt"), new byte[(int) (9 * each)]);
    for (String name : List.of("a", "b", "c")) {
      meshes.keep(name, mesh(20, false));
      Files.setLastModifiedTime(folder.resolve(name + ".mesh"), FileTime.fromMillis(1000));
    }
    assertTrue(meshes.read("b").isPresent());
    Files.setLastModifiedTime(folder.resolve("c.mesh"), FileTime.fromMillis(2000));
    meshes.keep("d", mesh(20, false));
    assertEquals(List.of("b.mesh", "c.mesh", "d.mesh", "foreign.txt"), names());
    meshes.keep("e", mesh(20, false));
    assertEquals(List.of("b.mesh", "d.mesh", "e.mesh", "foreign.txt"), names());
  }

  /** Four writers of one name and four readers: whoever reads gets a whole mesh or none. */
  @Test
  void manyMayUseOneFolder() throws Exception {
    long each = MeshFile.encode(mesh(400, false)).length;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    Callable<Integer> user =
        () -> {
          MeshFolder meshes = new MeshFolder(folder, 2 * each);
          int read = 0;
          for (int i = 0; i < 40; i++) {
            String name = "abc".substring(i % 3, i % 3 + 1);
            Optional<Mesh> mesh = meshes.read(name);
            mesh.ifPresent(m -> assertSame(mesh(400, false), m));
            read += mesh.isPresent() ? 1 : 0;
            meshes.keep(name, mesh(400, false));
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

  @Test
  void aFolderThatCannotBeIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[1]);
    var error = assertThrows(IllegalArgumentException.class, () -> new MeshFolder(file, 1));
    assertTrue(error.getMessage().startsWith("cache: needs a folder"), error.getMessage());
  }
}
