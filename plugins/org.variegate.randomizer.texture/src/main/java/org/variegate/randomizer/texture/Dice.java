package org.variegate.randomizer.texture;

/** The particulars of one variant of a material: values that follow from its seed. */
final class Dice {
  private final int seed;
  private int count;

  Dice(int seed) {
    this.seed = seed;
  }

  /** A bijection of 32 bits that leaves no pattern (Wellons, hash prospector). */
  static int mix(int value) {
    int x = value;
    x = (x ^ (x >>> 16)) * 0x21f0aaad;
    x = (x ^ (x >>> 15)) * 0x735a2d97;
    return x ^ (x >>> 15);
  }

  /** Equally likely words, one for each place. */
  static int hash(int seed, int x, int y) {
    return mix(mix(seed + x * 0x9e3779b9) + y * 0x85ebca6b);
  }

  /** From the upper 24 bits, in [0, 1). */
  static float unit(int bits) {
    return (bits >>> 8) * 0x1p-24f;
  }

  int bits() {
    return mix(seed ^ mix(++count * 0x9e3779b9));
  }

  /** Uniform between two numbers. */
  float between(float low, float high) {
    return low + (high - low) * unit(bits());
  }

  /** A whole number from low to high. */
  int whole(int low, int high) {
    return low + (int) ((high - low + 1) * unit(bits()));
  }

  boolean chance(float probability) {
    return unit(bits()) < probability;
  }
}
