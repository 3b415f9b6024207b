package org.variegate.scene;

import java.util.Objects;

/**
 * How a surface looks: glTF 2.0's metallic-roughness model, and fur.
 *
 * @param name for messages and records
 * @param color the base colour by which everything is multiplied
 * @param albedo base colour and, in channel 4, coverage; or null
 * @param surface roughness in channel 2 and metallic in channel 3, as in glTF; or null
 * @param normals normals in tangent space, as in glTF; or null
 * @param bump height in units of {@code bumpDepth}, of 1 channel; or null
 * @param bumpDepth m from black to white of {@code bump}
 * @param roughness in [0, 1]; a factor if there is a {@code surface}
 * @param metallic in [0, 1]; a factor if there is a {@code surface}
 * @param emission light it gives off by itself, as a share of its base colour
 * @param coverage where {@code albedo} covers less than this there is a hole; 0 for none
 * @param twoSided whether its back is seen too
 * @param unlit whether it is shown as its base colour, whatever the light
 * @param mapping from the surface to the textures
 * @param fur or null
 */
public record Material(
    String name,
    Rgb color,
    Texture albedo,
    Texture surface,
    Texture normals,
    Texture bump,
    float bumpDepth,
    float roughness,
    float metallic,
    float emission,
    float coverage,
    boolean twoSided,
    boolean unlit,
    Mapping mapping,
    Fur fur) {

  /** Checks that name, colour and mapping are there. */
  public Material {
    Objects.requireNonNull(name);
    Objects.requireNonNull(color);
    Objects.requireNonNull(mapping);
  }

  /**
   * A smooth surface of one colour.
   *
   * @param name for messages
   * @param color base colour
   * @param roughness in [0, 1]
   * @return a material that is no metal
   */
  public static Material plain(String name, Rgb color, float roughness) {
    return new Material(
        name, color, null, null, null, null, 0, roughness, 0, 0, 0, false, false, Mapping.UV, null);
  }

  /** The same in another base colour. */
  public Material withColor(Rgb other) {
    return new Material(
        name, other, albedo, surface, normals, bump, bumpDepth, roughness, metallic, emission,
        coverage, twoSided, unlit, mapping, fur);
  }

  /** The same with another base colour texture. */
  public Material withAlbedo(Texture other) {
    return new Material(
        name, color, other, surface, normals, bump, bumpDepth, roughness, metallic, emission,
        coverage, twoSided, unlit, mapping, fur);
  }

  /** The same with another texture of roughness and metal, or without if null. */
  public Material withSurface(Texture other) {
    return new Material(
        name, color, albedo, other, normals, bump, bumpDepth, roughness, metallic, emission,
        coverage, twoSided, unlit, mapping, fur);
  }

  /** The same with another height texture. */
  public Material withBump(Texture other, float depth) {
    return new Material(
        name, color, albedo, surface, normals, other, depth, roughness, metallic, emission,
        coverage, twoSided, unlit, mapping, fur);
  }

  /** The same, rougher or shinier. */
  public Material withFinish(float newRoughness, float newMetallic) {
    return new Material(
        name,
        color,
        albedo,
        surface,
        normals,
        bump,
        bumpDepth,
        newRoughness,
        newMetallic,
        emission,
        coverage,
        twoSided,
        unlit,
        mapping,
        fur);
  }

  /** The same on another mapping. */
  public Material withMapping(Mapping other) {
    return new Material(
        name, color, albedo, surface, normals, bump, bumpDepth, roughness, metallic, emission,
        coverage, twoSided, unlit, other, fur);
  }

  /** The same with fur, or without if null. */
  public Material withFur(Fur other) {
    return new Material(
        name, color, albedo, surface, normals, bump, bumpDepth, roughness, metallic, emission,
        coverage, twoSided, unlit, mapping, other);
  }

  /** The same, seen from both sides or not. */
  public Material withTwoSided(boolean other) {
    return new Material(
        name, color, albedo, surface, normals, bump, bumpDepth, roughness, metallic, emission,
        coverage, other, unlit, mapping, fur);
  }
}
