package org.variegate.formats;

import java.nio.file.Path;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.formats.internal.LabelReader;
import org.variegate.formats.internal.VolumeHeader;
import org.variegate.formats.internal.VolumeReader;
import org.variegate.formats.internal.VoxelInput;

/**
 * A volume in a file whose header has been checked: NIfTI-1, NIfTI-2 or FreeSurfer MGH, plain or in
 * gzip, told by content and not by name. Voxels are read when they are asked for. Immutable.
 *
 * <p>What lies behind the last voxel is ignored, as every reader of these formats does; behind the
 * end of gzip's data as well.
 */
public final class VolumeFile {
  private final Path file;
  private final VolumeHeader header;

  private VolumeFile(Path file, VolumeHeader header) {
    this.file = file;
    this.header = header;
  }

  /**
   * Reads and checks the header, and nothing else.
   *
   * @param file of one to three axes, and perhaps one more of channels; where the second or third
   *     is missing, its length is 1
   * @return the file
   * @throws FormatException whatever is wrong with the header, or if the file is too short for what
   *     the header says; {@code file: field: what is needed, got what}
   */
  public static VolumeFile open(Path file) throws FormatException {
    return new VolumeFile(file, VoxelInput.header(file));
  }

  /**
   * Where it is.
   *
   * @return as given
   */
  public Path path() {
    return file;
  }

  /**
   * Where the voxels lie.
   *
   * @param orientation of the axes in memory
   * @return the grid in the world of RAS+, in mm, whatever the file's unit is
   */
  public Grid grid(Orientation orientation) {
    return VolumeReader.grid(header, orientation);
  }

  /**
   * Reads which labels occur.
   *
   * @return each once, ascending
   * @throws FormatException if a voxel is not a whole number of 32 bits, there are more than 65,536
   *     labels or several channels, or the file is damaged
   */
  public int[] ids() throws FormatException {
    return LabelReader.ids(file, header);
  }

  /**
   * Reads labels.
   *
   * @param legend says what they mean
   * @param orientation of the axes in memory
   * @param unknown what becomes of those that the legend does not have
   * @return the label map
   * @throws FormatException if a voxel is not a whole number, or not in the legend and that is
   *     refused, naming the first such voxel by its place in the file; if there are several
   *     channels; or if the file is damaged
   */
  public LabelMap labels(Legend legend, Orientation orientation, UnknownLabels unknown)
      throws FormatException {
    return new LabelReader(file, header, orientation).read(legend, unknown);
  }

  /**
   * Reads an image. Its channels are the axis after the third that is longer than 1: the fourth, of
   * a series, or the fifth, of vectors (NIfTI), or the frames (MGH). Vectors keep the directions of
   * the file's world.
   *
   * @param orientation of the axes in memory
   * @param unit of the values, {@code HU}, or {@code 1} where they are arbitrary
   * @return the image, scaled as the header says
   * @throws FormatException if the file is damaged
   */
  public Raster image(Orientation orientation, String unit) throws FormatException {
    return VolumeReader.image(file, header, orientation, unit);
  }

  @Override
  public String toString() {
    return file + ", " + header.format() + ", " + header.type() + ", " + header.grid();
  }
}
