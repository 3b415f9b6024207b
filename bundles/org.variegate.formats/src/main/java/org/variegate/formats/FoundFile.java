package org.variegate.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the files that an option names, and what it is called in draws and annotations.
 *
 * @param name the file's name; with as many of its folders before it as tell all files apart
 * @param path where it is
 */
public record FoundFile(String name, Path path) {
  private static final Pattern WILDCARD = Pattern.compile("[*?{\\[]");

  /**
   * Finds files: each entry in the order given, the files of a folder or a pattern in the order of
   * their paths' characters, none twice.
   *
   * @param key the option; errors begin with it
   * @param entries files, folders, whose files are taken but not those of folders within, or glob
   *     patterns; what is there under a name is no pattern, whatever characters it has
   * @param endings of names within folders and patterns, such as {@code .hdr}, in lower case; case
   *     does not matter; hidden files are left out
   * @return at least one file
   * @throws IllegalArgumentException if there is none, a file named as such is missing or no file,
   *     or a folder cannot be read
   */
  public static List<FoundFile> find(String key, List<String> entries, String... endings) {
    return found(key, entries, entry -> expand(key, entry, List.of(endings)));
  }

  /**
   * Finds files of folders, and of all folders within: folder by folder in the order given, each in
   * the order of their paths' characters, none twice.
   *
   * @param key the option; errors begin with it
   * @param folders to look through; links are followed
   * @param endings of names, such as {@code .glb}, in lower case; case does not matter; hidden
   *     files are left out
   * @return at least one file for each folder
   * @throws IllegalArgumentException if one has none, or cannot be read
   */
  public static List<FoundFile> below(String key, List<Path> folders, String... endings) {
    return found(
        key,
        folders,
        folder -> {
          try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return sorted(files, List.of(endings), none(key, text(folder), List.of(endings)));
          }
        });
  }

  /** What an entry stands for. */
  private interface Expansion<T> {
    List<Path> of(T entry) throws IOException;
  }

  private static <T> List<FoundFile> found(String key, List<T> entries, Expansion<T> expansion) {
    Set<Path> paths = new LinkedHashSet<>();
    for (T entry : entries) {
      try {
        paths.addAll(expansion.of(entry));
      } catch (UncheckedIOException e) {
        throw refusal(key, entry.toString(), e.getCause());
      } catch (IOException | InvalidPathException e) {
        throw refusal(key, entry.toString(), e);
      }
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(key + ": needs at least one file, got none");
    }
    return named(List.copyOf(paths));
  }

  private static String none(String key, String entry, List<String> endings) {
    return key
        + ": "
        + entry
        + ": needs files that end in "
        + String.join(", ", endings)
        + ", got none";
  }

  private static IllegalArgumentException refusal(String key, String entry, Exception e) {
    String why =
        e instanceof FileSystemLoopException
            ? "needs folders without loops of links, got " + e.getMessage()
            : e instanceof AccessDeniedException
                ? "needs permission to read " + e.getMessage()
                : e.getMessage();
    return new IllegalArgumentException(key + ": " + entry + ": " + why, e);
  }

  private static List<Path> expand(String key, String entry, List<String> endings)
      throws IOException {
    String none = none(key, entry, endings);
    if (entry.isEmpty()) {
      throw new IllegalArgumentException(key + ": needs a file or folder, got an empty name");
    }
    if (WILDCARD.matcher(entry).find() && !isThere(entry)) {
      return matching(key, entry, endings, none);
    }
    Path path = Path.of(entry).normalize();
    require(Files.exists(path), key + ": " + path + ": no such file");
    if (!Files.isDirectory(path)) {
      require(Files.isRegularFile(path), key + ": " + path + ": needs a file, got a device");
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return sorted(files, endings, none);
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private static boolean isThere(String entry) {
    try {
      return Files.exists(Path.of(entry));
    } catch (InvalidPathException e) {
      return false; // where names cannot have a pattern's characters
    }
  }

  /** A pattern's folders before the first wildcard are walked; links are followed. */
  private static List<Path> matching(String key, String pattern, List<String> endings, String none)
      throws IOException {
    List<String> parts = Arrays.asList(pattern.split("/"));
    int fixed = 0;
    while (!WILDCARD.matcher(parts.get(fixed)).find()) {
      fixed++;
    }
    String root = String.join("/", parts.subList(0, fixed));
    Path folder = Path.of(fixed == 1 && root.isEmpty() ? "/" : root).normalize();
    PathMatcher matcher = matcher(key, pattern, parts.subList(fixed, parts.size()));
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(none);
    }
    int depth = pattern.contains("**") ? Integer.MAX_VALUE : parts.size() - fixed;
    try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
      return sorted(files.filter(file -> matcher.matches(folder.relativize(file))), endings, none);
    }
  }

  private static PathMatcher matcher(String key, String pattern, List<String> parts) {
    try {
      return Path.of("").getFileSystem().getPathMatcher("glob:" + String.join("/", parts));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          key + ": needs a pattern such as folder/*.png, got " + pattern);
    }
  }

  private static List<Path> sorted(Stream<Path> files, List<String> endings, String none) {
    List<Path> found =
        new ArrayList<>(
            files.filter(file -> endsIn(file, endings) && Files.isRegularFile(file)).toList());
    if (found.isEmpty()) {
      throw new IllegalArgumentException(none);
    }
    found.sort(Comparator.comparing(FoundFile::text));
    return found;
  }

  private static boolean endsIn(Path file, List<String> endings) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && endings.stream().anyMatch(name::endsWith);
  }

  private static List<FoundFile> named(List<Path> paths) {
    int parts = distinguishing(paths);
    return paths.stream().map(path -> new FoundFile(name(path, parts), path)).toList();
  }

  private static int distinguishing(List<Path> paths) {
    for (int parts = 1; ; parts++) {
      Set<String> names = new HashSet<>();
      boolean longer = false;
      for (Path path : paths) {
        names.add(name(path, parts));
        longer |= path.getNameCount() > parts;
      }
      if (names.size() == paths.size() || !longer) {
        return parts;
      }
    }
  }

  private static String name(Path path, int parts) {
    int count = path.getNameCount();
    return text(path.subpath(Math.max(0, count - parts), count));
  }

  /** A path with slashes, on every platform. */
  private static String text(Path path) {
    return path.toString().replace('\\', '/');
  }

  /**
   * The hash of which files there are, as an input of every sample that chose one of them: another
   * file beside them changes what is chosen.
   *
   * @param files in their order
   * @return SHA-256 of their names, a line each, in hexadecimal digits
   */
  public static String sha256(List<FoundFile> files) {
    return FileHash.ofText(files.stream().map(f -> f + "\n").collect(Collectors.joining()));
  }

  @Override
  public String toString() {
    return name;
  }
}
