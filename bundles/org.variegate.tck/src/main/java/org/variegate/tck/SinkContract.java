package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.variegate.api.Member;
import org.variegate.api.Sample;
import org.variegate.api.Shard;
import org.variegate.api.Sink;
import org.variegate.draws.Draws;

/** The rules of a sink. */
public interface SinkContract extends StageContract<Sink> {

  @Override
  default Map<String, byte[]> apply(Sink stage, Sample sample, Draws draws) {
    MemoryStore members = new MemoryStore();
    try {
      stage.encode(sample, members);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    members.allClosed();
    return members.contents();
  }

  /** A sample has at least one member; names are of letters, digits, dashes and dots. */
  @Test
  default void namesItsMembers() {
    Pattern name = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");
    for (Fixture fixture : samples()) {
      Map<String, byte[]> members = apply(stage(), fixture.open(), null);
      assertTrue(!members.isEmpty(), fixture + ": encoded to nothing");
      members
          .keySet()
          .forEach(m -> assertTrue(name.matcher(m).matches(), fixture + ": member '" + m + "'"));
    }
  }

  /** Two shards of the same samples are the same files, closed, and hold something. */
  @Test
  default void writesShards() throws IOException {
    if (!stage().stores()) {
      return;
    }
    Map<String, String> first = shard(stage(), List.of(0L, 1L, 5L));
    assertTrue(!first.isEmpty(), "a shard of three samples has no file");
    assertEquals(first, shard(stage(), List.of(0L, 1L, 5L)), "two shards of the same samples");
    shard(stage(), List.of());
  }

  private Map<String, String> shard(Sink sink, List<Long> indices) throws IOException {
    MemoryStore files = new MemoryStore();
    Shard shard = sink.begin(files);
    for (long index : indices) {
      MemoryStore members = new MemoryStore();
      sink.encode(samples().get(0).open(index, HeapArena.poisoned(Float.NaN)), members);
      List<Member> list = members.members();
      shard.append(index, list);
    }
    shard.finish();
    files.allClosed();
    Map<String, String> hashes = new java.util.TreeMap<>();
    files.contents().forEach((name, bytes) -> hashes.put(name, Snapshot.hash(bytes)));
    return hashes;
  }
}
