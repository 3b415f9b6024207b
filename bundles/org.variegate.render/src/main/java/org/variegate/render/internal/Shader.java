package org.variegate.render.internal;

import org.variegate.scene.Material;

/** What fragments are made of, and what light falls on them. One a thread. */
final class Shader {
  /** How far light wraps around fur, as a share of the cosine. */
  private static final float WRAP = 0.25f;

  private final Panorama sky;
  private final Contact contact;
  private final Lamp[] lamps;
  private final Skin skin = new Skin();
  private final float[] ambient = new float[3];
  private final float[] all = new float[3];

  Shader(World world, Lamp[] lamps) {
    contact = world.contact();
    sky = world.sky();
    this.lamps = lamps;
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
   * Puts a fragment into a batch, to be lit with others.
   *
   * @param f where
   * @param weight of it in its pixel
   * @param pixel its place in the picture
   * @param b receives it
   */
  void put(Fragment f, float weight, int pixel, Batch b) {
    Material m = f.surface.material;
    skin.read(f);
    int i = b.count++;
    b.pixel[i] = pixel;
    b.weight[i] = weight;
    b.x[i] = f.x;
    b.y[i] = f.y;
    b.z[i] = f.z;
    b.nx[i] = f.normalX;
    b.ny[i] = f.normalY;
    b.nz[i] = f.normalZ;
    b.ex[i] = f.toEyeX;
    b.ey[i] = f.toEyeY;
    b.ez[i] = f.toEyeZ;
    b.red[i] = skin.base[0];
    b.green[i] = skin.base[1];
    b.blue[i] = skin.base[2];
    b.roughness[i] = skin.roughness;
    b.metallic[i] = skin.metallic;
    boolean ground = contact != null && f.surface.ground;
    b.occlusion[i] = ground ? skin.occlusion * contact.seen(f.x, f.z) : skin.occlusion;
    b.emission[i] = m.emission();
    b.wrap[i] = m.fur() == null ? 0 : WRAP;
    for (float[] seen : b.seen) {
      seen[i] = Batch.UNKNOWN;
    }
  }

  /** Adds the colour of a fragment of a material that no light changes. */
  void unlit(Fragment f, float weight, float[] rgb) {
    skin.read(f);
    for (int i = 0; i < 3; i++) {
      rgb[i] += weight * skin.base[i];
    }
  }
}
