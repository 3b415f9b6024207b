package org.variegate.scene.gltf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Rgb;
import org.variegate.scene.Texture;

/** Reads materials, each once, and gives a slot to each that is used. */
final class Materials {
  private static final float HALF = 0.5f;

  private final List<Json> all;
  private final Textures textures;
  private final List<Material> used = new ArrayList<>();
  private final Map<String, Integer> slots = new HashMap<>();

  Materials(Json document, Textures textures) {
    this.all = document.get("materials").items();
    this.textures = textures;
  }

  /** Those that have a slot, by slot. */
  List<Material> used() {
    return used;
  }

  /** The material that a number stands for; where there is none, one that has no members. */
  Json material(Json reference) {
    return reference.exists() ? reference.in(all) : new Json("material", null);
  }

  /** Whether nothing is seen of it. */
  static boolean isHidden(Json material) {
    float alpha = base(material).get("baseColorFactor").numbers(1, 1, 1, 1)[3];
    return switch (alphaMode(material)) {
      case "MASK" -> alpha < material.get("alphaCutoff").number(HALF);
      case "BLEND" -> alpha <= 0;
      default -> false;
    };
  }

  private static String alphaMode(Json material) {
    return material.get("alphaMode").among("OPAQUE", "MASK", "BLEND");
  }

  /**
   * The coordinates of a material's textures, which must be the same for all.
   *
   * @throws IllegalArgumentException if a texture has others than the first
   */
  Coordinates coordinates(Json material) {
    Json[] infos = {
      gloss(material).get("diffuseTexture"),
      base(material).get("baseColorTexture"),
      base(material).get("metallicRoughnessTexture"),
      material.get("normalTexture")
    };
    Coordinates first = null;
    for (int i = gloss(material).exists() ? 0 : 1; i < infos.length; i++) {
      boolean used = infos[i].exists() && !(gloss(material).exists() && (i == 1 || i == 2));
      if (used) {
        Coordinates own = Coordinates.of(infos[i], textures.wrap(infos[i]));
        if (first != null && !own.equals(first)) {
          throw new IllegalArgumentException(
              infos[i].path() + ": needs coordinates and wrapping of the other textures");
        }
        first = own;
      }
    }
    return first == null ? Coordinates.PLAIN : first;
  }

  private static Json base(Json material) {
    return material.get("pbrMetallicRoughness");
  }

  private static Json gloss(Json material) {
    return material.get("extensions").get("KHR_materials_pbrSpecularGlossiness");
  }

  /** The slot of a material. */
  int slot(Json material) throws IOException {
    Integer slot = slots.get(material.path());
    if (slot == null) {
      slot = used.size();
      used.add(read(material));
      slots.put(material.path(), slot);
    }
    return slot;
  }

  private Material read(Json material) throws IOException {
    Json base = base(material);
    Json gloss = gloss(material);
    float[] color = base.get("baseColorFactor").numbers(1, 1, 1, 1);
    float cutoff = alphaMode(material).equals("OPAQUE") ? 0 : cutoff(material);
    Texture albedo = textures.texture(base.get("baseColorTexture"), true, cutoff);
    Texture surface = textures.texture(base.get("metallicRoughnessTexture"), false, 0);
    float roughness = base.get("roughnessFactor").number(1);
    float metallic = base.get("metallicFactor").number(1);
    if (gloss.exists()) {
      color = gloss.get("diffuseFactor").numbers(1, 1, 1, 1);
      albedo = textures.texture(gloss.get("diffuseTexture"), true, cutoff);
      surface = null;
      roughness = 1 - gloss.get("glossinessFactor").number(1);
      metallic = 0;
    }
    return new Material(
        material.get("name").text(material.path()),
        new Rgb(share(color[0]), share(color[1]), share(color[2])),
        albedo,
        surface,
        textures.texture(material.get("normalTexture"), false, 0),
        null,
        0,
        share(roughness),
        share(metallic),
        emission(material, color),
        albedo == null || albedo.channels() < 4 ? 0 : cutoff,
        material.get("doubleSided").flag(),
        material.get("extensions").get("KHR_materials_unlit").exists(),
        Mapping.UV,
        null);
  }

  private static float share(float value) {
    return value >= 0 ? Math.min(value, 1) : 0;
  }

  /** A picture has no half-transparent surfaces: half covered is covered. */
  private static float cutoff(Json material) {
    return alphaMode(material).equals("MASK")
        ? share(material.get("alphaCutoff").number(HALF))
        : HALF;
  }

  /** As a share of the base colour; where a texture says what glows, nothing does. */
  private static float emission(Json material, float[] color) {
    float[] light = material.get("emissiveFactor").numbers(0, 0, 0);
    float base = color[0] + color[1] + color[2];
    return material.get("emissiveTexture").exists() || base <= 0
        ? 0
        : share((light[0] + light[1] + light[2]) / base);
  }
}
