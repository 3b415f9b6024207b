package org.variegate.render.internal;

/** A place on a surface that a ray through the picture meets. Used again for each. */
final class Fragment {
  private final float[] corners;
  private final Projection projection;

  Surface surface;

  /** The triangle's vertices in the mesh. */
  int a;

  int b;
  int c;

  /** Shares of the vertices, perspective-correct; they add up to 1. */
  float p;

  float q;
  float r;

  /** Distance along the camera's axis, in m. */
  float depth;

  /** Place in the world. */
  float x;

  float y;
  float z;

  /** To the eye, of length 1. */
  float toEyeX;

  float toEyeY;
  float toEyeZ;

  /** Of length 1, towards the eye's side for what is seen from both sides. */
  float normalX;

  float normalY;
  float normalZ;

  /** What the vertices' shares grow by from one pixel to the next, right and down. */
  float pRight;

  float qRight;
  float rRight;
  float pDown;
  float qDown;
  float rDown;

  private float depthRight;
  private float depthDown;
  private float rayX;
  private float rayY;
  private float rayZ;

  Fragment(Triangles triangles, Projection projection) {
    corners = triangles.corners;
    this.projection = projection;
  }

  /**
   * Meets a triangle's plane.
   *
   * @param s surface of the triangle
   * @param triangle the frame's number
   * @param px place in the picture, in pixels
   * @param py place in the picture, in pixels
   */
  void locate(Surface s, int triangle, float px, float py) {
    surface = s;
    int[] vertices = s.mesh.triangles();
    int t = 3 * (triangle - s.triangleBase);
    a = vertices[t];
    b = vertices[t + 1];
    c = vertices[t + 2];
    float[] k = corners;
    int i = 3 * (a + s.vertexBase);
    int j = 3 * (b + s.vertexBase);
    int l = 3 * (c + s.vertexBase);
    float dx = px - projection.centreX;
    float dy = py - projection.centreY;
    float az = k[i + 2];
    float ax = k[i] - az * dx;
    float ay = k[i + 1] - az * dy;
    float bz = k[j + 2];
    float bx = k[j] - bz * dx;
    float by = k[j + 1] - bz * dy;
    float cz = k[l + 2];
    float cx = k[l] - cz * dx;
    float cy = k[l + 1] - cz * dy;
    float wa = bx * cy - by * cx;
    float wb = cx * ay - cy * ax;
    float wc = ax * by - ay * bx;
    float scale = 1 / (wa + wb + wc);
    p = wa * scale;
    q = wb * scale;
    r = wc * scale;
    depth = p * az + q * bz + r * cz;
    float aRight = by * cz - bz * cy;
    float bRight = cy * az - cz * ay;
    float cRight = ay * bz - az * by;
    float aDown = bz * cx - bx * cz;
    float bDown = cz * ax - cx * az;
    float cDown = az * bx - ax * bz;
    float right = (aRight + bRight + cRight) * scale;
    float down = (aDown + bDown + cDown) * scale;
    pRight = aRight * scale - p * right;
    qRight = bRight * scale - q * right;
    rRight = cRight * scale - r * right;
    pDown = aDown * scale - p * down;
    qDown = bDown * scale - q * down;
    rDown = cDown * scale - r * down;
    depthRight = pRight * az + qRight * bz + rRight * cz;
    depthDown = pDown * az + qDown * bz + rDown * cz;
    place(dx, dy);
    turn();
  }

  private void place(float dx, float dy) {
    Projection v = projection;
    rayX = v.axis[0] + dx * v.right[0] + dy * v.down[0];
    rayY = v.axis[1] + dx * v.right[1] + dy * v.down[1];
    rayZ = v.axis[2] + dx * v.right[2] + dy * v.down[2];
    x = v.eyeX + depth * rayX;
    y = v.eyeY + depth * rayY;
    z = v.eyeZ + depth * rayZ;
    float length = -1 / (float) Math.sqrt(rayX * rayX + rayY * rayY + rayZ * rayZ);
    toEyeX = rayX * length;
    toEyeY = rayY * length;
    toEyeZ = rayZ * length;
  }

  private void turn() {
    float[] n = surface.geometry.normals();
    float nx = p * n[3 * a] + q * n[3 * b] + r * n[3 * c];
    float ny = p * n[3 * a + 1] + q * n[3 * b + 1] + r * n[3 * c + 1];
    float nz = p * n[3 * a + 2] + q * n[3 * b + 2] + r * n[3 * c + 2];
    float[] m = surface.normal;
    face(
        m[0] * nx + m[1] * ny + m[2] * nz,
        m[3] * nx + m[4] * ny + m[5] * nz,
        m[6] * nx + m[7] * ny + m[8] * nz);
    if (surface.material.twoSided() && normalX * toEyeX + normalY * toEyeY + normalZ * toEyeZ < 0) {
      normalX = -normalX;
      normalY = -normalY;
      normalZ = -normalZ;
    }
  }

  /** How the place in the world changes to the next pixel at the right and below. */
  void steps(float[] right, float[] down) {
    Projection v = projection;
    right[0] = depth * v.right[0] + depthRight * rayX;
    right[1] = depth * v.right[1] + depthRight * rayY;
    right[2] = depth * v.right[2] + depthRight * rayZ;
    down[0] = depth * v.down[0] + depthDown * rayX;
    down[1] = depth * v.down[1] + depthDown * rayY;
    down[2] = depth * v.down[2] + depthDown * rayZ;
  }

  /** How large a pixel is here, facing the eye, in m of the model's space. */
  float pixel() {
    return depth / (projection.focal * surface.scale);
  }

  /** Sets the normal to the direction of a vector. */
  void face(float nx, float ny, float nz) {
    float squared = nx * nx + ny * ny + nz * nz;
    if (squared > 1e-30f) {
      float scale = 1 / (float) Math.sqrt(squared);
      normalX = nx * scale;
      normalY = ny * scale;
      normalZ = nz * scale;
    } else {
      normalX = toEyeX;
      normalY = toEyeY;
      normalZ = toEyeZ;
    }
  }

  /**
   * A vertex attribute here.
   *
   * @param values of the mesh
   * @param stride values a vertex
   * @param offset of the attribute in them
   */
  float value(float[] values, int stride, int offset) {
    return p * values[stride * a + offset]
        + q * values[stride * b + offset]
        + r * values[stride * c + offset];
  }

  /** What an attribute grows by to the pixel at the right. */
  float right(float[] values, int stride, int offset) {
    return pRight * values[stride * a + offset]
        + qRight * values[stride * b + offset]
        + rRight * values[stride * c + offset];
  }

  /** What an attribute grows by to the pixel below. */
  float down(float[] values, int stride, int offset) {
    return pDown * values[stride * a + offset]
        + qDown * values[stride * b + offset]
        + rDown * values[stride * c + offset];
  }
}
