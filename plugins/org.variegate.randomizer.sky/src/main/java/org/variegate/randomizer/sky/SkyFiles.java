package org.variegate.randomizer.sky;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.variegate.api.Cache;
import org.variegate.api.Sample;
import org.variegate.draws.Draws;
import org.variegate.formats.FileHash;
import org.variegate.formats.FormatException;
import org.variegate.formats.FoundFile;
import org.variegate.formats.PictureFile;

/** Panoramas from files, read when they are drawn, and kept within a bound. */
final class SkyFiles {
  private static final long MOST_PIXELS = 1L << 26;

  private final String key;
  private final List<FoundFile> files;
  private final String filesSha256;
  private final int widest;
  private final Cache<FoundFile, Loaded> cache;

  /** A panorama in memory, and the bytes it was read from. */
  private record Loaded(Dome dome, String sha256) {}

  /**
   * Finds files, and checks the headers of those in Radiance's format.
   *
   * @param key the option that names them
   * @param entries files, folders or patterns
   * @param widest panoramas larger than this are made smaller, in pixels
   * @param bytes to keep
   * @param endings of the files
   */
  SkyFiles(String key, String[] entries, int widest, long bytes, String... endings) {
    this.key = key;
    this.files = FoundFile.find(key, List.of(entries), endings);
    this.widest = widest;
    this.cache = new Cache<>(bytes, loaded -> loaded.dome().bytes());
    this.filesSha256 = FoundFile.sha256(files);
    for (FoundFile file : files) {
      try {
        if (isRadiance(file.path())) {
          RadianceFile.check(file.path());
        }
      } catch (FormatException e) {
        throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
      }
    }
  }

  private static boolean isRadiance(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".hdr") || name.endsWith(".pic");
  }

  Dome draw(Sample sample, Draws draws) {
    FoundFile file = draws.choose("file", files);
    Loaded loaded = cache.get(file, this::load);
    sample.input(file.name(), loaded.sha256());
    sample.input(key, filesSha256);
    return loaded.dome();
  }

  private Loaded load(FoundFile file) {
    try {
      String sha256 = FileHash.of(file.path());
      return new Loaded(
          isRadiance(file.path())
              ? radiance(file.path())
              : PictureSky.of(PictureFile.read(file.path(), MOST_PIXELS)),
          sha256);
    } catch (FormatException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file.path() + ": " + e.getMessage(), e);
    }
  }

  private Dome radiance(Path path) throws FormatException {
    RadiancePicture picture = RadianceFile.read(path, widest);
    float[] radiance = picture.radiance();
    return Dome.of(
        picture.width(),
        picture.height(),
        radiance,
        SunSpot.extract(picture.width(), picture.height(), radiance));
  }
}
