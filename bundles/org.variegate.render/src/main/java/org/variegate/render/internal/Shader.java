package org.variegate.render.internal;

/** What fragments are made of, and what light falls on them. One a thread. */
final class Shader {
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

  /** Adds the colour of a fragment of a material that no light changes. */
  void unlit(Fragment f, float weight, float[] rgb) {
    skin.read(f);
    for (int i = 0; i < 3; i++) {
      rgb[i] += weight * skin.base[i];
    }
  }
}
