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

  /**
   * Triangles are seen from the middles of tiles of this many bits of a pixel: from near, for exact
   * numbers, and from the same place whatever was shaded before, for the same bytes.
   */
  private static final int TILE = 5;

  private int current = Samples.NONE;
  private int currentTile;
  private float originX;
  private float originY;
  private float a0;
  private float b0;
  private float c0;
  private float az;
  private float bz;
  private float cz;
  private float aRight;
  private float bRight;
  private float cRight;
  private float aDown;
  private float bDown;
  private float cDown;

  /** One over the sum of the corners' unscaled shares. */
  float inverse;

  /** The squared determinant of the triangle's corners. */
  float volume2;

  /** Whether the triangle has one normal. */
  boolean flat;

  private float flatX;
  private float flatY;
  private float flatZ;
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
    float dx = px - projection.centreX;
    float dy = py - projection.centreY;
    int tile = ((int) px >> TILE) << 16 | (int) py >> TILE;
    if (triangle != current || tile != currentTile) {
      currentTile = tile;
      float middle = 1 << TILE - 1;
      begin(
          s,
          triangle,
          ((int) px >> TILE << TILE) + middle - projection.centreX,
          ((int) py >> TILE << TILE) + middle - projection.centreY);
    }
    float ex = dx - originX;
    float ey = dy - originY;
    float wa = a0 + ex * aRight + ey * aDown;
    float wb = b0 + ex * bRight + ey * bDown;
    float wc = c0 + ex * cRight + ey * cDown;
    float scale = 1 / (wa + wb + wc);
    p = wa * scale;
    q = wb * scale;
    r = wc * scale;
    depth = p * az + q * bz + r * cz;
    inverse = scale;
    rayX = projection.axis[0] + dx * projection.right[0] + dy * projection.down[0];
    rayY = projection.axis[1] + dx * projection.right[1] + dy * projection.down[1];
    rayZ = projection.axis[2] + dx * projection.right[2] + dy * projection.down[2];
    x = projection.eyeX + depth * rayX;
    y = projection.eyeY + depth * rayY;
    z = projection.eyeZ + depth * rayZ;
    float length = -1 / (float) Math.sqrt(rayX * rayX + rayY * rayY + rayZ * rayZ);
    toEyeX = rayX * length;
    toEyeY = rayY * length;
    toEyeZ = rayZ * length;
    if (flat) {
      normalX = flatX;
      normalY = flatY;
      normalZ = flatZ;
    } else {
      turn();
    }
  }

  /** Goes to another triangle, by its corners as seen from a place in the picture. */
  private void begin(Surface s, int triangle, float dx, float dy) {
    current = triangle;
    surface = s;
    originX = dx;
    originY = dy;
    int[] vertices = s.mesh.triangles();
    int t = 3 * (triangle - s.triangleBase);
    a = vertices[t];
    b = vertices[t + 1];
    c = vertices[t + 2];
    float[] k = corners;
    int i = 3 * (a + s.vertexBase);
    int j = 3 * (b + s.vertexBase);
    int l = 3 * (c + s.vertexBase);
    az = k[i + 2];
    float ax = k[i] - az * dx;
    float ay = k[i + 1] - az * dy;
    bz = k[j + 2];
    float bx = k[j] - bz * dx;
    float by = k[j + 1] - bz * dy;
    cz = k[l + 2];
    float cx = k[l] - cz * dx;
    float cy = k[l + 1] - cz * dy;
    a0 = bx * cy - by * cx;
    b0 = cx * ay - cy * ax;
    c0 = ax * by - ay * bx;
    aRight = by * cz - bz * cy;
    bRight = cy * az - cz * ay;
    cRight = ay * bz - az * by;
    aDown = bz * cx - bx * cz;
    bDown = cz * ax - cx * az;
    cDown = az * bx - ax * bz;
    float volume = ax * aRight + ay * aDown + az * a0;
    volume2 = volume * volume;
    flatten(s);
  }

  /** Finds whether the triangle has one normal, seen from one side. */
  private void flatten(Surface s) {
    float[] n = s.geometry.normals();
    int i = 3 * a;
    int j = 3 * b;
    int k = 3 * c;
    flat = false;
    if (n[i] == n[j] && n[i + 1] == n[j + 1] && n[i + 2] == n[j + 2]) {
      if (n[i] == n[k] && n[i + 1] == n[k + 1] && n[i + 2] == n[k + 2] && !s.twoSided) {
        p = 1;
        q = 0;
        r = 0;
        turn();
        flat = true;
        flatX = normalX;
        flatY = normalY;
        flatZ = normalZ;
      }
    }
  }

  /** The frame's number of the triangle. */
  int triangle() {
    return current;
  }

  /** Finds what the vertices' shares grow by from pixel to pixel. */
  void grow() {
    float right = (aRight + bRight + cRight) * inverse;
    float down = (aDown + bDown + cDown) * inverse;
    pRight = aRight * inverse - p * right;
    qRight = bRight * inverse - q * right;
    rRight = cRight * inverse - r * right;
    pDown = aDown * inverse - p * down;
    qDown = bDown * inverse - q * down;
    rDown = cDown * inverse - r * down;
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
    if (surface.twoSided && normalX * toEyeX + normalY * toEyeY + normalZ * toEyeZ < 0) {
      normalX = -normalX;
      normalY = -normalY;
      normalZ = -normalZ;
    }
  }

  /** How the place in the world changes to the next pixel at the right and below. */
  void steps(float[] right, float[] down) {
    Projection v = projection;
    float depthRight = pRight * az + qRight * bz + rRight * cz;
    float depthDown = pDown * az + qDown * bz + rDown * cz;
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
}
