package org.variegate.source.images;

import java.nio.file.Path;
import org.variegate.api.Sample;
import org.variegate.api.volume.Raster;
import org.variegate.formats.FileHash;
import org.variegate.formats.FormatException;
import org.variegate.formats.Orientation;
import org.variegate.formats.VolumeFile;

/**
 * A scan in memory.
 *
 * @param kept never changed
 * @param sha256 of its file
 */
record Scan(Raster kept, String sha256) implements Loaded {

  static Scan read(Path file, Orientation orientation, String unit) throws FormatException {
    return new Scan(VolumeFile.open(file).image(orientation, unit), FileHash.of(file));
  }

  /** What an option says. */
  static Orientation orientation(String text) {
    return switch (text) {
      case "RAS" -> Orientation.RAS;
      case "native" -> Orientation.NATIVE;
      default ->
          throw new IllegalArgumentException("orientation: needs RAS or native, got " + text);
    };
  }

  @Override
  public long bytes() {
    return 4L * kept.values().length;
  }

  @Override
  public Raster image(Sample sample) {
    float[] from = kept.values();
    float[] values = sample.arena().floats(from.length);
    System.arraycopy(from, 0, values, 0, from.length);
    return new Raster(kept.grid(), kept.channels(), kept.unit(), values);
  }
}
