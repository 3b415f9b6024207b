package org.variegate.species.car;

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
  private static final Rgb DARK = new Rgb(.012f, .012f, .013f);
  private static final Texture BARS = grid(false);
  private static final Texture MESH = grid(true);

  private final Genome genome;

  private Finish(Genome genome) {
    this.genome = genome;
  }

  static List<Material> of(Genome genome) {
    Finish finish = new Finish(genome);
    return Arrays.stream(Slot.values()).map(finish::material).toList();
  }

  private Material material(Slot slot) {
    float metal = (float) genome.gene("metallic");
    float gloss = (float) genome.gene("gloss");
    float shade = (float) genome.gene("shade");
    return switch (slot) {
      case PAINT -> surface(slot, Paint.of(genome.gene("paint")).times(shade), gloss, metal);
      case SECOND -> surface(slot, Paint.of(genome.gene("second")).times(shade), gloss, metal);
      case GLASS -> surface(slot, new Rgb(.018f, .021f, .022f), .03f, 0);
      case BLACK -> surface(slot, new Rgb(.022f, .022f, .024f), .45f, 0);
      case SEAM -> surface(slot, new Rgb(.008f, .008f, .008f), .9f, 0);
      case CHROME -> surface(slot, new Rgb(.72f, .73f, .75f), .1f, 1);
      case GRILLE -> grille(slot);
      case LAMP -> glowing(slot, new Rgb(.42f, .44f, .47f), .08f, .02f);
      case BULB -> glowing(slot, new Rgb(.9f, .91f, .93f), .1f, (float) genome.gene("glow"));
      case TAIL -> glowing(slot, new Rgb(.42f, .008f, .01f), .1f, .12f);
      case SIGNAL -> glowing(slot, new Rgb(.75f, .28f, .06f), .12f, .05f);
      case TYRE -> surface(slot, new Rgb(.014f, .014f, .015f), .85f, 0);
      case RIM -> surface(slot, Paint.of(genome.gene("rimPaint")), .3f, .75f);
      case DISC -> surface(slot, new Rgb(.3f, .3f, .31f), .4f, .8f);
      case PLATE -> plate(slot);
      case BED -> surface(slot, DARK, .9f, 0).withTwoSided(true);
    };
  }

  private static Material surface(Slot slot, Rgb color, float roughness, float metallic) {
    return Material.plain(slot.name().toLowerCase(Locale.ROOT), color, roughness)
        .withFinish(roughness, metallic);
  }

  private static Material glowing(Slot slot, Rgb color, float roughness, float light) {
    return new Material(
        slot.name().toLowerCase(Locale.ROOT),
        color,
        null,
        null,
        null,
        null,
        0,
        roughness,
        0,
        light,
        0,
        false,
        false,
        Mapping.UV,
        null);
  }

  private Material grille(Slot slot) {
    boolean mesh = Words.has(genome, "meshGrille");
    float upright =
        Words.is(genome, "grille", "upright") || Words.is(genome, "grille", "kidneys")
            ? (float) (Math.PI / 2)
            : 0;
    float fine = (float) genome.gene("bars");
    Mapping mapping = new Mapping(false, fine, fine, upright, 0, 0);
    Rgb color =
        Words.has(genome, "brightGrille") ? new Rgb(.8f, .8f, .82f) : new Rgb(.12f, .12f, .125f);
    return surface(slot, color, .3f, .3f).withAlbedo(mesh ? MESH : BARS).withMapping(mapping);
  }

  private Material plate(Slot slot) {
    boolean european = Words.is(genome, "plate", "european");
    Texture texture =
        Plates.texture(genome.gene("number"), genome.gene("yellowPlate") > .5, european);
    return surface(slot, Rgb.WHITE, .4f, 0).withAlbedo(texture);
  }

  /** Bright bars across, or a net of them. */
  private static Texture grid(boolean net) {
    int size = 16;
    byte[] texels = new byte[3 * size * size];
    for (int i = 0; i < size * size; i++) {
      int y = i / size;
      boolean bar = y < 6 || net && i % size < 5;
      int bright = bar ? y < 2 ? 255 : 190 : 12;
      Arrays.fill(texels, 3 * i, 3 * i + 3, (byte) bright);
    }
    return new Texture(size, size, 3, true, texels);
  }
}
