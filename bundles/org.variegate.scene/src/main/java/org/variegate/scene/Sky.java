package org.variegate.scene;

import javax.vecmath.Vector3f;

/**
 * What surrounds the scene.
 *
 * @param environment its light
 * @param rotation about the vertical, radians: what stood at azimuth 0 stands at this, where the
 *     azimuth of (x, y, z) is atan2(x, -z)
 * @param intensity factor on all its light
 */
public record Sky(Environment environment, double rotation, double intensity) {

  /**
   * Where a direction of the panorama lies in the world.
   *
   * @param panorama in the environment's own axes
   * @return the same, turned by the rotation
   */
  public Vector3f toWorld(Vector3f panorama) {
    float c = (float) StrictMath.cos(rotation);
    float s = (float) StrictMath.sin(rotation);
    return new Vector3f(
        c * panorama.x - s * panorama.z, panorama.y, s * panorama.x + c * panorama.z);
  }
}
