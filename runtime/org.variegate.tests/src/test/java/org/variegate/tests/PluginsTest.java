package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
  private static final String NOISE = "org.variegate.randomizer.noise.jar";
  private static final long PATIENCE_MILLIS = 20_000;
  private static final Pattern SAMPLE =
      Pattern.compile("\\{\"index\":(\\d+),.*?\"versions\":\"([0-9a-f]+)\"");

  @TempDir Path folder;
  private Variegate variegate;
  private Path noise;

  @BeforeEach
  void install() throws IOException {
    variegate = Variegate.copied(folder);
    noise = variegate.home().resolve("plugins").resolve(NOISE);
  }

  @Test
  void aJarDroppedIntoAnyFolderIsAPlugin() throws Exception {
    Path drop = Files.createDirectory(folder.resolve("drop"));
    Files.move(noise, drop.resolve(NOISE));
    assertFalse(variegate.run("plugins").out().contains("\nnoise "));
    Variegate.Result both = variegate.run("plugins", "--plugins", drop.toString());
    assertTrue(both.out().contains("\nnoise "), both.out());
  }

  @Test
  void aJarThatIsNoPluginIsNamedAndTheRestWorks() throws Exception {
    Path plugins = variegate.home().resolve("plugins");
    Files.writeString(plugins.resolve("text.jar"), "no jar");
    PluginJars.copy(noise, plugins.resolve("unmet.jar"), "Import-Package", "no.such.thing");
    Files.delete(noise);
    Variegate.Result result = variegate.run("plugins");
    assertEquals(0, result.exitCode());
    List<String> warnings = result.err().lines().toList();
    assertEquals(2, warnings.size(), result.err());
    assertTrue(warnings.get(0).contains("text.jar: is no jar"), result.err());
    assertTrue(
        warnings.get(1).contains("unmet.jar: needs the package no.such.thing"), result.err());
    assertTrue(result.out().contains("\nmri "), result.out());
  }

  @Test
  void aPluginIsReplacedRemovedAndRestoredUnderARun() throws Exception {
    variegate.recipe("heads.yaml", Recipes.heads(150));
    Path first = folder.resolve(NOISE);
    Files.copy(noise, first);
    Process run =
        variegate.start("run", "heads.yaml", "--workers", "2", "--preview", "0", "--json");
    await(run, () -> shards() >= 1);
    PluginJars.copy(first, noise, "Bundle-Version", "0.1.1");
    int before = shards();
    await(run, () -> shards() >= before + 3);
    Files.delete(noise);
    Thread.sleep(1500);
    int waiting = shards();
    Thread.sleep(700);
    assertEquals(waiting, shards(), "the run went on without its stage");
    Files.copy(first, noise);
    Variegate.Result result = variegate.wait(run);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("\"mixed\":true"), result.out());
    assertEquals(150, indices());
    assertEquals(2, versions());
  }

  private void await(Process run, BooleanSupplier condition) throws Exception {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!condition.getAsBoolean()) {
      assertTrue(run.isAlive(), () -> "the run ended early");
      assertTrue(System.currentTimeMillis() < end, "the run makes no progress");
      Thread.sleep(50);
    }
  }

  private int shards() {
    String[] names =
        variegate.work().resolve("out").toFile().list((dir, name) -> name.startsWith("shard-"));
    return names == null ? 0 : names.length;
  }

  /** How many samples the manifests tell of; each once. */
  private int indices() throws IOException {
    TreeSet<Long> indices = new TreeSet<>();
    int count = 0;
    for (Map.Entry<String, String> file : variegate.content("out").entrySet()) {
      Matcher sample = SAMPLE.matcher(file.getValue());
      while (file.getKey().endsWith("manifest.jsonl") && sample.find()) {
        indices.add(Long.valueOf(sample.group(1)));
        count++;
      }
    }
    assertEquals(count, indices.size());
    return count;
  }

  private int versions() throws IOException {
    TreeSet<String> versions = new TreeSet<>();
    for (Map.Entry<String, String> file : variegate.content("out").entrySet()) {
      Matcher sample = SAMPLE.matcher(file.getValue());
      while (file.getKey().endsWith("manifest.jsonl") && sample.find()) {
        versions.add(sample.group(2));
      }
    }
    return versions.size();
  }
}
