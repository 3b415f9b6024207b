package org.variegate.scene.gltf;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The bytes that a document refers to: within it, or in files of its folder. */
final class Buffers {
  private final Path folder;
  private final ByteBuffer binary;
  private final long mostBytes;
  private final List<Json> buffers;
  private final List<Json> views;
  private final Map<String, ByteBuffer> loaded = new HashMap<>();
  private final Set<Path> files = new TreeSet<>();
  private long bytes;

  /**
   * Loads nothing yet.
   *
   * @param binary the binary chunk, or null
   * @param mostBytes how many bytes all files and data URIs may have
   */
  Buffers(Json document, Path file, ByteBuffer binary, long mostBytes) {
    this.folder = file.toAbsolutePath().getParent().normalize();
    this.binary = binary;
    this.mostBytes = mostBytes;
    this.buffers = document.get("buffers").items();
    this.views = document.get("bufferViews").items();
  }

  /** The files that were read. */
  Set<Path> files() {
    return files;
  }

  /** The view that a number stands for. */
  Json view(Json reference) {
    return reference.in(views);
  }

  /** A view's bytes. */
  ByteBuffer bytes(Json view) throws IOException {
    Json reference = view.get("buffer");
    Json buffer = reference.in(buffers);
    boolean first = reference.integer(0, buffers.size()) == 0;
    Json uri = buffer.get("uri");
    if (!uri.exists() && !(first && binary != null)) {
      throw uri.needs("a URI or a binary chunk");
    }
    ByteBuffer all = uri.exists() ? load(uri) : binary;
    int length = buffer.get("byteLength").integer(1, Integer.MAX_VALUE);
    if (length > all.capacity()) {
      throw buffer.get("byteLength").needs("at most the " + all.capacity() + " bytes there are");
    }
    int from = view.get("byteOffset").integer(0, length, 0);
    int count = view.get("byteLength").integer(1, Integer.MAX_VALUE);
    if (count > length - from) {
      throw view.get("byteLength").needs("at most the " + (length - from) + " bytes there are");
    }
    return all.slice(from, count).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** What a URI refers to. */
  ByteBuffer load(Json uri) throws IOException {
    String text = uri.text();
    ByteBuffer known = loaded.get(text);
    if (known == null) {
      known = ByteBuffer.wrap(text.startsWith("data:") ? decoded(uri) : read(uri));
      bytes += known.capacity();
      bounded(uri, bytes);
      loaded.put(text, known);
    }
    return known;
  }

  private static byte[] decoded(Json uri) {
    String text = uri.text();
    int comma = text.indexOf(";base64,");
    if (comma < 0) {
      throw uri.needs("base64 in a data URI");
    }
    try {
      return Base64.getDecoder().decode(text.substring(comma + 8));
    } catch (IllegalArgumentException e) {
      throw uri.needs("base64 in a data URI");
    }
  }

  private byte[] read(Json uri) throws IOException {
    Path file = within(uri);
    if (!Files.isRegularFile(file)) {
      throw uri.needs("a file that is there");
    }
    bounded(uri, bytes + Files.size(file));
    files.add(file);
    return Files.readAllBytes(file);
  }

  private Path within(Json uri) {
    try {
      String name = URLDecoder.decode(uri.text().replace("+", "%2B"), StandardCharsets.UTF_8);
      Path file = folder.resolve(name).normalize();
      if (!name.isEmpty() && file.startsWith(folder) && !Path.of(name).isAbsolute()) {
        return file;
      }
    } catch (IllegalArgumentException e) {
      throw uri.needs("a relative file");
    }
    throw uri.needs("a file in the folder of the document");
  }

  private void bounded(Json uri, long size) {
    if (size > mostBytes) {
      throw new IllegalArgumentException(
          uri.path() + ": needs at most " + mostBytes + " bytes in all, got " + size);
    }
  }
}
