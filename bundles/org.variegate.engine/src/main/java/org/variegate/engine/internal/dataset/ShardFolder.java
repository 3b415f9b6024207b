package org.variegate.engine.internal.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.variegate.api.Shard;
import org.variegate.api.ShardFiles;
import org.variegate.api.Sink;
import org.variegate.engine.files.Disk;
import org.variegate.engine.files.FolderLock;
import org.variegate.engine.files.Json;
import org.variegate.engine.internal.provenance.VersionSet;

/**
 * A shard that becomes a folder. It is written under a hidden name, and gets its own when all its
 * files are on the disk.
 *
 * <p>Its manifest has a line for the shard, before the first sample that some set of bundles made a
 * line for that set, a line for each sample, and at the end a line for the files.
 */
final class ShardFolder implements ShardWriter, ShardFiles {
  static final String MANIFEST = "manifest.jsonl";

  private static final String PREFIX = "shard-";
  private static final Pattern FILE =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]*/)?[A-Za-z0-9][A-Za-z0-9.-]*");
  private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9]{6,}");

  private final FolderLock lock;
  private final Path target;
  private final Path temporary;
  private final long shard;
  private final Map<String, Object> facts;
  private final ShardTally tally;
  private final Map<String, HashingFile> files = new LinkedHashMap<>();
  private final HashingFile manifest;
  private final Shard sinkShard;

  ShardFolder(
      Path dataset,
      FolderLock lock,
      long shard,
      Shards shards,
      Map<String, Object> facts,
      Sink sink)
      throws IOException {
    this.lock = lock;
    this.shard = shard;
    this.facts = facts;
    this.target = dataset.resolve(name(shard));
    this.temporary = dataset.resolve("." + name(shard));
    this.tally = new ShardTally(shard, shards.first(shard));
    boolean begun = false;
    try {
      manifest = lock.whileHeld(this::begin);
      line(json -> header(json, shards.first(shard), shards.size(shard)));
      sinkShard = sink.begin(this);
      begun = true;
    } finally {
      if (!begun) {
        abandon();
      }
    }
  }

  private HashingFile begin() throws IOException {
    Disk.remove(temporary);
    Files.createDirectory(temporary);
    return new HashingFile(temporary.resolve(MANIFEST));
  }

  static String name(long shard) {
    return String.format(Locale.ROOT, PREFIX + "%06d", shard);
  }

  /** The first, by name, of a folder's shards that a dataset does not have; null if none. */
  static String beyond(Path dataset, Shards shards) throws IOException {
    try (Stream<Path> entries = Files.list(dataset)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches() && !isOf(shards, name))
          .min(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  private static boolean isOf(Shards shards, String name) {
    BigInteger shard = new BigInteger(name.substring(PREFIX.length()));
    return shard.compareTo(BigInteger.valueOf(shards.count())) < 0;
  }

  @Override
  public long shard() {
    return shard;
  }

  @Override
  public Map<String, Object> facts() {
    return facts;
  }

  @Override
  public OutputStream create(String name) throws IOException {
    if (!FILE.matcher(name).matches() || name.equals(MANIFEST)) {
      throw new IllegalArgumentException(
          "file: needs a name of letters, digits, dashes and dots, got '" + name + "'");
    }
    if (files.containsKey(name)) {
      throw new IllegalStateException("file " + name + ": written twice");
    }
    HashingFile file = lock.whileHeld(() -> file(temporary.resolve(name)));
    files.put(name, file);
    return file;
  }

  private static HashingFile file(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    return new HashingFile(path);
  }

  @Override
  public void append(EncodedSample sample) throws IOException {
    if (tally.sees(sample.versions())) {
      line(json -> versions(json, sample.versions()));
    }
    if (sample.failure() == null) {
      sinkShard.append(sample.index(), List.copyOf(sample.members()));
      tally.made(sample.index(), sample.sha256());
    } else {
      tally.failed();
    }
    manifest.write(sample.line());
  }

  @Override
  public ShardSummary finish() throws IOException {
    sinkShard.finish();
    List<HashingFile> written = new ArrayList<>(files.values());
    for (HashingFile file : written) {
      file.close();
    }
    ShardSummary summary = tally.finish();
    String lines = manifest.hashSoFar();
    line(json -> footer(json, written, lines, summary));
    manifest.close();
    written.add(manifest);
    Disk.force(written.stream().map(HashingFile::path).toList());
    for (Path folder : folders(written)) {
      Disk.forceFolder(folder);
    }
    lock.whileHeld(() -> Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE));
    Disk.forceFolder(target.toAbsolutePath().getParent());
    return summary;
  }

  private static Set<Path> folders(List<HashingFile> written) {
    Set<Path> folders = new TreeSet<>();
    written.forEach(file -> folders.add(file.path().getParent()));
    return folders;
  }

  @Override
  public void abandon() {
    List<HashingFile> open = new ArrayList<>(files.values());
    if (manifest != null) {
      open.add(manifest);
    }
    for (HashingFile file : open) {
      try {
        file.close();
      } catch (IOException e) {
        continue; // a full disk refuses what was buffered, and the file goes anyway
      }
    }
    try {
      lock.whileHeld(
          () -> {
            Disk.remove(temporary);
            return temporary;
          });
    } catch (IOException e) {
      return; // hidden, and removed when somebody runs here again
    }
  }

  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  private void line(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    }
    bytes.write('\n');
    manifest.write(bytes.toByteArray());
  }

  private void header(JsonGenerator json, long first, int count) throws IOException {
    json.writeNumberField("shard", shard);
    json.writeNumberField("first", first);
    json.writeNumberField("count", count);
  }

  private static void versions(JsonGenerator json, VersionSet set) throws IOException {
    json.writeFieldName("versions");
    Json.write(json, VersionsText.tree(set));
  }

  private void footer(
      JsonGenerator json, List<HashingFile> written, String lines, ShardSummary summary)
      throws IOException {
    json.writeArrayFieldStart("files");
    for (HashingFile file : written) {
      json.writeStartObject();
      json.writeStringField("name", ShardReader.name(temporary, file.path()));
      json.writeNumberField("length", file.length());
      json.writeStringField("sha256", file.sha256());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("lines", lines);
    json.writeStringField("sha256", summary.sha256());
  }
}
