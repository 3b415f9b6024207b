package org.variegate.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;
import org.variegate.formats.internal.NiftiHeaderBytes;
import org.variegate.formats.internal.Quantizer;

/**
 * Writes NIfTI-1, little-endian, in one file: header, then voxels, through a buffer of 64 KB. The
 * sform is the grid's affine map, in mm; the qform is the same, with its code set where a rotation
 * and spacings say all of it (a sheared grid has an sform alone). Channels are the fourth axis.
 */
public final class NiftiWriter {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * A writer of one volume.
   *
   * @param out receives the file's bytes, compressed if it compresses; not closed
   */
  public NiftiWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes an image.
   *
   * @param image any unit, which is noted in the header's description
   * @param type FLOAT32 keeps each bit; else value = scl_slope stored + scl_inter, with scl_slope =
   *     (max - min) / (2^bits - 1), so that a value is off by at most half of that
   * @throws IOException if {@code out} refuses
   * @throws IllegalArgumentException if an axis is longer than 32,767, or a value that is to be
   *     scaled is not finite
   */
  public void image(Raster image, ImageType type) throws IOException {
    float[] values = image.values();
    switch (type) {
      case FLOAT32 -> {
        header(image, 16, 32, 1, 0);
        floats(values);
      }
      case INT16 -> {
        Quantizer steps = Quantizer.of(values, Short.MIN_VALUE, Short.MAX_VALUE);
        header(image, 4, 16, steps.slope(), steps.intercept());
        shorts(values, steps);
      }
      case UINT8 -> {
        Quantizer steps = Quantizer.of(values, 0, 255);
        header(image, 2, 8, steps.slope(), steps.intercept());
        bytes(values, steps);
      }
      default -> throw new AssertionError(type);
    }
  }

  private void header(Raster image, int datatype, int bits, float slope, float intercept)
      throws IOException {
    out.write(
        new NiftiHeaderBytes(image.grid(), image.channels(), datatype, bits)
            .bytes(slope, intercept, image.unit()));
  }

  private void floats(float[] values) throws IOException {
    int most = BUFFER / Float.BYTES;
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      buffer.asFloatBuffer().put(values, from, count);
      out.write(buffer.array(), 0, count * Float.BYTES);
    }
  }

  private void shorts(float[] values, Quantizer steps) throws IOException {
    int most = BUFFER / Short.BYTES;
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      for (int i = 0; i < count; i++) {
        buffer.putShort(Short.BYTES * i, (short) steps.of(values[from + i]));
      }
      out.write(buffer.array(), 0, count * Short.BYTES);
    }
  }

  private void bytes(float[] values, Quantizer steps) throws IOException {
    for (int from = 0; from < values.length; from += BUFFER) {
      int count = Math.min(BUFFER, values.length - from);
      for (int i = 0; i < count; i++) {
        buffer.put(i, (byte) steps.of(values[from + i]));
      }
      out.write(buffer.array(), 0, count);
    }
  }

  /**
   * Writes labels in the smallest type that holds all that could occur: uint8, int16 or int32. All
   * label maps of one legend have the same type.
   *
   * @param labels the label map
   * @param ids for each place in its legend, what to write
   * @throws IOException if {@code out} refuses
   * @throws IllegalArgumentException if an axis is longer than 32,767, or there are not as many ids
   *     as the legend has entries
   */
  public void labels(LabelMap labels, int[] ids) throws IOException {
    if (ids.length != labels.legend().size()) {
      throw new IllegalArgumentException(
          "ids: needs one for each of " + labels.legend().size() + " labels, got " + ids.length);
    }
    int least = 0;
    int most = 0;
    for (int id : ids) {
      least = Math.min(least, id);
      most = Math.max(most, id);
    }
    if (least >= 0 && most <= 255) {
      labels(labels, ids, 2, 1);
    } else if (least >= Short.MIN_VALUE && most <= Short.MAX_VALUE) {
      labels(labels, ids, 4, 2);
    } else {
      labels(labels, ids, 8, 4);
    }
  }

  private void labels(LabelMap labels, int[] ids, int datatype, int bytes) throws IOException {
    out.write(new NiftiHeaderBytes(labels.grid(), 1, datatype, 8 * bytes).bytes(1, 0, "labels"));
    int size = labels.grid().size();
    int most = BUFFER / bytes;
    for (int from = 0; from < size; from += most) {
      int count = Math.min(most, size - from);
      if (bytes == 1 && labels.inBytes()) {
        byteIds(labels.bytes(), from, count, ids);
      } else {
        wideIds(labels, from, count, ids, bytes);
      }
      out.write(buffer.array(), 0, count * bytes);
    }
  }

  private void byteIds(byte[] places, int from, int count, int[] ids) {
    byte[] target = buffer.array();
    for (int i = 0; i < count; i++) {
      target[i] = (byte) ids[places[from + i] & 0xff];
    }
  }

  private void wideIds(LabelMap labels, int from, int count, int[] ids, int bytes) {
    for (int i = 0; i < count; i++) {
      int id = ids[labels.place(from + i)];
      switch (bytes) {
        case 1 -> buffer.put(i, (byte) id);
        case 2 -> buffer.putShort(2 * i, (short) id);
        default -> buffer.putInt(4 * i, id);
      }
    }
  }
}
