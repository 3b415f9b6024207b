package org.variegate.synthesizer.rgb;

import java.util.Arrays;
import java.util.Set;
import org.variegate.api.Arena;
import org.variegate.render.Frame;
import org.variegate.render.Renderer;
import org.variegate.render.Settings;
import org.variegate.scene.Moments;
import org.variegate.scene.Scene;

/**
 * Depth of field and motion blur: the mean of glimpses through the lens while the shutter is open,
 * in linear light.
 */
final class Shutter {
  private final int count;
  private final int height;
  private final int samples;
  private final Renderer renderer;

  /**
   * A shutter.
   *
   * @param settings of a picture without it; glimpses share its samples of visibility
   * @param count of glimpses, at least 1
   */
  Shutter(Settings settings, int count) {
    this.count = count;
    height = settings.height();
    samples = Math.max(1, settings.samples() / Integer.highestOneBit(count));
    renderer =
        new Renderer(
            new Settings(
                settings.width(),
                height,
                samples,
                settings.shadows(),
                Set.of(),
                settings.threads()));
  }

  /**
   * Puts the mean of glimpses in the place of a frame's light; what else is known stays.
   *
   * @param frame of the pinhole in the lens' middle at the middle of the exposure
   * @param moments of the scene
   * @param middle of the exposure, in s after the moment of the scene
   * @param open how long, in s
   * @param turn of the glimpses over the lens, radians
   * @param arena lends buffers
   */
  void expose(Frame frame, Moments moments, double middle, double open, double turn, Arena arena) {
    Arrays.fill(frame.color(), 0);
    if (frame.layer() != null) {
      Arrays.fill(frame.layer(), 0);
    }
    for (Glimpse glimpse : Glimpse.of(count, turn)) {
      Scene scene = moments.at(middle + glimpse.time() * open);
      scene.camera(glimpse.through(scene.camera(), height, 1.0 / samples));
      Frame one = renderer.render(scene, arena);
      add(one.color(), frame.color());
      arena.release(one.color());
      if (one.layer() != null) {
        add(one.layer(), frame.layer());
        arena.release(one.layer());
      }
      arena.release(one.instances());
    }
  }

  private void add(float[] light, float[] sum) {
    float share = 1f / count;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += share * light[i];
    }
  }
}
