package org.variegate.source.models;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Texture;

/**
 * A model in memory, and the bytes it was read from.
 *
 * @param model shared by samples
 * @param inputs SHA-256 of each file by its name
 */
record Loaded(Model model, Map<String, String> inputs) {
  private static final int BYTES_PER_VERTEX = 72;

  /** About how much memory it takes: vertices, triangles, textures and their mip levels. */
  long bytes() {
    Mesh mesh = model.mesh();
    long bytes = (long) BYTES_PER_VERTEX * mesh.vertices() + 4L * mesh.triangles().length;
    Set<Texture> textures = new HashSet<>();
    for (Material material : model.materials()) {
      for (Texture texture :
          new Texture[] {material.albedo(), material.surface(), material.normals()}) {
        if (texture != null && textures.add(texture)) {
          bytes += 16L * texture.width() * texture.height() / 3;
        }
      }
    }
    return bytes + (64 << 10);
  }
}
