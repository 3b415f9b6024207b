package org.variegate.yardsticks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds pictures and their classes: in datasets, and in folders with a folder for each class. */
final class Shots {
  private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png)");
  private static final Pattern IMAGE = Pattern.compile("(\\d+)(-image)?\\.(jpg|png)");

  private Shots() {}

  /**
   * Reads a folder.
   *
   * @param folder a dataset that the sink {@code folder} or {@code webdataset} wrote, with {@code
   *     objects} among its annotations; or one with pictures in {@code <class>/}
   * @throws IOException if it is neither, has no pictures, or one has no class
   */
  static List<Shot> read(Path folder) throws IOException {
    List<Shot> shots = new ArrayList<>();
    boolean dataset = Files.exists(folder.resolve("dataset.yaml"));
    for (Path part : children(folder)) {
      if (Files.isDirectory(part) && !part.getFileName().toString().startsWith(".")) {
        if (dataset) {
          shard(part, shots);
        } else {
          category(part, shots);
        }
      }
    }
    if (shots.isEmpty()) {
      throw new IOException(folder + ": needs a dataset with pictures, or pictures in <class>/");
    }
    return shots;
  }

  /** How many of each class at most, the first ones. */
  static List<Shot> first(List<Shot> shots, int most) {
    Map<String, Integer> counts = new HashMap<>();
    return shots.stream().filter(s -> counts.merge(s.label(), 1, Integer::sum) <= most).toList();
  }

  /**
   * Those of some classes.
   *
   * @throws IOException if there are none
   */
  static List<Shot> of(List<String> labels, List<Shot> shots, Path where) throws IOException {
    List<Shot> found = shots.stream().filter(s -> labels.contains(s.label())).toList();
    if (found.isEmpty()) {
      throw new IOException(where + ": needs pictures of " + labels + ", got " + labels(shots));
    }
    return found;
  }

  /** The classes, in alphabetical order. */
  static List<String> labels(List<Shot> shots) {
    return shots.stream().map(Shot::label).distinct().sorted().toList();
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  private static void category(Path folder, List<Shot> shots) throws IOException {
    for (Path file : children(folder)) {
      String name = file.getFileName().toString();
      if (PICTURE.matcher(name).matches()) {
        String label = folder.getFileName().toString();
        shots.add(new Shot(label, label + "/" + name, file, 0, (int) Files.size(file)));
      }
    }
  }

  private static void shard(Path folder, List<Shot> shots) throws IOException {
    Map<Long, String> labels = labels(folder.resolve("manifest.jsonl"));
    for (Path file : children(folder)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".tar")) {
        for (Tar.Entry entry : Tar.list(file)) {
          add(entry.name(), file, entry.offset(), entry.length(), labels, shots);
        }
      } else {
        add(name, file, 0, Files.size(file), labels, shots);
      }
    }
  }

  private static void add(
      String name, Path file, long offset, long length, Map<Long, String> labels, List<Shot> shots)
      throws IOException {
    Matcher image = IMAGE.matcher(name);
    if (image.matches()) {
      String label = labels.get(Long.parseLong(image.group(1)));
      if (label == null) {
        throw new IOException(
            file + ": " + name + " needs an object with a class among its annotations");
      }
      String shown = file.getParent().getFileName() + "/" + name;
      shots.add(new Shot(label, shown, file, offset, Math.toIntExact(length)));
    }
  }

  /** The class of the first object of each sample. */
  private static Map<Long, String> labels(Path manifest) throws IOException {
    Map<Long, String> labels = new HashMap<>();
    List<String> lines = Files.readAllLines(manifest);
    for (int i = 0; i < lines.size(); i++) {
      if (parsed(manifest, i + 1, lines.get(i)) instanceof Map<?, ?> sample
          && sample.get("index") instanceof Long index
          && sample.get("annotations") instanceof Map<?, ?> annotations) {
        Object objects = annotations.get("objects");
        for (Object object : objects instanceof List<?> list ? list : Collections.emptyList()) {
          if (object instanceof Map<?, ?> map && map.get("class") instanceof String label) {
            labels.putIfAbsent(index, label);
          }
        }
      }
    }
    return labels;
  }

  private static Object parsed(Path manifest, int number, String line) throws IOException {
    try {
      return Json.parse(line);
    } catch (IOException e) {
      throw new IOException(manifest + ", line " + number + ": needs JSON, got " + line, e);
    }
  }
}
