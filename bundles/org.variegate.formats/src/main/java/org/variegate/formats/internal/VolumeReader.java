package org.variegate.formats.internal;

import java.nio.file.Path;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.formats.FormatException;
import org.variegate.formats.Orientation;

/** Reads grids and images. */
public final class VolumeReader {
  private VolumeReader() {}

  /**
   * The grid in memory.
   *
   * @param header the file's
   * @param orientation of the axes in memory
   * @return the grid
   */
  public static Grid grid(VolumeHeader header, Orientation orientation) {
    return Reorientation.of(header.grid(), orientation).grid();
  }

  /**
   * Reads an image.
   *
   * @param file where
   * @param header the file's
   * @param orientation of the axes in memory
   * @param unit of the values
   * @return the image
   * @throws FormatException if the file is damaged
   */
  public static Raster image(Path file, VolumeHeader header, Orientation orientation, String unit)
      throws FormatException {
    Reorientation axes = Reorientation.of(header.grid(), orientation);
    int size = axes.grid().size();
    float[] image = new float[size * header.channels()];
    int step = axes.strides()[0];
    VoxelInput.voxels(
        file,
        header,
        (values, count, i, j, k, channel) -> {
          int index = channel * size + axes.index(i, j, k);
          for (int v = 0; v < count; v++, index += step) {
            image[index] = (float) values[v];
          }
        });
    return new Raster(axes.grid(), header.channels(), unit, image);
  }
}
