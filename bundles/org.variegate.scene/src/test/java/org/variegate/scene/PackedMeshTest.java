package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class PackedMeshTest {
  /** Of these, every third is like the first, and every seventh like the one before. */
  private static final int VERTICES = 700;

  private static float[] values(int width, int vertices, IntToDoubleFunction value) {
    float[] values = new float[width * vertices];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value.applyAsDouble(i);
    }
    return values;
  }

  private static float[] units(int width, int vertices, int offset) {
    float[] values = new float[width * vertices];
    for (int v = 0; v < vertices; v++) {
      int like = v % 3 == 0 ? 0 : v % 7 == 0 ? v - 1 : v;
      double y = Math.cos(like);
      values[width * v + offset] = (float) (Math.sqrt(1 - y * y) * Math.sin(5 * like));
      values[width * v + offset + 1] = (float) y;
      values[width * v + offset + 2] = (float) (Math.sqrt(1 - y * y) * Math.cos(5 * like));
    }
    return values;
  }

  private static Mesh.Builder plain(int vertices) {
    float[] positions = values(3, vertices, i -> 1.7 * Math.sin(i));
    int[] triangles = new int[3 * vertices];
    for (int i = 0; i < triangles.length; i++) {
      triangles[i] = i % 11 == 0 ? i % 97 * 31 % vertices : i / 3;
    }
    return Mesh.of(positions, units(3, vertices, 0), triangles)
        .ranges(List.of(new Mesh.Range(1, 0, 5), new Mesh.Range(0, 5, vertices - 5)));
  }

  private static Mesh full() {
    float[] fur = units(4, VERTICES, 1);
    float[] uvs = values(2, VERTICES, i -> i < 40 || i >= 900 ? 0 : Math.cos(i) * 3);
    float[] weights = new float[4 * VERTICES];
    short[] joints = new short[4 * VERTICES];
    for (int v = 0; v < VERTICES; v++) {
      int like = v % 3 == 0 ? 0 : v % 7 == 0 ? v - 1 : v;
      fur[4 * v] = (float) (0.03 + 0.03 * Math.sin(like));
      for (int k = 0; k < 4; k++) {
        weights[4 * v + k] = like % 5 == 0 ? (k == 2 ? 1 : 0) : (like + k) % 4 / 6f;
        joints[4 * v + k] = (short) ((like / 50 + k) % 9);
      }
    }
    return plain(VERTICES)
        .uvs(uvs)
        .colors(values(3, VERTICES, i -> i == 7 ? 1.5 : Math.abs(Math.sin(i))))
        .occlusion(values(1, VERTICES, v -> v % 3 == 0 || v % 7 == 0 ? 1 : 0.5))
        .fur(fur)
        .skin(joints, weights)
        .build();
  }

  private static Mesh again(Mesh mesh) {
    return PackedMesh.of(mesh).orElseThrow().unpack(new HeapArena());
  }

  private static void near(float[] expected, float[] actual, int offset, int stride, double by) {
    for (int i = offset; i < expected.length; i += stride) {
      assertEquals(expected[i], actual[i], by, "at " + i);
    }
  }

  @Test
  void comesBackRounded() {
    Mesh mesh = full();
    Mesh again = again(mesh);
    assertEquals(mesh.vertices(), again.vertices());
    assertEquals(mesh.faces(), again.faces());
    assertEquals(mesh.ranges(), again.ranges());
    assertArrayEquals(mesh.triangles(), Arrays.copyOf(again.triangles(), mesh.triangles().length));
    near(mesh.positions(), again.positions(), 0, 1, 1.7 / 65534 * 1.01);
    near(mesh.normals(), again.normals(), 0, 1, 9e-4);
    near(mesh.uvs(), again.uvs(), 0, 1, 6.0 / 65535);
    near(mesh.colors(), again.colors(), 0, 1, 1.5 / 255);
    near(mesh.occlusion(), again.occlusion(), 0, 1, 0.5 / 255 + 1e-6);
    near(mesh.fur(), again.fur(), 0, 4, 0.06 / 255);
    for (int c = 1; c < 4; c++) {
      near(mesh.fur(), again.fur(), c, 4, 9e-4);
    }
  }

  @Test
  void eachJointKeepsItsWeight() {
    Mesh mesh = full();
    Mesh again = again(mesh);
    for (int v = 0; v < VERTICES; v++) {
      double[] of = new double[9];
      double sum = 0;
      for (int i = 4 * v; i < 4 * v + 4; i++) {
        of[mesh.joints()[i]] += mesh.weights()[i];
        of[again.joints()[i]] -= again.weights()[i];
        sum += again.weights()[i];
      }
      for (double difference : of) {
        assertEquals(0, difference, 2.0 / 510, "vertex " + v);
      }
      assertEquals(1, sum, 1e-6);
    }
  }

  @Test
  void whatItHasNotItHasNotAfterwards() {
    Mesh again = again(plain(50).build());
    assertNull(again.uvs());
    assertNull(again.colors());
    assertNull(again.occlusion());
    assertNull(again.joints());
    assertNull(again.weights());
    assertNull(again.fur());
    assertEquals(0, again(Mesh.of(new float[0], new float[0], new int[0]).build()).vertices());
  }

  @Test
  void packedAgainItIsTheSame() {
    PackedMesh once = PackedMesh.of(plain(50).build()).orElseThrow();
    PackedMesh read = PackedMesh.read(once.data().clone()).orElseThrow();
    assertArrayEquals(once.data(), read.data());
    Mesh first = once.unpack(new HeapArena());
    Mesh second = read.unpack(new HeapArena());
    assertArrayEquals(first.positions(), second.positions());
    assertSame(first.bounds(), once.unpack(new HeapArena()).bounds());
  }

  @Test
  void arraysOfOneLengthDoForMeshesOfAboutOneSize() {
    assertEquals(again(plain(50).build()).positions().length, again(full()).positions().length);
  }

  @Test
  void aThirdOfTheMemoryIsEnough() {
    assertTrue(PackedMesh.of(full()).orElseThrow().bytes() < full().bytes() * 0.45);
  }

  @Test
  void whatItCannotHoldIsNotPacked() {
    Mesh.Morph morph = new Mesh.Morph(new int[] {0}, new float[3], new float[3]);
    assertEquals(Optional.empty(), PackedMesh.of(plain(50).morphs(List.of(morph)).build()));
    float[] negative = new float[150];
    negative[149] = -1;
    assertEquals(Optional.empty(), PackedMesh.of(plain(50).colors(negative).build()));
    assertEquals(Optional.empty(), PackedMesh.of(plain(70000).build()));
    Mesh eight = plain(50).skin(new short[400], new float[400]).build();
    assertEquals(Optional.empty(), PackedMesh.of(eight));
  }

  @Test
  void otherBytesAreNoMesh() {
    byte[] data = PackedMesh.of(full()).orElseThrow().data();
    for (int length = 0; length < data.length; length += 97) {
      assertEquals(Optional.empty(), PackedMesh.read(Arrays.copyOf(data, length)));
    }
    byte[] other = data.clone();
    other[0]++;
    assertEquals(Optional.empty(), PackedMesh.read(other));
  }

  @Test
  void withoutColoursItIsTheSameSurface() {
    Mesh mesh = again(full());
    Mesh bare = mesh.bare();
    assertNull(bare.colors());
    assertNull(bare.fur());
    assertSame(mesh.positions(), bare.positions());
    assertSame(mesh.weights(), bare.weights());
    assertEquals(mesh.vertices(), bare.vertices());
    assertEquals(mesh.ranges(), bare.ranges());
  }

  @Test
  void aModelComesBackWithAllElse() {
    Material material = Material.plain("plain", Rgb.WHITE, 1);
    Model model =
        new Model(
            "a",
            plain(50).build(),
            List.of(material, material),
            Skeleton.NONE,
            List.of(),
            List.of());
    PackedModel packed = PackedModel.of(model);
    Model again = packed.unpack(new HeapArena());
    assertEquals("a", again.name());
    assertEquals(model.materials(), again.materials());
    assertTrue(packed.mesh().isPresent());
    assertTrue(packed.bytes() < model.bytes() + 5000);
    Mesh many = plain(70000).build();
    Model large = new Model("b", many, model.materials(), Skeleton.NONE, List.of(), List.of());
    assertSame(large, PackedModel.of(large).unpack(new HeapArena()));
  }

  @Test
  void anOutlineIsKeptWithTrianglesOfNoAreaBehind() {
    int[] outline = {4, 9, 2, 699, 3, 350};
    Mesh mesh = plain(VERTICES).outline(outline).build();
    int[] back = PackedMesh.of(mesh).orElseThrow().unpack(new HeapArena()).outline();
    assertArrayEquals(outline, Arrays.copyOf(back, outline.length));
    assertTrue(Arrays.stream(back).skip(outline.length).allMatch(v -> v == 0));
    assertArrayEquals(outline, mesh.bare().outline());
    assertNull(
        PackedMesh.of(plain(VERTICES).build()).orElseThrow().unpack(new HeapArena()).outline());
  }

  /** Such a mesh casts no shadow; one without an outline casts that of all its triangles. */
  @Test
  void anOutlineOfNoTrianglesIsNotLost() {
    Mesh again = again(plain(50).outline(new int[0]).build());
    assertEquals(0, again.outline().length);
    assertEquals(0, again.bare().outline().length);
    assertNull(again(plain(50).build()).outline());
  }
}
