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
   * @param to receives directions to the light, of length 1
   * @param strength receives the light's strength, before shadows
   * @param wide receives what is added to a surface's roughness squared
   */
  void look(
      int n, float[] px, float[] py, float[] pz, float[][] to, float[] strength, float[] wide) {
    if (kind == Light.Kind.DIRECTIONAL) {
      Arrays.fill(to[0], 0, n, -awayX);
      Arrays.fill(to[1], 0, n, -awayY);
      Arrays.fill(to[2], 0, n, -awayZ);
      Arrays.fill(strength, 0, n, 1);
      Arrays.fill(wide, 0, n, size / 3);
      return;
    }
    from(n, x, px, to[0]);
    from(n, y, py, to[1]);
    from(n, z, pz, to[2]);
    Loops.dot(0, n, to[0], to[1], to[2], to[0], to[1], to[2], strength);
    scales(n, strength, wide);
    for (float[] axis : to) {
      Loops.multiply(0, n, wide, axis);
    }
    fall(n, size, strength, wide);
    if (kind == Light.Kind.SPOT) {
      cone(n, to, strength);
    } else if (kind == Light.Kind.AREA) {
      disc(n, to[0], to[1], to[2], awayX, awayY, awayZ, strength);
    }
  }

  private static void from(int n, float light, float[] place, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = light - place[i];
    }
  }

  /** From squared lengths to one over lengths. */
  private static void scales(int n, float[] squared, float[] to) {
    for (int i = 0; i < n; i++) {
      squared[i] = Math.max(1e-4f, squared[i]);
      to[i] = 1 / (float) Math.sqrt(squared[i]);
    }
  }

  /** From squared lengths, and one over lengths, to strength and widening. */
  private static void fall(int n, float size, float[] strength, float[] wide) {
    float least = size * size;
    float third = size / 3;
    for (int i = 0; i < n; i++) {
      wide[i] = Math.min(1, third * wide[i]);
    }
    for (int i = 0; i < n; i++) {
      strength[i] = 1 / Math.max(strength[i], least);
    }
  }

  private static void disc(
      int n, float[] x, float[] y, float[] z, float ax, float ay, float az, float[] strength) {
    for (int i = 0; i < n; i++) {
      strength[i] *= Math.max(0, -(x[i] * ax + y[i] * ay + z[i] * az));
    }
  }

  private void cone(int n, float[][] to, float[] strength) {
    float scale = 1 / Math.max(1e-6f, inner - outer);
    for (int i = 0; i < n; i++) {
      float facing = -(to[0][i] * awayX + to[1][i] * awayY + to[2][i] * awayZ);
      float t = Math.max(0, Math.min(1, (facing - outer) * scale));
      strength[i] *= t * t * (3 - 2 * t);
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
