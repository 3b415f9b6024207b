package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InnerPipelinesTest {
  private static final int SOURCES = 12;
  private static final Pattern DRAW = Pattern.compile("\"mix\\.sources\\[(\\d+)]\\.(\\w+)\\.");

  @TempDir Path folder;

  /**
   * A source has them as services, those of the highest ranking first. That fewer than 8 of 12 come
   * up in 60 samples has a chance of about 10^-11.
   */
  @Test
  void standInTheOrderOfTheRecipe() throws Exception {
    Variegate variegate = Variegate.inPlace(folder);
    String sources =
        IntStream.range(0, SOURCES)
            .mapToObj(i -> "      - shapes: {id: s" + i + ", size: [8, 8, 1]}\n")
            .collect(Collectors.joining());
    variegate.recipe(
        "mix.yaml",
        "samples: 60\nsource:\n  mix:\n    sources:\n"
            + sources
            + "sink:\n  nifti: {directory: out}\n");
    Variegate.Result run = variegate.run("run", "mix.yaml", "--preview", "0");
    assertEquals(0, run.exitCode(), run.err());
    Matcher draw = DRAW.matcher(variegate.content("out").get("shard-000000/manifest.jsonl"));
    Set<String> seen = new TreeSet<>();
    while (draw.find()) {
      assertEquals("s" + draw.group(1), draw.group(2));
      seen.add(draw.group(2));
    }
    assertFalse(seen.size() < 8, seen.toString());
  }
}
