package org.variegate.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Member;
import org.variegate.api.Members;
import org.variegate.api.Sample;
import org.variegate.api.Shard;
import org.variegate.api.ShardFiles;
import org.variegate.api.Sink;
import org.variegate.engine.internal.dataset.SampleFolder;

/** A sink may put files into folders within its shard. */
class FilesInFoldersTest {
  private static final String FILE = "shard-000001/label_2/000012.txt";

  @TempDir Path folder;
  private final Fixture fixture = new Fixture();

  private record Labels(ShardFiles files, String prefix) implements Shard {
    @Override
    public void append(long index, List<Member> members) throws IOException {
      try (OutputStream out = files.create(String.format("%s%06d.txt", prefix, index))) {
        for (Member member : members) {
          member.writeTo(out);
        }
      }
    }

    @Override
    public void finish() {}
  }

  private record InFolders(String prefix) implements Sink {
    @Override
    public void encode(Sample sample, Members members) throws IOException {
      Fixture.encode(sample, members);
    }

    @Override
    public Shard begin(ShardFiles files) {
      return new Labels(files, prefix);
    }
  }

  private Map<String, String> run() throws Exception {
    fixture.put(2, new InFolders("label_2/"), "1.0.0");
    fixture.run(folder, 20, 10, 2);
    return Fixture.files(folder);
  }

  @Test
  void theyAreCheckedLikeOthers() throws Exception {
    Map<String, String> files = run();
    Files.setLastModifiedTime(
        folder.resolve(FILE), java.nio.file.attribute.FileTime.fromMillis(1000));
    assertEquals(files, run());
    assertEquals(List.of(), fixture.notices);
    assertEquals(1000, Files.getLastModifiedTime(folder.resolve(FILE)).toMillis());

    Files.writeString(folder.resolve(FILE), "other");
    assertEquals(files, run());
    Files.writeString(folder.resolve("shard-000000/label_2/stray"), "x");
    assertEquals(files, run());
    assertEquals(2, fixture.notices.size(), fixture.notices.toString());
    assertEquals(
        "shard-000000: label_2/stray is not in the manifest; it is made again",
        fixture.notices.get(1));
  }

  @Test
  void noFileLiesOutsideOfItsShard() {
    for (String prefix : List.of("../", "/tmp/", "a/b/", ".hidden/", "a//")) {
      fixture.put(2, new InFolders(prefix), "1.0.0");
      assertThrows(Exception.class, () -> fixture.run(folder.resolve("x"), 20, 10, 2), prefix);
    }
  }

  @Test
  void aShardKnowsWhatStagesTold() throws Exception {
    List<Object> told = new ArrayList<>();
    Sink sink =
        new Sink() {
          @Override
          public void encode(Sample sample, Members members) throws IOException {
            Fixture.encode(sample, members);
          }

          @Override
          public Shard begin(ShardFiles files) throws IOException {
            told.add(files.facts().get("classes"));
            return Sink.super.begin(files);
          }
        };
    fixture.put(2, sink, "1.0.0");
    fixture.facts = Map.of("classes", 3);
    fixture.run(folder, 20, 10, 1);
    assertEquals(List.of(3, 3), told);
  }

  @Test
  void aSampleAloneHasThemToo() throws Exception {
    ShardFiles files = new SampleFolder(folder, 0, Map.of());
    try (OutputStream out = files.create("label_2/000042.txt")) {
      out.write('x');
    }
    assertEquals("x", Files.readString(folder.resolve("label_2/000042.txt")));
  }
}
