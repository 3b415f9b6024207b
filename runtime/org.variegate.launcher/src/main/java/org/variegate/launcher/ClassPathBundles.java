package org.variegate.launcher;

import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Map<String, ConnectModule> modules = new LinkedHashMap<>();

  /**
   * Finds the bundles among the jars on the class path.
   *
   * @param classPath as in {@code java.class.path}
   * @throws IOException if a jar cannot be read
   */
  ClassPathBundles(String classPath) throws IOException {
    for (String path : classPath.split(File.pathSeparator)) {
      File file = new File(path);
      ClassPathBundle bundle = new ClassPathBundle(file);
      if (bundle.isBundle()) {
        modules.put(file.toURI().toString(), () -> bundle);
      }
    }
  }

  /**
   * What to install.
   *
   * @return locations in the order of the class path
   */
  Set<String> locations() {
    return modules.keySet();
  }

  @Override
  public void initialize(File storage, Map<String, String> configuration) {
    // the bundles are known before the framework is
  }

  @Override
  public Optional<ConnectModule> connect(String location) {
    return Optional.ofNullable(modules.get(location));
  }

  @Override
  public Optional<BundleActivator> newBundleActivator() {
    return Optional.empty();
  }
}
