package org.variegate.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands by name. A command's class is loaded when it is wanted. */
final class Commands {
  private static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("run", Run::new);
    ALL.put("check", Check::new);
    ALL.put("preview", Preview::new);
    ALL.put("dev", Dev::new);
    ALL.put("replay", Replay::new);
    ALL.put("verify", Verify::new);
    ALL.put("train", Train::new);
    ALL.put("evaluate", Evaluate::new);
    ALL.put("predict", Predict::new);
    ALL.put("explain", Explain::new);
    ALL.put("export", Export::new);
    ALL.put("plugins", Plugins::new);
    ALL.put("describe", Describe::new);
    ALL.put("schema", Schema::new);
    ALL.put("doctor", Doctor::new);
    ALL.put("completion", Completion::new);
    ALL.put("rehearse", Rehearse::new);
  }

  private Commands() {}

  /**
   * Runs what was typed.
   *
   * @return the exit code
   */
  static int execute(Session session, List<String> arguments) {
    Root root = new Root(session);
    boolean known = !arguments.isEmpty() && ALL.containsKey(arguments.get(0));
    CommandLine line = known ? with(root, List.of(arguments.get(0))) : withAll(root);
    Failures failures = new Failures(root);
    line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(failures::usage);
    line.setExecutionExceptionHandler(failures::execution);
    return line.execute(arguments.toArray(String[]::new));
  }

  /** All commands, as for the help of the whole. */
  static CommandLine withAll(Root root) {
    return with(root, ALL.keySet());
  }

  private static CommandLine with(Root root, Iterable<String> names) {
    CommandLine line = new CommandLine(root);
    line.getCommandSpec().version("variegate " + root.session().context().getBundle().getVersion());
    for (String name : names) {
      line.addSubcommand(name, ALL.get(name).get());
    }
    return line;
  }
}
