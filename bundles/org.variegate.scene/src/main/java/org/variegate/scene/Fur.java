package org.variegate.scene;

/**
 * Fine fur: noise in rest space, stretched along the mesh's comb direction, that changes colour and
 * tilts the normal, less where the mesh's fur is shorter than some mm. Nothing stands out from the
 * skin.
 *
 * @param frequency of the noise across the hairs, per m
 * @param strength 1 changes the colour by up to 0.8 of it
 * @param seed of the noise
 */
public record Fur(float frequency, float strength, int seed) {}
