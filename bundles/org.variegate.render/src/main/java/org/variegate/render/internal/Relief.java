package org.variegate.render.internal;

import org.variegate.scene.Material;
import org.variegate.scene.Texture;

/**
 * Tilts normals by height and normal textures, by the gradient along the surface (Mikkelsen 2010,
 * "Bump mapping unparametrized surfaces on the GPU").
 */
final class Relief {
  private final float[] texel = new float[4];

  /** How place changes to the next pixel at the right and below. */
  private final float[] right = new float[3];

  private final float[] down = new float[3];

  /** Tilts the fragment's normal by a material's height at texture coordinates. */
  void bump(Fragment f, Material m, Coordinates at) {
    at.grow(f);
    Texture t = m.bump();
    int level = (int) (Texels.level(t, at.squared) + 0.5f);
    float width = Math.max(1, t.width() >> level);
    float height = Math.max(1, t.height() >> level);
    if (t.channels() == 1) {
      Texels.differences(t, at.u, at.v, level, texel);
    } else {
      float du = 1 / width;
      float dv = 1 / height;
      texel[0] = red(t, at.u + du, at.v, level) - red(t, at.u - du, at.v, level);
      texel[1] = red(t, at.u, at.v + dv, level) - red(t, at.u, at.v - dv, level);
    }
    float hu = texel[0] * m.bumpDepth() * 0.5f * width;
    float hv = texel[1] * m.bumpDepth() * 0.5f * height;
    tilt(f, at.growth, hu * at.uRight + hv * at.vRight, hu * at.uDown + hv * at.vDown);
  }

  private float red(Texture t, float u, float v, int level) {
    float[] color = new float[4];
    Texels.color(t, u, v, level, color);
    return color[0];
  }

  /** Tilts the normal of a surface whose height grows like this from pixel to pixel, in m. */
  private void tilt(Fragment f, Growth g, float heightRight, float heightDown) {
    g.steps(f, right, down);
    float nx = f.normalX;
    float ny = f.normalY;
    float nz = f.normalZ;
    float ax = down[1] * nz - down[2] * ny;
    float ay = down[2] * nx - down[0] * nz;
    float az = down[0] * ny - down[1] * nx;
    float bx = ny * right[2] - nz * right[1];
    float by = nz * right[0] - nx * right[2];
    float bz = nx * right[1] - ny * right[0];
    float det = right[0] * ax + right[1] * ay + right[2] * az;
    float sign = det < 0 ? -1 : 1;
    float size = Math.abs(det);
    f.face(
        size * nx - sign * (heightRight * ax + heightDown * bx),
        size * ny - sign * (heightRight * ay + heightDown * by),
        size * nz - sign * (heightRight * az + heightDown * bz));
  }

  /** Tilts the fragment's normal by a normal texture. */
  void normals(Fragment f, Material m, Coordinates at) {
    at.grow(f);
    Texels.color(m.normals(), at.u, at.v, Texels.level(m.normals(), at.squared), texel);
    float x = 2 * texel[0] - 1;
    float y = 2 * texel[1] - 1;
    float z = 2 * texel[2] - 1;
    float cross = at.uRight * at.vDown - at.uDown * at.vRight;
    if (cross == 0) {
      return;
    }
    at.growth.steps(f, right, down);
    float tx = (right[0] * at.vDown - down[0] * at.vRight) / cross;
    float ty = (right[1] * at.vDown - down[1] * at.vRight) / cross;
    float tz = (right[2] * at.vDown - down[2] * at.vRight) / cross;
    float along = tx * f.normalX + ty * f.normalY + tz * f.normalZ;
    tx -= along * f.normalX;
    ty -= along * f.normalY;
    tz -= along * f.normalZ;
    float length = (float) Math.sqrt(tx * tx + ty * ty + tz * tz);
    if (!(length > 0)) {
      return;
    }
    tx /= length;
    ty /= length;
    tz /= length;
    float bx = f.normalY * tz - f.normalZ * ty;
    float by = f.normalZ * tx - f.normalX * tz;
    float bz = f.normalX * ty - f.normalY * tx;
    float px = (down[0] * at.uRight - right[0] * at.uDown) / cross;
    float py = (down[1] * at.uRight - right[1] * at.uDown) / cross;
    float pz = (down[2] * at.uRight - right[2] * at.uDown) / cross;
    // v grows downwards, green points upwards
    float up = px * bx + py * by + pz * bz > 0 ? -y : y;
    f.face(
        x * tx + up * bx + z * f.normalX,
        x * ty + up * by + z * f.normalY,
        x * tz + up * bz + z * f.normalZ);
  }
}
