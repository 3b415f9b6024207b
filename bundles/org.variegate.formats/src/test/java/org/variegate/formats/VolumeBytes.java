package org.variegate.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes files for tests byte by byte, right and wrong ones. */
final class VolumeBytes {
  static final double[] RAS = {2, 0, 0, -10, 0, 3, 0, 20, 0, 0, 4, 30};

  final boolean second;
  final ByteBuffer header;

  private VolumeBytes(boolean second, ByteOrder order) {
    this.second = second;
    header = ByteBuffer.allocate(second ? 544 : 352).order(order);
  }

  static VolumeBytes nifti1(ByteOrder order) {
    VolumeBytes bytes = new VolumeBytes(false, order);
    bytes.header.putInt(0, 348).putFloat(108, 352).put(344, new byte[] {'n', '+', '1', 0});
    return bytes.start();
  }

  static VolumeBytes nifti2(ByteOrder order) {
    VolumeBytes bytes = new VolumeBytes(true, order);
    bytes.header.putInt(0, 540).putLong(168, 544);
    bytes.header.put(4, new byte[] {'n', '+', '2', 0, 13, 10, 26, 10});
    return bytes.start();
  }

  private VolumeBytes start() {
    return dim(3, 2, 3, 4, 1, 1, 1, 1).pixdim(1, 2, 3, 4).datatype(2).units(2).sform(1, RAS);
  }

  VolumeBytes dim(long... dim) {
    for (int i = 0; i < dim.length; i++) {
      if (second) {
        header.putLong(16 + 8 * i, dim[i]);
      } else {
        header.putShort(40 + 2 * i, (short) dim[i]);
      }
    }
    return this;
  }

  VolumeBytes pixdim(double... pixdim) {
    return numbers(76, 104, pixdim);
  }

  VolumeBytes datatype(int code) {
    header.putShort(second ? 12 : 70, (short) code);
    return this;
  }

  VolumeBytes units(int code) {
    if (second) {
      header.putInt(500, code);
    } else {
      header.put(123, (byte) code);
    }
    return this;
  }

  VolumeBytes scaling(double slope, double intercept) {
    return numbers(112, 176, slope, intercept);
  }

  VolumeBytes offset(double offset) {
    if (second) {
      header.putLong(168, (long) offset);
    } else {
      header.putFloat(108, (float) offset);
    }
    return this;
  }

  VolumeBytes sform(int code, double... rows) {
    return code(254, 348, code).numbers(280, 400, rows);
  }

  VolumeBytes qform(int code, double... quaternionAndOffset) {
    return code(252, 344, code).numbers(256, 352, quaternionAndOffset);
  }

  private VolumeBytes code(int atFirst, int atSecond, int code) {
    if (second) {
      header.putInt(atSecond, code);
    } else {
      header.putShort(atFirst, (short) code);
    }
    return this;
  }

  private VolumeBytes numbers(int atFirst, int atSecond, double... values) {
    for (int i = 0; i < values.length; i++) {
      if (second) {
        header.putDouble(atSecond + 8 * i, values[i]);
      } else {
        header.putFloat(atFirst + 4 * i, (float) values[i]);
      }
    }
    return this;
  }

  /** Voxels 0, 1, 2, ... of one byte each. */
  byte[] with(int voxels) {
    byte[] data = new byte[voxels];
    for (int i = 0; i < voxels; i++) {
      data[i] = (byte) i;
    }
    return with(data);
  }

  byte[] with(byte[] data) {
    byte[] all = new byte[header.capacity() + data.length];
    System.arraycopy(header.array(), 0, all, 0, header.capacity());
    System.arraycopy(data, 0, all, header.capacity(), data.length);
    return all;
  }

  /** FreeSurfer MGH of type 0 with voxels 0, 1, 2, ... */
  static ByteBuffer mgh(int nx, int ny, int nz, int frames) {
    ByteBuffer out = ByteBuffer.allocate(284 + nx * ny * nz * Math.max(1, frames));
    out.putInt(0, 1).putInt(4, nx).putInt(8, ny).putInt(12, nz).putInt(16, frames);
    for (int i = 0; i < out.capacity() - 284; i++) {
      out.put(284 + i, (byte) i);
    }
    return out;
  }

  static Path write(Path folder, String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
