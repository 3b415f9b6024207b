package org.variegate.source.labelmap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.variegate.formats.FormatException;
import org.variegate.formats.VolumeFile;

/**
 * A file and what it is called in draws and annotations.
 *
 * @param name the file's name; with as many of its folders before it as tell all files apart
 * @param volume the file
 */
record MapFile(String name, VolumeFile volume) {

  /** Reads the headers of files. */
  static List<MapFile> open(List<Path> paths) {
    int parts = distinguishing(paths);
    List<MapFile> files = new ArrayList<>();
    for (Path path : paths) {
      try {
        files.add(new MapFile(name(path, parts), VolumeFile.open(path)));
      } catch (FormatException e) {
        throw new IllegalArgumentException("path: " + e.getMessage());
      }
    }
    return files;
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
    return MapPaths.text(path.subpath(Math.max(0, count - parts), count));
  }

  @Override
  public String toString() {
    return name;
  }
}
