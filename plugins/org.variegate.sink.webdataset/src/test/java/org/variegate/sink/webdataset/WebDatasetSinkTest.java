package org.variegate.sink.webdataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Member;
import org.variegate.api.Shard;
import org.variegate.api.ShardFiles;
import org.variegate.api.Sink;
import org.variegate.tck.Fixture;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.SceneFixtures;
import org.variegate.tck.SinkContract;

class WebDatasetSinkTest implements SinkContract {
  @TempDir Path folder;

  @Override
  public Sink stage() {
    return sink();
  }

  private static Sink sink(Object... options) {
    return new WebDatasetSink(Options.of(WebDatasetSink.Config.class, options));
  }

  @Override
  public List<Fixture> samples() {
    return List.of(SceneFixtures.annotated(40, 30), SceneFixtures.picture(17, 31));
  }

  @Override
  public Map<String, Supplier<? extends Sink>> refused() {
    return Map.of(
        "format=gif", () -> sink("format", "gif"),
        "quality=101", () -> sink("quality", 101),
        "masks=all", () -> sink("masks", new String[] {"all"}));
  }

  private record Bytes(String name, byte[] bytes) implements Member {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  private record OneFile(ByteArrayOutputStream out) implements ShardFiles {
    @Override
    public long shard() {
      return 3;
    }

    @Override
    public OutputStream create(String name) {
      assertEquals("000003.tar", name);
      return out;
    }
  }

  private byte[] archive(Map<Long, Map<String, byte[]>> samples) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Shard shard = sink().begin(new OneFile(out));
    for (Map.Entry<Long, Map<String, byte[]>> sample : samples.entrySet()) {
      List<Member> members = new ArrayList<>();
      sample.getValue().forEach((name, bytes) -> members.add(new Bytes(name, bytes)));
      shard.append(sample.getKey(), members);
    }
    shard.finish();
    return out.toByteArray();
  }

  private Map<String, byte[]> encode(long index) {
    return apply(sink(), SceneFixtures.annotated(40, 30).open(index, HeapArena.zeroed()), null);
  }

  @Test
  void aSampleHasOneKey() throws IOException {
    Map<String, byte[]> members = encode(42);
    assertEquals(List.of("jpg", "instances.png", "json", "cls"), List.copyOf(members.keySet()));
    assertArrayEquals(new byte[] {'1'}, members.get("cls"));
    byte[] tar = archive(Map.of(42L, members));
    List<String> names = new ArrayList<>();
    for (int at = 0; tar[at] != 0; ) {
      names.add(new String(tar, at, 100, StandardCharsets.US_ASCII).trim());
      int size = Integer.parseInt(new String(tar, at + 124, 11, StandardCharsets.US_ASCII), 8);
      at += 512 + (size + 511) / 512 * 512;
    }
    assertEquals(List.of("000042.jpg", "000042.instances.png", "000042.json", "000042.cls"), names);
  }

  private static final String READ =
      """
      import sys
      import webdataset
      pipeline = webdataset.WebDataset(sys.argv[1], shardshuffle=False).decode('rgb8')
      for sample in pipeline:
        mask = sample['instances.png']
        print(sample['__key__'], sample['jpg'].shape, sample['cls'], len(sample['json']['objects']))
      """;

  @Test
  void webdatasetReadsIt() throws Exception {
    Path file = Files.write(folder.resolve("000003.tar"), archive(Map.of(42L, encode(42))));
    Process process;
    try {
      process = new ProcessBuilder("python3", "-c", READ, file.toString()).start();
    } catch (IOException e) {
      Assumptions.abort("there is no Python");
      return;
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(60, TimeUnit.SECONDS);
    Assumptions.assumeFalse(errors.contains("ModuleNotFoundError"), "webdataset is not installed");
    assertEquals("000042 (30, 40, 3) 1 2\n", printed, errors);
  }
}
