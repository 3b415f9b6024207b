package org.variegate.scene;

import java.nio.BufferUnderflowException;
import java.util.Optional;
import org.variegate.api.Arena;

/**
 * A mesh in a quarter of its memory, rounded: positions to 1/65534 of the box about its origin that
 * holds it, normals and combs to 0.06 degrees, weights to 1/510, the roots of colours and of fur's
 * lengths to 1/255 of the largest, texture coordinates to 1/65535 of their box. What equals another
 * still does. Never changed, and shared.
 */
public final class PackedMesh {
  private final byte[] data;
  private final MeshUnpacker unpacker;

  /** Made when it is first asked for; whoever makes it makes the same. */
  private Bounds bounds;

  private PackedMesh(byte[] data) {
    this.data = data;
    unpacker = new MeshUnpacker(data);
  }

  /**
   * Packs a mesh.
   *
   * @param mesh to be packed
   * @return nothing if it has morphs, more than 4 joints a vertex, more than 65,536 vertices, or
   *     negative colours
   */
  public static Optional<PackedMesh> of(Mesh mesh) {
    return MeshPacker.takes(mesh)
        ? Optional.of(new PackedMesh(MeshPacker.pack(mesh)))
        : Optional.empty();
  }

  /**
   * A mesh that was packed by the same version.
   *
   * @param data its {@linkplain #data bytes}; not to be changed afterwards
   * @return nothing if they are not those of a mesh
   */
  public static Optional<PackedMesh> read(byte[] data) {
    try {
      return Optional.of(new PackedMesh(data));
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  /** All of it; to be read only. */
  public byte[] data() {
    return data;
  }

  /** What it takes in memory, in bytes. */
  public long bytes() {
    return data.length + unpacker.bytes() + 512;
  }

  /**
   * The mesh.
   *
   * @param arena lends its arrays, which are longer than its attributes
   * @return valid as long as the arrays are lent
   */
  public Mesh unpack(Arena arena) {
    Mesh mesh = unpacker.unpack(arena, bounds);
    bounds = mesh.bounds();
    return mesh;
  }
}
