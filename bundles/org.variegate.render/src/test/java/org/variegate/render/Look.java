package org.variegate.render;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.variegate.scene.Tone;
import org.variegate.tck.HeapArena;

/** Writes pictures to look at. */
final class Look {
  private Look() {}

  public static void main(String[] args) throws IOException {
    Settings settings = Settings.of(512, 512);
    save(
        new Renderer(settings).render(Scenes.furry(), HeapArena.zeroed()), .45f, args[0] + "f.png");
    save(new Renderer(settings).render(Scenes.still(), HeapArena.zeroed()), .45f, args[0]);
  }

  static void save(Frame frame, float exposure, String file) throws IOException {
    int size = frame.width() * frame.height();
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
    float[] c = frame.color();
    for (int i = 0; i < size; i++) {
      int red = Tone.code(exposure * c[i]);
      int green = Tone.code(exposure * c[i + size]);
      int blue = Tone.code(exposure * c[i + 2 * size]);
      image.setRGB(i % frame.width(), i / frame.width(), red << 16 | green << 8 | blue);
    }
    ImageIO.write(image, "png", new File(file));
  }
}
