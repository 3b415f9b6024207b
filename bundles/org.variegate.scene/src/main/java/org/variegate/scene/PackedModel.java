package org.variegate.scene;

import java.util.List;
import java.util.Optional;
import org.variegate.api.Arena;

/**
 * A model whose {@linkplain PackedMesh mesh is packed}, for those that keep many. Never changed,
 * and shared.
 */
public final class PackedModel {
  private final String name;
  private final List<Material> materials;
  private final Skeleton skeleton;
  private final List<Motion> motions;
  private final List<Keypoint> keypoints;
  private final PackedMesh mesh;
  private final long bytes;

  /** The model itself if its mesh cannot be packed. */
  private final Model model;

  private PackedModel(Model model, PackedMesh mesh) {
    name = model.name();
    materials = model.materials();
    skeleton = model.skeleton();
    motions = model.motions();
    keypoints = model.keypoints();
    this.mesh = mesh;
    this.model = mesh == null ? model : null;
    bytes = mesh == null ? model.bytes() : model.bytesBesideMesh() + mesh.bytes();
  }

  /**
   * Packs a model.
   *
   * @param model to be packed
   * @return it, with its mesh as it is where that {@linkplain PackedMesh#of cannot} be packed
   */
  public static PackedModel of(Model model) {
    return new PackedModel(model, PackedMesh.of(model.mesh()).orElse(null));
  }

  /**
   * A model with a mesh that was packed already.
   *
   * @param model to be packed
   * @param mesh in the place of its own
   * @return it
   */
  public static PackedModel of(Model model, PackedMesh mesh) {
    return new PackedModel(model, mesh);
  }

  /**
   * The model.
   *
   * @param arena lends the mesh's arrays
   * @return valid as long as they are lent
   */
  public Model unpack(Arena arena) {
    return model != null
        ? model
        : new Model(name, mesh.unpack(arena), materials, skeleton, motions, keypoints);
  }

  /** Its mesh, nothing if that could not be packed. */
  public Optional<PackedMesh> mesh() {
    return Optional.ofNullable(mesh);
  }

  /** About what it takes in memory, in bytes. */
  public long bytes() {
    return bytes;
  }
}
