package org.variegate.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Looks for what could keep the program from working well. */
@Command(
    name = "doctor",
    description = "Looks for what could keep this installation from working well.",
    sortOptions = false)
final class Doctor implements Callable<Integer> {
  @ParentCommand Root root;

  @Override
  public Integer call() {
    List<Finding> findings = new Checkup(root.session()).findings();
    for (Finding finding : findings) {
      root.session().out().println(root.json ? json(finding) : text(finding));
    }
    boolean failed = findings.stream().anyMatch(f -> f.level() == Finding.Level.FAIL);
    return failed ? ExitCode.RECIPE : ExitCode.DONE;
  }

  private static String text(Finding finding) {
    return String.format(
        Locale.ROOT, "%-4s  %-10s  %s", word(finding), finding.subject(), finding.message());
  }

  private static String json(Finding finding) {
    return JsonLine.of(
        Map.of("level", word(finding), "subject", finding.subject(), "message", finding.message()));
  }

  private static String word(Finding finding) {
    return finding.level().name().toLowerCase(Locale.ROOT);
  }
}
