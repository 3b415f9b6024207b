package org.variegate.source.images;

import org.variegate.api.Sample;
import org.variegate.api.volume.Raster;

/** An image in memory, shared by samples. */
interface Loaded {

  /** The hash of its file, 64 hexadecimal digits. */
  String sha256();

  /** How much memory it takes. */
  long bytes();

  /** A copy for a sample. */
  Raster image(Sample sample);
}
