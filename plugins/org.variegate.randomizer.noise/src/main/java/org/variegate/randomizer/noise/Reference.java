package org.variegate.randomizer.noise;

import org.variegate.api.volume.Raster;

/** What the standard deviation is a fraction of. */
enum Reference {
  RANGE,
  MAXIMUM,
  NOTHING;

  static Reference parse(String text) {
    return switch (text) {
      case "range" -> RANGE;
      case "maximum" -> MAXIMUM;
      case "nothing" -> NOTHING;
      default ->
          throw new IllegalArgumentException(
              "relativeTo: needs range, maximum or nothing, got " + text);
    };
  }

  /** The factor from the configured standard deviation to the image's unit. */
  float of(Raster image) {
    if (this == NOTHING) {
      return 1;
    }
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : image.values()) {
      low = value < low ? value : low;
      high = value > high ? value : high;
    }
    return this == RANGE ? high - low : Math.max(high, -low);
  }
}
