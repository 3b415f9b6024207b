package org.variegate.randomizer.texture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.variegate.api.Cache;
import org.variegate.api.Sample;
import org.variegate.draws.Draws;
import org.variegate.formats.FileHash;
import org.variegate.formats.FoundFile;
import org.variegate.formats.PictureFile;
import org.variegate.scene.Texture;

/** Images as materials: the middle square of each, made to repeat without a seam. */
final class ImageFolder {
  private static final long MOST_PIXELS = 100_000_000;

  /** Pixels along the longer side that are read at least, to be averaged. */
  private static final int ENOUGH = 8 * Field.N;

  private final List<FoundFile> files;
  private final String filesSha256;
  private final double size;

  ImageFolder(List<String> entries, double size) {
    this.files = FoundFile.find("images", entries, ".jpg", ".jpeg", ".png");
    this.filesSha256 = FoundFile.sha256(files);
    this.size = size;
  }

  Baked draw(Sample sample, Draws draws, Cache<String, Baked> cache) {
    FoundFile file = draws.choose("file", files);
    Baked baked = cache.get("image " + file, key -> read(file));
    sample.input(file.name(), baked.sha256());
    sample.input("images", filesSha256);
    return baked;
  }

  private Baked read(FoundFile file) {
    try {
      byte[] texels = Seamless.of(PictureFile.read(file.path(), MOST_PIXELS, ENOUGH));
      Texture texture = new Texture(Field.N, Field.N, 3, true, texels);
      return new Baked(Baked.plain(file.name(), texture), size, FileHash.of(file.path()));
    } catch (IOException e) {
      throw new UncheckedIOException("images: " + e.getMessage(), e);
    }
  }
}
