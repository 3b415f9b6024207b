package org.variegate.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;
import org.variegate.formats.Picture;
import org.variegate.pictures.Pictures;
import org.variegate.scene.Truth;
import org.variegate.scene.View;

/** The pictures of one sample that is a picture: as it is, then with what is known about it. */
final class PictureTiles {
  /** Pictures up to this wide are enlarged, by a whole factor. */
  private static final int USUAL = 256;

  /** How much of the picture remains below the colours of its mask. */
  private static final double SHARE = 0.45;

  private PictureTiles() {}

  /** Whether a sample's image is light or a photograph. */
  static boolean shows(Sample sample) {
    if (!sample.has(Part.IMAGE)) {
      return false;
    }
    Raster image = sample.get(Part.IMAGE);
    boolean unit = image.unit().equals(Pictures.LINEAR) || image.unit().equals(Pictures.SRGB);
    return unit && image.grid().nz() == 1 && (image.channels() == 1 || image.channels() == 3);
  }

  /**
   * Draws a sample.
   *
   * @param sample that this class {@linkplain #shows}
   * @return the picture, and if there is a mask or an object, the same with them
   */
  static List<BufferedImage> of(Sample sample) {
    BufferedImage picture = picture(Pictures.of(sample.get(Part.IMAGE)));
    int factor = Math.max(1, USUAL / Math.max(picture.getWidth(), picture.getHeight()));
    List<BufferedImage> tiles = new ArrayList<>();
    tiles.add(enlarged(picture, factor));
    boolean known = sample.has(Truth.TRUTH) && places(sample.get(Truth.TRUTH));
    if (known || sample.has(View.INSTANCES)) {
      if (sample.has(View.INSTANCES)) {
        mask(picture, sample.get(View.INSTANCES));
      }
      BufferedImage tile = enlarged(picture, factor);
      if (sample.has(Truth.TRUTH)) {
        draw(tile, factor, sample.get(Truth.TRUTH));
      }
      tiles.add(tile);
    }
    return tiles;
  }

  /** Whether it tells where something is: of photographs only the class may be known. */
  private static boolean places(Truth truth) {
    return truth.objects().stream()
        .anyMatch(
            o -> o.containsKey("box") || o.containsKey("looseBox") || o.containsKey("keypoints"));
  }

  private static BufferedImage picture(Picture picture) {
    int width = picture.width();
    BufferedImage tile = new BufferedImage(width, picture.height(), BufferedImage.TYPE_INT_RGB);
    byte[] values = picture.values();
    int channels = picture.channels();
    for (int i = 0; i < width * picture.height(); i++) {
      int red = values[i * channels] & 0xff;
      int green = values[i * channels + channels / 2] & 0xff;
      int blue = values[i * channels + channels - 1] & 0xff;
      tile.setRGB(i % width, i / width, red << 16 | green << 8 | blue);
    }
    return tile;
  }

  private static void mask(BufferedImage picture, LabelMap labels) {
    LabelColours colours = new LabelColours(labels.legend());
    int width = picture.getWidth();
    for (int i = 0; i < labels.grid().size(); i++) {
      int place = labels.place(i);
      int below = picture.getRGB(i % width, i / width);
      int rgb = 0;
      for (int shift = 0; shift < 24; shift += 8) {
        double colour = colours.of(place) >> shift & 0xff;
        double mixed = SHARE * (below >> shift & 0xff) + (1 - SHARE) * colour;
        rgb |= (int) mixed << shift;
      }
      picture.setRGB(i % width, i / width, rgb);
    }
  }

  private static BufferedImage enlarged(BufferedImage picture, int factor) {
    int width = factor * picture.getWidth();
    int height = factor * picture.getHeight();
    BufferedImage tile = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = tile.createGraphics();
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return tile;
  }

  private static void draw(BufferedImage tile, int factor, Truth truth) {
    Graphics2D graphics = tile.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    for (Map<String, Object> object : truth.objects()) {
      if (object.get("looseBox") instanceof double[] box) {
        graphics.setStroke(new BasicStroke(1, 0, 0, 1, new float[] {3, 3}, 0));
        draw(graphics, Color.WHITE, box, factor);
      }
      if (object.get("box") instanceof double[] box && box[2] > 0) {
        graphics.setStroke(new BasicStroke(1.5f));
        draw(graphics, new Color(0xffd23f), box, factor);
      }
      if (object.get("keypoints") instanceof Map<?, ?> keypoints) {
        keypoints.values().forEach(point -> dot(graphics, (double[]) point, factor));
      }
    }
    graphics.dispose();
  }

  private static void draw(Graphics2D graphics, Color colour, double[] box, int factor) {
    graphics.setColor(colour);
    graphics.draw(
        new Rectangle2D.Double(factor * box[0], factor * box[1], factor * box[2], factor * box[3]));
  }

  /** Filled where it is visible. */
  private static void dot(Graphics2D graphics, double[] point, int factor) {
    if (point[2] == 0) {
      return;
    }
    Ellipse2D dot = new Ellipse2D.Double(factor * point[0] - 2, factor * point[1] - 2, 4, 4);
    graphics.setStroke(new BasicStroke(1));
    graphics.setColor(new Color(0xff4b3e));
    if (point[2] == 2) {
      graphics.fill(dot);
    } else {
      graphics.draw(dot);
    }
  }
}
