package org.variegate.source.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.formats.FileHash;
import org.variegate.formats.FormatException;
import org.variegate.formats.FoundFile;
import org.variegate.formats.Orientation;
import org.variegate.formats.VolumeFile;

/**
 * Maps of the probability of each tissue, in place of labels: a voxel is what is likeliest there,
 * the background if that is none of them.
 *
 * @param files one for each entry of the legend but the first, in its order
 * @param legend of the labels
 */
record Priors(List<FoundFile> files, Legend legend) {
  /** What rounding in files may add to a probability. */
  private static final float MOST = 1.02f;

  /**
   * Finds the maps.
   *
   * @param entries files or patterns
   * @param legend of the labels
   */
  static Priors of(String[] entries, Legend legend) {
    List<FoundFile> files = Choice.scans("priors", entries);
    if (files.size() != legend.size() - 1 || legend.size() > LabelMap.BYTES) {
      throw new IllegalArgumentException(
          "priors: needs a file for each of the "
              + (legend.size() - 1)
              + " labels of the legend but the background, got "
              + files.size());
    }
    return new Priors(files, legend);
  }

  /** The hash of all maps' hashes. */
  String sha256() throws FormatException {
    StringBuilder hashes = new StringBuilder();
    for (FoundFile file : files) {
      hashes.append(FileHash.of(file.path())).append('\n');
    }
    return FileHash.ofText(hashes.toString());
  }

  /**
   * The labels of a scan, to which the maps are brought by linear interpolation in the world.
   *
   * @param grid of the scan
   * @param sample lends buffers and moves the maps
   */
  LabelMap on(Grid grid, Sample sample) throws FormatException {
    byte[] places = new byte[grid.size()];
    float[] best = new float[grid.size()];
    float[] left = new float[grid.size()];
    Arrays.fill(left, 1);
    for (int place = 1; place < legend.size(); place++) {
      float[] share = share(files.get(place - 1), grid, sample.beside());
      for (int i = 0; i < share.length; i++) {
        left[i] -= share[i];
        if (share[i] > best[i]) {
          best[i] = share[i];
          places[i] = (byte) place;
        }
      }
      sample.arena().release(share);
    }
    for (int i = 0; i < places.length; i++) {
      if (left[i] >= best[i]) {
        places[i] = 0;
      }
    }
    return LabelMap.of(grid, legend, places);
  }

  private static float[] share(FoundFile file, Grid grid, Sample beside) throws FormatException {
    Raster map = VolumeFile.open(file.path()).image(Orientation.RAS, "1");
    for (float value : map.values()) {
      if (!(value >= 0 && value <= MOST)) {
        throw new FormatException(
            file.path(), "needs probabilities from 0 to 1, got " + value, null);
      }
    }
    beside.put(Part.IMAGE, map);
    beside.regrid(grid);
    return beside.get(Part.IMAGE).values();
  }

  /** The names of the files, for annotations. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    files.forEach(file -> names.add(file.name()));
    return names;
  }
}
