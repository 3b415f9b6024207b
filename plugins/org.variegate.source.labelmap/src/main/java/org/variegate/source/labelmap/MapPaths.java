package org.variegate.source.labelmap;

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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Finds files: each entry in the order given, the files of a folder or a pattern in the order of
 * their paths' characters, none twice.
 */
final class MapPaths {
  private static final Pattern VOLUME = Pattern.compile("[^.].*\\.(nii|nii\\.gz|mgh|mgz)");
  private static final Pattern WILDCARD = Pattern.compile("[*?{\\[]");

  private MapPaths() {}

  static List<Path> expand(List<String> entries) {
    Set<Path> paths = new LinkedHashSet<>();
    for (String entry : entries) {
      paths.addAll(expand(entry));
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("path: needs at least one file, got none");
    }
    return List.copyOf(paths);
  }

  private static List<Path> expand(String entry) {
    try {
      if (WILDCARD.matcher(entry).find()) {
        return matching(entry);
      }
      Path path = Path.of(entry).normalize();
      return Files.isDirectory(path) ? within(path) : List.of(path);
    } catch (UncheckedIOException e) {
      throw refusal(entry, e.getCause());
    } catch (IOException | InvalidPathException e) {
      throw refusal(entry, e);
    }
  }

  private static IllegalArgumentException refusal(String entry, Exception e) {
    String why =
        e instanceof FileSystemLoopException
            ? "needs folders without loops of links, got " + e.getMessage()
            : e instanceof AccessDeniedException
                ? "needs permission to read " + e.getMessage()
                : e.getMessage();
    return new IllegalArgumentException("path: " + entry + ": " + why, e);
  }

  private static List<Path> within(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return sorted(files, folder + ": needs .nii, .nii.gz, .mgh or .mgz files, got none");
    }
  }

  /** A pattern's folders before the first wildcard are walked; links are followed. */
  private static List<Path> matching(String pattern) throws IOException {
    String[] parts = pattern.split("/");
    int fixed = 0;
    while (!WILDCARD.matcher(parts[fixed]).find()) {
      fixed++;
    }
    String root = String.join("/", List.of(parts).subList(0, fixed));
    Path folder = Path.of(fixed == 1 && root.isEmpty() ? "/" : root).normalize();
    PathMatcher matcher = matcher(pattern, List.of(parts).subList(fixed, parts.length));
    String none = pattern + ": needs .nii, .nii.gz, .mgh or .mgz files, got none";
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("path: " + none);
    }
    int depth = pattern.contains("**") ? Integer.MAX_VALUE : parts.length - fixed;
    try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
      return sorted(files.filter(file -> matcher.matches(folder.relativize(file))), none);
    }
  }

  private static PathMatcher matcher(String pattern, List<String> parts) {
    try {
      return Path.of("").getFileSystem().getPathMatcher("glob:" + String.join("/", parts));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "path: needs a pattern such as maps/*.nii.gz, got " + pattern);
    }
  }

  private static List<Path> sorted(Stream<Path> files, String none) {
    List<Path> volumes = new ArrayList<>(files.filter(MapPaths::isVolume).toList());
    if (volumes.isEmpty()) {
      throw new IllegalArgumentException("path: " + none);
    }
    volumes.sort(Comparator.comparing(MapPaths::text));
    return volumes;
  }

  private static boolean isVolume(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return VOLUME.matcher(name).matches() && Files.isRegularFile(path);
  }

  /** A path with slashes, on every platform. */
  static String text(Path path) {
    return path.toString().replace('\\', '/');
  }
}
