package org.variegate.render.internal;

/** A place on a surface that a ray through the picture meets. Used again for each. */
final class Fragment {
  private final float[] corners;
  final Projection projection;

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

  private int current = Samples.NONE;

  /** The triangle's corners in the projection's scaled space. */
  final float[] corner = new float[9];

  /** Its corners as they are seen from the fragment. */
  float ax;

  float ay;
  float bx;
  float by;
  float cx;
  float cy;

  /** Place in the picture, from its axis. */
  float dx;

  float dy;

  /** The normal before it is made as long as 1. */
  float rawX;

  float rawY;
  float rawZ;

  /** One over the sum of the corners' unscaled shares. */
  float inverse;

  /** Whether the triangle has one normal. */
  boolean flat;

  private float flatX;
  private float flatY;
  private float flatZ;
  float rayX;
  float rayY;
  float rayZ;

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
    meet(s, triangle, px, py);
    place();
  }

  /** Finds shares of vertices and depth, from corners as they are seen from the place. */
  void meet(Surface s, int triangle, float px, float py) {
    see(s, triangle, px - projection.centreX, py - projection.centreY);
  }

  /** The same from a place given from the picture's axis. */
  void see(Surface s, int triangle, float right, float below) {
    dx = right;
    dy = below;
    if (triangle != current) {
      begin(s, triangle);
    }
    float[] k = corner;
    float az = k[2];
    float bz = k[5];
    float cz = k[8];
    ax = k[0] - az * dx;
    ay = k[1] - az * dy;
    bx = k[3] - bz * dx;
    by = k[4] - bz * dy;
    cx = k[6] - cz * dx;
    cy = k[7] - cz * dy;
    float wa = bx * cy - by * cx;
    float wb = cx * ay - cy * ax;
    float wc = ax * by - ay * bx;
    float scale = 1 / (wa + wb + wc);
    p = wa * scale;
    q = wb * scale;
    r = wc * scale;
    depth = p * az + q * bz + r * cz;
    inverse = scale;
  }

  /** Finds place, direction to the eye and normal. */
  void place() {
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

  /** Goes to another triangle. */
  private void begin(Surface s, int triangle) {
    current = triangle;
    surface = s;
    int[] vertices = s.mesh.triangles();
    int t = 3 * (triangle - s.triangleBase);
    a = vertices[t];
    b = vertices[t + 1];
    c = vertices[t + 2];
    corner(0, a + s.vertexBase);
    corner(3, b + s.vertexBase);
    corner(6, c + s.vertexBase);
    flatten(s);
  }

  private void corner(int to, int vertex) {
    corner[to] = corners[3 * vertex];
    corner[to + 1] = corners[3 * vertex + 1];
    corner[to + 2] = corners[3 * vertex + 2];
  }

  /** The squared determinant of the triangle's corners. */
  float volume2() {
    float[] k = corner;
    double ab = (double) k[3] * k[7] - (double) k[4] * k[6];
    double bc = (double) k[4] * k[8] - (double) k[5] * k[7];
    double ca = (double) k[5] * k[6] - (double) k[3] * k[8];
    double volume = k[0] * bc + k[1] * ca + k[2] * ab;
    return (float) (volume * volume);
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

  /** Finds the normal, of any length and one side. */
  void lean() {
    float[] n = surface.geometry.normals();
    int i = 3 * a;
    int j = 3 * b;
    int k = 3 * c;
    float nx = p * n[i] + q * n[j] + r * n[k];
    float ny = p * n[i + 1] + q * n[j + 1] + r * n[k + 1];
    float nz = p * n[i + 2] + q * n[j + 2] + r * n[k + 2];
    float[] m = surface.normal;
    rawX = m[0] * nx + m[1] * ny + m[2] * nz;
    rawY = m[3] * nx + m[4] * ny + m[5] * nz;
    rawZ = m[6] * nx + m[7] * ny + m[8] * nz;
  }

  /** Finds the normal, of length 1, of what is seen from one side or was placed. */
  void turn() {
    lean();
    face(rawX, rawY, rawZ);
    if (surface.twoSided && normalX * toEyeX + normalY * toEyeY + normalZ * toEyeZ < 0) {
      normalX = -normalX;
      normalY = -normalY;
      normalZ = -normalZ;
    }
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
