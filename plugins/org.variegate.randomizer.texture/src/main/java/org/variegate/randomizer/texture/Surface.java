package org.variegate.randomizer.texture;

/**
 * What a material looks like, on a square that repeats.
 *
 * @param paint base colour
 * @param height in [0, 1], or null if it is flat
 * @param depth from the lowest to the highest point, in m
 * @param roughness in [0, 1], of each texel, or null if all have the same
 * @param finish roughness where there is no field
 * @param metal in [0, 1], of each texel, or null if all have the same
 * @param metallic where there is no field
 */
record Surface(
    Paint paint,
    Field height,
    float depth,
    Field roughness,
    float finish,
    Field metal,
    float metallic) {

  static Surface of(Paint paint, float roughness) {
    return new Surface(paint, null, 0, null, roughness, null, 0);
  }

  /** With relief, in m from 0 to 1. */
  Surface relief(Field field, double metres) {
    return new Surface(paint, field, (float) metres, roughness, finish, metal, metallic);
  }

  /** Rougher in some places than in others. */
  Surface rough(Field field) {
    return new Surface(paint, height, depth, field, finish, metal, metallic);
  }

  /** All of metal. */
  Surface allMetal() {
    return new Surface(paint, height, depth, roughness, finish, null, 1);
  }

  /** Metal in places. */
  Surface partMetal(Field field) {
    return new Surface(paint, height, depth, roughness, finish, field, 1);
  }
}
