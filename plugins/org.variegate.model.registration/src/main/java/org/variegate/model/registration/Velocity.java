package org.variegate.model.registration;

/** What a network says as a velocity field, in voxels: it begins near to none. */
final class Velocity {
  private static final float GAIN = 0.3f;

  private Velocity() {}

  /** Reads one; a plane has two components, and the third is 0. */
  static void read(float[] outputs, int from, int length, float[] velocity) {
    for (int i = 0; i < length; i++) {
      velocity[i] = GAIN * outputs[from + i];
    }
  }

  /** The derivatives by what the network says. */
  static void write(float[] byVelocity, float[] gradients, int from, int length) {
    for (int i = 0; i < length; i++) {
      gradients[from + i] = GAIN * byVelocity[i];
    }
  }
}
