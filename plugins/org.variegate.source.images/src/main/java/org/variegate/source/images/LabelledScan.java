package org.variegate.source.images;

import org.variegate.api.volume.LabelMap;

/**
 * A scan with its labels in memory.
 *
 * @param scan the image
 * @param labels on its grid, shared by samples
 * @param sha256 of the labels' file
 */
record LabelledScan(Scan scan, LabelMap labels, String sha256) {

  long bytes() {
    return scan.bytes() + (long) labels.grid().size() * (labels.inBytes() ? 1 : 2);
  }
}
