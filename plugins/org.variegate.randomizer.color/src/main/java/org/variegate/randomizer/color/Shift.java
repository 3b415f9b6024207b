package org.variegate.randomizer.color;

import org.variegate.scene.Material;
import org.variegate.scene.Rgb;
import org.variegate.scene.Srgb;
import org.variegate.scene.Texture;

/**
 * A change of colour in linear light. Hue turns about the grey axis, saturation stretches the
 * distance from it, both at the same luminance; brightness is a factor.
 *
 * @param hue radians, from red towards green
 * @param saturation factor, at least 0
 * @param brightness factor, at least 0
 */
record Shift(double hue, double saturation, double brightness) {
  /** No surface reflects more. */
  private static final double MOST = 0.95;

  /** A texture that lacks a colour cannot be given it by a factor. */
  private static final double LARGEST_FACTOR = 4;

  private static final double DARKEST = 1e-4;

  /** A colour, changed; no component is above 0.95, unless it was. */
  Rgb of(Rgb color) {
    double c = StrictMath.cos(hue);
    double s = StrictMath.sin(hue) / StrictMath.sqrt(3);
    double grey = ((double) color.red() + color.green() + color.blue()) / 3 * (1 - c);
    double red = c * color.red() + grey + s * (color.blue() - color.green());
    double green = c * color.green() + grey + s * (color.red() - color.blue());
    double blue = c * color.blue() + grey + s * (color.green() - color.red());
    double luminance = color.luminance();
    double turned = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    red = Math.max(0, luminance + saturation * (red - turned));
    green = Math.max(0, luminance + saturation * (green - turned));
    blue = Math.max(0, luminance + saturation * (blue - turned));
    double now = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    double level = now > 0 ? brightness * luminance / now : 0;
    double largest = level * Math.max(red, Math.max(green, blue));
    double before = Math.max(color.red(), Math.max(color.green(), color.blue()));
    level *= Math.min(1, Math.max(MOST, before) / Math.max(largest, DARKEST));
    return new Rgb((float) (level * red), (float) (level * green), (float) (level * blue));
  }

  /**
   * A material, changed so that its mean colour is: its base colour takes the factors.
   *
   * @param material any
   * @param vertices mean colour of the mesh
   */
  Material of(Material material, Rgb vertices) {
    Rgb base = material.color();
    Rgb texture = mean(material.albedo());
    Rgb mean =
        new Rgb(
            base.red() * texture.red() * vertices.red(),
            base.green() * texture.green() * vertices.green(),
            base.blue() * texture.blue() * vertices.blue());
    Rgb changed = of(mean);
    return material.withColor(
        new Rgb(
            scaled(base.red(), mean.red(), changed.red()),
            scaled(base.green(), mean.green(), changed.green()),
            scaled(base.blue(), mean.blue(), changed.blue())));
  }

  private static float scaled(float base, float mean, float changed) {
    return (float) (base * Math.min(LARGEST_FACTOR, changed / Math.max(mean, DARKEST)));
  }

  private static Rgb mean(Texture texture) {
    if (texture == null) {
      return Rgb.WHITE;
    }
    byte[] texel = texture.level(texture.levels() - 1);
    float[] c = new float[3];
    for (int i = 0; i < 3; i++) {
      int code = texel[texture.channels() == 1 ? 0 : i] & 0xff;
      c[i] = texture.srgb() ? Srgb.linear(code) : code / 255f;
    }
    return new Rgb(c[0], c[1], c[2]);
  }
}
