package org.variegate.render.internal;

import java.util.Arrays;
import org.variegate.scene.Light;

/** A light as fragments see it. */
final class Lamp {
  private final Light.Kind kind;
  private final float x;
  private final float y;
  private final float z;
  private final float awayX;
  private final float awayY;
  private final float awayZ;
  private final float inner;
  private final float outer;
  private final float size;

  final float red;
  final float green;
  final float blue;

  /** Null where it casts no shadows. */
  final ShadowMap shadow;

  /** From a fragment to the light, of length 1; as {@link #reach} found it. */
  float toX;

  float toY;
  float toZ;

  /** What is added to a surface's roughness squared, since the light is no point. */
  float widening;

  Lamp(Light light, ShadowMap shadow) {
    kind = light.kind();
    x = light.position().x;
    y = light.position().y;
    z = light.position().z;
    awayX = light.direction().x;
    awayY = light.direction().y;
    awayZ = light.direction().z;
    outer = (float) StrictMath.cos(light.cone());
    inner = (float) StrictMath.cos(0.8 * light.cone());
    size = (float) light.size();
    red = light.color().red();
    green = light.color().green();
    blue = light.color().blue();
    this.shadow = shadow;
  }

  /**
   * Looks at the light from a place.
   *
   * @return the light's strength there, before shadows: 0 if it does not shine there
   */
  float reach(float px, float py, float pz) {
    if (kind == Light.Kind.DIRECTIONAL) {
      toX = -awayX;
      toY = -awayY;
      toZ = -awayZ;
      widening = size / 3;
      return 1;
    }
    float dx = x - px;
    float dy = y - py;
    float dz = z - pz;
    float squared = Math.max(1e-4f, dx * dx + dy * dy + dz * dz);
    float scale = 1 / (float) Math.sqrt(squared);
    toX = dx * scale;
    toY = dy * scale;
    toZ = dz * scale;
    widening = Math.min(1, size * scale / 3);
    float falling = 1 / Math.max(squared, size * size);
    float facing = -(toX * awayX + toY * awayY + toZ * awayZ);
    return switch (kind) {
      case SPOT -> {
        float t = Math.max(0, Math.min(1, (facing - outer) / Math.max(1e-6f, inner - outer)));
        yield falling * t * t * (3 - 2 * t);
      }
      case AREA -> falling * Math.max(0, facing);
      default -> falling;
    };
  }

  /**
   * Looks at the light from many places.
   *
   * @param n how many
   * @param px places, and py and pz
   * @param lx receives directions to the light, of length 1, with ly and lz
   * @param strength receives the light's strength, before shadows
   * @param wide receives what is added to a surface's roughness squared
   */
  void look(
      int n,
      float[] px,
      float[] py,
      float[] pz,
      float[] lx,
      float[] ly,
      float[] lz,
      float[] strength,
      float[] wide) {
    if (kind == Light.Kind.DIRECTIONAL) {
      Arrays.fill(lx, 0, n, -awayX);
      Arrays.fill(ly, 0, n, -awayY);
      Arrays.fill(lz, 0, n, -awayZ);
      Arrays.fill(strength, 0, n, 1);
      Arrays.fill(wide, 0, n, size / 3);
      return;
    }
    float least = size * size;
    for (int i = 0; i < n; i++) {
      float dx = x - px[i];
      float dy = y - py[i];
      float dz = z - pz[i];
      float squared = Math.max(1e-4f, dx * dx + dy * dy + dz * dz);
      float scale = 1 / (float) Math.sqrt(squared);
      lx[i] = dx * scale;
      ly[i] = dy * scale;
      lz[i] = dz * scale;
      wide[i] = Math.min(1, size * scale / 3);
      strength[i] = 1 / Math.max(squared, least);
    }
    if (kind == Light.Kind.SPOT) {
      float scale = 1 / Math.max(1e-6f, inner - outer);
      for (int i = 0; i < n; i++) {
        float facing = -(lx[i] * awayX + ly[i] * awayY + lz[i] * awayZ);
        float t = Math.max(0, Math.min(1, (facing - outer) * scale));
        strength[i] *= t * t * (3 - 2 * t);
      }
    } else if (kind == Light.Kind.AREA) {
      for (int i = 0; i < n; i++) {
        strength[i] *= Math.max(0, -(lx[i] * awayX + ly[i] * awayY + lz[i] * awayZ));
      }
    }
  }

  /** A copy for another thread. */
  Lamp copy() {
    return new Lamp(this);
  }

  private Lamp(Lamp o) {
    kind = o.kind;
    x = o.x;
    y = o.y;
    z = o.z;
    awayX = o.awayX;
    awayY = o.awayY;
    awayZ = o.awayZ;
    inner = o.inner;
    outer = o.outer;
    size = o.size;
    red = o.red;
    green = o.green;
    blue = o.blue;
    shadow = o.shadow == null ? null : o.shadow.copy();
  }
}
