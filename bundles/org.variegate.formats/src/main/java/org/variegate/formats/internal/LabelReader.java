package org.variegate.formats.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.formats.FormatException;
import org.variegate.formats.Orientation;
import org.variegate.formats.UnknownLabels;

/** Reads labels: whole numbers of 32 bits, in whatever type they are stored. */
public final class LabelReader {
  private static final int TABLE = 1 << 16;

  private interface Places {
    void set(int index, int place);
  }

  private final Path file;
  private final VolumeHeader header;
  private final Reorientation axes;

  /**
   * A reader of one file.
   *
   * @param file where
   * @param header the file's
   * @param orientation of the axes in memory
   */
  public LabelReader(Path file, VolumeHeader header, Orientation orientation) {
    this.file = file;
    this.header = header;
    axes = Reorientation.of(header.grid(), orientation);
  }

  /**
   * Reads which labels occur.
   *
   * @param file where
   * @param header the file's
   * @return each once, ascending
   * @throws FormatException if a voxel is not a label, or the file is damaged
   */
  public static int[] ids(Path file, VolumeHeader header) throws FormatException {
    BitSet small = new BitSet(TABLE);
    TreeSet<Integer> others = new TreeSet<>();
    voxels(
        file,
        header,
        (values, count, i, j, k, channel) -> {
          for (int v = 0; v < count; v++) {
            int id = whole(values[v], i + v, j, k);
            if (id >= 0 && id < TABLE) {
              small.set(id);
            } else if (others.add(id) && others.size() > TABLE) {
              throw new IllegalArgumentException(
                  "labels: needs at most 65536, got more: is it an image?");
            }
          }
        });
    small.stream().forEach(others::add);
    return others.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Reads a label map.
   *
   * @param legend of its labels
   * @param unknown what becomes of others
   * @return the label map
   * @throws FormatException if a voxel is refused, or the file is damaged
   */
  public LabelMap read(Legend legend, UnknownLabels unknown) throws FormatException {
    int size = axes.grid().size();
    if (legend.size() <= LabelMap.BYTES) {
      byte[] places = new byte[size];
      read(legend, unknown, (index, place) -> places[index] = (byte) place);
      return LabelMap.of(axes.grid(), legend, places);
    }
    short[] places = new short[size];
    read(legend, unknown, (index, place) -> places[index] = (short) place);
    return LabelMap.of(axes.grid(), legend, places);
  }

  private void read(Legend legend, UnknownLabels unknown, Places places) throws FormatException {
    int[] table = table(legend, unknown);
    int step = axes.strides()[0];
    voxels(
        file,
        header,
        (values, count, i, j, k, channel) -> {
          int index = axes.index(i, j, k);
          for (int v = 0; v < count; v++, index += step) {
            int id = whole(values[v], i + v, j, k);
            int place = id >= 0 && id < TABLE ? table[id] : place(legend, unknown, id);
            places.set(index, known(place, id, i + v, j, k));
          }
        });
  }

  private static void voxels(Path file, VolumeHeader header, VoxelInput.Segment segments)
      throws FormatException {
    if (header.channels() > 1) {
      throw new FormatException(file, "labels: needs one channel, got " + header.channels(), null);
    }
    VoxelInput.voxels(file, header, segments);
  }

  private static int[] table(Legend legend, UnknownLabels unknown) {
    int[] table = new int[TABLE];
    Arrays.setAll(table, id -> place(legend, unknown, id));
    return table;
  }

  private static int place(Legend legend, UnknownLabels unknown, int id) {
    int place = legend.place(id);
    return place < 0 && unknown == UnknownLabels.BACKGROUND ? 0 : place;
  }

  private static int known(int place, int id, int i, int j, int k) {
    if (place < 0) {
      throw new IllegalArgumentException(
          "labels: needs ids of the legend, got " + id + at(i, j, k));
    }
    return place;
  }

  private static int whole(double value, int i, int j, int k) {
    int id = (int) value;
    if (!(id == value)) {
      throw new IllegalArgumentException(
          "labels: needs whole numbers of 32 bits, got " + (float) value + at(i, j, k));
    }
    return id;
  }

  private static String at(int i, int j, int k) {
    return " at voxel (" + i + ", " + j + ", " + k + ")";
  }
}
