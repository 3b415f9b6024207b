package org.variegate.render.internal;

import org.variegate.scene.Material;

/** The light that comes from fragments to the eye. One a thread. */
final class Shader {
  /** How far light wraps around fur, as a share of the cosine. */
  private static final float WRAP = 0.25f;

  private final Panorama sky;
  private final Contact contact;
  private final Lamp[] lamps;
  private final Skin skin = new Skin();

  /** The flat triangle whose ambient light is known. */
  private int known = Samples.NONE;

  private final float[] ambient = new float[3];
  private final float[] mirrored = new float[3];

  Shader(World world) {
    contact = world.contact();
    sky = world.sky();
    lamps = world.lamps().stream().map(Lamp::copy).toArray(Lamp[]::new);
  }

  /**
   * Finds what share of the light that would fall on a fragment, were nothing else there, falls on
   * it.
   *
   * @param f where
   * @param weight of it in its pixel
   * @param rgb receives the share times the weight
   */
  void lit(Fragment f, float weight, float[] rgb) {
    sky.irradiance(f.normalX, f.normalY, f.normalZ, ambient);
    float open = contact == null ? 1 : contact.seen(f.x, f.z);
    float[] all = mirrored;
    for (int c = 0; c < 3; c++) {
      all[c] = ambient[c];
      rgb[c] = open * ambient[c];
    }
    for (Lamp lamp : lamps) {
      float strength = lamp.reach(f.x, f.y, f.z);
      float cosine = f.normalX * lamp.toX + f.normalY * lamp.toY + f.normalZ * lamp.toZ;
      if (strength * cosine > 0) {
        float full = strength * cosine;
        float seen = full * (lamp.shadow == null ? 1 : lamp.shadow.seen(f));
        all[0] += full * lamp.red;
        all[1] += full * lamp.green;
        all[2] += full * lamp.blue;
        rgb[0] += seen * lamp.red;
        rgb[1] += seen * lamp.green;
        rgb[2] += seen * lamp.blue;
      }
    }
    for (int c = 0; c < 3; c++) {
      rgb[c] = all[c] > 0 ? weight * rgb[c] / all[c] : weight;
    }
  }

  /**
   * Shades a fragment.
   *
   * @param f where
   * @param weight of it in its pixel
   * @param rgb is added to
   */
  void add(Fragment f, float weight, float[] rgb) {
    Material m = f.surface.material;
    skin.read(f);
    float[] base = skin.base;
    if (m.unlit()) {
      for (int i = 0; i < 3; i++) {
        rgb[i] += weight * base[i];
      }
      return;
    }
    if (contact != null && f.surface.ground) {
      skin.occlusion *= contact.seen(f.x, f.z);
    }
    ambient(f, m);
    float metal = skin.metallic;
    float matt = 1 - metal;
    float f0r = 0.04f * matt + base[0] * metal;
    float f0g = 0.04f * matt + base[1] * metal;
    float f0b = 0.04f * matt + base[2] * metal;
    float nv = Math.max(1e-3f, f.normalX * f.toEyeX + f.normalY * f.toEyeY + f.normalZ * f.toEyeZ);
    float red = base[0] * (matt * skin.occlusion * ambient[0] + m.emission());
    float green = base[1] * (matt * skin.occlusion * ambient[1] + m.emission());
    float blue = base[2] * (matt * skin.occlusion * ambient[2] + m.emission());
    reflect(f, nv);
    float rough = skin.roughness;
    // Karis 2014, "Physically based shading on mobile", with a rational in place of the power
    float grazing = (1 - rough) * (1 - nv) * (1 - nv) * (1 - nv);
    float a = (1 - 0.35f * rough) * skin.occlusion;
    float b = 0.8f * grazing * skin.occlusion;
    red += (f0r * a + b) * mirrored[0];
    green += (f0g * a + b) * mirrored[1];
    blue += (f0b * a + b) * mirrored[2];
    float wrap = m.fur() == null ? 0 : WRAP;
    float whole = 1 / (1 + wrap);
    for (Lamp lamp : lamps) {
      float strength = lamp.reach(f.x, f.y, f.z);
      float cosine = f.normalX * lamp.toX + f.normalY * lamp.toY + f.normalZ * lamp.toZ;
      float lit = (cosine + wrap) * whole;
      if (strength > 0 && lit > 0) {
        if (lamp.shadow != null) {
          strength *= lamp.shadow.seen(f);
        }
        float diffuse = matt * lit * strength * (0.4f + 0.6f * skin.occlusion);
        float spec = cosine > 0 ? strength * cosine * highlight(f, lamp, rough, nv, cosine) : 0;
        red += lamp.red * (base[0] * diffuse + f0r * spec);
        green += lamp.green * (base[1] * diffuse + f0g * spec);
        blue += lamp.blue * (base[2] * diffuse + f0b * spec);
      }
    }
    rgb[0] += weight * red;
    rgb[1] += weight * green;
    rgb[2] += weight * blue;
  }

  /** Light from all of the sky; the same all over a flat triangle without relief. */
  private void ambient(Fragment f, Material m) {
    boolean same = f.flat && m.bump() == null && m.normals() == null;
    if (!same || known != f.triangle()) {
      sky.irradiance(f.normalX, f.normalY, f.normalZ, ambient);
      known = same ? f.triangle() : Samples.NONE;
    }
  }

  private void reflect(Fragment f, float nv) {
    mirrored[0] = mirrored[1] = mirrored[2] = 0;
    if (skin.roughness > 0.4f + 0.3f * skin.metallic) {
      System.arraycopy(ambient, 0, mirrored, 0, 3);
      return;
    }
    float x = 2 * nv * f.normalX - f.toEyeX;
    float y = 2 * nv * f.normalY - f.toEyeY;
    float z = 2 * nv * f.normalZ - f.toEyeZ;
    float rough = skin.roughness * skin.roughness;
    float texels = 0.35f * rough * sky.width();
    sky.add(x, y, z, texels > 1 ? (int) (Texels.log2(texels) + 0.5f) : 0, 1, mirrored);
  }

  private static float highlight(Fragment f, Lamp lamp, float rough, float nv, float nl) {
    float hx = f.toEyeX + lamp.toX;
    float hy = f.toEyeY + lamp.toY;
    float hz = f.toEyeZ + lamp.toZ;
    float squared = hx * hx + hy * hy + hz * hz;
    float nh = f.normalX * hx + f.normalY * hy + f.normalZ * hz;
    float cosine2 = Math.min(1, nh * nh / Math.max(1e-9f, squared));
    return microfacets(cosine2, nl, nv, Math.min(1, rough * rough + lamp.widening));
  }

  /**
   * The reflectance of a rough mirror over its Fresnel reflectance, times pi (Walter 2007, GGX;
   * visibility as Hammon 2017, "PBR diffuse lighting for GGX+Smith microsurfaces").
   *
   * @param nh2 squared cosine between normal and half vector
   * @param nl cosine between normal and light
   * @param nv cosine between normal and eye
   * @param rough the microfacets' slope, roughness squared
   */
  static float microfacets(float nh2, float nl, float nv, float rough) {
    float alpha = Math.max(0.002f, rough);
    float alpha2 = alpha * alpha;
    float d = nh2 * (alpha2 - 1) + 1;
    float visibility = 0.5f / (2 * nl * nv + alpha * (nl + nv - 2 * nl * nv));
    return alpha2 / (d * d) * visibility;
  }
}
