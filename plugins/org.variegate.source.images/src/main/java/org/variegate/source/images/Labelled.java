package org.variegate.source.images;

import java.util.ArrayList;
import java.util.List;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.LabelMap;
import org.variegate.formats.FormatException;
import org.variegate.formats.FoundFile;
import org.variegate.formats.Orientation;
import org.variegate.formats.VolumeFile;

/**
 * A scan and its labels, in files whose headers have been checked.
 *
 * @param image the scan
 * @param labels on the same grid; null if they are not of this scan alone
 */
record Labelled(FoundFile image, FoundFile labels) {
  /** How far apart, in voxels, two programs may say that a corner lies. */
  private static final double TOLERANCE = 1e-3;

  /**
   * Pairs files, the first with the first, and looks into their headers.
   *
   * @param images scans
   * @param labels as many
   */
  static List<Labelled> of(List<FoundFile> images, List<FoundFile> labels) {
    if (images.size() != labels.size()) {
      throw new IllegalArgumentException(
          "labels: needs a file for each of " + images.size() + " images, got " + labels.size());
    }
    List<Labelled> pairs = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      Grid scanned = grid("images", images.get(i));
      Grid labelled = grid("labels", labels.get(i));
      if (!near(scanned, labelled)) {
        throw new IllegalArgumentException(
            "labels: "
                + labels.get(i).path()
                + ": needs the grid of "
                + images.get(i).path()
                + ", "
                + told(scanned)
                + ", got "
                + told(labelled));
      }
      pairs.add(new Labelled(images.get(i), labels.get(i)));
    }
    return pairs;
  }

  /**
   * Scans whose labels are made, and looks into their headers.
   *
   * @param images scans
   */
  static List<Labelled> of(List<FoundFile> images) {
    images.forEach(image -> grid("images", image));
    return images.stream().map(image -> new Labelled(image, null)).toList();
  }

  private static String told(Grid grid) {
    return grid + " at " + grid.toWorld();
  }

  private static Grid grid(String key, FoundFile file) {
    try {
      return VolumeFile.open(file.path()).grid(Orientation.NATIVE);
    } catch (FormatException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  private static boolean near(Grid a, Grid b) {
    if (a.nx() != b.nx() || a.ny() != b.ny() || a.nz() != b.nz()) {
      return false;
    }
    Affine apart = a.toWorld().inverse().after(b.toWorld());
    for (int corner = 0; corner < 8; corner++) {
      double[] point = {
        (corner & 1) * (a.nx() - 1), (corner >> 1 & 1) * (a.ny() - 1), (corner >> 2) * (a.nz() - 1)
      };
      double[] moved = point.clone();
      apart.apply(moved, 1);
      for (int axis = 0; axis < 3; axis++) {
        if (!(Math.abs(moved[axis] - point[axis]) <= TOLERANCE)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Labels on the very grid of the scan, from which theirs differs by rounding at most. */
  static LabelMap onto(Grid grid, LabelMap labels) {
    return labels.inBytes()
        ? LabelMap.of(grid, labels.legend(), labels.bytes())
        : LabelMap.of(grid, labels.legend(), labels.shorts());
  }
}
