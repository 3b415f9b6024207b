package org.variegate.scene.gltf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.scene.gltf.Documents.TRIANGLE;
import static org.variegate.scene.gltf.Documents.data;
import static org.variegate.scene.gltf.Documents.document;
import static org.variegate.scene.gltf.Documents.glb;
import static org.variegate.scene.gltf.Documents.refused;
import static org.variegate.scene.gltf.Documents.triangle;
import static org.variegate.scene.gltf.Documents.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken or lie are refused in one line, with the place. */
class BadGltfTest {
  @TempDir Path folder;

  private void refuses(String message, String... replacements) {
    assertEquals(message, refused(write(folder, triangle(replacements))));
  }

  @Test
  void noFileAndNoGltf() throws IOException {
    assertEquals("no such file", refused(folder.resolve("none.glb")));
    assertEquals("needs a file", refused(folder));
    assertEquals("needs glTF, got an empty file", refused(write(folder, "")));
    assertEquals("asset.version: needs a text, got nothing", refused(write(folder, "null")));
    assertEquals("needs more bytes, the file is cut off", refused(write(folder, "glTF\2")));
    assertEquals("JSON: needs an object, got something else", refused(write(folder, "[]")));
    String cut = refused(write(folder, "{\"asset\": {\n\"version\": \"2"));
    assertEquals("line 2, column 14: needs JSON: Unexpected end-of-input in VALUE_STRING", cut);
    assertEquals(
        "line 1, column 12: needs JSON: Unexpected close marker ']': expected '}'",
        refused(write(folder, "{\"nodes\":[{]}")));
    String deep = refused(write(folder, "[".repeat(100_000)));
    assertEquals(
        "needs JSON: Document nesting depth (101) exceeds the maximum allowed" + " (100)", deep);
    refuses("asset.version: needs 2.0, got 1.0", "'2.0'", "'1.0'");
    Path large = folder.resolve("large.glb");
    Files.write(large, new byte[(1 << 20) + 1]);
    assertEquals("needs at most 1048576 bytes, got 1048577", refused(large));
  }

  /** Every beginning of a file is refused as such, and never ends otherwise. */
  @Test
  void cutContainers() throws IOException {
    byte[] whole = glb(triangle(), new byte[4]);
    Path file = folder.resolve("m.glb");
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      String message = refused(file);
      assertTrue(length < 12 || message.equals("needs more bytes, the file is cut off"), message);
    }
    byte[] lying = whole.clone();
    Arrays.fill(lying, 12, 16, (byte) 0xff);
    Files.write(file, lying);
    assertEquals("needs more bytes, the file is cut off", refused(file));
    lying[16] = 0;
    Arrays.fill(lying, 12, 16, (byte) 0);
    Files.write(file, lying);
    assertEquals("needs a chunk of JSON first", refused(file));
    lying[4] = 1;
    Files.write(file, lying);
    assertEquals("needs glTF 2, got version 1", refused(file));
  }

  @Test
  void lengthsThatLie() {
    refuses(
        "accessors[0]: needs 12000000 bytes of bufferViews[0], got 36", "'count':3", "'count':1e6");
    refuses(
        "accessors[0].count: needs a whole number in [1, 8388608], got 2000000000",
        "'count':3",
        "'count':2e9");
    refuses(
        "buffers[0].byteLength: needs at most the 36 bytes there are, got 2000000000",
        "[{'byteLength':36",
        "[{'byteLength':2e9");
    refuses(
        "bufferViews[0].byteLength: needs at most the 36 bytes there are, got 37",
        "'buffer':0,'byteLength':36",
        "'buffer':0,'byteLength':37");
    refuses(
        "bufferViews[0].byteLength: needs at most the 16 bytes there are, got 36",
        "'buffer':0,",
        "'buffer':0,'byteOffset':20,");
    refuses(
        "accessors[0]: needs 44 bytes of bufferViews[0], got 36",
        "'bufferView':0,",
        "'bufferView':0,'byteOffset':8,");
    refuses(
        "meshes[0].primitives[0]: needs at most 2097152 vertices and triangles in all",
        "'bufferView':0,'componentType':5126,'count':3",
        "'componentType':5126,'count':3e6");
  }

  @Test
  void referencesToNothing() {
    refuses(
        "meshes[0].primitives[0].attributes.POSITION: needs a whole number in [0, 0], got 7",
        "'POSITION':0",
        "'POSITION':7");
    refuses("nodes[0].mesh: needs a whole number in [0, 0], got -1", "'mesh':0", "'mesh':-1");
    refuses("nodes[0].mesh: needs a whole number, got cat", "'mesh':0", "'mesh':'cat'");
    refuses(
        "meshes[0].primitives[0].material: needs what the document has, got 0",
        "{'attributes'",
        "{'material':0,'attributes'");
    refuses(
        "scenes[0].nodes[0]: needs a whole number in [0, 0], got 3", "'nodes':[0]", "'nodes':[3]");
    refuses("meshes: needs triangles, got none", "'nodes':[0]", "'nodes':[]");
    refuses(
        "meshes[0].primitives[0].indices: needs vertices below 3, got 1065353216",
        "{'attributes'",
        "{'indices':1,'attributes'",
        "'accessors':[",
        "'accessors':[{'bufferView':0,'componentType':5125,'count':6,'type':'SCALAR'},",
        "'POSITION':0",
        "'POSITION':1",
        "'indices':1",
        "'indices':0");
  }

  @Test
  void nodesThatAreNoTree() {
    String two = "'nodes':[{'mesh':0,'children':[1]},{'children':[0]}]";
    refuses(
        "scenes[0].nodes[0]: needs a node without a parent, got 0", "'nodes':[{'mesh':0}]", two);
    refuses(
        "nodes[0]: needs parents that form a tree, got a circle",
        "'nodes':[{'mesh':0}]",
        two,
        ",'scenes':[{'nodes':[0]}]",
        "");
    refuses(
        "nodes[0].children[0]: needs a node without another parent, got 0",
        "{'mesh':0}",
        "{'mesh':0,'children':[0]}");
    refuses(
        "nodes[1].children[0]: needs a node without another parent, got 2",
        "{'mesh':0}",
        "{'mesh':0,'children':[2]},{'children':[2]},{}");
  }

  @Test
  void moreNodesThanThereCanBeJoints() {
    String many = "{},".repeat(20_000) + "{}";
    refuses("nodes: needs at most 16383, got 20001", "{'mesh':0}", many);
    String chain =
        IntStream.range(1, 16_000)
            .mapToObj(i -> "{'children':[" + i + "]}")
            .collect(Collectors.joining(","));
    refuses("meshes: needs triangles, got none", "{'mesh':0}", chain + ",{}");
  }

  @Test
  void valuesThatAreNone() {
    float[] broken = TRIANGLE.clone();
    broken[4] = Float.NaN;
    refuses("accessors[0]: needs finite values, got NaN at 1", data(TRIANGLE), data(broken));
    refuses(
        "nodes[0].translation[1]: needs a number that a float holds, got 1.0E300",
        "{'mesh':0}",
        "{'mesh':0,'translation':[0,1e300,0]}");
    refuses(
        "nodes[0].rotation: needs 4 numbers, got 2", "{'mesh':0}", "{'mesh':0,'rotation':[0,0]}");
    refuses("meshes: needs triangles, got none", "{'mesh':0}", "{'mesh':0,'scale':[0,0,0]}");
  }

  /** A short document that asks for many numbers, of which it has none. */
  @Test
  void moreValuesThanMemoryHolds() {
    refuses(
        "skins[0].inverseBindMatrices: needs at most 67108864 values in all, got 134217728",
        "{'mesh':0}",
        "{'mesh':0,'skin':0}",
        "'accessors':[",
        "'accessors':[{'componentType':5126,'count':8388608,'type':'MAT4'},",
        "'POSITION':0",
        "'POSITION':1",
        "'meshes'",
        "'skins':[{'joints':[0],'inverseBindMatrices':0}],'meshes'");
  }

  @Test
  void moreJointsThanThereCanBe() {
    refuses(
        "skins[0].joints: needs at most 32767 joints in all, got 40001",
        "{'mesh':0}",
        "{'mesh':0,'skin':0}",
        "'meshes'",
        "'skins':[{'joints':[" + "0,".repeat(40_000) + "0]}],'meshes'");
  }

  @Test
  void textThatWouldBreakTheLine() {
    refuses("buffers[0].uri: needs a relative file, got a b c", data(TRIANGLE), "a\\u0000b\\r\\nc");
  }

  @Test
  void filesElsewhere() {
    for (String uri : new String[] {"../secret.bin", "/etc/hostname", "a/../../b", ""}) {
      String message = "buffers[0].uri: needs a file in the folder of the document, got " + uri;
      refuses(message, data(TRIANGLE), uri);
    }
    refuses("buffers[0].uri: needs a file that is there, got a.bin", data(TRIANGLE), "a.bin");
    refuses(
        "buffers[0].uri: needs base64 in a data URI, got data:,abc", data(TRIANGLE), "data:,abc");
  }

  @Test
  void imagesThatAreNone() {
    String material =
        "'materials':[{'pbrMetallicRoughness':{'baseColorTexture':{'index':0}}}],"
            + "'textures':[{'source':0}],'images':[{'uri':'"
            + data(new byte[] {1, 2, 3})
            + "'}],'meshes'";
    refuses(
        "images[0]: needs a PNG or JPEG, got something else",
        "'meshes'",
        material,
        "{'attributes'",
        "{'material':0,'attributes'");
  }

  @Test
  void wordsThatMeanNothing() {
    refuses(
        "materials[0].alphaMode: needs one of OPAQUE, MASK, BLEND, got Mask",
        "'meshes'",
        "'materials':[{'alphaMode':'Mask'}],'meshes'",
        "{'attributes'",
        "{'material':0,'attributes'");
    refuses(
        "animations[0].samplers[0].interpolation: needs one of LINEAR, STEP, CUBICSPLINE, got slow",
        "'meshes'",
        "'animations':[{'channels':[{'sampler':0,'target':{'node':0,'path':'translation'}}],"
            + "'samplers':[{'interpolation':'slow','input':0,'output':0}]}],'meshes'");
  }

  @Test
  void extensionsThatAreNotKnown() {
    refuses(
        "extensionsRequired[0]: needs one of the extensions that are known, got"
            + " KHR_draco_mesh_compression",
        "'meshes'",
        "'extensionsRequired':['KHR_draco_mesh_compression'],'meshes'");
  }

  @Test
  void animationsThatDoNotFit() {
    String[] members = {
      "'accessors':[{'bufferView':0,'componentType':5126,'count':3,'type':'VEC3'},"
          + "{'bufferView':0,'componentType':5126,'count':3,'type':'SCALAR'}]",
      "'meshes':[{'primitives':[{'attributes':{'POSITION':0}}]}]",
      "'nodes':[{'mesh':0}]",
      "'animations':[{'channels':[{'sampler':0,'target':{'node':0,'path':'translation'}}],"
          + "'samplers':[{'input':1,'output':0}]}]"
    };
    String falling =
        refused(write(folder, document(new float[] {2, 1, 0, 1, 0, 0, 0, 1, 0}, members)));
    assertEquals("animations[0].samplers[0].input: needs times that rise, got 1", falling);
    String zero =
        document(TRIANGLE, members).replace("\"mesh\":0}", "\"mesh\":0,\"scale\":[0,1,1]}");
    assertEquals("meshes: needs triangles, got none", refused(write(folder, zero)));
  }
}
