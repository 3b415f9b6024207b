package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.variegate.api.Member;
import org.variegate.api.Members;
import org.variegate.api.ShardFiles;

/** Keeps what a sink writes. */
final class MemoryStore implements Members, ShardFiles {
  private final Map<String, byte[]> contents = new LinkedHashMap<>();
  private final Set<String> open = new TreeSet<>();

  @Override
  public long shard() {
    return 0;
  }

  @Override
  public OutputStream create(String name) throws IOException {
    if (contents.containsKey(name) || !open.add(name)) {
      throw new IOException(name + ": made twice");
    }
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        if (open.remove(name)) {
          contents.put(name, toByteArray());
        }
      }
    };
  }

  void allClosed() {
    assertEquals(Set.of(), open, "not closed");
  }

  Map<String, byte[]> contents() {
    return contents;
  }

  List<Member> members() {
    List<Member> members = new ArrayList<>();
    contents.forEach((name, bytes) -> members.add(new Kept(name, bytes)));
    return members;
  }

  private record Kept(String name, byte[] bytes) implements Member {

    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }
}
