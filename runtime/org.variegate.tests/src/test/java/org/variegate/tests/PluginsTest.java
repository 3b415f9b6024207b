package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
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
  void thePlatformsLogIsThereForPluginsThatWantIt() throws Exception {
    String service = "org.osgi.service.log.LoggerFactory";
    Path logging = folder.resolve(NOISE);
    PluginJars.copy(
        noise,
        logging,
        "Require-Capability",
        "osgi.service;filter:=\"(objectClass=" + service + ")\";effective:=active",
        xml ->
            xml.replace("<impl", "<reference name=\"log\" interface=\"" + service + "\"/><impl"));
    Files.move(logging, noise, StandardCopyOption.REPLACE_EXISTING);
    variegate.recipe("heads.yaml", Recipes.heads(2));
    Variegate.Result result = variegate.run("run", "heads.yaml", "--preview", "0");
    assertEquals(0, result.exitCode(), result.err());
  }

  @Test
  void aPluginIsReplacedRemovedAndRestoredUnderARun() throws Exception {
    variegate.recipe("heads.yaml", Recipes.heads(150));
    Path first = folder.resolve(NOISE);
    Files.copy(noise, first);
    Process run =
        variegate.start("run", "heads.yaml", "--workers", "2", "--preview", "0", "--json");
    await(run, () -> shards().length >= 1);
    PluginJars.copy(first, noise, "Bundle-Version", "0.1.1");
    await(run, () -> new TreeSet<>(versions().values()).size() == 2);
    assertEquals(1, loadersOf("org.variegate.randomizer.noise.ScannerNoise", run));
    Files.delete(noise);
    await(run, () -> says(run, "noise is gone; waiting up to 60 s for it"));
    int waiting = shards().length;
    assertEquals(0, loadersOf("org.variegate.randomizer.noise.ScannerNoise", run));
    assertEquals(waiting, shards().length, "the run went on without its stage");
    Files.copy(first, noise);
    await(run, () -> says(run, "all stages are there again"));
    Variegate.Result result = variegate.wait(run);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("\"mixed\":true"), result.out());
    Map<Long, String> versions = versions();
    assertEquals(150, versions.size());
    assertEquals(2, new TreeSet<>(versions.values()).size());
  }

  @Test
  void aJarDroppedUnderARunThatCannotRunIsNamed() throws Exception {
    variegate.recipe("shapes.yaml", Recipes.shapes(1_000_000, 100));
    Process run = variegate.start("run", "shapes.yaml", "--json");
    await(run, () -> shards().length >= 1);
    Path plugins = variegate.home().resolve("plugins");
    Files.writeString(plugins.resolve("text.jar"), "no jar");
    PluginJars.copy(noise, plugins.resolve("unmet.jar"), "Import-Package", "no.such.thing");
    await(run, () -> says(run, "text.jar: is no jar"));
    await(run, () -> says(run, "unmet.jar: "));
    run.destroy();
    assertEquals(143, variegate.wait(run).exitCode());
  }

  private boolean says(Process run, String words) {
    try {
      return variegate.outputOf(run).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many class loaders of a process have a class, once garbage is collected. */
  private static long loadersOf(String type, Process process) throws Exception {
    ask(process, "GC.run");
    String classes = ask(process, "VM.classloaders", "show-classes");
    return classes.lines().filter(line -> line.endsWith(" " + type)).count();
  }

  private static String ask(Process process, String... question) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(String.valueOf(process.pid()));
    command.addAll(List.of(question));
    Process jcmd = new ProcessBuilder(command).start();
    return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private void await(Process run, BooleanSupplier condition) throws Exception {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!condition.getAsBoolean()) {
      assertFalse(run.waitFor(50, TimeUnit.MILLISECONDS), "the run ended early");
      assertTrue(System.currentTimeMillis() < end, "the run makes no progress");
    }
  }

  private File[] shards() {
    File[] shards =
        variegate.work().resolve("out").toFile().listFiles((d, name) -> name.startsWith("shard-"));
    return shards == null ? new File[0] : shards;
  }

  /** The set of versions that made each sample of the shards that are complete. */
  private Map<Long, String> versions() {
    Map<Long, String> versions = new TreeMap<>();
    for (File shard : shards()) {
      Matcher sample = SAMPLE.matcher(Variegate.text(shard.toPath().resolve("manifest.jsonl")));
      while (sample.find()) {
        String twice = versions.put(Long.valueOf(sample.group(1)), sample.group(2));
        assertNull(twice, "sample " + sample.group(1) + " stands twice");
      }
    }
    return versions;
  }
}
