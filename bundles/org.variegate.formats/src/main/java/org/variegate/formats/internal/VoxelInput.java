package org.variegate.formats.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.variegate.formats.FormatException;

/** Reads the header and the voxels of a file, compressed or not. Its formats tell themselves. */
public final class VoxelInput {
  private static final int BUFFER = 1 << 16;
  private static final int SEGMENT = 4096;

  /** Deflate makes one bit of at most 129 bytes (RFC 1951: 258 bytes of two bits). */
  private static final long GREATEST_RATIO = 1032;

  /** Receives voxels in the order of the file. */
  @FunctionalInterface
  public interface Segment {

    /**
     * Takes a part of a row.
     *
     * @param values the first {@code count} are the voxels, scaled
     * @param count how many
     * @param i of the first, along the file's first axis
     * @param j along the second
     * @param k along the third
     * @param channel from 0
     * @throws IllegalArgumentException if a value is refused
     */
    void take(double[] values, int count, int i, int j, int k, int channel);
  }

  private VoxelInput() {}

  /**
   * Reads and checks a header, and that the file is long enough for what the header says.
   *
   * @param file a NIfTI-1, NIfTI-2 or MGH file, perhaps in gzip
   * @return the header
   * @throws FormatException whatever is wrong, in one line
   */
  public static VolumeHeader header(Path file) throws FormatException {
    try {
      RegularFile.require(file);
      return checkedHeader(file);
    } catch (IOException | IllegalArgumentException e) {
      throw FormatException.of(file, e);
    }
  }

  private static VolumeHeader checkedHeader(Path file) throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      throw new IllegalArgumentException("needs a volume, got an empty file");
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 4096)) {
      boolean compressed = isGzip(raw);
      InputStream in = compressed ? new GZIPInputStream(raw, 4096) : raw;
      VolumeHeader header = parse(in.readNBytes(NiftiHeader.SIZE_2));
      if (size < (compressed ? header.bytes() / GREATEST_RATIO : header.bytes())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "size: needs %d bytes for %s, got %d%s",
                header.bytes(),
                header.grid()
                    + (header.channels() > 1 ? " in " + header.channels() + " channels" : ""),
                size,
                compressed ? " in gzip, which cannot hold that many" : ""));
      }
      return header;
    }
  }

  /**
   * Reads all voxels.
   *
   * @param file as given to {@link #header}
   * @param header what that returned
   * @param segments receives them
   * @throws FormatException if the file has changed, is damaged or cut off, or holds a value that
   *     {@code segments} refuses
   */
  public static void voxels(Path file, VolumeHeader header, Segment segments)
      throws FormatException {
    if (!header(file).equals(header)) {
      throw new FormatException(file, "header: has changed since it was checked", null);
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      InputStream in =
          isGzip(raw) ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
      in.skipNBytes(header.offset());
      decode(in, header, segments);
      drain(in);
    } catch (IOException | IllegalArgumentException e) {
      throw FormatException.of(file, e);
    }
  }

  private static void decode(InputStream in, VolumeHeader header, Segment segments)
      throws IOException {
    int nx = header.grid().nx();
    int longest = Math.min(nx, SEGMENT);
    ByteBuffer bytes = ByteBuffer.allocate(longest * header.type().bytes()).order(header.order());
    double[] values = new double[longest];
    int nz = header.grid().nz();
    for (int plane = 0; plane < nz * header.channels(); plane++) {
      for (int j = 0; j < header.grid().ny(); j++) {
        for (int i = 0; i < nx; i += longest) {
          int count = Math.min(longest, nx - i);
          fill(in, bytes.array(), count * header.type().bytes());
          header.type().decode(bytes, values, count);
          scale(values, count, header);
          segments.take(values, count, i, j, plane % nz, plane / nz);
        }
      }
    }
  }

  private static void fill(InputStream in, byte[] bytes, int count) throws IOException {
    if (in.readNBytes(bytes, 0, count) < count) {
      throw new EOFException();
    }
  }

  private static void scale(double[] values, int count, VolumeHeader header) {
    if (header.isPlain()) {
      return;
    }
    for (int i = 0; i < count; i++) {
      values[i] = values[i] * header.slope() + header.intercept();
    }
  }

  /** Reads what follows the voxels, so that gzip's checksum is looked at; it may be anything. */
  private static void drain(InputStream in) throws IOException {
    in.skip(Long.MAX_VALUE);
    while (in.read() >= 0) {
      in.skip(Long.MAX_VALUE);
    }
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }

  private static VolumeHeader parse(byte[] bytes) {
    if (bytes.length >= 4) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      int big = in.getInt(0);
      int little = Integer.reverseBytes(big);
      if (big == 1) {
        return MghHeader.check(sized(in, MghHeader.SIZE));
      }
      if (big == NiftiHeader.SIZE_1 || little == NiftiHeader.SIZE_1) {
        return NiftiHeader.first(ordered(sized(in, NiftiHeader.SIZE_1), big)).check(in);
      }
      if (big == NiftiHeader.SIZE_2 || little == NiftiHeader.SIZE_2) {
        return NiftiHeader.second(ordered(sized(in, NiftiHeader.SIZE_2), big)).check(in);
      }
    }
    throw new IllegalArgumentException("magic: needs a NIfTI or MGH file, got something else");
  }

  private static ByteBuffer sized(ByteBuffer in, int size) {
    if (in.capacity() < size) {
      throw new IllegalArgumentException("header: needs " + size + " bytes, got " + in.capacity());
    }
    return in;
  }

  private static ByteBuffer ordered(ByteBuffer in, int big) {
    return in.order(
        big == NiftiHeader.SIZE_1 || big == NiftiHeader.SIZE_2
            ? ByteOrder.BIG_ENDIAN
            : ByteOrder.LITTLE_ENDIAN);
  }
}
