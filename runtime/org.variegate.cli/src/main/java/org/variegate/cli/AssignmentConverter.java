package org.variegate.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What stands after {@code --set}: has a name and an equals sign. */
final class AssignmentConverter implements ITypeConverter<String> {

  @Override
  public String convert(String typed) {
    if (typed.indexOf('=') < 1) {
      throw new TypeConversionException("needs NAME=VALUE, got '" + typed + "'");
    }
    return typed;
  }
}
