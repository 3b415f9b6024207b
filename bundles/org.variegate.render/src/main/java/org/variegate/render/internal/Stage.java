package org.variegate.render.internal;

import org.variegate.scene.Backdrop;

/** A picture in the place of the sky, as places in the frame see it. */
final class Stage {
  private final Backdrop backdrop;
  private final float scaleX;
  private final float scaleY;

  Stage(Backdrop backdrop, int width, int height) {
    this.backdrop = backdrop;
    scaleX = (float) backdrop.width() / width;
    scaleY = (float) backdrop.height() / height;
  }

  /** Whether the ground shows it too, where the ground is not in shadow. */
  boolean onGround() {
    return backdrop.shadows();
  }

  /**
   * Adds what is seen at a place.
   *
   * @param px in pixels of the frame
   * @param py in pixels of the frame
   * @param weights of red, green and blue
   * @param rgb is added to
   */
  void add(float px, float py, float[] weights, float[] rgb) {
    float x = Math.max(0, Math.min(backdrop.width() - 1, px * scaleX - 0.5f));
    float y = Math.max(0, Math.min(backdrop.height() - 1, py * scaleY - 0.5f));
    int i = Math.min((int) x, Math.max(0, backdrop.width() - 2));
    int j = Math.min((int) y, Math.max(0, backdrop.height() - 2));
    int across = backdrop.width() > 1 ? 3 : 0;
    int down = backdrop.height() > 1 ? 3 * backdrop.width() : 0;
    float s = x - i;
    float t = y - j;
    int at = 3 * (j * backdrop.width() + i);
    float[] v = backdrop.values();
    for (int c = 0; c < 3; c++, at++) {
      float top = v[at] + s * (v[at + across] - v[at]);
      float low = v[at + down] + s * (v[at + down + across] - v[at + down]);
      rgb[c] += weights[c] * (top + t * (low - top));
    }
  }
}
