package org.variegate.engine.internal.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.engine.RunListener;
import org.variegate.engine.internal.provenance.VersionSet;

/** A complete dataset, to be checked. */
public final class DatasetCheck {
  private final Path folder;
  private final DatasetFile file;
  private final Shards shards;

  private DatasetCheck(Path folder, DatasetFile file) {
    this.folder = folder;
    this.file = file;
    int each = file.shards().isEmpty() ? 1 : file.shards().get(0).count();
    this.shards = new Shards(file.samples(), Math.max(1, each));
  }

  /**
   * Opens a dataset.
   *
   * @param folder with a {@code dataset.yaml}
   * @return the dataset
   * @throws Mismatch if it is not complete
   * @throws IOException if it cannot be read
   */
  public static DatasetCheck open(Path folder) throws Mismatch, IOException {
    DatasetFile file = DatasetFile.read(folder);
    if (!file.complete()) {
      throw new Mismatch("is not complete; run again to go on");
    }
    return new DatasetCheck(folder, file);
  }

  /**
   * Reads every byte.
   *
   * @param listener told of progress
   * @throws Mismatch the first difference
   * @throws IOException if a file cannot be read
   */
  public void files(RunListener listener) throws Mismatch, IOException {
    listener.begins(file.samples(), 0);
    int workers = Runtime.getRuntime().availableProcessors();
    ShardCheck.Result result = new ShardCheck(folder, shards, workers).run(listener);
    if (listener.stopRequested()) {
      throw new Mismatch("was not read to the end: stopped");
    }
    for (long shard = 0; shard < shards.count(); shard++) {
      compare(shard, result);
    }
    if (result.inputs().conflict() != null) {
      throw new Mismatch(result.inputs().conflict());
    }
    requireNoOthers();
    if (!Shards.sha256(result.right().values()).equals(file.sha256())) {
      throw new Mismatch(DatasetFile.NAME + ": has another sha256 than the shards");
    }
  }

  private void compare(long shard, ShardCheck.Result result) throws Mismatch {
    if (result.wrong().containsKey(shard)) {
      throw new Mismatch(result.wrong().get(shard));
    }
    ShardSummary found = result.right().get(shard);
    if (found == null) {
      throw new Mismatch(ShardFolder.name(shard) + ": is missing");
    }
    if (shard >= file.shards().size()
        || !file.shards().get((int) shard).sha256().equals(found.sha256())) {
      throw new Mismatch(
          ShardFolder.name(shard) + ": has another sha256 than " + DatasetFile.NAME + " says");
    }
  }

  private void requireNoOthers() throws Mismatch, IOException {
    String more = ShardFolder.beyond(folder, shards);
    if (more != null) {
      throw new Mismatch("has " + shards.count() + " shards, but holds " + more);
    }
  }

  /**
   * What the manifest says of a sample.
   *
   * @param index of the sample
   * @return the fields of its line
   * @throws Mismatch if it has none
   * @throws IOException if it cannot be read
   */
  public Map<String, Object> sample(long index) throws Mismatch, IOException {
    long shard = index / shards.each();
    return new ShardReader(folder, shard, shards.first(shard), shards.size(shard)).sample(index);
  }

  /**
   * The sets of bundles that made the dataset.
   *
   * @return by id
   */
  public SortedMap<String, VersionSet> versions() {
    SortedMap<String, VersionSet> versions = new TreeMap<>();
    file.versions().forEach(set -> versions.put(set.id(), set));
    return versions;
  }

  /**
   * The number of samples.
   *
   * @return failed ones included
   */
  public long samples() {
    return file.samples();
  }

  /**
   * The hash.
   *
   * @return 64 hexadecimal digits
   */
  public String sha256() {
    return file.sha256();
  }
}
