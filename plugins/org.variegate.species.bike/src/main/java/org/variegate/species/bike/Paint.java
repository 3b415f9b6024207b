package org.variegate.species.bike;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.variegate.scene.Rgb;
import org.variegate.scene.Srgb;

/** Colours by name, as sRGB. */
enum Paint {
  BLACK(0x141416),
  ANTHRACITE(0x35373b),
  GREY(0x77797c),
  SILVER(0xb9bbbd),
  WHITE(0xeeeeec),
  CREAM(0xe9e0c4),
  RED(0xb81a1c),
  WINE(0x661420),
  ORANGE(0xe0641a),
  YELLOW(0xeec220),
  LIME(0xa8cc2c),
  GREEN(0x1f6b3a),
  OLIVE(0x4f5334),
  MINT(0x9fd4bf),
  TURQUOISE(0x1f9aa0),
  SKY(0x7fb4dc),
  BLUE(0x1c4fae),
  NAVY(0x1c2847),
  PURPLE(0x5e3b8c),
  PINK(0xe48fb0),
  TAN(0xb98952),
  BROWN(0x6b4127),
  GOLD(0xb08d3c);

  static final List<String> NAMES =
      Arrays.stream(values()).map(p -> p.name().toLowerCase(Locale.ROOT)).toList();

  private final int code;

  Paint(int code) {
    this.code = code;
  }

  /** The colour of a gene of the vocabulary {@link #NAMES}. */
  static Rgb of(double gene) {
    int code = values()[(int) gene].code;
    return new Rgb(
        Srgb.linear(code >> 16 & 0xff), Srgb.linear(code >> 8 & 0xff), Srgb.linear(code & 0xff));
  }
}
