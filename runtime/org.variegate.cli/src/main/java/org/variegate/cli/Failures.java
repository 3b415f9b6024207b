package org.variegate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.variegate.draws.NearestName;
import org.variegate.engine.RunException;
import org.variegate.engine.recipe.RecipeException;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line, and turns it into an exit code. */
final class Failures {
  /** Names of files may hold line breaks, and what terminals obey. */
  private static final Pattern BREAKS = Pattern.compile("\\s*[\\p{Cc}\\u2028\\u2029][\\s\\p{Cc}]*");

  private final Root root;

  Failures(Root root) {
    this.root = root;
  }

  /** A command line that cannot be understood. */
  int usage(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    String hint = "; see " + line.getCommandSpec().qualifiedName() + " --help";
    return report(describe(e, line) + hint, ExitCode.USAGE, e);
  }

  private static String describe(ParameterException e, CommandLine line) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      if (word.startsWith("-")) {
        return "unknown option '" + word + "': " + NearestName.hint(word, options(line));
      }
      if (line.getParent() == null) {
        return "unknown command '" + word + "': " + NearestName.hint(word, commands(line));
      }
      return "one word too many: '" + word + "'";
    }
    if (e.getCause() instanceof TypeConversionException wrong && ours(e.getArgSpec())) {
      return name(e.getArgSpec()) + ": " + wrong.getMessage();
    }
    if (isInvalid(e, int.class, long.class)) {
      return name(e.getArgSpec()) + ": needs a whole number, got '" + e.getValue() + "'";
    }
    if (isInvalid(e, Path.class)) {
      return name(e.getArgSpec())
          + ": needs a path that the locale can express (try LC_ALL=C.UTF-8), got '"
          + e.getValue()
          + "'";
    }
    return firstLine(e.getMessage());
  }

  private static boolean ours(ArgSpec argument) {
    return argument != null && argument.converters().length > 0;
  }

  private static boolean isInvalid(ParameterException e, Class<?>... types) {
    return e.getArgSpec() != null
        && e.getValue() != null
        && List.of(types).contains(e.getArgSpec().type())
        && e.getMessage().startsWith("Invalid value");
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static List<String> commands(CommandLine line) {
    return line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.usageMessage().hidden())
        .map(CommandLine.Model.CommandSpec::name)
        .toList();
  }

  private static List<String> options(CommandLine line) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : line.getCommandSpec().options()) {
      names.addAll(List.of(option.names()));
    }
    return names;
  }

  /** A command that failed. */
  int execution(Exception e, CommandLine line, ParseResult parsed) {
    if (e instanceof RecipeException) {
      return report(e.getMessage(), ExitCode.RECIPE, e);
    }
    if (e instanceof RunException stopped) {
      return report(e.getMessage(), ExitCode.of(stopped.why()), e);
    }
    if (e instanceof CommandFailure failure) {
      return report(e.getMessage(), failure.exitCode(), e);
    }
    return report("a defect, please report it: " + e, ExitCode.DEFECT, e);
  }

  private int report(String message, int exitCode, Exception e) {
    String line = firstLine(message);
    if (root.json) {
      root.session()
          .out()
          .println(JsonLine.of(Map.of("event", "error", "message", line, "exit", exitCode)));
    } else {
      root.session().err().println("variegate: " + line);
    }
    if (root.verbose) {
      e.printStackTrace(root.session().err());
    }
    return exitCode;
  }

  private static String firstLine(String message) {
    return message == null ? "no message" : BREAKS.matcher(message.strip()).replaceAll(" ");
  }
}
