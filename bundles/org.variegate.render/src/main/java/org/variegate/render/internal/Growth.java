package org.variegate.render.internal;

/** How shares of vertices, and with them all that depends on them, change from pixel to pixel. */
final class Growth {
  float pRight;
  float qRight;
  float rRight;
  float pDown;
  float qDown;
  float rDown;

  /** Finds what the vertices' shares grow by to the next pixel at the right and below. */
  void find(Fragment f) {
    float az = f.corner[2];
    float bz = f.corner[5];
    float cz = f.corner[8];
    float aRight = f.by * cz - bz * f.cy;
    float bRight = f.cy * az - cz * f.ay;
    float cRight = f.ay * bz - az * f.by;
    float aDown = bz * f.cx - f.bx * cz;
    float bDown = cz * f.ax - f.cx * az;
    float cDown = az * f.bx - f.ax * bz;
    float right = (aRight + bRight + cRight) * f.inverse;
    float down = (aDown + bDown + cDown) * f.inverse;
    pRight = aRight * f.inverse - f.p * right;
    qRight = bRight * f.inverse - f.q * right;
    rRight = cRight * f.inverse - f.r * right;
    pDown = aDown * f.inverse - f.p * down;
    qDown = bDown * f.inverse - f.q * down;
    rDown = cDown * f.inverse - f.r * down;
  }

  /** How the place in the world changes to the next pixel at the right and below. */
  void steps(Fragment f, float[] right, float[] down) {
    Projection v = f.projection;
    float[] k = f.corner;
    float depthRight = pRight * k[2] + qRight * k[5] + rRight * k[8];
    float depthDown = pDown * k[2] + qDown * k[5] + rDown * k[8];
    right[0] = f.depth * v.right[0] + depthRight * f.rayX;
    right[1] = f.depth * v.right[1] + depthRight * f.rayY;
    right[2] = f.depth * v.right[2] + depthRight * f.rayZ;
    down[0] = f.depth * v.down[0] + depthDown * f.rayX;
    down[1] = f.depth * v.down[1] + depthDown * f.rayY;
    down[2] = f.depth * v.down[2] + depthDown * f.rayZ;
  }
}
