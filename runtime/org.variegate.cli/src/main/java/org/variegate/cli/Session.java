package org.variegate.cli;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.variegate.engine.Engine;
import org.variegate.engine.Libraries;
import org.variegate.engine.learning.Trainer;
import org.variegate.launcher.Launch;

/** What a command works with. */
final class Session {
  private static final long PATIENCE_MILLIS = 2_000;

  private final BundleContext context;
  private final Launch launch;
  private final PrintStream out;
  private final PrintStream err;
  private final Set<String> told = new LinkedHashSet<>();

  Session(BundleContext context, Launch launch, PrintStream out, PrintStream err) {
    this.context = context;
    this.launch = launch;
    this.out = out;
    this.err = err;
    offerLibraries();
  }

  BundleContext context() {
    return context;
  }

  Launch launch() {
    return launch;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  /**
   * What was said of plugins that do not run.
   *
   * @return a line each
   */
  Set<String> toldOfPlugins() {
    return Set.copyOf(told);
  }

  /** A line for each plugin that does not run, unless that was said before. */
  void tellOfFailedPlugins() {
    for (String line : launch.failedPlugins()) {
      if (told.add(line)) {
        err.println("variegate: warning: " + line);
      }
    }
  }

  /** Lets the engine have the bundles that learn, where a recipe's model needs them. */
  private void offerLibraries() {
    LearningBundles bundles = new LearningBundles(this);
    context.registerService(Libraries.class, () -> bundles.started(), null);
  }

  /**
   * What trains and measures.
   *
   * @param command that wants it, for the message
   * @throws CommandFailure if this distribution has nothing that learns
   */
  Trainer trainer(String command) throws CommandFailure {
    new LearningBundles(this).start(command);
    return service(Trainer.class, "what trains models");
  }

  /**
   * The engine, after a line for each plugin that does not run.
   *
   * @throws CommandFailure if there is none
   */
  Engine engine() throws CommandFailure {
    tellOfFailedPlugins();
    return service(Engine.class, "the engine");
  }

  private <T> T service(Class<T> type, String words) throws CommandFailure {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
    tracker.open();
    try {
      T service = tracker.waitForService(PATIENCE_MILLIS);
      if (service == null) {
        throw new CommandFailure(
            ExitCode.DEFECT, words + " is not running; '" + launch.program() + " doctor' says why");
      }
      return service;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.STOPPED, "interrupted while waiting for " + words);
    }
  }
}
