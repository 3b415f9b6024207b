package org.variegate.scene;

/**
 * From a surface to its textures.
 *
 * @param triplanar whether the textures are projected along the three axes of the instance's rest
 *     space and blended by the normal, with tiles of 1 m before scaling; else by the mesh's texture
 *     coordinates
 * @param scaleU repeats of the texture along u
 * @param scaleV repeats of the texture along v
 * @param rotation of the texture, radians
 * @param offsetU in repeats
 * @param offsetV in repeats
 */
public record Mapping(
    boolean triplanar, float scaleU, float scaleV, float rotation, float offsetU, float offsetV) {
  /** The mesh's own coordinates as they are. */
  public static final Mapping UV = new Mapping(false, 1, 1, 0, 0, 0);
}
