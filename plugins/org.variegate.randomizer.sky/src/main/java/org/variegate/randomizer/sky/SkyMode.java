package org.variegate.randomizer.sky;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.variegate.scene.Rgb;

/** Where a sky comes from. */
enum SkyMode {
  ANALYTIC,
  GRADIENT,
  PLAIN,
  HDRI,
  IMAGES;

  /**
   * The files there are.
   *
   * @param hdri panoramas of light
   * @param images pictures
   */
  record Files(Optional<SkyFiles> hdri, Optional<SkyFiles> images) {

    static Files of(Skies.Config config) {
      int width = config.width();
      if (!(width >= 64 && width <= 8192)) {
        throw new IllegalArgumentException("width: needs 64 to 8192 pixels, got " + width);
      }
      if (config.cache() < 0) {
        throw new IllegalArgumentException("cache: needs at least 0 MB, got " + config.cache());
      }
      long bytes = (long) config.cache() << 20;
      return new Files(
          config.hdri().length == 0
              ? Optional.empty()
              : Optional.of(new SkyFiles("hdri", config.hdri(), width, bytes, ".hdr", ".pic")),
          config.images().length == 0
              ? Optional.empty()
              : Optional.of(
                  new SkyFiles("images", config.images(), width, bytes, ".png", ".jpg", ".jpeg")));
    }
  }

  static List<SkyMode> list(String[] names, Files files) {
    List<SkyMode> modes = new ArrayList<>();
    for (String name : names) {
      modes.add(named(name));
    }
    if (names.length == 0) {
      modes.addAll(List.of(ANALYTIC, GRADIENT));
      files.hdri().ifPresent(f -> modes.add(HDRI));
      files.images().ifPresent(f -> modes.add(IMAGES));
    }
    if (modes.contains(HDRI) && files.hdri().isEmpty()) {
      throw new IllegalArgumentException("hdri: needs files for the mode hdri, got none");
    }
    if (modes.contains(IMAGES) && files.images().isEmpty()) {
      throw new IllegalArgumentException("images: needs files for the mode images, got none");
    }
    return modes;
  }

  private static SkyMode named(String name) {
    for (SkyMode mode : values()) {
      if (mode.toString().equals(name)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "modes: needs some of " + List.of(values()) + ", got " + name);
  }

  /** A colour by hue in degrees, saturation in [0, 1] and its largest component. */
  static Rgb color(double hue, double saturation, double level) {
    double h = hue / 60 - 6 * Math.floor(hue / 360);
    double[] pure = {Math.abs(h - 3) - 1, 2 - Math.abs(h - 2), 2 - Math.abs(h - 4)};
    float[] c = new float[3];
    for (int i = 0; i < 3; i++) {
      c[i] = (float) (level * (1 - saturation * (1 - Math.max(0, Math.min(1, pure[i])))));
    }
    return new Rgb(c[0], c[1], c[2]);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
