package org.variegate.scene.gltf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.variegate.scene.gltf.Documents.TRIANGLE;
import static org.variegate.scene.gltf.Documents.data;
import static org.variegate.scene.gltf.Documents.glb;
import static org.variegate.scene.gltf.Documents.read;
import static org.variegate.scene.gltf.Documents.triangle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.formats.FileHash;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Skeleton;

class GltfTest {
  private static final float[] FRONT = {0, 0, 1, 0, 0, 1, 0, 0, 1};

  @TempDir Path folder;

  private Model model(String text) throws IOException {
    return read(folder, text).model();
  }

  @Test
  void aTriangleByDataFileAndContainer() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(TRIANGLE);
    Files.createDirectories(folder.resolve("b u"));
    Files.write(folder.resolve("b u/f+.bin"), bytes.array());
    Files.write(
        folder.resolve("m.glb"),
        glb(triangle(",'uri':'" + data(TRIANGLE) + "'", ""), bytes.array()));
    Gltf beside = read(folder, triangle(data(TRIANGLE), "b%20u/f+.bin"));
    assertEquals(List.of(folder.resolve("m.gltf"), folder.resolve("b u/f+.bin")), beside.files());
    for (Model model :
        List.of(model(triangle()), beside.model(), read(folder.resolve("m.glb")).model())) {
      Mesh mesh = model.mesh();
      assertArrayEquals(TRIANGLE, mesh.positions());
      assertArrayEquals(FRONT, mesh.normals(), "the face's");
      assertArrayEquals(new int[] {0, 1, 2}, mesh.triangles());
      assertNull(mesh.uvs());
      assertNull(mesh.joints());
      assertSame(Skeleton.NONE, model.skeleton());
      assertEquals(1, model.materials().get(0).metallic());
    }
    assertEquals("m.gltf", model(triangle()).name());
  }

  /** Two files of one name in two folders. */
  @Test
  void hashesOfAllItsFiles() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(TRIANGLE);
    for (String beside : List.of("a", "b")) {
      Files.createDirectories(folder.resolve(beside));
      Files.write(folder.resolve(beside + "/x.bin"), bytes.array());
      bytes.put(0, (byte) 1);
    }
    String two =
        triangle(
                data(TRIANGLE),
                "a/x.bin",
                "'buffers':[",
                "'buffers':[{'byteLength':36,'uri':'b/x.bin'},")
            .replace("{\"buffer\":0", "{\"buffer\":1");
    Gltf gltf = read(folder, two);
    assertEquals(
        Map.of(
            "m", FileHash.of(folder.resolve("m.gltf")),
            "m/a/x.bin", FileHash.of(folder.resolve("a/x.bin"))),
        gltf.hashes("m"));
  }

  /** A child turned a quarter about z within a parent that mirrors x, doubles and moves. */
  @Test
  void nodesPlaceTheirMeshes() throws IOException {
    String nodes =
        "'nodes':[{'children':[1],'translation':[10,0,0],'scale':[-2,2,2]},"
            + "{'mesh':0,'rotation':[0,0,0.70710678,0.70710678]}]";
    Mesh mesh = model(triangle("'nodes':[{'mesh':0}]", nodes)).mesh();
    assertArrayEquals(new float[] {10, 2, 0, 10, 0, 0, 12, 0, 0}, mesh.positions(), 1e-5f);
    assertArrayEquals(FRONT, mesh.normals(), 1e-6f);
    float[] p = mesh.positions();
    int[] t = mesh.triangles();
    float[] normal = Faces.normal(p, 3 * t[0], 3 * t[1], 3 * t[2]);
    assertArrayEquals(new float[] {0, 0, 1}, normal, "the front stays the front");
  }

  @Test
  void matricesStandColumnByColumn() throws IOException {
    String node = "{'mesh':0,'matrix':[0,1,0,0, -1,0,0,0, 0,0,1,0, 5,6,7,1]}";
    Mesh mesh = model(triangle("{'mesh':0}", node)).mesh();
    assertArrayEquals(new float[] {5, 6, 7, 5, 7, 7, 4, 6, 7}, mesh.positions());
  }

  /** Bytes scaled by 127, two apart; then one vertex replaced. */
  @Test
  void accessorsOfAllKinds() throws IOException {
    byte[] bytes = {0, 0, 0, 9, 127, 0, 0, 9, 0, (byte) -128, 0, 9, 1, 0, 0, 64, 0, 64, 0, 0};
    String text =
        triangle(
            data(TRIANGLE),
            data(bytes),
            "[{'byteLength':36",
            "[{'byteLength':20",
            "[{'buffer':0,'byteLength':36}]",
            "[{'buffer':0,'byteLength':12,'byteStride':4},{'buffer':0,'byteOffset':12,'byteLength':8}]",
            "'componentType':5126,'count':3",
            "'componentType':5120,'normalized':true,'count':3");
    assertArrayEquals(
        new float[] {0, 0, 0, 1, 0, 0, 0, -1, 0}, model(text).mesh().positions(), 1e-6f);
    String sparse =
        text.replace(
            "\"count\":3",
            "'count':3,'sparse':{'count':1,'indices':{'bufferView':1,'componentType':5121},"
                .concat("'values':{'bufferView':1,'byteOffset':3}}")
                .replace('\'', '"'));
    assertArrayEquals(
        new float[] {0, 0, 0, 64 / 127f, 0, 64 / 127f, 0, -1, 0},
        model(sparse).mesh().positions(),
        1e-6f);
  }

  @Test
  void stripsAndFansAndWhatHasNoArea() {
    assertArrayEquals(
        new int[] {0, 1, 2, 1, 3, 2, 2, 3, 4}, Faces.strip(new int[] {0, 1, 2, 3, 4}));
    assertArrayEquals(new int[] {1, 2, 0, 2, 3, 0}, Faces.fan(new int[] {0, 1, 2, 3}));
    assertArrayEquals(new int[0], Faces.strip(new int[] {0}));
  }

  @Test
  void morphTargetsHaveTheirFirstWeights() throws IOException {
    String text =
        triangle(
            "{'attributes':{'POSITION':0}}",
            "{'attributes':{'POSITION':0},'targets':[{'POSITION':0},{'POSITION':0}]}",
            "{'mesh':0}",
            "{'mesh':0,'weights':[0.5,0.25]}");
    assertEquals(1.75f, model(text).mesh().positions()[3]);
  }
}
