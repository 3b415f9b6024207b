package org.variegate.render.internal;

/**
 * Places on surfaces that are lit together: in each array one value a place. Loops over arrays of
 * numbers take a fraction of the time that places lit one by one take.
 */
final class Batch {
  /** What is written into {@link #seen} where a lamp's shadow is still to be looked up. */
  static final float UNKNOWN = -1;

  /** How many places are known. */
  int count;

  /** Place in the picture, and share of it. */
  final int[] pixel;

  final float[] weight;

  /** Place in the world. */
  final float[] x;

  final float[] y;
  final float[] z;

  /** Normal, of length 1. */
  final float[] nx;

  final float[] ny;
  final float[] nz;

  /** To the eye, of length 1. */
  final float[] ex;

  final float[] ey;
  final float[] ez;

  /** Base colour. */
  final float[] red;

  final float[] green;
  final float[] blue;

  final float[] roughness;
  final float[] metallic;
  final float[] occlusion;
  final float[] emission;

  /** How far light wraps around, as a share of the cosine. */
  final float[] wrap;

  /** What share of each lamp's light is seen; or {@link #UNKNOWN}. */
  final float[][] seen;

  Batch(int capacity, int lamps) {
    pixel = new int[capacity];
    weight = new float[capacity];
    x = new float[capacity];
    y = new float[capacity];
    z = new float[capacity];
    nx = new float[capacity];
    ny = new float[capacity];
    nz = new float[capacity];
    ex = new float[capacity];
    ey = new float[capacity];
    ez = new float[capacity];
    red = new float[capacity];
    green = new float[capacity];
    blue = new float[capacity];
    roughness = new float[capacity];
    metallic = new float[capacity];
    occlusion = new float[capacity];
    emission = new float[capacity];
    wrap = new float[capacity];
    seen = new float[lamps][capacity];
  }

  /** Forgets all places. */
  void empty() {
    count = 0;
  }

  /** How many places there is room for. */
  int capacity() {
    return pixel.length;
  }
}
