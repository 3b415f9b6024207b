package org.variegate.species.bike;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.variegate.scene.Genome;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Rgb;
import org.variegate.scene.Texture;

/** The materials of all slots. */
final class Finish {
  private static final Rgb STEEL = new Rgb(.62f, .63f, .65f);
  private static final Rgb RUBBER = new Rgb(.012f, .012f, .013f);
  private static final Texture WICKER = weave(0x60, false);
  private static final Texture WIRE = weave(0xff, true);

  private final Genome genome;

  private Finish(Genome genome) {
    this.genome = genome;
  }

  static List<Material> of(Genome genome) {
    Finish finish = new Finish(genome);
    return Arrays.stream(Slot.values()).map(finish::material).toList();
  }

  private Material material(Slot slot) {
    return switch (slot) {
      case FRAME -> lacquer(slot, "paint");
      case ACCENT -> lacquer(slot, "accent");
      case FORK -> lacquer(slot, "forkPaint");
      case TYRE -> plain(slot, "tyrePaint", .85f);
      case WALL -> plain(slot, "wallPaint", .8f);
      case RIM -> metal(slot, Paint.of(genome.gene("rimPaint")), .35f);
      case METAL -> metal(slot, STEEL, .28f);
      case PART -> metal(slot, Paint.of(genome.gene("partPaint")), .4f);
      case BLACK -> Material.plain(name(slot), RUBBER, .5f);
      case SADDLE -> plain(slot, "saddlePaint", .5f);
      case GRIP -> plain(slot, "saddlePaint", .7f);
      case RED -> glowing(slot, new Rgb(.6f, .01f, .01f), .1f);
      case AMBER -> glowing(slot, new Rgb(.9f, .32f, .02f), .1f);
      case LAMP -> glowing(slot, new Rgb(.85f, .86f, .88f), .15f);
      case BASKET -> basket(slot);
      case SKIN -> Material.plain(name(slot), skin(genome.gene("skin")), .55f);
      case SHIRT -> plain(slot, "shirt", .85f);
      case TROUSERS -> plain(slot, "trousers", .85f);
      case SHOE -> plain(slot, "shoes", .7f);
      case HAIR -> plain(slot, "hairPaint", .6f);
      case HELMET -> plain(slot, "helmet", .3f);
      case BAG -> plain(slot, "bag", .75f);
    };
  }

  private static String name(Slot slot) {
    return slot.name().toLowerCase(Locale.ROOT);
  }

  private Rgb color(String gene) {
    return Paint.of(genome.gene(gene)).times((float) genome.gene("shade"));
  }

  private Material plain(Slot slot, String gene, float roughness) {
    return Material.plain(name(slot), color(gene), roughness);
  }

  private Material lacquer(Slot slot, String gene) {
    return plain(slot, gene, (float) genome.gene("gloss"))
        .withFinish((float) genome.gene("gloss"), (float) genome.gene("metallic"));
  }

  private static Material metal(Slot slot, Rgb color, float roughness) {
    return Material.plain(name(slot), color, roughness).withFinish(roughness, .85f);
  }

  private static Material glowing(Slot slot, Rgb color, float light) {
    Material m = Material.plain(name(slot), color, .2f);
    return new Material(
        m.name(),
        color,
        null,
        null,
        null,
        null,
        0,
        .2f,
        0,
        light,
        0,
        false,
        false,
        m.mapping(),
        null);
  }

  private Material basket(Slot slot) {
    boolean wire = Words.is(genome, "basket", "wire");
    Mapping mapping = new Mapping(false, 24, 8, 0, 0, 0);
    return new Material(
        name(slot),
        color("basketPaint"),
        wire ? WIRE : WICKER,
        null,
        null,
        null,
        0,
        .7f,
        0,
        0,
        wire ? .5f : 0,
        wire,
        false,
        mapping,
        null);
  }

  /** From pale to dark. */
  private static Rgb skin(double tone) {
    float t = (float) tone;
    return new Rgb(.72f - .62f * t, .46f - .415f * t, .34f - .32f * t);
  }

  /** One strand over and one under; or wires with holes between them. */
  private static Texture weave(int dark, boolean holes) {
    int size = 32;
    byte[] texels = new byte[4 * size * size];
    for (int i = 0; i < size * size; i++) {
      int x = i % size;
      int y = i / size;
      boolean over = x / 16 == y / 16;
      int across = over ? y % 16 : x % 16;
      int bright = Math.min(255, dark + 20 * Math.min(across, 15 - across));
      boolean wire = x < 6 || y < 6;
      for (int c = 0; c < 3; c++) {
        texels[4 * i + c] = (byte) bright;
      }
      texels[4 * i + 3] = (byte) (!holes || wire ? 255 : 0);
    }
    return new Texture(size, size, 4, true, texels, holes ? .5f : 0);
  }
}
