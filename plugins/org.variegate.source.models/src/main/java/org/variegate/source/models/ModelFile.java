package org.variegate.source.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.variegate.formats.FoundFile;

/**
 * A file with a model of a class.
 *
 * @param file where it is, and what it is called in draws
 * @param category its class
 */
record ModelFile(FoundFile file, String category) {
  private static final String[] ENDINGS = {".glb", ".gltf"};

  /**
   * Finds the files below a folder.
   *
   * @param path a folder with one folder a class
   * @param classes those that are wanted; none for all
   * @return at least one a class
   */
  static List<ModelFile> find(String path, List<String> classes) {
    Path folder = folder(path);
    List<String> categories = categories(folder);
    for (String name : classes) {
      if (!categories.contains(name)) {
        throw new IllegalArgumentException(
            "classes: needs some of " + categories + " in " + path + ", got " + name);
      }
    }
    List<String> wanted = classes.isEmpty() ? categories : classes;
    List<Path> folders = wanted.stream().map(folder::resolve).toList();
    List<ModelFile> files = new ArrayList<>();
    for (FoundFile file : FoundFile.below("path", folders, ENDINGS)) {
      int below = file.path().getNameCount() - folder.relativize(file.path()).getNameCount();
      files.add(new ModelFile(file, file.path().getName(below).toString()));
    }
    return files;
  }

  /**
   * Names of all models below a folder, of whatever class.
   *
   * @param path the folder
   */
  static Set<String> names(String path) {
    return FoundFile.below("path", List.of(folder(path)), ENDINGS).stream()
        .map(file -> file.path().getFileName().toString())
        .collect(Collectors.toSet());
  }

  private static Path folder(String path) {
    try {
      if (!path.isBlank()) {
        return Path.of(path).normalize();
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "path: needs a folder's name, got " + path.replaceAll("\\p{Cntrl}", "?"), e);
    }
    throw new IllegalArgumentException("path: needs a folder, got an empty name");
  }

  private static List<String> categories(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("path: needs a folder, got " + folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> names =
          entries
              .filter(Files::isDirectory)
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !name.startsWith("."))
              .sorted()
              .toList();
      if (names.isEmpty()) {
        throw new IllegalArgumentException(
            "path: " + folder + ": needs a folder for each class, got none");
      }
      return names;
    } catch (IOException e) {
      throw new IllegalArgumentException("path: " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return file.name();
  }
}
