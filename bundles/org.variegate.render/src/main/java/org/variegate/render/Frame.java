package org.variegate.render;

import java.util.List;
import org.variegate.scene.View.Sighting;

/**
 * A picture and what is known about it. Its arrays are lent for as long as the sample lives; what
 * was not asked for is null.
 *
 * @param width in pixels
 * @param height in pixels
 * @param color linear light before exposure, [width, height, 3], x fastest
 * @param layer linear light of a backdrop, which exposure does not touch and which is added
 *     afterwards, [width, height, 3]; null if the scene has none
 * @param instances ids, [width, height], x fastest; 0 is the sky
 * @param depth distance along the camera's axis in m, [width, height]; 0 where the sky is
 * @param normals in the camera's space, [width, height, 3]; 0 where the sky is
 * @param coordinates in the instance's rest space in m, [width, height, 3]; 0 where the sky is
 * @param next where the surface is seen at the next moment, x and y in pixels, and 1 if it is seen
 *     there, 0 if it is hidden or outside, [width, height, 3]
 * @param sightings of the instances that have a class, by id
 */
public record Frame(
    int width,
    int height,
    float[] color,
    float[] layer,
    short[] instances,
    float[] depth,
    float[] normals,
    float[] coordinates,
    float[] next,
    List<Sighting> sightings) {}
