package org.variegate.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;

/** A running framework with all its bundles and plugins started. */
final class Booted implements AutoCloseable {
  private static final String WATCHER = "org.apache.felix.fileinstall";

  /** While it looks at the folders the first time, the watcher lets no such service come. */
  private static final String BEFORE_WATCHER = "org.apache.felix.configadmin";

  /** Makes a stack trace of every event of a service: it is started for plugins that log. */
  private static final String LOG = "org.apache.felix.log";

  private static final long PATIENCE_MILLIS = 10_000;

  private final FrameworkStorage storage;
  private final Framework framework;

  private Booted(FrameworkStorage storage, Framework framework) {
    this.storage = storage;
    this.framework = framework;
  }

  /**
   * Boots. The plugins' folders are read first, while all else is installed and started: that takes
   * as long. When this returns, every jar in them is installed or has failed.
   */
  static Booted with(Invocation invocation) throws IOException, BundleException {
    ClassPathBundles connector = new ClassPathBundles(System.getProperty("java.class.path"));
    connector.preload();
    FrameworkStorage storage = new FrameworkStorage(FrameworkStorage.usualParent());
    Framework framework =
        new FrameworkFactory().newFramework(properties(invocation, storage), connector);
    framework.start();
    List<Bundle> before = installed(framework, connector.locations(BEFORE_WATCHER::equals));
    List<Bundle> watcher = installed(framework, connector.locations(WATCHER::equals));
    start(before);
    FutureTask<Void> plugins = new FutureTask<>(() -> start(watcher));
    new Thread(plugins, "plugins").start();
    Set<String> started = Set.of(BEFORE_WATCHER, WATCHER);
    List<Bundle> others =
        installed(framework, connector.locations(name -> !started.contains(name)));
    start(others.stream().filter(bundle -> !LOG.equals(bundle.getSymbolicName())).toList());
    register(others, new LaunchService(invocation, framework));
    await(plugins);
    return new Booted(storage, framework);
  }

  /**
   * Installs and resolves bundles, before two threads start them: Felix breaks a deadlock of a
   * thread that resolves and one that starts what the first needs by interrupting one of them,
   * which fails.
   */
  private static List<Bundle> installed(Framework framework, List<String> locations)
      throws BundleException {
    List<Bundle> bundles = new ArrayList<>();
    for (String location : locations) {
      Bundle bundle = framework.getBundleContext().installBundle(location);
      ClassPathOwners.add(bundle);
      bundles.add(bundle);
    }
    if (!framework.adapt(FrameworkWiring.class).resolveBundles(bundles)) {
      throw new BundleException("the distribution is not whole: a bundle cannot be resolved");
    }
    return bundles;
  }

  private static Void start(List<Bundle> bundles) throws BundleException {
    for (Bundle bundle : bundles) {
      bundle.start();
    }
    return null;
  }

  private static void await(FutureTask<Void> plugins) throws BundleException {
    try {
      plugins.get();
    } catch (ExecutionException e) {
      throw new BundleException("the plugins' folders cannot be watched: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BundleException("interrupted", e);
    }
  }

  private static void register(List<Bundle> bundles, Launch launch) {
    String self = "org.variegate.launcher";
    for (Bundle bundle : bundles) {
      if (self.equals(bundle.getSymbolicName())) {
        bundle.getBundleContext().registerService(Launch.class, launch, new Hashtable<>());
      }
    }
  }

  private static Map<String, String> properties(Invocation invocation, FrameworkStorage storage) {
    String folders =
        invocation.folders().stream().map(Path::toString).collect(Collectors.joining(","));
    return Map.ofEntries(
        Map.entry("org.osgi.framework.storage", storage.folder().resolve("framework").toString()),
        Map.entry("felix.cache.locking", "false"),
        Map.entry("felix.log.level", "1"),
        // of URLs with protocols that bundles make; those of bundles' entries need no service
        Map.entry("felix.service.urlhandlers", "false"),
        // what goes wrong is told by the launcher and the engine, in a line that says what to do
        Map.entry("ds.showerrors", "false"),
        // bundles are few: threads that resolve them cost more than they save
        Map.entry("felix.resolver.parallelism", "1"),
        Map.entry("felix.fileinstall.dir", folders),
        Map.entry("felix.fileinstall.filter", ".*\\.jar"),
        // the engine starts those that a recipe names, and those that come later
        Map.entry("felix.fileinstall.bundles.new.start", "false"),
        Map.entry("felix.fileinstall.poll", "300"),
        Map.entry("felix.fileinstall.noInitialDelay", "true"),
        Map.entry("felix.fileinstall.disableNio2", "true"),
        Map.entry("felix.fileinstall.enableConfigSave", "false"),
        Map.entry("felix.fileinstall.optionalImportRefreshScope", "none"),
        Map.entry("felix.fileinstall.fragmentRefreshScope", "none"),
        Map.entry("felix.fileinstall.log.level", "0"),
        Map.entry("felix.fileinstall.tmpdir", storage.folder().resolve("jars").toString()));
  }

  /**
   * Calls the command line.
   *
   * @return its exit code
   * @throws BundleException if there is none
   */
  int call() throws BundleException {
    ServiceTracker<Callable<Integer>, Callable<Integer>> tracker =
        new ServiceTracker<>(framework.getBundleContext(), commandLine(), null);
    tracker.open();
    try {
      Callable<Integer> command = tracker.waitForService(PATIENCE_MILLIS);
      if (command == null) {
        throw new BundleException("the command line is not there");
      }
      return command.call();
    } catch (BundleException e) {
      throw e;
    } catch (Exception e) {
      throw new BundleException("the command line failed: " + e, e);
    } finally {
      tracker.close();
    }
  }

  private static org.osgi.framework.Filter commandLine() {
    try {
      return FrameworkUtil.createFilter(
          "(&(objectClass=java.util.concurrent.Callable)(" + Launch.COMMAND_LINE + "=true))");
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    storage.close();
  }
}
