package org.variegate.render.internal;

import javax.vecmath.Matrix4f;
import org.variegate.scene.Camera;

/**
 * A camera in numbers. Its scaled space has x right and y down in units that make a point's place
 * in the picture x / z + centreX, y / z + centreY, in pixels; z is the distance along the axis.
 */
public final class Projection {
  /** What is nearer than this to the camera's plane is not seen, in m. */
  static final float NEAR = 0.02f;

  /** From the world to the scaled space, three rows of four. */
  final float[] world = new float[12];

  final float centreX;
  final float centreY;
  final float focal;
  final float eyeX;
  final float eyeY;
  final float eyeZ;

  /** What one pixel to the right and one down add to a ray in the world, and the axis. */
  final float[] right = new float[3];

  final float[] down = new float[3];
  final float[] axis = new float[3];

  /**
   * A camera's projection.
   *
   * @param camera that takes the picture
   * @param width in pixels
   * @param height in pixels
   */
  public Projection(Camera camera, int width, int height) {
    this(
        camera.toWorld(),
        (float) camera.focalLength(height),
        (float) (width / 2.0 + camera.shiftX() * height),
        (float) (height / 2.0 - camera.shiftY() * height));
  }

  /**
   * A projection.
   *
   * @param toWorld from a space that looks along -z with y up
   * @param focal length in pixels
   * @param centreX of the axis in pixels
   * @param centreY of the axis in pixels
   */
  Projection(Matrix4f toWorld, float focal, float centreX, float centreY) {
    Matrix4f m = toWorld;
    this.focal = focal;
    this.centreX = centreX;
    this.centreY = centreY;
    eyeX = m.m03;
    eyeY = m.m13;
    eyeZ = m.m23;
    row(0, m.m00, m.m10, m.m20, focal);
    row(1, m.m01, m.m11, m.m21, -focal);
    row(2, m.m02, m.m12, m.m22, -1);
    for (int i = 0; i < 3; i++) {
      right[i] = world[i] / (focal * focal);
      down[i] = world[4 + i] / (focal * focal);
      axis[i] = world[8 + i];
    }
  }

  private void row(int row, float x, float y, float z, float scale) {
    world[4 * row] = x * scale;
    world[4 * row + 1] = y * scale;
    world[4 * row + 2] = z * scale;
    world[4 * row + 3] = -(x * eyeX + y * eyeY + z * eyeZ) * scale;
  }

  /** A placement, then a map given by three rows of four. */
  static float[] after(float[] world, Matrix4f p) {
    float[] m = new float[12];
    for (int i = 0; i < 12; i += 4) {
      float a = world[i];
      float b = world[i + 1];
      float c = world[i + 2];
      m[i] = a * p.m00 + b * p.m10 + c * p.m20;
      m[i + 1] = a * p.m01 + b * p.m11 + c * p.m21;
      m[i + 2] = a * p.m02 + b * p.m12 + c * p.m22;
      m[i + 3] = a * p.m03 + b * p.m13 + c * p.m23 + world[i + 3];
    }
    return m;
  }
}
