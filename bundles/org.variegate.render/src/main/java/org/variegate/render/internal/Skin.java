package org.variegate.render.internal;

import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Texture;

/** What a surface is made of at a fragment: base colour, roughness, metal, and its normal. */
final class Skin {
  /** Base colour and coverage. */
  final float[] base = new float[4];

  float roughness;
  float metallic;
  float occlusion;

  private final float[] texel = new float[4];
  private final float[] sum = new float[4];
  private final Coordinates at = new Coordinates();
  private final Relief relief = new Relief();

  /** Reads all textures at a fragment, and tilts its normal. */
  void read(Fragment f) {
    Material m = f.surface.material;
    Mesh mesh = f.surface.mesh;
    base[0] = m.color().red();
    base[1] = m.color().green();
    base[2] = m.color().blue();
    roughness = m.roughness();
    metallic = m.metallic();
    occlusion = mesh.occlusion() == null ? 1 : f.value(mesh.occlusion(), 1, 0);
    float[] colors = mesh.colors();
    if (colors != null) {
      base[0] *= f.value(colors, 3, 0);
      base[1] *= f.value(colors, 3, 1);
      base[2] *= f.value(colors, 3, 2);
    }
    if (f.surface.textured) {
      textures(f, m);
    }
  }

  private void textures(Fragment f, Material m) {
    sum[0] = sum[1] = sum[2] = 0;
    if (m.mapping().triplanar()) {
      triplanar(f, m);
    } else {
      set(f, f.surface.mesh.uvs(), 2, 0, 1);
      layer(m, 1);
    }
    if (m.albedo() != null) {
      base[0] *= sum[0];
      base[1] *= sum[1];
      base[2] *= sum[2];
    }
    if (m.surface() != null) {
      Texels.color(m.surface(), at.u, at.v, Texels.level(m.surface(), at.squared), texel);
      roughness *= texel[1];
      metallic *= texel[2];
    }
    if (m.bump() != null && m.bumpDepth() != 0) {
      relief.bump(f, m, at);
    }
    if (m.normals() != null) {
      relief.normals(f, m, at);
    }
  }

  private void set(Fragment f, float[] values, int stride, int s, int t) {
    at.set(f, f.surface.material.mapping(), f.surface.turn, values, stride, s, t);
  }

  /** Ends with the coordinates of the plane that the surface faces most. */
  private void triplanar(Fragment f, Material m) {
    float[] rest = f.surface.mesh.positions();
    float[] n = f.surface.mesh.normals();
    if (f.flat) {
      flat(f, m, rest, n);
      return;
    }
    float x = Math.abs(f.value(n, 3, 0));
    float y = Math.abs(f.value(n, 3, 1));
    float z = Math.abs(f.value(n, 3, 2));
    float most = Math.max(x, Math.max(y, z));
    float a = Math.max(0, x - Cladding.BLEND * most);
    float b = Math.max(0, y - Cladding.BLEND * most);
    float c = Math.max(0, z - Cladding.BLEND * most);
    float scale = 1 / Math.max(1e-9f, a + b + c);
    int facing = x == most ? 0 : y == most ? 1 : 2;
    if (a > 0 && facing != 0) {
      set(f, rest, 3, 2, 1);
      layer(m, a * scale);
    }
    if (b > 0 && facing != 1) {
      set(f, rest, 3, 0, 2);
      layer(m, b * scale);
    }
    if (c > 0 && facing != 2) {
      set(f, rest, 3, 0, 1);
      layer(m, c * scale);
    }
    set(f, rest, 3, facing == 0 ? 2 : 0, facing == 1 ? 2 : 1);
    layer(m, (1 - Cladding.BLEND) * most * scale);
  }

  /** One plane does, if the normal leans to none other. */
  private void flat(Fragment f, Material m, float[] rest, float[] n) {
    int facing = facing(n[3 * f.a], n[3 * f.a + 1], n[3 * f.a + 2]);
    set(f, rest, 3, facing == 0 ? 2 : 0, facing == 1 ? 2 : 1);
    layer(m, 1);
  }

  /** The axis that a normal leans to most. */
  static int facing(float nx, float ny, float nz) {
    float x = Math.abs(nx);
    float y = Math.abs(ny);
    float z = Math.abs(nz);
    return x >= y && x >= z ? 0 : y >= z ? 1 : 2;
  }

  private void layer(Material m, float weight) {
    Texture albedo = m.albedo();
    if (albedo == null) {
      return;
    }
    float level = Texels.level(albedo, at.squared);
    if (albedo.channels() == 1) {
      texel[0] = texel[1] = texel[2] = Texels.height(albedo, at.u, at.v, (int) (level + 0.5f));
    } else {
      Texels.color(albedo, at.u, at.v, level, texel);
    }
    sum[0] += weight * texel[0];
    sum[1] += weight * texel[1];
    sum[2] += weight * texel[2];
  }
}
