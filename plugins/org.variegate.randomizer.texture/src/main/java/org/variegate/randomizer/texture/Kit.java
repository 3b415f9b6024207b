package org.variegate.randomizer.texture;

import static org.variegate.randomizer.texture.Field.N;

/** What a material is made with: particulars of the variant, noise, cells, tiles, colours. */
final class Kit {
  private final Dice dice;

  Kit(int seed) {
    dice = new Dice(seed);
  }

  float between(double low, double high) {
    return dice.between((float) low, (float) high);
  }

  int whole(int low, int high) {
    return dice.whole(low, high);
  }

  boolean chance(double probability) {
    return dice.chance((float) probability);
  }

  /** From left to right. */
  Field u() {
    float[] values = new float[N * N];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % N + 0.5f) / N;
    }
    return new Field(values);
  }

  /** From top to bottom. */
  Field v() {
    float[] values = new float[N * N];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i / N + 0.5f) / N;
    }
    return new Field(values);
  }

  /** Gradient noise of mean 1/2. */
  Field noise(int cells, int octaves) {
    return noise(cells, cells, octaves);
  }

  /** Gradient noise of mean 1/2, with other frequencies along x than along y. */
  Field noise(int nx, int ny, int octaves) {
    return GradientNoise.of(dice.bits(), nx, ny, octaves);
  }

  /** An independent value in [0, 1) in each texel. */
  Field grain() {
    int seed = dice.bits();
    float[] values = new float[N * N];
    for (int i = 0; i < values.length; i++) {
      values[i] = Dice.unit(Dice.mix(Dice.mix(i + seed) ^ seed));
    }
    return new Field(values);
  }

  /** Sharp ridges between rounded valleys, 1 along the ridges. */
  Field ridges(int cells, int octaves) {
    return noise(cells, octaves).map(a -> 1 - Math.min(1, 4 * Math.abs(a - 0.5f)));
  }

  Cells cells(int count) {
    return cells(count, count, 1);
  }

  Cells cells(int nx, int ny, double jitter) {
    return Cells.of(dice.bits(), nx, ny, (float) jitter);
  }

  Tiles bricks(int columns, int rows, double offset) {
    return Tiles.bricks(dice.bits(), columns, rows, (float) offset);
  }

  Tiles boards(int columns, int pieces) {
    return Tiles.boards(dice.bits(), columns, pieces);
  }

  Tiles baskets(int blocks, int strips) {
    return Tiles.baskets(dice.bits(), blocks, strips);
  }

  Tiles herringbone(int cells) {
    return Tiles.herringbone(dice.bits(), cells);
  }

  Tiles hexagons(int columns) {
    return Tiles.hexagons(dice.bits(), columns);
  }

  /** Round-ended rods, or pebbles where length and width are alike, in any direction. */
  Scatter rods(int count, double length, double width) {
    return strew(count, length, width, Scatter.Shape.ROD, 0, 0.5);
  }

  /** Blades about a direction, in turns. */
  Scatter blades(int count, double length, double width, double angle, double turn) {
    return strew(count, length, width, Scatter.Shape.BLADE, angle, turn);
  }

  /** Leaves in any direction. */
  Scatter leaves(int count, double length, double width) {
    return leaves(count, length, width, 0.5);
  }

  /** Leaves along the x axis, so far to either side, in turns. */
  Scatter leaves(int count, double length, double width, double turn) {
    return strew(count, length, width, Scatter.Shape.LEAF, 0, turn);
  }

  private Scatter strew(
      int count, double length, double width, Scatter.Shape shape, double angle, double turn) {
    return Scatter.of(
        dice.bits(),
        new Scatter.Thing(
            count, (float) length, (float) width, 0.5f, shape, (float) angle, (float) turn));
  }

  /** One of these colours, or a mixture of two of them. */
  int among(int... colours) {
    int a = colours[dice.whole(0, colours.length - 1)];
    int b = colours[dice.whole(0, colours.length - 1)];
    return blend(a, b, dice.between(0, 1));
  }

  /** Any colour of this saturation and value, in [0, 1]. */
  int colour(double saturationLow, double saturationHigh, double valueLow, double valueHigh) {
    return hsv(
        dice.between(0, 1), between(saturationLow, saturationHigh), between(valueLow, valueHigh));
  }

  /** Any vivid colour. */
  int vivid() {
    return colour(0.55, 1, 0.5, 1);
  }

  /** Any dull colour. */
  int dull() {
    return colour(0.05, 0.45, 0.25, 0.85);
  }

  /** The colour times a factor. */
  static int shade(int colour, double factor) {
    return factor <= 1
        ? blend(0, colour, (float) factor)
        : blend(colour, 0xffffff, (float) Math.min(1, factor - 1));
  }

  static int blend(int a, int b, float t) {
    int result = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int from = a >> shift & 255;
      result |= (int) (from + t * ((b >> shift & 255) - from) + 0.5f) << shift;
    }
    return result;
  }

  static int hsv(float hue, float saturation, float value) {
    int result = 0;
    for (int c = 0; c < 3; c++) {
      float h = (hue * 6 + 4 * c + 5) % 6;
      float low = Math.max(0, Math.min(1, Math.min(h, 4 - h)));
      result = result << 8 | (int) (255 * value * (1 - saturation * low) + 0.5f);
    }
    return result;
  }
}
