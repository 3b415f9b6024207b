package org.variegate.scene;

/**
 * Fine fur: noise in rest space, stretched along the mesh's comb direction, that changes colour and
 * tilts the normal, and shells above the skin where the mesh's fur is long.
 *
 * @param frequency of the noise across the hairs, per m
 * @param strength 1 changes the colour by up to half of it
 * @param seed of the noise
 */
public record Fur(float frequency, float strength, int seed) {}
