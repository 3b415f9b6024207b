package org.variegate.scene.gltf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.variegate.formats.FormatException;
import org.variegate.formats.Picture;
import org.variegate.formats.PictureFile;
import org.variegate.scene.Texture;

/** Reads images, each once, and halves those that are finer than any picture shows. */
final class Textures {
  /** Texels along a side; larger ones are halved. */
  private static final int FINEST = 1024;

  private static final int MOST_PIXELS = 1 << 26;

  private final Path file;
  private final Buffers buffers;
  private final List<Json> textures;
  private final List<Json> images;
  private final List<Json> samplers;
  private final Map<String, Texture> read = new HashMap<>();

  Textures(Json document, Path file, Buffers buffers) {
    this.file = file;
    this.buffers = buffers;
    this.textures = document.get("textures").items();
    this.images = document.get("images").items();
    this.samplers = document.get("samplers").items();
  }

  /**
   * The texture of a texture info.
   *
   * @param info perhaps one that does not exist
   * @param srgb whether it is a colour
   * @param cutoff coverage below which there is a hole; 0 for none
   * @return of 3 or 4 channels, or null
   */
  Texture texture(Json info, boolean srgb, float cutoff) throws IOException {
    if (!info.exists()) {
      return null;
    }
    Json image = info.get("index").in(textures).get("source").in(images);
    String key = image.path() + srgb + cutoff;
    Texture known = read.get(key);
    if (known == null) {
      known = texture(picture(image), srgb, cutoff);
      read.put(key, known);
    }
    return known;
  }

  /** How the texture of a texture info goes on beyond its edges. */
  Wrap wrap(Json info) {
    Json sampler = info.get("index").in(textures).get("sampler");
    return sampler.exists() ? Wrap.of(sampler.in(samplers)) : Wrap.REPEAT;
  }

  private Picture picture(Json image) throws IOException {
    Json uri = image.get("uri");
    ByteBuffer bytes =
        uri.exists() ? buffers.load(uri) : buffers.bytes(buffers.view(image.get("bufferView")));
    byte[] copy = new byte[bytes.capacity()];
    bytes.get(0, copy);
    try {
      return PictureFile.read(copy, file, MOST_PIXELS);
    } catch (FormatException e) {
      throw new IllegalArgumentException(image.path() + ": " + e.getCause().getMessage(), e);
    }
  }

  private static Texture texture(Picture picture, boolean srgb, float cutoff) {
    int channels = Math.max(3, picture.channels());
    byte[] texels = picture.values();
    if (picture.channels() == 1) {
      texels = new byte[3 * texels.length];
      for (int i = 0; i < texels.length; i++) {
        texels[i] = picture.values()[i / 3];
      }
    }
    Texture texture =
        new Texture(picture.width(), picture.height(), channels, srgb, texels, cutoff);
    int level = 0;
    while (Math.max(picture.width(), picture.height()) >> level > FINEST) {
      level++;
    }
    return level == 0
        ? texture
        : new Texture(
            Math.max(1, picture.width() >> level),
            Math.max(1, picture.height() >> level),
            channels,
            srgb,
            texture.level(level),
            cutoff);
  }
}
