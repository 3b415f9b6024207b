package org.variegate.species.quadruped.mesh;

/**
 * A surface of triangles, counter-clockwise from outside.
 *
 * @param positions 3 a vertex
 * @param normals 3 a vertex, of length 1
 * @param triangles 3 vertices each
 */
public record Surface(float[] positions, float[] normals, int[] triangles) {
  /** The number of vertices. */
  public int vertices() {
    return positions.length / 3;
  }
}
