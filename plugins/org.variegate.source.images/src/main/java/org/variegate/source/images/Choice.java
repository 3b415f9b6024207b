package org.variegate.source.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.variegate.formats.FoundFile;

/** Which files are taken, by class. */
final class Choice {
  /** The class of files that have none. */
  static final String NONE = "";

  private static final String[] PICTURES = {".png", ".jpg", ".jpeg"};
  private static final String[] SCANS = {".nii", ".nii.gz", ".mgh", ".mgz"};

  private Choice() {}

  /**
   * Files that have no class.
   *
   * @param entries files, folders or patterns
   * @return all under one class, {@link #NONE}
   */
  static Map<String, List<FoundFile>> files(List<String> entries) {
    return Map.of(NONE, FoundFile.find("files", entries, all()));
  }

  private static String[] all() {
    return Stream.concat(Arrays.stream(PICTURES), Arrays.stream(SCANS)).toArray(String[]::new);
  }

  /**
   * Volumes.
   *
   * @param key the option; errors begin with it
   * @param entries files, folders or patterns
   */
  static List<FoundFile> scans(String key, String... entries) {
    return FoundFile.find(key, List.of(entries), SCANS);
  }

  /** Whether a file is named like a picture, rather than like a volume. */
  static boolean isPicture(FoundFile file) {
    String name = file.path().toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(PICTURES).anyMatch(name::endsWith);
  }

  /**
   * Files by the folder they lie in.
   *
   * @param folder with a folder for each class
   * @param classes to take, none for all
   * @return at least one file for each class
   */
  static Map<String, List<FoundFile>> folders(String folder, List<String> classes) {
    Path root = path(folder);
    List<String> names = classes.isEmpty() ? folders(root) : classes;
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("classes: needs each once, got " + names);
    }
    List<Path> folders = names.stream().map(name -> folder(root, name)).toList();
    List<FoundFile> all = FoundFile.below("folders", folders, PICTURES);
    Map<String, List<FoundFile>> files = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      Path own = folders.get(i);
      files.put(names.get(i), all.stream().filter(f -> f.path().startsWith(own)).toList());
    }
    return files;
  }

  private static Path path(String folder) {
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("folders: needs a folder, got " + folder, e);
    }
  }

  private static Path folder(Path root, String name) {
    Path folder = root.resolve(name);
    if (name.isBlank() || !Files.isDirectory(folder) || !folder.getParent().equals(root)) {
      throw new IllegalArgumentException(
          "classes: needs the name of a folder in " + root + ", got '" + name + "'");
    }
    return folder;
  }

  private static List<String> folders(Path root) {
    try (Stream<Path> inside = Files.list(root)) {
      List<String> names =
          inside
              .filter(Files::isDirectory)
              .map(path -> path.getFileName().toString())
              .filter(name -> !name.startsWith("."))
              .sorted()
              .toList();
      if (names.isEmpty()) {
        throw new IllegalArgumentException("folders: needs a folder for each class in " + root);
      }
      return names;
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("folders: needs a folder, got " + root, e);
    }
  }

  /**
   * Of each class the files from one place to another.
   *
   * @param files by class, in order
   * @param from the first, counted from 0
   * @param to behind the last; 0 for all
   * @return at least one file for each class
   */
  static <T> Map<String, List<T>> part(Map<String, List<T>> files, int from, int to) {
    if (!(from >= 0)) {
      throw new IllegalArgumentException("from: needs at least 0, got " + from);
    }
    if (!(to == 0 || to > from)) {
      throw new IllegalArgumentException("to: needs 0 or more than from, " + from + ", got " + to);
    }
    Map<String, List<T>> parts = new TreeMap<>();
    files.forEach((name, all) -> parts.put(name, part(name, all, from, to)));
    return parts;
  }

  private static <T> List<T> part(String name, List<T> all, int from, int to) {
    String whose = name.isEmpty() ? "" : " of class " + name;
    if (from >= all.size()) {
      throw new IllegalArgumentException(
          "from: needs less than the " + all.size() + " files" + whose + ", got " + from);
    }
    if (to > all.size()) {
      throw new IllegalArgumentException(
          "to: needs at most the " + all.size() + " files" + whose + ", got " + to);
    }
    return all.subList(from, to == 0 ? all.size() : to);
  }
}
