package org.variegate.scene;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Something that can stand in a scene: a mesh with its materials, skeleton and motions. Never
 * changed, and shared between scenes.
 *
 * @param name of the file or individual
 * @param mesh in its rest pose: on the plane y = 0, looking along +Z, in m
 * @param materials one for each slot of the mesh
 * @param skeleton {@link Skeleton#NONE} if it is rigid
 * @param motions what it can do, perhaps nothing
 * @param keypoints named points on it
 */
public record Model(
    String name,
    Mesh mesh,
    List<Material> materials,
    Skeleton skeleton,
    List<Motion> motions,
    List<Keypoint> keypoints) {
  /** About what motions and keypoints take, in bytes. */
  private static final long REST = 8 << 10;

  /** About what a joint takes, in bytes. */
  private static final long JOINT = 256;

  /** Checks that there is a material for every slot, a joint for every weight and keypoint. */
  public Model {
    materials = List.copyOf(materials);
    motions = List.copyOf(motions);
    keypoints = List.copyOf(keypoints);
    for (Mesh.Range range : mesh.ranges()) {
      if (range.slot() < 0 || range.slot() >= materials.size()) {
        throw new IllegalArgumentException(
            "slot: needs one of " + materials.size() + " materials, got " + range.slot());
      }
    }
    if (mesh.joints() != null) {
      for (int i = 0, end = mesh.influences() * mesh.vertices(); i < end; i++) {
        short joint = mesh.joints()[i];
        if (joint < 0 || joint >= skeleton.size()) {
          throw new IllegalArgumentException(
              "joints: needs one of " + skeleton.size() + ", got " + joint);
        }
      }
    }
    for (Keypoint keypoint : keypoints) {
      if (keypoint.joint() < -1 || keypoint.joint() >= skeleton.size()) {
        throw new IllegalArgumentException(
            "keypoint "
                + keypoint.name()
                + ": needs one of "
                + skeleton.size()
                + " joints or -1, got "
                + keypoint.joint());
      }
    }
  }

  /**
   * A rigid thing of one material.
   *
   * @param name of the thing
   * @param mesh of one range
   * @param material of all of it
   * @return without skeleton, motions and keypoints
   */
  public static Model rigid(String name, Mesh mesh, Material material) {
    return new Model(name, mesh, List.of(material), Skeleton.NONE, List.of(), List.of());
  }

  /**
   * About what it takes in memory: its mesh, and its textures with their mip levels, each once
   * however many materials share it.
   *
   * @return bytes, above 0
   */
  public long bytes() {
    return mesh.bytes() + bytesBesideMesh();
  }

  /** About what all but its mesh takes, in bytes. */
  long bytesBesideMesh() {
    Set<Texture> textures = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Material m : materials) {
      Collections.addAll(textures, m.albedo(), m.surface(), m.normals(), m.bump());
    }
    textures.remove(null);
    return textures.stream().mapToLong(Texture::bytes).sum() + REST + JOINT * skeleton.size();
  }
}
