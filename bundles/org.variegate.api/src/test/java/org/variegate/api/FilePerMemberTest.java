package org.variegate.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FilePerMemberTest {
  private final Map<String, String> files = new TreeMap<>();

  private final class Memory implements ShardFiles {

    @Override
    public long shard() {
      return 3;
    }

    @Override
    public OutputStream create(String name) {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          files.put(name, toString(java.nio.charset.StandardCharsets.UTF_8));
        }
      };
    }
  }

  private record Text(String name, String text) implements Member {

    @Override
    public long length() {
      return text.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void eachMemberIsAFile() throws IOException {
    Sink sink = (sample, members) -> {};
    assertTrue(sink.stores());
    Shard shard = sink.begin(new Memory());
    shard.append(42, List.of(new Text("image.txt", "light"), new Text("labels.txt", "cat")));
    shard.append(1_234_567, List.of(new Text("image.txt", "dark")));
    shard.finish();
    assertEquals(
        Map.of(
            "000042-image.txt", "light",
            "000042-labels.txt", "cat",
            "1234567-image.txt", "dark"),
        files);
  }
}
