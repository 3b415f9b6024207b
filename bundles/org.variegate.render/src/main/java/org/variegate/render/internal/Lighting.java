package org.variegate.render.internal;

/** The light that comes from places to the eye. One a thread. */
final class Lighting {
  private final Panorama sky;
  private final Lamp[] lamps;

  /** Cosine between normal and eye. */
  private final float[] facing;

  /** Light from all of the sky, and that from the direction that the surface mirrors. */
  private final float[][] ambient;

  private final float[][] mirrored;

  /** Reflectance from the front, and light to the eye. */
  private final float[][] front;

  private final float[][] light;

  /** Shares of mirrored light. */
  private final float[] coloured;

  private final float[] grazing;

  /** To the lamp, its strength, and what is added to roughness squared. */
  private final float[] lx;

  private final float[] ly;
  private final float[] lz;
  private final float[] strength;
  private final float[] widening;
  private final float[] diffuse;
  private final float[] specular;
  private final float[] rgb = new float[3];

  Lighting(Panorama sky, Lamp[] lamps, int capacity) {
    this.sky = sky;
    this.lamps = lamps;
    facing = new float[capacity];
    ambient = new float[3][capacity];
    mirrored = new float[3][capacity];
    front = new float[3][capacity];
    light = new float[3][capacity];
    coloured = new float[capacity];
    grazing = new float[capacity];
    lx = new float[capacity];
    ly = new float[capacity];
    lz = new float[capacity];
    strength = new float[capacity];
    widening = new float[capacity];
    diffuse = new float[capacity];
    specular = new float[capacity];
  }

  /**
   * Lights all places of a batch, and empties it.
   *
   * @param b the places
   * @param color is added to, [size, 3]
   * @param size of the picture in pixels
   */
  void shine(Batch b, float[] color, int size) {
    int n = b.count;
    if (n == 0) {
      return;
    }
    cosines(n, b.nx, b.ny, b.nz, b.ex, b.ey, b.ez, facing);
    sky.irradiance(n, b.nx, b.ny, b.nz, ambient);
    mirror(b);
    fronts(b);
    float[][] base = {b.red, b.green, b.blue};
    for (int c = 0; c < 3; c++) {
      indirect(n, b, base[c], front[c], ambient[c], mirrored[c], light[c]);
    }
    for (int l = 0; l < lamps.length; l++) {
      lamp(b, lamps[l], b.seen[l], base);
    }
    for (int c = 0; c < 3; c++) {
      scatter(n, b.pixel, b.weight, light[c], color, c * size);
    }
    b.count = 0;
  }

  private static void scatter(
      int n, int[] pixel, float[] weight, float[] light, float[] color, int from) {
    for (int i = 0; i < n; i++) {
      color[from + pixel[i]] += weight[i] * light[i];
    }
  }

  private static void cosines(
      int n, float[] ax, float[] ay, float[] az, float[] bx, float[] by, float[] bz, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.max(1e-3f, ax[i] * bx[i] + ay[i] * by[i] + az[i] * bz[i]);
    }
  }

  /** Rough surfaces mirror what they see of all of the sky. */
  private void mirror(Batch b) {
    int n = b.count;
    for (int c = 0; c < 3; c++) {
      System.arraycopy(ambient[c], 0, mirrored[c], 0, n);
    }
    for (int i = 0; i < n; i++) {
      if (b.roughness[i] <= 0.4f + 0.3f * b.metallic[i]) {
        reflect(b, i);
      }
    }
  }

  private void reflect(Batch b, int i) {
    float twice = 2 * facing[i];
    float rough = b.roughness[i] * b.roughness[i];
    float texels = 0.35f * rough * sky.width();
    int level = texels > 1 ? (int) (Texels.log2(texels) + 0.5f) : 0;
    rgb[0] = rgb[1] = rgb[2] = 0;
    sky.add(
        twice * b.nx[i] - b.ex[i],
        twice * b.ny[i] - b.ey[i],
        twice * b.nz[i] - b.ez[i],
        level,
        1,
        rgb);
    mirrored[0][i] = rgb[0];
    mirrored[1][i] = rgb[1];
    mirrored[2][i] = rgb[2];
  }

  /** Karis 2014, "Physically based shading on mobile", with a rational in place of the power. */
  private void fronts(Batch b) {
    int n = b.count;
    front(n, b.red, b.metallic, front[0]);
    front(n, b.green, b.metallic, front[1]);
    front(n, b.blue, b.metallic, front[2]);
    float[] rough = b.roughness;
    float[] open = b.occlusion;
    for (int i = 0; i < n; i++) {
      float away = 1 - facing[i];
      coloured[i] = (1 - 0.35f * rough[i]) * open[i];
      grazing[i] = 0.8f * (1 - rough[i]) * away * away * away * open[i];
    }
  }

  private static void front(int n, float[] base, float[] metallic, float[] to) {
    for (int i = 0; i < n; i++) {
      to[i] = 0.04f * (1 - metallic[i]) + base[i] * metallic[i];
    }
  }

  private void indirect(
      int n, Batch b, float[] base, float[] front, float[] ambient, float[] mirrored, float[] to) {
    float[] metallic = b.metallic;
    float[] open = b.occlusion;
    float[] emission = b.emission;
    float[] with = coloured;
    float[] more = grazing;
    for (int i = 0; i < n; i++) {
      to[i] =
          base[i] * ((1 - metallic[i]) * open[i] * ambient[i] + emission[i])
              + (front[i] * with[i] + more[i]) * mirrored[i];
    }
  }

  private void lamp(Batch b, Lamp lamp, float[] seen, float[][] base) {
    int n = b.count;
    lamp.look(n, b.x, b.y, b.z, lx, ly, lz, strength, widening);
    incidence(n, b);
    if (lamp.shadow != null) {
      shadow(b, lamp.shadow, seen);
    }
    strengthen(n, b);
    highlights(n, b);
    add(n, lamp.red, base[0], front[0], light[0]);
    add(n, lamp.green, base[1], front[1], light[1]);
    add(n, lamp.blue, base[2], front[2], light[2]);
  }

  /** Finds the cosine of incidence into {@code specular}, what is lit matt into {@code diffuse}. */
  private void incidence(int n, Batch b) {
    float[] nx = b.nx;
    float[] ny = b.ny;
    float[] nz = b.nz;
    float[] wrap = b.wrap;
    float[] ax = lx;
    float[] ay = ly;
    float[] az = lz;
    float[] cosine = specular;
    float[] lit = diffuse;
    for (int i = 0; i < n; i++) {
      float c = nx[i] * ax[i] + ny[i] * ay[i] + nz[i] * az[i];
      cosine[i] = Math.max(0, c);
      lit[i] = Math.max(0, (c + wrap[i]) / (1 + wrap[i]));
    }
  }

  private void shadow(Batch b, ShadowMap map, float[] seen) {
    for (int i = 0, n = b.count; i < n; i++) {
      if (seen[i] >= 0) {
        strength[i] *= seen[i];
      } else if (strength[i] * diffuse[i] > 0) {
        strength[i] *= map.seen(b.x[i], b.y[i], b.z[i], b.nx[i], b.ny[i], b.nz[i]);
      }
    }
  }

  private void strengthen(int n, Batch b) {
    float[] metallic = b.metallic;
    float[] open = b.occlusion;
    float[] lit = diffuse;
    float[] s = strength;
    for (int i = 0; i < n; i++) {
      lit[i] = (1 - metallic[i]) * lit[i] * s[i] * (0.4f + 0.6f * open[i]);
    }
  }

  private void highlights(int n, Batch b) {
    float[] ex = b.ex;
    float[] ey = b.ey;
    float[] ez = b.ez;
    float[] nx = b.nx;
    float[] ny = b.ny;
    float[] nz = b.nz;
    float[] rough = b.roughness;
    float[] nv = facing;
    float[] s = strength;
    float[] to = specular;
    float[] ax = lx;
    float[] ay = ly;
    float[] az = lz;
    float[] wide = widening;
    for (int i = 0; i < n; i++) {
      float hx = ex[i] + ax[i];
      float hy = ey[i] + ay[i];
      float hz = ez[i] + az[i];
      float squared = hx * hx + hy * hy + hz * hz;
      float nh = nx[i] * hx + ny[i] * hy + nz[i] * hz;
      float nh2 = Math.min(1, nh * nh / Math.max(1e-9f, squared));
      float alpha = Math.max(0.002f, Math.min(1, rough[i] * rough[i] + wide[i]));
      to[i] = microfacets(s[i] * to[i], nh2, to[i], nv[i], alpha);
    }
  }

  /**
   * The reflectance of a rough mirror over its Fresnel reflectance, times pi (Walter 2007, GGX;
   * visibility as Hammon 2017, "PBR diffuse lighting for GGX+Smith microsurfaces").
   *
   * @param light what it is multiplied by
   * @param nh2 squared cosine between normal and half vector
   * @param nl cosine between normal and light
   * @param nv cosine between normal and eye, above 0
   * @param alpha the microfacets' slope, roughness squared, above 0
   */
  static float microfacets(float light, float nh2, float nl, float nv, float alpha) {
    float alpha2 = alpha * alpha;
    float d = nh2 * (alpha2 - 1) + 1;
    float both = nl * nv;
    float around = 2 * both + alpha * (nl + nv - 2 * both);
    return light * alpha2 * 0.5f / (d * d * around);
  }

  private void add(int n, float colour, float[] base, float[] front, float[] to) {
    float[] d = diffuse;
    float[] s = specular;
    for (int i = 0; i < n; i++) {
      to[i] += colour * (base[i] * d[i] + front[i] * s[i]);
    }
  }
}
