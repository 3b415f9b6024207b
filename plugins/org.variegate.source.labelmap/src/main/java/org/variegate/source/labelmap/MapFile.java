package org.variegate.source.labelmap;

import java.util.ArrayList;
import java.util.List;
import org.variegate.formats.FormatException;
import org.variegate.formats.FoundFile;
import org.variegate.formats.VolumeFile;

/**
 * A file and what it is called in draws and annotations.
 *
 * @param name the file's name; with as many of its folders before it as tell all files apart
 * @param volume the file
 */
record MapFile(String name, VolumeFile volume) {

  /** Reads the headers of files. */
  static List<MapFile> open(List<FoundFile> found) {
    List<MapFile> files = new ArrayList<>();
    for (FoundFile file : found) {
      try {
        files.add(new MapFile(file.name(), VolumeFile.open(file.path())));
      } catch (FormatException e) {
        throw new IllegalArgumentException("path: " + e.getMessage(), e);
      }
    }
    return files;
  }

  @Override
  public String toString() {
    return name;
  }
}
