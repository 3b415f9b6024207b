package org.variegate.randomizer.texture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.variegate.api.Cache;
import org.variegate.formats.FileHash;
import org.variegate.formats.FoundFile;
import org.variegate.formats.PictureFile;
import org.variegate.scene.Texture;

/** Images as materials: the middle square of each, made to repeat without a seam. */
final class ImageFolder {
  private static final long MOST_PIXELS = 100_000_000;

  private final List<FoundFile> files;
  private final double size;

  ImageFolder(List<String> entries, double size) {
    this.files = FoundFile.find("images", entries, ".jpg", ".jpeg", ".png");
    this.size = size;
  }

  /** Names of the files, in order. */
  List<String> names() {
    return files.stream().map(FoundFile::name).toList();
  }

  Baked baked(String name, Cache<String, Baked> cache) {
    return cache.get("image " + name, key -> read(files.get(names().indexOf(name))));
  }

  private Baked read(FoundFile file) {
    try {
      byte[] texels = Seamless.of(PictureFile.read(file.path(), MOST_PIXELS));
      Texture texture = new Texture(Field.N, Field.N, 3, true, texels);
      return new Baked(Baked.plain(file.name(), texture), size, FileHash.of(file.path()));
    } catch (IOException e) {
      throw new UncheckedIOException("images: " + e.getMessage(), e);
    }
  }
}
