package org.variegate.scene.gltf;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.vecmath.Matrix4f;
import org.variegate.formats.FormatException;

/**
 * Small documents: a triangle (0, 0, 0), (1, 0, 0), (0, 1, 0), and others that tests make of it.
 */
final class Documents {
  static final float[] TRIANGLE = {0, 0, 0, 1, 0, 0, 0, 1, 0};

  private Documents() {}

  static String data(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return data(bytes.array());
  }

  static String data(byte[] bytes) {
    return "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  /** A document with a buffer of these floats, one view of it, and these members. */
  static String document(float[] floats, String... members) {
    return "{'asset':{'version':'2.0'},'buffers':[{'byteLength':"
        .concat(4 * floats.length + ",'uri':'" + data(floats) + "'}],")
        .concat("'bufferViews':[{'buffer':0,'byteLength':" + 4 * floats.length + "}],")
        .concat(String.join(",", members) + "}")
        .replace('\'', '"');
  }

  /** The triangle, with what is given replaced. */
  static String triangle(String... replacements) {
    String text =
        document(
            TRIANGLE,
            "'accessors':[{'bufferView':0,'componentType':5126,'count':3,'type':'VEC3'}]",
            "'meshes':[{'primitives':[{'attributes':{'POSITION':0}}]}]",
            "'nodes':[{'mesh':0}]",
            "'scenes':[{'nodes':[0]}]");
    for (int i = 0; i < replacements.length; i += 2) {
      String from = replacements[i].replace('\'', '"');
      assertFalse(!text.contains(from), from);
      text = text.replace(from, replacements[i + 1].replace('\'', '"'));
    }
    return text;
  }

  static byte[] glb(String json, byte[] binary) {
    byte[] text = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    ByteBuffer all =
        ByteBuffer.allocate(28 + text.length + binary.length).order(ByteOrder.LITTLE_ENDIAN);
    all.putInt(0x46546C67).putInt(2).putInt(all.capacity());
    all.putInt(text.length).putInt(0x4E4F534A).put(text);
    all.putInt(binary.length).putInt(0x004E4942).put(binary);
    return all.array();
  }

  static Path write(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("m.gltf"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read where it lies. */
  static Gltf read(Path file) throws FormatException {
    Matrix4f identity = new Matrix4f();
    identity.setIdentity();
    return Gltf.read(file, 1 << 20, mesh -> identity);
  }

  static Gltf read(Path folder, String text) throws FormatException {
    return read(write(folder, text));
  }

  /** The message of a file that is refused, without the file's name. */
  static String refused(Path file) {
    String message = assertThrows(FormatException.class, () -> read(file)).getMessage();
    assertFalse(message.contains("\n") || !message.startsWith(file + ": "), message);
    return message.substring((file + ": ").length());
  }
}
