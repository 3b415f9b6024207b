package org.variegate.engine.internal.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.variegate.api.Sink;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.RunListener;
import org.variegate.engine.files.Disk;
import org.variegate.engine.files.DiskFailure;
import org.variegate.engine.files.FolderLock;
import org.variegate.engine.internal.provenance.VersionSet;
import org.variegate.engine.recipe.Recipe;

/** The folder of a dataset, locked for one run. */
public final class DatasetFolder implements Target {
  private final Path folder;
  private final Recipe recipe;
  private final Map<String, Object> facts;
  private final Shards shards;
  private FolderLock lock;
  private SortedMap<Long, ShardSummary> present = new TreeMap<>();
  private Inputs inputs = new Inputs();

  private DatasetFolder(Path folder, Recipe recipe, Map<String, Object> facts) {
    this.folder = folder;
    this.recipe = recipe;
    this.facts = facts;
    this.shards = new Shards(recipe.samples(), recipe.samplesPerShard());
  }

  /**
   * Takes a folder for a run, verifies the shards that are there, and removes what a run that was
   * killed has left.
   *
   * @param recipe of the dataset, with a directory
   * @param facts what the stages told of the dataset
   * @param workers threads that verify
   * @param listener hears of shards that are not what their manifest says
   * @return the folder, to be closed
   * @throws RunException if the folder is in use, holds something else or cannot be written to
   */
  public static DatasetFolder open(
      Recipe recipe, Map<String, Object> facts, int workers, RunListener listener)
      throws RunException {
    DatasetFolder dataset = new DatasetFolder(Path.of(recipe.directory()), recipe, facts);
    boolean opened = false;
    try {
      dataset.create();
      dataset.take();
      dataset.compare();
      dataset.requireNoMore();
      dataset.clean();
      dataset.verify(workers, listener);
      opened = true;
      return dataset;
    } catch (IOException e) {
      throw dataset.refused(e);
    } finally {
      if (!opened) {
        dataset.close();
      }
    }
  }

  private void create() throws IOException, RunException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw target("needs a folder, is a file");
    }
    Files.createDirectories(folder);
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> names = entries.map(path -> path.getFileName().toString()).sorted().toList();
      if (!names.contains(DatasetFile.NAME) && !names.stream().allMatch(DatasetFolder::own)) {
        throw target(
            "needs a new or empty folder, or one with a "
                + DatasetFile.NAME
                + "; holds "
                + names.stream().filter(name -> !own(name)).findFirst().orElseThrow());
      }
    }
  }

  /** Whether a run that was killed before it wrote the dataset's file may have left this. */
  private static boolean own(String name) {
    return name.equals(FolderLock.NAME) || name.startsWith("." + DatasetFile.NAME);
  }

  private void take() throws IOException, RunException {
    lock = FolderLock.take(folder);
    if (lock == null) {
      throw target("another run is working in this folder");
    }
  }

  private void compare() throws IOException, RunException {
    if (!Files.exists(folder.resolve(DatasetFile.NAME))) {
      return;
    }
    try {
      DatasetFile there = DatasetFile.read(folder);
      String difference = RecipeDifference.first(there.recipe(), recipe.resolved());
      if (difference != null) {
        throw target("holds another dataset: " + difference);
      }
      if (there.complete() && there.samples() > recipe.samples()) {
        throw target(
            "holds a larger dataset: samples is "
                + there.samples()
                + " there, "
                + recipe.samples()
                + " in the recipe");
      }
    } catch (Mismatch | YamlEngineException e) {
      throw target(e.getMessage().strip().replaceAll("\\s*\\R\\s*", " "));
    }
  }

  /** A shard that this dataset does not have would be counted to it by whoever reads the folder. */
  private void requireNoMore() throws IOException, RunException {
    String more = ShardFolder.beyond(folder, shards);
    if (more != null) {
      throw target(
          "holds "
              + more
              + ", but a dataset of "
              + recipe.samples()
              + " samples has "
              + shards.count()
              + " shards; remove it, or take another folder");
    }
  }

  private void clean() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path path : (Iterable<Path>) entries::iterator) {
        String name = path.getFileName().toString();
        if (name.startsWith(".shard-") || name.startsWith("." + DatasetFile.NAME)) {
          Disk.remove(path);
        }
      }
    }
  }

  private void verify(int workers, RunListener listener) throws IOException, RunException {
    ShardCheck.Result result = new ShardCheck(folder, shards, workers).run(listener);
    for (Map.Entry<Long, String> bad : result.wrong().entrySet()) {
      listener.notice(bad.getValue() + "; it is made again");
      Path path = folder.resolve(ShardFolder.name(bad.getKey()));
      Path hidden = folder.resolve("." + ShardFolder.name(bad.getKey()));
      Files.move(path, hidden);
      Disk.remove(hidden);
    }
    if (result.inputs().conflict() != null) {
      throw target(result.inputs().conflict());
    }
    present = result.right();
    inputs = result.inputs();
  }

  @Override
  public Inputs inputs() {
    return inputs;
  }

  @Override
  public SortedMap<Long, ShardSummary> present() {
    return Collections.unmodifiableSortedMap(present);
  }

  @Override
  public void begin(VersionSet versions) throws IOException {
    if (present.size() < shards.count()) {
      write(
          new DatasetFile(
              false, recipe.samples(), 0, null, List.of(versions), List.of(), recipe.resolved()));
    }
  }

  @Override
  public ShardWriter shard(long shard, Sink sink) throws IOException {
    return new ShardFolder(folder, lock, shard, shards, facts, sink);
  }

  @Override
  public String finish(SortedMap<Long, ShardSummary> all) throws IOException {
    String sha256 = Shards.sha256(all.values());
    Map<String, VersionSet> versions = new LinkedHashMap<>();
    long failed = 0;
    for (ShardSummary shard : all.values()) {
      failed += shard.failed();
      shard.versions().forEach(set -> versions.putIfAbsent(set.id(), set));
    }
    write(
        new DatasetFile(
            true,
            recipe.samples(),
            failed,
            sha256,
            List.copyOf(versions.values()),
            new ArrayList<>(all.values()),
            recipe.resolved()));
    return sha256;
  }

  private void write(DatasetFile file) throws IOException {
    Disk.replace(folder.resolve(DatasetFile.NAME), file.text().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public RunException refused(IOException failure) {
    return target(DiskFailure.line(failure));
  }

  private RunException target(String message) {
    return new RunException(Cause.TARGET, folder + ": " + message);
  }

  @Override
  public boolean stores() {
    return true;
  }

  @Override
  public void close() throws RunException {
    try {
      if (lock != null) {
        lock.close();
        lock = null;
      }
    } catch (IOException e) {
      throw refused(e);
    }
  }
}
