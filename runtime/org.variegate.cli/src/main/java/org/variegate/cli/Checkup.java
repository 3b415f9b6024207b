package org.variegate.cli;

import static org.variegate.cli.Finding.Level.FAIL;
import static org.variegate.cli.Finding.Level.OK;
import static org.variegate.cli.Finding.Level.WARN;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.variegate.engine.Engine;

/** Looks at the machine, at Java, at the bundles and at the plugins. */
final class Checkup {
  private static final int FLOOR = 17;
  private static final long SMALL_HEAP_MEGABYTES = 1024;
  private static final long SMALL_DISK_MEGABYTES = 1024;

  private final Session session;
  private final List<Finding> findings = new ArrayList<>();

  Checkup(Session session) {
    this.session = session;
  }

  List<Finding> findings() {
    machine();
    plugins();
    findings.addAll(new LearningCheckup(session).findings());
    bundles();
    components();
    return List.copyOf(findings);
  }

  private void add(Finding.Level level, String subject, String message) {
    findings.add(new Finding(level, subject, message));
  }

  private void machine() {
    int feature = Runtime.version().feature();
    add(
        feature >= FLOOR ? OK : FAIL,
        "java",
        Runtime.version()
            + ", "
            + System.getProperty("java.vm.name")
            + ", in "
            + System.getProperty("java.home"));
    add(OK, "processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    add(
        heap < SMALL_HEAP_MEGABYTES ? WARN : OK,
        "memory",
        heap + " MB of heap at most; VARIEGATE_OPTS=-Xmx4g gives 4 GB");
    archive();
    long disk = new File(".").getAbsoluteFile().getUsableSpace() >> 20;
    add(
        disk < SMALL_DISK_MEGABYTES ? WARN : OK,
        "disk",
        disk + " MB free in " + new File("").getAbsolutePath());
    add(
        GraphicsEnvironment.isHeadless() ? OK : WARN,
        "headless",
        GraphicsEnvironment.isHeadless()
            ? "yes"
            : "no: pictures may open a connection to a display");
    String language = Locale.getDefault().toLanguageTag();
    boolean root = Locale.getDefault().equals(Locale.ROOT);
    add(OK, "locale", (root ? "none" : language) + ", " + Charset.defaultCharset());
  }

  private void archive() {
    boolean shared =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(a -> a.startsWith("-XX:SharedArchiveFile=") || a.startsWith("-XX:AOTCache="));
    add(
        shared ? OK : WARN,
        "archive",
        shared ? "classes come from an archive" : "no archive of classes: each start is slower");
  }

  private void bundles() {
    Bundle[] all = session.context().getBundles();
    int active = 0;
    for (Bundle bundle : all) {
      if (bundle.getState() == Bundle.ACTIVE) {
        active++;
      } else {
        add(
            FAIL,
            "bundle",
            bundle.getSymbolicName() + " " + bundle.getVersion() + " is not active");
      }
    }
    add(OK, "bundles", active + " of " + all.length + " active");
  }

  private void components() {
    BundleContext context = session.context();
    ServiceReference<ServiceComponentRuntime> reference =
        context.getServiceReference(ServiceComponentRuntime.class);
    if (reference == null) {
      add(FAIL, "components", "declarative services are not running");
      return;
    }
    ServiceComponentRuntime runtime = context.getService(reference);
    int count = 0;
    for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
      count++;
      for (ComponentConfigurationDTO component :
          runtime.getComponentConfigurationDTOs(description)) {
        inspect(description, component);
      }
    }
    add(OK, "components", count + " declared");
  }

  private void inspect(ComponentDescriptionDTO description, ComponentConfigurationDTO component) {
    if (component.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
      String cause = component.failure == null ? "" : component.failure.lines().findFirst().get();
      add(FAIL, "component", description.name + " failed: " + cause);
    } else if (component.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
      StringBuilder missing = new StringBuilder();
      for (var reference : component.unsatisfiedReferences) {
        missing.append(' ').append(reference.name);
      }
      add(FAIL, "component", description.name + " waits for" + missing);
    }
  }

  /** Listing the plugins starts them all. */
  private void plugins() {
    ServiceReference<Engine> engine = session.context().getServiceReference(Engine.class);
    if (engine == null) {
      add(FAIL, "engine", "is not running");
    } else {
      int count = session.context().getService(engine).plugins().plugins().size();
      add(count == 0 ? WARN : OK, "plugins", count + " installed");
    }
    session.launch().failedPlugins().forEach(line -> add(FAIL, "plugin", line));
  }
}
