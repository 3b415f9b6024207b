package org.variegate.scene.gltf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads arrays of numbers (glTF 2.0, section 5.1). */
final class Accessors {
  /** How many elements an array may have. */
  private static final int MOST = 1 << 23;

  /** How many numbers may be read in all, as a short document can ask for the same many times. */
  private static final long MOST_VALUES = 1L << 26;

  private final List<Json> accessors;
  private final Buffers buffers;
  private long values;

  Accessors(Json document, Buffers buffers) {
    this.accessors = document.get("accessors").items();
    this.buffers = buffers;
  }

  /** Takes numbers by their place. */
  private interface Target {
    void put(int at, double value);
  }

  /** How many elements an array has. */
  int count(Json reference) {
    return reference.in(accessors).get("count").integer(1, MOST);
  }

  /** How many numbers an element has. */
  int width(Json reference) {
    Json type = reference.in(accessors).get("type");
    return switch (type.text("")) {
      case "SCALAR" -> 1;
      case "VEC2" -> 2;
      case "VEC3" -> 3;
      case "VEC4" -> 4;
      case "MAT4" -> 16;
      default -> throw type.needs("SCALAR, VEC2, VEC3, VEC4 or MAT4");
    };
  }

  /** Finite numbers, so many an element; integers are scaled if the document says so. */
  float[] floats(Json reference, int width) throws IOException {
    Json accessor = checked(reference, width);
    float[] values = new float[count(reference) * width];
    read(accessor, width, accessor.get("normalized").flag(), (i, v) -> values[i] = (float) v);
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            accessor.path() + ": needs finite values, got " + values[i] + " at " + i / width);
      }
    }
    return values;
  }

  /** Whole numbers, so many an element. */
  int[] ints(Json reference, int width) throws IOException {
    Json accessor = checked(reference, width);
    if (accessor.get("componentType").integer(5120, 5126) == 5126) {
      throw accessor.get("componentType").needs("a type of whole numbers");
    }
    int[] values = new int[count(reference) * width];
    read(accessor, width, false, (i, v) -> values[i] = (int) (long) v);
    return values;
  }

  private Json checked(Json reference, int width) {
    Json accessor = reference.in(accessors);
    if (width(reference) != width) {
      throw accessor.get("type").needs(width + " values an element for " + reference.path());
    }
    values += (long) width * count(reference);
    if (values > MOST_VALUES) {
      throw new IllegalArgumentException(
          reference.path() + ": needs at most " + MOST_VALUES + " values in all, got " + values);
    }
    return accessor;
  }

  private void read(Json accessor, int width, boolean scaled, Target target) throws IOException {
    int count = accessor.get("count").integer(1, MOST);
    Json type = accessor.get("componentType");
    int size = size(type);
    if (accessor.get("bufferView").exists()) {
      Json view = buffers.view(accessor.get("bufferView"));
      int stride = view.get("byteStride").integer(size, 252, size * width);
      ByteBuffer data = data(accessor, view, count, stride, size * width);
      for (int i = 0; i < count; i++) {
        element(data, i * stride, type, width, scaled, i, target);
      }
    }
    if (accessor.get("sparse").exists()) {
      sparse(accessor, width, scaled, target);
    }
  }

  private void sparse(Json accessor, int width, boolean scaled, Target target) throws IOException {
    int all = accessor.get("count").integer(1, MOST);
    Json sparse = accessor.get("sparse");
    int count = sparse.get("count").integer(1, all);
    Json indices = sparse.get("indices");
    Json values = sparse.get("values");
    Json placeType = indices.get("componentType");
    Json type = accessor.get("componentType");
    int placeSize = size(placeType);
    int size = size(type) * width;
    ByteBuffer places =
        data(indices, buffers.view(indices.get("bufferView")), count, placeSize, placeSize);
    ByteBuffer data = data(values, buffers.view(values.get("bufferView")), count, size, size);
    for (int i = 0; i < count; i++) {
      double place = component(places, i * placeSize, placeType, false);
      if (!(place >= 0 && place < all)) {
        throw new IllegalArgumentException(
            indices.path() + ": needs places below " + all + ", got " + place);
      }
      element(data, i * size, type, width, scaled, (int) place, target);
    }
  }

  /** Bytes that hold so many elements for certain. */
  private ByteBuffer data(Json part, Json view, int count, int stride, int size)
      throws IOException {
    ByteBuffer bytes = buffers.bytes(view);
    int from = part.get("byteOffset").integer(0, Integer.MAX_VALUE, 0);
    long end = from + (long) stride * (count - 1) + size;
    if (end > bytes.capacity()) {
      throw new IllegalArgumentException(
          part.path()
              + ": needs "
              + end
              + " bytes of "
              + view.path()
              + ", got "
              + bytes.capacity());
    }
    return bytes.slice(from, (int) end - from).order(bytes.order());
  }

  private static void element(
      ByteBuffer data, int at, Json type, int width, boolean scaled, int index, Target target) {
    int size = size(type);
    for (int c = 0; c < width; c++) {
      target.put(index * width + c, component(data, at + c * size, type, scaled));
    }
  }

  private static int size(Json type) {
    return switch (type.integer(5120, 5126)) {
      case 5120, 5121 -> 1;
      case 5122, 5123 -> 2;
      case 5125, 5126 -> 4;
      default -> throw type.needs("one of the types of numbers");
    };
  }

  private static double component(ByteBuffer data, int at, Json type, boolean scaled) {
    return switch (type.integer(5120, 5126)) {
      case 5120 -> scaled ? Math.max(data.get(at) / 127.0, -1) : data.get(at);
      case 5121 -> (data.get(at) & 0xff) / (scaled ? 255.0 : 1);
      case 5122 -> scaled ? Math.max(data.getShort(at) / 32767.0, -1) : data.getShort(at);
      case 5123 -> (data.getShort(at) & 0xffff) / (scaled ? 65535.0 : 1);
      case 5125 -> data.getInt(at) & 0xffffffffL;
      default -> data.getFloat(at);
    };
  }
}
