package org.variegate.render.internal;

import org.variegate.scene.Material;
import org.variegate.scene.Mesh;

/**
 * A triangle as all of its places need it: what its corners know, and how places are made of them.
 * One a thread.
 */
final class Corners {
  private final Triangles triangles;
  private final Projection projection;
  private Surface surface;
  private int a;
  private int b;
  private int c;

  /** What the corners know: 3 values each. */
  private final float[] nx = new float[3];

  private final float[] ny = new float[3];
  private final float[] nz = new float[3];
  private final float[] red = new float[3];
  private final float[] green = new float[3];
  private final float[] blue = new float[3];
  private final float[] open = new float[3];
  private final float[] strandX = new float[3];
  private final float[] strandY = new float[3];
  private final float[] strandZ = new float[3];
  private final float[] length = new float[3];

  /** A place near the triangle, in the picture, from its axis. */
  private float originX;

  private float originY;

  /** Unscaled shares of corners there, and what they grow by right and down. */
  private final float[] shares = new float[9];

  private float determinant;
  private boolean flat;

  private final Cladding cladding;

  Corners(Triangles triangles, Projection projection) {
    this.triangles = triangles;
    this.projection = projection;
    cladding = new Cladding(projection);
  }

  /**
   * Goes to a triangle.
   *
   * @return whether places can be made of what its corners know: textures are seen from one of the
   *     axes, and are of colours, heights and finish
   */
  boolean go(Surface s, int triangle) {
    Material m = s.material;
    if (s.twoSided || s.textured && !Cladding.plain(m)) {
      return false;
    }
    surface = s;
    int[] vertices = s.mesh.triangles();
    int t = 3 * (triangle - s.triangleBase);
    a = vertices[t];
    b = vertices[t + 1];
    c = vertices[t + 2];
    if (s.textured && !cladding.lay(s, a, b, c)) {
      return false;
    }
    plane(3 * (a + s.vertexBase), 3 * (b + s.vertexBase), 3 * (c + s.vertexBase));
    corner(0, a);
    corner(1, b);
    corner(2, c);
    flat = even(nx) && even(ny) && even(nz);
    if (s.textured) {
      cladding.turn(determinant);
    }
    return true;
  }

  private static boolean even(float[] values) {
    return values[0] == values[1] && values[0] == values[2];
  }

  private void plane(int i, int j, int l) {
    float[] k = triangles.corners;
    float az = k[i + 2];
    float bz = k[j + 2];
    float cz = k[l + 2];
    originX = az < Projection.NEAR ? 0 : near(k[i] / az);
    originY = az < Projection.NEAR ? 0 : near(k[i + 1] / az);
    float ax = k[i] - az * originX;
    float ay = k[i + 1] - az * originY;
    float bx = k[j] - bz * originX;
    float by = k[j + 1] - bz * originY;
    float cx = k[l] - cz * originX;
    float cy = k[l + 1] - cz * originY;
    shares[0] = bx * cy - by * cx;
    shares[1] = by * cz - bz * cy;
    shares[2] = bz * cx - bx * cz;
    shares[3] = cx * ay - cy * ax;
    shares[4] = cy * az - cz * ay;
    shares[5] = cz * ax - cx * az;
    shares[6] = ax * by - ay * bx;
    shares[7] = ay * bz - az * by;
    shares[8] = az * bx - ax * bz;
    determinant = az * shares[0] + bz * shares[3] + cz * shares[6];
  }

  /** A place as near to one in the picture as one focal length from its axis allows. */
  private float near(float place) {
    return (float) Math.rint(Math.max(-projection.focal, Math.min(projection.focal, place)));
  }

  private void corner(int i, int vertex) {
    Surface s = surface;
    Mesh mesh = s.mesh;
    Material material = s.material;
    float[] m = s.normal;
    float[] n = s.geometry.normals();
    float x = n[3 * vertex];
    float y = n[3 * vertex + 1];
    float z = n[3 * vertex + 2];
    nx[i] = m[0] * x + m[1] * y + m[2] * z;
    ny[i] = m[3] * x + m[4] * y + m[5] * z;
    nz[i] = m[6] * x + m[7] * y + m[8] * z;
    red[i] = material.color().red();
    green[i] = material.color().green();
    blue[i] = material.color().blue();
    float[] colors = mesh.colors();
    if (colors != null) {
      red[i] *= colors[3 * vertex];
      green[i] *= colors[3 * vertex + 1];
      blue[i] *= colors[3 * vertex + 2];
    }
    open[i] = mesh.occlusion() == null ? 1 : mesh.occlusion()[vertex];
    if (s.strands != null) {
      float frequency = material.fur().frequency();
      strandX[i] = frequency * s.strands[3 * vertex];
      strandY[i] = frequency * s.strands[3 * vertex + 1];
      strandZ[i] = frequency * s.strands[3 * vertex + 2];
      length[i] = mesh.fur()[4 * vertex];
    }
  }

  /**
   * Sees a place in the picture.
   *
   * @param dx in pixels from the axis, right
   * @param dy in pixels from the axis, down
   * @param to receives what is there
   */
  void see(float dx, float dy, Look to) {
    float[] w = shares;
    float x = dx - originX;
    float y = dy - originY;
    float p = w[0] + x * w[1] + y * w[2];
    float q = w[3] + x * w[4] + y * w[5];
    float r = w[6] + x * w[7] + y * w[8];
    float one = 1 / (p + q + r);
    p *= one;
    q *= one;
    r *= one;
    Surface s = surface;
    to.surface = s;
    to.flat = flat;
    to.depth = determinant * one;
    to.face(mix(nx, p, q, r), mix(ny, p, q, r), mix(nz, p, q, r));
    to.red = mix(red, p, q, r);
    to.green = mix(green, p, q, r);
    to.blue = mix(blue, p, q, r);
    to.open = mix(open, p, q, r);
    to.roughness = s.material.roughness();
    to.metallic = s.material.metallic();
    if (s.strands != null) {
      to.strandX = mix(strandX, p, q, r);
      to.strandY = mix(strandY, p, q, r);
      to.strandZ = mix(strandZ, p, q, r);
      to.length = mix(length, p, q, r);
    }
    if (s.textured) {
      cladding.see(p, q, r, one, dx, dy, to);
    }
  }

  static float mix(float[] values, float p, float q, float r) {
    return p * values[0] + q * values[1] + r * values[2];
  }
}
