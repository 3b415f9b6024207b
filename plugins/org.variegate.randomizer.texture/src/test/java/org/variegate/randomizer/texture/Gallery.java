package org.variegate.randomizer.texture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws a contact sheet of materials, lit from the upper left: gallery.png of the README. */
public final class Gallery {
  private Gallery() {}

  /**
   * Draws it.
   *
   * @param args file, side of a picture in pixels, pictures in a row, variants of each, then names
   *     of materials or families, none for all
   */
  public static void main(String[] args) throws IOException {
    int side = Integer.parseInt(args[1]);
    int columns = Integer.parseInt(args[2]);
    int variants = Integer.parseInt(args[3]);
    List<Pattern> patterns = Catalog.of(java.util.Arrays.copyOfRange(args, 4, args.length));
    int count = patterns.size() * variants;
    int rows = (count + columns - 1) / columns;
    int step = side + 16;
    BufferedImage sheet =
        new BufferedImage(columns * (side + 4), rows * step, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setFont(graphics.getFont().deriveFont(side > 100 ? 10f : 9f));
    for (int i = 0; i < count; i++) {
      Pattern pattern = patterns.get(i / variants);
      long start = System.nanoTime();
      Surface surface = pattern.surface().apply(new Kit(Dice.hash(1, i / variants, i % variants)));
      BufferedImage picture = picture(surface, pattern.size());
      double ms = (System.nanoTime() - start) / 1e6;
      int x = i % columns * (side + 4);
      int y = i / columns * step;
      graphics.setClip(null);
      graphics.drawImage(
          picture.getScaledInstance(side, side, java.awt.Image.SCALE_AREA_AVERAGING), x, y, null);
      graphics.setColor(Color.WHITE);
      graphics.setClip(x, y, side, step);
      graphics.drawString(
          pattern.name() + (side > 150 ? String.format(" %.0f ms", ms) : ""), x + 2, y + side + 11);
    }
    ImageIO.write(sheet, "png", new File(args[0]));
  }

  private static BufferedImage picture(Surface surface, double size) {
    int n = Field.N;
    byte[] texels = surface.paint().texels();
    BufferedImage picture = new BufferedImage(n, n, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < n * n; i++) {
      double light = surface.height() == null ? 1 : light(surface, i, size);
      int rgb = 0;
      for (int c = 0; c < 3; c++) {
        double linear = Math.pow((texels[3 * i + c] & 255) / 255.0, 2.2) * light;
        rgb = rgb << 8 | (int) (255 * Math.pow(Math.min(1, linear), 1 / 2.2));
      }
      picture.setRGB(i % n, i / n, rgb);
    }
    return picture;
  }

  private static double light(Surface surface, int i, double size) {
    int n = Field.N;
    float[] h = surface.height().values;
    double scale = surface.depth() * n / size;
    double dx = scale * (h[i / n * n + (i + 1) % n] - h[i]);
    double dy = scale * (h[(i + n) % (n * n)] - h[i]);
    return Math.max(0.1, (0.45 * dx + 0.45 * dy + 0.77) / Math.sqrt(1 + dx * dx + dy * dy) / 0.77);
  }
}
