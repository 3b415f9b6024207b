package org.variegate.render.internal;

import org.variegate.scene.Mapping;
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
  private float u;
  private float v;
  private float uRight;
  private float uDown;
  private float vRight;
  private float vDown;
  private float area;

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
    if (m.albedo() != null || m.surface() != null || m.bump() != null || m.normals() != null) {
      textures(f, m);
    }
  }

  private void textures(Fragment f, Material m) {
    if (m.mapping().triplanar()) {
      triplanar(f, m);
    } else if (f.surface.mesh.uvs() != null) {
      float[] uvs = f.surface.mesh.uvs();
      coordinates(f, m.mapping(), uvs, 2, 0, 1);
      sum[0] = sum[1] = sum[2] = sum[3] = 0;
      layer(m, 1);
      finish(m);
    }
  }

  private void triplanar(Fragment f, Material m) {
    float[] rest = f.surface.mesh.positions();
    float[] n = f.surface.mesh.normals();
    float x = Math.abs(f.value(n, 3, 0));
    float y = Math.abs(f.value(n, 3, 1));
    float z = Math.abs(f.value(n, 3, 2));
    float most = Math.max(x, Math.max(y, z));
    x = Math.max(0, x - 0.7f * most);
    y = Math.max(0, y - 0.7f * most);
    z = Math.max(0, z - 0.7f * most);
    float scale = 1 / Math.max(1e-9f, x + y + z);
    sum[0] = sum[1] = sum[2] = sum[3] = 0;
    if (x > 0) {
      coordinates(f, m.mapping(), rest, 3, 2, 1);
      layer(m, x * scale);
    }
    if (y > 0) {
      coordinates(f, m.mapping(), rest, 3, 0, 2);
      layer(m, y * scale);
    }
    if (z > 0) {
      coordinates(f, m.mapping(), rest, 3, 0, 1);
      layer(m, z * scale);
    }
    finish(m);
  }

  private void layer(Material m, float weight) {
    Texture albedo = m.albedo();
    if (albedo == null) {
      return;
    }
    if (albedo.channels() == 1) {
      float grey = Texels.height(albedo, u, v, (int) Texels.level(albedo, area));
      texel[0] = texel[1] = texel[2] = grey;
    } else {
      Texels.color(albedo, u, v, Texels.level(albedo, area), texel);
    }
    sum[0] += weight * texel[0];
    sum[1] += weight * texel[1];
    sum[2] += weight * texel[2];
  }

  private void finish(Material m) {
    if (m.albedo() != null) {
      base[0] *= sum[0];
      base[1] *= sum[1];
      base[2] *= sum[2];
    }
    if (m.surface() != null) {
      Texels.color(m.surface(), u, v, Texels.level(m.surface(), area), texel);
      roughness *= texel[1];
      metallic *= texel[2];
    }
  }

  /** Sets texture coordinates and their footprint from two attributes of the vertices. */
  private void coordinates(Fragment f, Mapping map, float[] values, int stride, int s, int t) {
    float cosine = (float) StrictMath.cos(map.rotation());
    float sine = (float) StrictMath.sin(map.rotation());
    float uu = map.scaleU() * cosine;
    float uv = -map.scaleU() * sine;
    float vu = map.scaleV() * sine;
    float vv = map.scaleV() * cosine;
    float a = f.value(values, stride, s);
    float b = f.value(values, stride, t);
    u = uu * a + uv * b + map.offsetU();
    v = vu * a + vv * b + map.offsetV();
    a = f.right(values, stride, s);
    b = f.right(values, stride, t);
    uRight = uu * a + uv * b;
    vRight = vu * a + vv * b;
    a = f.down(values, stride, s);
    b = f.down(values, stride, t);
    uDown = uu * a + uv * b;
    vDown = vu * a + vv * b;
    float cross = Math.abs(uRight * vDown - uDown * vRight);
    float longest = Math.max(uRight * uRight + vRight * vRight, uDown * uDown + vDown * vDown);
    area = (float) Math.sqrt(cross * longest);
  }
}
