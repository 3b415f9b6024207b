package org.variegate.engine.internal.dataset;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.variegate.engine.files.Json;
import org.variegate.engine.internal.provenance.Hashes;
import org.variegate.engine.internal.provenance.VersionSet;

/** Reads a shard's folder and checks every byte of it against its manifest. */
final class ShardReader {
  private final Path folder;
  private final long shard;
  private final long first;
  private final int count;
  private final ShardTally tally;
  private final MessageDigest lines = Hashes.digest();
  private final Map<String, VersionSet> versions = new HashMap<>();
  private final Inputs inputs = new Inputs();
  private long next;

  /** What the shard should hold. */
  ShardReader(Path dataset, long shard, long first, int count) {
    this.folder = dataset.resolve(ShardFolder.name(shard));
    this.shard = shard;
    this.first = first;
    this.count = count;
    this.tally = new ShardTally(shard, first);
    this.next = first;
  }

  /** Reads everything. */
  ShardSummary check() throws Mismatch, IOException {
    try (BufferedReader reader =
        Files.newBufferedReader(folder.resolve(ShardFolder.MANIFEST), StandardCharsets.UTF_8)) {
      header(object(reader));
      while (next < first + count) {
        String line = line(reader);
        add(line);
        entry(parse(line));
      }
      String hash = Hashes.hex(lines);
      ShardSummary summary = tally.finish();
      String last = line(reader);
      footer(parse(last), hash, summary);
      if (reader.readLine() != null) {
        throw mismatch("the manifest goes on after its end");
      }
      return summary;
    } catch (CharacterCodingException e) {
      throw mismatch("the manifest is not UTF-8");
    } catch (java.nio.file.NoSuchFileException e) {
      throw mismatch("there is no " + folder.relativize(Path.of(e.getFile())));
    } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
      throw mismatch("the manifest has other fields than it should");
    }
  }

  /** Finds the line of a sample. */
  Map<String, Object> sample(long index) throws Mismatch, IOException {
    try (BufferedReader reader =
        Files.newBufferedReader(folder.resolve(ShardFolder.MANIFEST), StandardCharsets.UTF_8)) {
      while (true) {
        Map<String, Object> object = parse(line(reader));
        if (Long.valueOf(index).equals(object.get("index"))) {
          return object;
        }
      }
    }
  }

  private Map<String, Object> object(BufferedReader reader) throws Mismatch, IOException {
    String line = line(reader);
    add(line);
    return parse(line);
  }

  private void add(String line) {
    lines.update(line.getBytes(StandardCharsets.UTF_8));
    lines.update((byte) '\n');
  }

  private String line(BufferedReader reader) throws Mismatch, IOException {
    String line = reader.readLine();
    if (line == null) {
      throw mismatch("the manifest is cut short");
    }
    return line;
  }

  private Map<String, Object> parse(String line) throws Mismatch {
    try {
      return Json.object(line);
    } catch (IOException e) {
      throw mismatch("the manifest is not JSON");
    }
  }

  private void header(Map<String, Object> fields) throws Mismatch {
    if (!fields.equals(Map.of("shard", shard, "first", first, "count", (long) count))) {
      throw mismatch(
          "needs samples " + first + " to " + (first + count - 1) + ", holds " + range(fields));
    }
  }

  private static String range(Map<String, Object> fields) {
    if (fields.get("first") instanceof Long from && fields.get("count") instanceof Long many) {
      return from + " to " + (from + many - 1);
    }
    return "others";
  }

  private void entry(Map<String, Object> fields) throws Mismatch {
    if (!fields.containsKey("index")) {
      VersionSet set = VersionsText.set(fields.get("versions"));
      versions.put(set.id(), set);
      return;
    }
    if (!fields.get("index").equals(next)) {
      throw mismatch("sample " + next + " is missing from the manifest");
    }
    VersionSet set = versions.get((String) fields.get("versions"));
    if (set == null) {
      throw mismatch("sample " + next + " comes from bundles the manifest does not name");
    }
    tally.sees(set);
    inputs.add(Inputs.of(fields));
    if (inputs.conflict() != null) {
      throw mismatch(inputs.conflict());
    }
    if (fields.containsKey("failed")) {
      tally.failed();
    } else {
      tally.made(next, (String) fields.get("sha256"));
    }
    next++;
  }

  /** The files that the samples read so far are made from. */
  Inputs inputs() {
    return inputs;
  }

  private void footer(Map<String, Object> fields, String hash, ShardSummary summary)
      throws Mismatch, IOException {
    if (!hash.equals(fields.get("lines")) || !summary.sha256().equals(fields.get("sha256"))) {
      throw mismatch("the manifest was changed");
    }
    Set<String> unknown = names();
    for (Object item : (List<?>) fields.get("files")) {
      Map<?, ?> file = (Map<?, ?>) item;
      String name = (String) file.get("name");
      if (!unknown.remove(name)) {
        throw mismatch("there is no " + name);
      }
      checkFile(name, (Long) file.get("length"), (String) file.get("sha256"));
    }
    unknown.remove(ShardFolder.MANIFEST);
    if (!unknown.isEmpty()) {
      throw mismatch(unknown.iterator().next() + " is not in the manifest");
    }
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries
          .filter(path -> !Files.isDirectory(path))
          .map(path -> name(folder, path))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** A file's name in a shard, with slashes on every system. */
  static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  private void checkFile(String name, long length, String sha256) throws Mismatch, IOException {
    Path file = folder.resolve(name);
    long size = Files.size(file);
    if (size != length) {
      throw mismatch(name + " has " + size + " bytes, the manifest says " + length);
    }
    MessageDigest digest = Hashes.digest();
    Hashes.update(digest, file);
    if (!Hashes.hex(digest).equals(sha256)) {
      throw mismatch(name + " has other bytes than the manifest says");
    }
  }

  private Mismatch mismatch(String message) {
    return new Mismatch(ShardFolder.name(shard) + ": " + message);
  }
}
