package org.variegate.species.car;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.variegate.scene.Rgb;
import org.variegate.scene.Srgb;

/** Colours by name, as sRGB. */
enum Paint {
  BLACK(0x0c0c0e),
  ANTHRACITE(0x2c2f34),
  GREY(0x63676c),
  SILVER(0xaeb1b4),
  WHITE(0xe9eaea),
  IVORY(0xddd6be),
  RED(0xa8141a),
  MAROON(0x561018),
  ORANGE(0xd4581a),
  YELLOW(0xe6b812),
  GREEN(0x1d5436),
  LIME(0x8fb83a),
  OLIVE(0x4b5038),
  TURQUOISE(0x2a8f98),
  SKY(0x86aecd),
  BLUE(0x1d4a98),
  NAVY(0x141f3d),
  PURPLE(0x46305f),
  BEIGE(0xa99a80),
  BROWN(0x4a3628),
  GOLD(0x96814f);

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
