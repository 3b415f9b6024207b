package org.variegate.source.labelmap;

import org.variegate.api.volume.LabelMap;

/**
 * A label map in memory, and the bytes it was read from.
 *
 * @param labels shared by samples
 * @param sha256 of the file, 64 hexadecimal digits
 */
record LoadedMap(LabelMap labels, String sha256) {

  long bytes() {
    return (long) labels.grid().size() * (labels.inBytes() ? 1 : 2);
  }
}
