package org.variegate.render.internal;

/** What a place on a surface looks like before light falls on it. Used again for each. */
final class Look {
  Surface surface;

  /** Along the camera's axis, in m. */
  float depth;

  /** Normal of length 1 before textures tilt it. */
  float smoothX;

  float smoothY;
  float smoothZ;

  /** Normal of length 1. */
  float nx;

  float ny;
  float nz;

  float red;
  float green;
  float blue;
  float roughness;
  float metallic;

  /** Whether its triangle has one normal. */
  boolean flat;

  /** Share of the sky that is seen. */
  float open;

  /** Where in the fur's noise it is; only where its surface has strands. */
  float strandX;

  float strandY;
  float strandZ;

  /** Of the fur, in m. */
  float length;

  /** Sets both normals to the direction of a vector. */
  void face(float x, float y, float z) {
    float one = 1 / (float) Math.sqrt(Math.max(1e-30f, x * x + y * y + z * z));
    smoothX = x * one;
    smoothY = y * one;
    smoothZ = z * one;
    nx = smoothX;
    ny = smoothY;
    nz = smoothZ;
  }

  /** Sets the normal alone. */
  void tilt(float x, float y, float z) {
    float one = 1 / (float) Math.sqrt(Math.max(1e-30f, x * x + y * y + z * z));
    nx = x * one;
    ny = y * one;
    nz = z * one;
  }

  /** Whether light on it changes slowly with its normal: fur, and what is rough and no metal. */
  boolean rough() {
    return surface.strands != null || metallic == 0 && roughness >= Patches.ROUGH;
  }
}
