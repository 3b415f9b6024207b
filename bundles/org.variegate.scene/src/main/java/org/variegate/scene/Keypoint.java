package org.variegate.scene;

import javax.vecmath.Point3f;

/**
 * A named point on a model, such as {@code left eye}.
 *
 * @param name lower-case words
 * @param joint place of the joint that carries it, -1 if the model is rigid
 * @param rest where it is in the mesh's rest space, in m; to be read only; NaN if this individual
 *     does not have what others of its class have, which all name the same points
 */
public record Keypoint(String name, int joint, Point3f rest) {}
