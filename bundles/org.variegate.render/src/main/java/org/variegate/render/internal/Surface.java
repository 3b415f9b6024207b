package org.variegate.render.internal;

import javax.vecmath.Matrix4f;
import org.variegate.scene.Geometry;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Role;

/** The triangles of one material of one instance, as one frame needs them. */
final class Surface {
  final Instance instance;
  final Material material;
  final Mesh mesh;
  final Geometry geometry;

  /** The first triangle and how many, in the mesh. */
  final int from;

  final int count;

  /** What is added to the mesh's triangles and vertices to get the frame's. */
  final int triangleBase;

  final int vertexBase;

  /** From the model's normals to the world's, without their length. */
  final float[] normal = new float[9];

  /** Model lengths times this are world lengths. */
  final float scale;

  final boolean twoSided;
  final boolean ground;
  final int id;

  /** Whether there is a texture, and something to lay it out by. */
  final boolean textured;

  /**
   * Places in rest of its mesh's vertices, pushed together along the hairs, so that noise there is
   * drawn out along them; null without fur, or as long as nobody asked.
   */
  float[] strands;

  /** Cosine and sine of the textures' rotation. */
  final float[] turn;

  /** Whether the placement mirrors. */
  final boolean mirrored;

  Surface(
      Instance instance, Mesh.Range range, Geometry geometry, int triangleBase, int vertexBase) {
    this.instance = instance;
    this.material = instance.materials().get(range.slot());
    this.mesh = instance.model().mesh();
    this.geometry = geometry;
    this.from = range.from();
    this.count = range.count();
    this.triangleBase = triangleBase;
    this.vertexBase = vertexBase;
    twoSided = material.twoSided();
    ground = instance.role() == Role.GROUND;
    id = instance.id();
    textured = textured();
    double rotation = material.mapping().rotation();
    turn = new float[] {(float) StrictMath.cos(rotation), (float) StrictMath.sin(rotation)};
    Matrix4f m = instance.placement();
    normal[0] = m.m11 * m.m22 - m.m12 * m.m21;
    normal[1] = m.m12 * m.m20 - m.m10 * m.m22;
    normal[2] = m.m10 * m.m21 - m.m11 * m.m20;
    normal[3] = m.m21 * m.m02 - m.m22 * m.m01;
    normal[4] = m.m22 * m.m00 - m.m20 * m.m02;
    normal[5] = m.m20 * m.m01 - m.m21 * m.m00;
    normal[6] = m.m01 * m.m12 - m.m02 * m.m11;
    normal[7] = m.m02 * m.m10 - m.m00 * m.m12;
    normal[8] = m.m00 * m.m11 - m.m01 * m.m10;
    float determinant = m.m00 * normal[0] + m.m01 * normal[1] + m.m02 * normal[2];
    mirrored = determinant < 0;
    if (mirrored) {
      for (int i = 0; i < 9; i++) {
        normal[i] = -normal[i];
      }
    }
    scale = (float) StrictMath.cbrt(Math.abs(determinant));
  }

  private boolean textured() {
    boolean any =
        material.albedo() != null
            || material.surface() != null
            || material.bump() != null
            || material.normals() != null;
    return any && (material.mapping().triplanar() || mesh.uvs() != null);
  }

  /** Whether it has holes where its texture covers nothing. */
  boolean holes() {
    return material.coverage() > 0
        && textured
        && material.albedo() != null
        && material.albedo().channels() == 4;
  }
}
