package org.variegate.render.internal;

/** How much of a light reaches places in the world. */
final class ShadowMap {
  /** The share of the light that is seen from a place with a normal. */
  float seen(float x, float y, float z, float nx, float ny, float nz) {
    return 1;
  }
}
