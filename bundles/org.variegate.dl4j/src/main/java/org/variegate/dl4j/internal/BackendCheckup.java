package org.variegate.dl4j.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.variegate.dl4j.Backend;
import org.variegate.dl4j.BackendException;
import org.variegate.dl4j.BackendReport;

/**
 * What {@code doctor} says of learning: messages, and whether each is {@code ok} or a {@code warn}.
 * It starts ND4J, since nothing else proves that it can be.
 */
@Component(service = Callable.class, property = "variegate.checkup=learning")
public final class BackendCheckup implements Callable<Map<String, String>> {
  private final Backend backend;

  /**
   * Waits to be asked.
   *
   * @param backend what to start
   */
  @Activate
  public BackendCheckup(@Reference Backend backend) {
    this.backend = backend;
  }

  @Override
  public Map<String, String> call() throws BackendException {
    BackendReport report = backend.start();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(what(report), "ok");
    lines.put(
        report.fast()
            ? "fast: convolutions go through oneDNN"
            : "slow, 10 to 20 times: " + report.slowBecause(),
        report.fast() ? "ok" : "warn");
    lines.put(memory(report), "ok");
    return lines;
  }

  private static String what(BackendReport report) {
    return String.format(
        Locale.ROOT,
        "Deeplearning4j %s for %s with %s, %s; started in %.1f s",
        report.version(),
        report.platform(),
        report.instructions(),
        report.threads() == 1 ? "1 thread" : report.threads() + " threads",
        report.seconds());
  }

  private static String memory(BackendReport report) {
    return (report.memoryBytes() >> 20)
        + " MB for the process at most; VARIEGATE_OPTS=-D"
        + Backend.MEMORY
        + "=8g gives 8 GB";
  }
}
