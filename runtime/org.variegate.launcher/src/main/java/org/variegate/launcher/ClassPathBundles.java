package org.variegate.launcher;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * Bundles whose classes the application's class loader loads. The framework's own bundles never
 * change while a process lives, and on the class path the virtual machine takes them, parsed and
 * verified, from its archive of shared classes. They are bundles in every other way: what they
 * export and import is wired, their components are components.
 */
final class ClassPathBundles implements ModuleConnector {
  /**
   * The header with which a bundle names a Runnable of its own, with a public constructor, that
   * loads and warms what takes long and needs no framework. It runs while the framework boots.
   */
  private static final String PRELOAD = "Variegate-Preload";

  private final Map<String, ClassPathBundle> modules = new LinkedHashMap<>();
  private final List<String> preloads = new ArrayList<>();

  /**
   * Finds the bundles among the jars on the class path.
   *
   * @param classPath as in {@code java.class.path}
   * @throws IOException if a jar cannot be read
   */
  ClassPathBundles(String classPath) throws IOException {
    for (String path : classPath.split(File.pathSeparator)) {
      if (!path.endsWith(".jar")) {
        continue;
      }
      File file = new File(path).getCanonicalFile();
      ClassPathBundle bundle = new ClassPathBundle(file);
      if (bundle.isBundle()) {
        modules.put(file.toURI().toString(), bundle);
        bundle.header(PRELOAD).ifPresent(preloads::add);
      }
    }
  }

  /**
   * What to install.
   *
   * @param which of them, by their symbolic names
   * @return locations in the order of the class path
   */
  List<String> locations(Predicate<String> which) {
    return modules.entrySet().stream()
        .filter(module -> which.test(module.getValue().symbolicName()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Runs what the bundles want to have run early, on a thread of its own. */
  void preload() {
    Thread thread = new Thread(() -> preloads.forEach(ClassPathBundles::run), "preload");
    thread.setDaemon(true);
    thread.start();
  }

  private static void run(String name) {
    try {
      Class.forName(name).asSubclass(Runnable.class).getConstructor().newInstance().run();
    } catch (ReflectiveOperationException | LinkageError e) {
      System.err.println("variegate: warning: " + name + " cannot be preloaded: " + e);
    }
  }

  @Override
  public void initialize(File storage, Map<String, String> configuration) {
    // the bundles are known before the framework is
  }

  @Override
  public Optional<ConnectModule> connect(String location) {
    return Optional.ofNullable(modules.get(location)).map(bundle -> () -> bundle);
  }

  @Override
  public Optional<BundleActivator> newBundleActivator() {
    return Optional.empty();
  }
}
