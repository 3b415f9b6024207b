package org.variegate.scene.gltf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.vecmath.Matrix4d;
import javax.vecmath.Matrix4f;
import org.variegate.formats.FileHash;
import org.variegate.formats.FormatException;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Motion;
import org.variegate.scene.Skeleton;

/**
 * A file in glTF 2.0, {@code .gltf} or {@code .glb}: its scene as one model. A file without
 * animations is taken as it stands, without a skeleton; of one with animations each is a {@link
 * Motion} that draws {@code phase}; morph targets too are animated. Half transparent surfaces are
 * opaque, and lines, points, cameras and lights are left out.
 *
 * @param model the model
 * @param files all that were read, the file itself first, the others absolute
 */
public record Gltf(Model model, List<Path> files) {
  private static final int MAGIC = 0x46546C67;
  private static final int HEADER = 12;
  private static final int JSON_CHUNK = 0x4E4F534A;
  private static final int BINARY_CHUNK = 0x004E4942;
  private static final Set<String> EXTENSIONS =
      Set.of(
          "KHR_materials_unlit",
          "KHR_materials_pbrSpecularGlossiness",
          "KHR_mesh_quantization",
          "KHR_texture_transform");

  /** Takes a copy. */
  public Gltf {
    files = List.copyOf(files);
  }

  /**
   * Reads a file. Files it refers to lie in its folder.
   *
   * @param file in glTF 2.0
   * @param mostBytes how large the file may be, and all it refers to
   * @param placing finds where the model is put: from its mesh at rest as the file has it to what
   *     takes the file's space to the model's, a similarity
   * @return the model, named as the file is
   * @throws FormatException if the file is broken or needs an extension that is not known; the
   *     message is one line with the place in the file
   */
  public static Gltf read(Path file, long mostBytes, Function<Mesh, Matrix4f> placing)
      throws FormatException {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IllegalArgumentException("needs a file");
      }
      if (Files.size(file) > mostBytes) {
        throw new IllegalArgumentException(
            "needs at most " + mostBytes + " bytes, got " + Files.size(file));
      }
      return read(file, Files.readAllBytes(file), mostBytes, placing);
    } catch (IOException | IllegalArgumentException e) {
      throw FormatException.of(file, e);
    }
  }

  /**
   * The hashes of all files, as inputs of a sample.
   *
   * @param name of the file itself
   * @return SHA-256 of each file: by that name, or for one that it refers to by that name, a slash,
   *     and where it lies beside it
   * @throws FormatException if one cannot be read any more
   */
  public SortedMap<String, String> hashes(String name) throws FormatException {
    SortedMap<String, String> hashes = new TreeMap<>();
    hashes.put(name, FileHash.of(files.get(0)));
    Path folder = files.get(0).toAbsolutePath().normalize().getParent();
    for (Path file : files.subList(1, files.size())) {
      hashes.put(
          name + "/" + folder.relativize(file).toString().replace('\\', '/'), FileHash.of(file));
    }
    return hashes;
  }

  private static Gltf read(
      Path file, byte[] bytes, long mostBytes, Function<Mesh, Matrix4f> placing)
      throws IOException {
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length == 0) {
      throw new IllegalArgumentException("needs glTF, got an empty file");
    }
    boolean packed = bytes.length >= 4 && all.getInt(0) == MAGIC;
    if (packed && bytes.length < HEADER) {
      throw new EOFException();
    }
    if (packed && (all.getInt(4) != 2 || Integer.toUnsignedLong(all.getInt(8)) > bytes.length)) {
      throw new IllegalArgumentException(
          all.getInt(4) == 2
              ? "needs more bytes, the file is cut off"
              : "needs glTF 2, got version " + all.getInt(4));
    }
    ByteBuffer json = packed ? chunk(all, HEADER, JSON_CHUNK) : all;
    if (json == null) {
      throw new IllegalArgumentException("needs a chunk of JSON first");
    }
    int next = HEADER + 8 + json.capacity();
    ByteBuffer binary = packed ? chunk(all, next, BINARY_CHUNK) : null;
    Json document = Json.parse(bytes, packed ? HEADER + 8 : 0, json.capacity());
    String version = document.get("asset").get("version").text();
    if (!version.startsWith("2.")) {
      throw document.get("asset").get("version").needs("2.0");
    }
    for (Json extension : document.get("extensionsRequired").items()) {
      if (!EXTENSIONS.contains(extension.text())) {
        throw extension.needs("one of the extensions that are known");
      }
    }
    return read(file, document, new Buffers(document, file, binary, mostBytes), placing);
  }

  /** The chunk at a place of a GLB container, or null if there is none of that type. */
  private static ByteBuffer chunk(ByteBuffer all, int at, int type) {
    if (at > all.capacity() - 8) {
      return null;
    }
    long length = Integer.toUnsignedLong(all.getInt(at));
    if (length > all.capacity() - at - 8) {
      throw new IllegalArgumentException("needs more bytes, the file is cut off");
    }
    return all.getInt(at + 4) == type ? all.slice(at + 8, (int) length) : null;
  }

  private static Gltf read(
      Path file, Json document, Buffers buffers, Function<Mesh, Matrix4f> placing)
      throws IOException {
    Accessors accessors = new Accessors(document, buffers);
    Materials materials = new Materials(document, new Textures(document, file, buffers));
    Nodes nodes = new Nodes(document);
    Rig rig = new Rig(document, nodes, accessors);
    boolean moves = !document.get("animations").items().isEmpty();
    Morphs morphs = new Morphs(document, nodes);
    Surface surface = new Surface(nodes, rig, accessors, materials, morphs, moves);
    surface.read(document.get("meshes").items());
    Matrix4d to = new Matrix4d();
    to.setIdentity();
    to.set(placing.apply(surface.mesh(to)));
    Model model =
        new Model(
            file.getFileName().toString(),
            surface.mesh(to),
            materials.used(),
            moves ? rig.skeleton(to) : Skeleton.NONE,
            moves ? new Clips(nodes, rig, morphs, accessors).read(document, to) : List.of(),
            List.of());
    List<Path> files = new ArrayList<>(List.of(file));
    files.addAll(buffers.files());
    return new Gltf(model, files);
  }
}
