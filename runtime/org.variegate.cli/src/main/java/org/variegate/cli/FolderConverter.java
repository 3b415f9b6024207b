package org.variegate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A folder that is there. */
final class FolderConverter implements ITypeConverter<Path> {

  @Override
  public Path convert(String typed) {
    Path folder = Path.of(typed);
    if (!Files.isDirectory(folder)) {
      String got = Files.exists(folder) ? ", got the file '" : ", but there is no '";
      throw new TypeConversionException("needs a folder" + got + typed + "'");
    }
    return folder;
  }
}
