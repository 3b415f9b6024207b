package org.variegate.scene.gltf;

/**
 * How a texture goes on beyond its edges.
 *
 * @param across of a sampler's {@code wrapS}
 * @param down of its {@code wrapT}
 */
record Wrap(int across, int down) {
  static final int REPEATED = 10497;
  static final int CLAMPED = 33071;
  static final int MIRRORED = 33648;

  static final Wrap REPEAT = new Wrap(REPEATED, REPEATED);

  /** How far beyond an edge a triangle may reach that lies on both its sides, in textures. */
  private static final float SLACK = 0.01f;

  static Wrap of(Json sampler) {
    return new Wrap(mode(sampler.get("wrapS")), mode(sampler.get("wrapT")));
  }

  private static int mode(Json json) {
    int mode = json.integer(0, Integer.MAX_VALUE, REPEATED);
    if (mode != REPEATED && mode != CLAMPED && mode != MIRRORED) {
      throw json.needs("10497 (repeat), 33071 (clamp to edge) or 33648 (mirrored repeat)");
    }
    return mode;
  }

  /**
   * Takes coordinates to where a texture that repeats shows the same.
   *
   * @param part with coordinates and triangles
   * @param path of the primitive
   * @throws IllegalArgumentException if a triangle lies on both sides of an edge at which the
   *     texture is mirrored or clamped
   */
  void apply(Primitive part, String path) {
    apply(part, 0, across, path);
    apply(part, 1, down, path);
  }

  private static void apply(Primitive part, int axis, int mode, String path) {
    if (mode == REPEATED) {
      return;
    }
    int[] t = part.triangles;
    for (int i = 0; i < t.length; i += 3) {
      float a = part.uvs[2 * t[i] + axis];
      float b = part.uvs[2 * t[i + 1] + axis];
      float c = part.uvs[2 * t[i + 2] + axis];
      float lower = Math.min(a, Math.min(b, c)) + SLACK;
      float upper = Math.max(a, Math.max(b, c)) - SLACK;
      if (crosses(mode, lower, upper)) {
        throw new IllegalArgumentException(
            path
                + ": needs triangles that do not cross the edges of a texture that is "
                + (mode == MIRRORED ? "mirrored" : "clamped")
                + ", got one from "
                + (lower - SLACK)
                + " to "
                + (upper + SLACK));
      }
    }
    for (int i = axis; i < part.uvs.length; i += 2) {
      part.uvs[i] = inside(mode, part.uvs[i]);
    }
  }

  private static boolean crosses(int mode, float lower, float upper) {
    if (mode == MIRRORED) {
      return upper > lower && Math.floor(lower) < Math.ceil(upper) - 1;
    }
    return lower < 0 && upper > 0 || lower < 1 && upper > 1;
  }

  private static float inside(int mode, float u) {
    if (mode == CLAMPED) {
      return Math.max(0, Math.min(1, u));
    }
    float turn = u - 2 * (float) Math.floor(u / 2);
    return turn > 1 ? 2 - turn : turn;
  }
}
