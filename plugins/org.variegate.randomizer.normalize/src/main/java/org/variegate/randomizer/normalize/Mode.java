package org.variegate.randomizer.normalize;

/** What the image is brought to. */
enum Mode {
  MIN_MAX,
  PERCENTILE,
  Z_SCORE,
  NONE;

  static Mode parse(String text) {
    return switch (text) {
      case "min-max" -> MIN_MAX;
      case "percentile" -> PERCENTILE;
      case "z-score" -> Z_SCORE;
      case "none" -> NONE;
      default ->
          throw new IllegalArgumentException(
              "mode: needs min-max, percentile, z-score or none, got " + text);
    };
  }
}
