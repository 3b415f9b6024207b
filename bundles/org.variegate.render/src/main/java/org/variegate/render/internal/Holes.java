package org.variegate.render.internal;

/** Where textures leave holes in surfaces. */
final class Holes implements Filler.Stencil {
  private final Triangles triangles;
  private final Fragment fragment;
  private final Coordinates at = new Coordinates();
  private final float[] texel = new float[4];

  Holes(Triangles triangles, Projection projection) {
    this.triangles = triangles;
    fragment = new Fragment(triangles, projection);
  }

  @Override
  public boolean covers(int triangle, float x, float y) {
    Surface s = triangles.surface(triangle);
    if (s.material.mapping().triplanar()) {
      return true;
    }
    fragment.locate(s, triangle, x, y);
    at.set(fragment, s.material.mapping(), s.turn, s.mesh.uvs(), 2, 0, 1);
    float level = Texels.level(s.material.albedo(), at.squared);
    Texels.color(s.material.albedo(), at.u, at.v, level, texel);
    return texel[3] >= s.material.coverage();
  }
}
