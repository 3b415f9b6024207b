package org.variegate.engine.internal.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.variegate.api.Member;

/** The bytes of one member, in chunks, or only their number where they are not kept. */
final class EncodedMember implements Member {
  private final String name;
  private final Chunks chunks;
  private final List<byte[]> held = new ArrayList<>();
  private long length;
  private String sha256;

  /** {@code chunks} is null where bytes are not kept. */
  EncodedMember(String name, Chunks chunks) {
    this.name = name;
    this.chunks = chunks;
  }

  void write(byte[] bytes, int offset, int count) {
    if (chunks == null) {
      length += count;
      return;
    }
    int from = offset;
    int left = count;
    while (left > 0) {
      int place = (int) (length % Chunks.SIZE);
      if (place == 0) {
        held.add(chunks.take());
      }
      int part = Math.min(left, Chunks.SIZE - place);
      System.arraycopy(bytes, from, held.get(held.size() - 1), place, part);
      length += part;
      from += part;
      left -= part;
    }
  }

  void closed(String hash) {
    sha256 = hash;
  }

  String sha256() {
    return sha256;
  }

  long memory() {
    return (long) held.size() * Chunks.SIZE;
  }

  void release() {
    if (chunks != null) {
      held.forEach(chunks::giveBack);
      held.clear();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    if (out instanceof HashingFile file) {
      file.write(this);
    } else {
      copyTo(out);
    }
  }

  void copyTo(OutputStream out) throws IOException {
    long left = length;
    for (byte[] chunk : held) {
      int part = (int) Math.min(left, Chunks.SIZE);
      out.write(chunk, 0, part);
      left -= part;
    }
  }
}
