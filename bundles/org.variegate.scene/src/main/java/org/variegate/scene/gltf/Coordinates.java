package org.variegate.scene.gltf;

import java.io.IOException;
import java.util.List;

/**
 * Where textures lie on a surface.
 *
 * @param set number of the vertices' texture coordinates
 * @param transform offset, scale and rotation of KHR_texture_transform; empty if there is none
 * @param wrap how they go on beyond their edges
 */
record Coordinates(int set, List<Float> transform, Wrap wrap) {

  /** Those of a material without textures. */
  static final Coordinates PLAIN = new Coordinates(0, List.of(), Wrap.REPEAT);

  static Coordinates of(Json info, Wrap wrap) {
    Json transform = info.get("extensions").get("KHR_texture_transform");
    int own = info.get("texCoord").integer(0, 99, 0);
    int set = transform.get("texCoord").integer(0, 99, own);
    if (!transform.exists()) {
      return new Coordinates(set, List.of(), wrap);
    }
    float[] offset = transform.get("offset").numbers(0, 0);
    float[] scale = transform.get("scale").numbers(1, 1);
    float turn = transform.get("rotation").number(0);
    return new Coordinates(set, List.of(offset[0], offset[1], scale[0], scale[1], turn), wrap);
  }

  /** The coordinates of vertices, 2 each; null if they have none. */
  float[] of(Json attributes, Accessors accessors) throws IOException {
    Json json = attributes.get("TEXCOORD_" + set);
    if (!json.exists()) {
      return null;
    }
    float[] uvs = accessors.floats(json, 2);
    if (!transform.isEmpty()) {
      float s = (float) StrictMath.sin(transform.get(4));
      float c = (float) StrictMath.cos(transform.get(4));
      for (int i = 0; i < uvs.length; i += 2) {
        float u = uvs[i] * transform.get(2);
        float v = uvs[i + 1] * transform.get(3);
        uvs[i] = c * u + s * v + transform.get(0);
        uvs[i + 1] = c * v - s * u + transform.get(1);
      }
    }
    return uvs;
  }
}
