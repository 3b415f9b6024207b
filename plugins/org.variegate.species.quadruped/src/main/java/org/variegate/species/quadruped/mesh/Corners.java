package org.variegate.species.quadruped.mesh;

import java.util.Arrays;

/** The field at corners of cells, each evaluated once. */
final class Corners {
  private int[] keys = new int[1 << 15];
  private float[] values = new float[1 << 15];
  private int count;

  Corners() {
    Arrays.fill(keys, -1);
  }

  static int key(int x, int y, int z) {
    return x | y << 10 | z << 20;
  }

  /** Where a key's search begins: the product's upper bits, to which all of the key's bits come. */
  static int home(int key, int mask) {
    return key * 0x9E3779B1 >>> Integer.numberOfLeadingZeros(mask);
  }

  /** The place of a key, or the complement of where it would go. */
  int find(int key) {
    int mask = keys.length - 1;
    int at = home(key, mask);
    while (keys[at] != key) {
      if (keys[at] == -1) {
        return ~at;
      }
      at = (at + 1) & mask;
    }
    return at;
  }

  float value(int place) {
    return values[place];
  }

  void put(int free, int key, float value) {
    keys[free] = key;
    values[free] = value;
    if (++count > keys.length / 2) {
      widen();
    }
  }

  private void widen() {
    int[] oldKeys = keys;
    float[] oldValues = values;
    keys = new int[2 * oldKeys.length];
    values = new float[keys.length];
    Arrays.fill(keys, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != -1) {
        int free = ~find(oldKeys[i]);
        keys[free] = oldKeys[i];
        values[free] = oldValues[i];
      }
    }
  }
}
