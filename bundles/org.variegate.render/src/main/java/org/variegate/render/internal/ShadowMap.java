package org.variegate.render.internal;

import org.variegate.api.Arena;

/**
 * How much of a light reaches places in the world: a map of what is nearest to the light, filtered
 * over the penumbra that the light's size and the distance of what is in between make (Fernando
 * 2005, "Percentage-closer soft shadows"). Nearness is linear in the map: distance from a far plane
 * for light from far away, one over the distance for light from a place.
 */
final class ShadowMap {
  private static final int FINE = 4;
  private static final int MIDDLE = 8;
  private static final int COARSE = 16;

  /** The widest filter, in texels: what the coarse blocks' neighbours cover. */
  private static final float WIDEST = 15;

  private static final float UNCLEAR = -1;
  private static final float NARROWEST = 1.1f;

  private final int size;
  private final Tent tent;

  /** From the world to the map, three rows of four. */
  private final float[] rows;

  private final boolean perspective;
  private final float centre;

  /** Texels of penumbra per difference of nearness. */
  private final float softness;

  /** World length of a texel; where the light is at a place, at a distance of 1 m. */
  private final float texel;

  /** The place that was looked at last: in the world off its surface, in the map, how near. */
  private float px;

  private float py;
  private float pz;
  float u;
  float v;
  private float w;

  /** How far around it the map was looked at, in texels; and may be filtered. */
  float margin;

  private float reach;

  private final Blocks fine;
  private final Blocks middle;
  private final Blocks coarse;

  ShadowMap(
      Samples map, float[] rows, boolean perspective, float softness, float texel, Arena arena) {
    size = map.width;
    tent = new Tent(map.near, size);
    this.rows = rows;
    this.perspective = perspective;
    this.centre = perspective ? size / 2f : 0;
    this.softness = softness;
    this.texel = texel;
    fine = new Blocks(map.near, size, FINE, arena);
    middle = new Blocks(fine, MIDDLE / FINE, arena);
    coarse = new Blocks(middle, COARSE / MIDDLE, arena);
    fine.widen(arena);
    middle.widen(arena);
    coarse.widen(arena);
  }

  private ShadowMap(ShadowMap o) {
    size = o.size;
    tent = o.tent;
    rows = o.rows;
    perspective = o.perspective;
    centre = o.centre;
    softness = o.softness;
    texel = o.texel;
    fine = o.fine;
    middle = o.middle;
    coarse = o.coarse;
  }

  /** The same map for another thread. */
  ShadowMap copy() {
    return new ShadowMap(this);
  }

  /** The share of the light that a fragment sees. */
  float seen(Fragment f) {
    return seen(f.x, f.y, f.z, f.normalX, f.normalY, f.normalZ);
  }

  /** The share of the light that a place on a surface sees. */
  float seen(float x, float y, float z, float nx, float ny, float nz) {
    float share = clear(x, y, z, nx, ny, nz);
    return share >= 0 ? share : filtered(nx, ny, nz);
  }

  /**
   * Looks whether a place on a surface, and all around it, sees all of the light, or none of it.
   *
   * @return 1, 0, or negative if neither is certain
   */
  float clear(float x, float y, float z, float nx, float ny, float nz) {
    float[] m = rows;
    margin = Float.MAX_VALUE;
    float depth = m[8] * x + m[9] * y + m[10] * z + m[11];
    if (perspective && depth < Projection.NEAR) {
      return 1;
    }
    float offset = 1.5f * texel * (perspective ? depth : 1);
    px = x + offset * nx;
    py = y + offset * ny;
    pz = z + offset * nz;
    u = m[0] * px + m[1] * py + m[2] * pz + m[3];
    v = m[4] * px + m[5] * py + m[6] * pz + m[7];
    w = m[8] * px + m[9] * py + m[10] * pz + m[11];
    if (perspective) {
      w = 1 / w;
      u = u * w + centre;
      v = v * w + centre;
    }
    if (!(u >= 0 && v >= 0 && u < size && v < size)) {
      return 1;
    }
    w += 0.5f * texel * (perspective ? w : 1);
    return looked();
  }

  private float looked() {
    Blocks around = coarse;
    float highest = around.highest(u, v);
    margin = COARSE;
    if (highest <= w) {
      return 1;
    }
    reach = reach(highest - w);
    // what is farther away than the light reaches around it does not matter: look closer
    if (reach <= MIDDLE - 1) {
      around = middle;
      highest = around.highest(u, v);
      margin = MIDDLE;
      if (highest <= w) {
        return 1;
      }
      reach = reach(highest - w);
      if (reach <= FINE - 1) {
        around = fine;
        highest = around.highest(u, v);
        margin = FINE;
        if (highest <= w) {
          return 1;
        }
        reach = reach(highest - w);
      }
    }
    return around.lowest(u, v) > w ? 0 : UNCLEAR;
  }

  /** The share of the light that the place looked at last sees, where that is not certain. */
  float filtered(float nx, float ny, float nz) {
    slopes(nx, ny, nz, px, py, pz);
    float radius = reach > NARROWEST ? penumbra(u, v, w, reach) : reach;
    return radius < 0 ? 1 : radius == 0 ? 0 : tent.share(u, v, w, radius, slopeU, slopeV);
  }

  /** How far around what is this much nearer to the light its penumbra is, in texels. */
  private float reach(float above) {
    return Math.max(NARROWEST, Math.min(WIDEST, softness * above));
  }

  private float slopeU;
  private float slopeV;

  /** How nearness changes from texel to texel on the surface, bounded where light grazes it. */
  private void slopes(float nx, float ny, float nz, float x, float y, float z) {
    float[] m = rows;
    float a = m[0] * nx + m[1] * ny + m[2] * nz;
    float b = m[4] * nx + m[5] * ny + m[6] * nz;
    float c = m[8] * nx + m[9] * ny + m[10] * nz;
    float limit = 3 * texel;
    if (perspective) {
      // rows of x and y are scaled by the focal length 1 / texel: undo it for the normal
      float lx = (m[0] * x + m[1] * y + m[2] * z + m[3]) * texel;
      float ly = (m[4] * x + m[5] * y + m[6] * z + m[7]) * texel;
      float lz = m[8] * x + m[9] * y + m[10] * z + m[11];
      float across = 1 / (a * texel * lx + b * texel * ly + c * lz);
      slopeU = a * texel * texel * across;
      slopeV = b * texel * texel * across;
      limit /= lz;
    } else {
      // both axes are scaled by 1 / texel, nearness by -1
      slopeU = -a * texel * texel / c;
      slopeV = -b * texel * texel / c;
    }
    slopeU = bounded(slopeU, limit);
    slopeV = bounded(slopeV, limit);
  }

  private static float bounded(float slope, float limit) {
    return slope > limit ? limit : slope < -limit ? -limit : slope == slope ? slope : 0;
  }

  /**
   * The filter's radius, by what a few texels as far around as it may reach say is in between.
   *
   * @return negative if none is nearer to the light, 0 if all are
   */
  private float penumbra(float u, float v, float w, float reach) {
    float step = 0.8f * reach;
    float sum = 0;
    int count = 0;
    for (int j = -1; j <= 1; j++) {
      for (int i = -1; i <= 1; i++) {
        // tilted, so that no two of them lie in one row or column
        float du = step * (i + 0.3f * j);
        float dv = step * (j - 0.3f * i);
        float above = tent.at((int) (u + du), (int) (v + dv)) - w - du * slopeU - dv * slopeV;
        if (above > 0) {
          sum += above;
          count++;
        }
      }
    }
    if (count == 0) {
      return -1;
    }
    float radius = Math.max(NARROWEST, Math.min(WIDEST, softness * sum / count));
    return count == 9 ? 0 : radius;
  }
}
