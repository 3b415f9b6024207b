package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibleTest {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  @TempDir Path folder;
  private Variegate variegate;

  @BeforeEach
  void install() throws IOException {
    variegate = Variegate.inPlace(folder);
    variegate.recipe("heads.yaml", Recipes.heads(8));
  }

  private Map<String, String> dataset(String workers) throws Exception {
    Variegate.Result result =
        variegate.run("run", "heads.yaml", "--workers", workers, "--preview", "0");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.lastLine().matches("dataset sha256 [0-9a-f]{64}"), result.out());
    Map<String, String> content = variegate.content("out");
    content.put("last line", result.lastLine());
    variegate.delete("out");
    return content;
  }

  @Test
  void anyNumberOfWorkersMakesTheSameBytes() throws Exception {
    Map<String, String> one = dataset("1");
    assertEquals(one, dataset("2"));
    assertEquals(one, dataset("8"));
  }

  @Test
  void anyJavaMakesTheSameBytes() throws Exception {
    Optional<Path> other = newestOtherJava();
    assumeTrue(other.isPresent(), "no newer Java is installed beside this one");
    Map<String, String> here = dataset("2");
    variegate.with(other.get());
    assertEquals(here, dataset("2"));
  }

  /** The newest JDK beside the one that runs this test, if it is newer. */
  static Optional<Path> newestOtherJava() throws IOException {
    Path parent = Path.of(System.getProperty("java.home")).toAbsolutePath().getParent();
    try (Stream<Path> homes = Files.list(parent)) {
      return homes
          .filter(home -> feature(home) > Runtime.version().feature())
          .max((a, b) -> Integer.compare(feature(a), feature(b)));
    }
  }

  private static int feature(Path home) {
    try {
      Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      return 0; // no JDK
    }
  }

  @Test
  void replayGivesTheBytesOfTheRun() throws Exception {
    Map<String, String> dataset = dataset("2");
    String manifest = dataset.get("shard-000001/manifest.jsonl");
    Variegate.Result replay = variegate.run("replay", "heads.yaml", "4");
    String hash = replay.lastLine().replace("sample sha256 ", "");
    assertTrue(hash.matches("[0-9a-f]{64}"), replay.out() + replay.err());
    assertTrue(manifest.contains(hash), manifest);
  }
}
