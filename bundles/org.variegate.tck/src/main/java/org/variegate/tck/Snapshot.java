package org.variegate.tck;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;

/** Every byte of a sample, as one hash for each of its parts. */
final class Snapshot {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private Snapshot() {}

  /** Name of a part to the SHA-256 of its value; also the annotations, the grid and the map. */
  static Map<String, String> of(Sample sample) {
    Map<String, String> hashes = new TreeMap<>();
    boolean inSpace = false;
    for (Part<?> part : sample.parts()) {
      Object value = sample.get(part);
      hashes.put(part.name(), hash(value));
      inSpace |= value instanceof org.variegate.api.space.Movable<?>;
    }
    hashes.put("annotations", hash(sample.annotations()));
    if (inSpace) {
      hashes.put("map", hash(probe(sample)));
    }
    return hashes;
  }

  /**
   * The SHA-256 of any value made of numbers, text, arrays, collections, maps, records and the
   * framework's own values.
   */
  static String hash(Object value) {
    Snapshot snapshot = new Snapshot();
    try {
      snapshot.write(value);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(snapshot.bytes.toByteArray());
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Where eight points of the sample came from. */
  private static double[] probe(Sample sample) {
    Grid grid = sample.grid();
    double[] points = new double[24];
    for (int i = 0; i < 8; i++) {
      points[3 * i] = (i & 1) * (grid.nx() - 1);
      points[3 * i + 1] = (i >> 1 & 1) * (grid.ny() - 1);
      points[3 * i + 2] = (i >> 2) * (grid.nz() - 1);
    }
    grid.toWorld().apply(points, 8);
    sample.map().apply(points, 8);
    return points;
  }

  private void write(Object value) throws IOException {
    if (value == null) {
      out.writeByte(0);
    } else if (value instanceof Sample beside) {
      write(of(beside));
    } else if (value instanceof LabelMap labels) {
      write(labels.grid());
      write(labels.legend());
      write(labels.inBytes() ? labels.bytes() : labels.shorts());
    } else if (value instanceof Legend legend) {
      write(legend.labels());
    } else if (value instanceof Raster raster) {
      write(raster.grid());
      write(raster.channels());
      write(raster.unit());
      write(raster.values());
    } else if (value instanceof Contrast contrast) {
      writeContrast(contrast);
    } else if (value instanceof byte[] array) {
      out.write(array);
    } else if (value instanceof short[] array) {
      ByteBuffer buffer = ByteBuffer.allocate(2 * array.length);
      buffer.asShortBuffer().put(array);
      out.write(buffer.array());
    } else if (value instanceof float[] array) {
      writeFloats(array);
    } else if (value.getClass().isArray()) {
      writeArray(value);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map);
    } else if (value instanceof Iterable<?> items) {
      for (Object item : items) {
        write(item);
      }
    } else if (value instanceof Record fields) {
      writeRecord(fields);
    } else {
      writeScalar(value);
    }
  }

  private void writeContrast(Contrast contrast) throws IOException {
    Legend legend = contrast.legend();
    write(contrast.unit());
    write(legend);
    write(contrast.mean(legend));
    write(contrast.deviation(legend));
    write(contrast.clusters(legend));
    write(contrast.textureWidth());
    write(contrast.partialVolume());
  }

  private void writeFloats(float[] array) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(4 * array.length);
    buffer.asFloatBuffer().put(array);
    out.write(buffer.array());
  }

  private void writeArray(Object array) throws IOException {
    int length = Array.getLength(array);
    out.writeInt(length);
    for (int i = 0; i < length; i++) {
      write(Array.get(array, i));
    }
  }

  private void writeMap(Map<?, ?> map) throws IOException {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      write(entry.getKey());
      write(entry.getValue());
    }
  }

  private void writeRecord(Record fields) throws IOException {
    for (RecordComponent component : fields.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        write(component.getAccessor().invoke(fields));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(component.getName() + ": cannot be read", e);
      }
    }
  }

  private void writeScalar(Object value) throws IOException {
    if (value instanceof Float number) {
      out.writeInt(Float.floatToRawIntBits(number));
    } else if (value instanceof Double number) {
      out.writeLong(Double.doubleToRawLongBits(number));
    } else if (value instanceof Number number) {
      out.writeLong(number.longValue());
    } else if (hasText(value)) {
      out.writeUTF(value.toString());
    } else if (value.getClass().getName().startsWith("org.variegate.")) {
      writeFields(value);
    } else {
      throw new IllegalStateException(
          value.getClass().getName()
              + ": needs to be a record or to have a toString() that tells all of it");
    }
  }

  /**
   * A value of the framework's own, by its fields, but for what is transient: kept, but no part of
   * it. A function is not told from another.
   */
  private void writeFields(Object value) throws IOException {
    if (value.getClass().isHidden()) {
      return;
    }
    Map<String, Object> fields = new TreeMap<>();
    for (Field field : value.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
        try {
          field.setAccessible(true);
          fields.put(field.getName(), field.get(value));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(field.getName() + ": cannot be read", e);
        }
      }
    }
    writeMap(fields);
  }

  private static boolean hasText(Object value) {
    try {
      return value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      throw new AssertionError("every object has toString()", e);
    }
  }
}
