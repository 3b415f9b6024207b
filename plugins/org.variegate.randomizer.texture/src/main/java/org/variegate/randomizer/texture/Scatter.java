package org.variegate.randomizer.texture;

import static org.variegate.randomizer.texture.Field.N;

/**
 * Things strewn over the square, later ones over earlier ones.
 *
 * @param height 0 where nothing lies, else from 0 at a thing's rim to 1 along its middle
 * @param id a number in [0, 1) for each thing, 0 where nothing lies
 * @param along from 0 at one end of a thing to 1 at the other
 * @param order from 0 at what lies lowest to 1 at what lies highest
 */
record Scatter(Field height, Field id, Field along, Field order) {

  /** What a thing looks like from above. */
  enum Shape {
    /** Straight, with round ends. */
    ROD,
    /** Tapers to a point. */
    BLADE,
    /** Tapers to both ends. */
    LEAF
  }

  /**
   * What is strewn.
   *
   * @param count how many
   * @param length in sides of the square
   * @param width in sides of the square
   * @param spread share by which the sizes differ, 0 to 1
   * @param shape seen from above
   * @param angle of the middle one, in turns from the x axis
   * @param turn how far angles differ to either side, in turns: 0.5 for any
   */
  record Thing(
      int count, float length, float width, float spread, Shape shape, float angle, float turn) {}

  static Scatter of(int seed, Thing thing) {
    float[][] fields = new float[4][N * N];
    for (int i = 0; i < thing.count; i++) {
      put(fields, Dice.hash(seed, i, 0), thing, (i + 1f) / thing.count);
    }
    return new Scatter(
        new Field(fields[0]), new Field(fields[1]), new Field(fields[2]), new Field(fields[3]));
  }

  private static void put(float[][] fields, int seed, Thing thing, float order) {
    Dice dice = new Dice(seed);
    float size = 1 - thing.spread * dice.between(0, 1);
    float half = size * thing.length * N / 2;
    float radius = Math.max(thing.shape == Shape.ROD ? 0.7f : 1.4f, size * thing.width * N / 2);
    float cx = dice.between(0, N);
    float cy = dice.between(0, N);
    float angle = thing.angle + dice.between(-thing.turn, thing.turn);
    float c = 2 * Field.wave(angle + 0.5f) - 1;
    float s = 2 * Field.wave(angle + 0.25f) - 1;
    float straight = Math.max(half - radius, 0);
    float reachX = Math.abs(c) * half + radius + 1;
    float reachY = Math.abs(s) * half + radius + 1;
    float id = Dice.unit(Dice.mix(seed + 1)) * 0.999f + 0.0005f;
    for (int y = (int) (cy - reachY); y <= cy + reachY; y++) {
      for (int x = (int) (cx - reachX); x <= cx + reachX; x++) {
        float along = (x + 0.5f - cx) * c + (y + 0.5f - cy) * s;
        float across = (y + 0.5f - cy) * c - (x + 0.5f - cx) * s;
        float inside = inside(thing.shape, along, across, half, straight, radius);
        if (inside > 0) {
          int k = (y & (N - 1)) * N + (x & (N - 1));
          fields[0][k] = inside;
          fields[1][k] = id;
          fields[2][k] = Math.min(1, Math.max(0, 0.5f + along / (2 * half)));
          fields[3][k] = order;
        }
      }
    }
  }

  /** 1 in the middle, 0 at the rim, negative outside. */
  private static float inside(
      Shape shape, float along, float across, float half, float straight, float radius) {
    if (shape == Shape.ROD) {
      float beyond = Math.max(Math.abs(along) - straight, 0);
      return 1 - (float) Math.sqrt(beyond * beyond + across * across) / radius;
    }
    float t = along / half;
    float width = radius * (shape == Shape.BLADE ? 0.5f - 0.5f * t : 1 - t * t);
    return Math.abs(t) >= 1 || width <= 0 ? -1 : 1 - Math.abs(across) / width;
  }
}
