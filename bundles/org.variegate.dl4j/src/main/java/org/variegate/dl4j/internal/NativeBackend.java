package org.variegate.dl4j.internal;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.variegate.dl4j.Backend;
import org.variegate.dl4j.BackendException;
import org.variegate.dl4j.BackendReport;

/** Starts ND4J once in a process. */
@Component(service = Backend.class)
public final class NativeBackend implements Backend {
  private static final int MOST_THREADS = 256;
  private static final String LIBRARIES = "natives";
  private static final NativeBackend ON_CLASS_PATH = new NativeBackend((Bundle) null);

  private final Bundle bundle;
  private BackendReport report;

  /**
   * Waits to be asked.
   *
   * @param context of this bundle
   */
  @Activate
  public NativeBackend(BundleContext context) {
    this(context.getBundle());
  }

  private NativeBackend(Bundle bundle) {
    this.bundle = bundle;
  }

  /** See {@link Backend#onClassPath}. */
  public static Backend onClassPath() {
    return ON_CLASS_PATH;
  }

  @Override
  public BackendReport start() throws BackendException {
    synchronized (NativeBackend.class) {
      return report != null ? report : start(chosenThreads());
    }
  }

  @Override
  public BackendReport start(int threads) throws BackendException {
    if (!(threads >= 1 && threads <= MOST_THREADS)) {
      throw new IllegalArgumentException(
          "threads: needs 1 to " + MOST_THREADS + ", got " + threads);
    }
    synchronized (NativeBackend.class) {
      if (report == null) {
        report = started(threads);
      }
      if (report.threads() != threads) {
        throw new BackendException(
            "learning: works with "
                + report.threads()
                + " threads until this process ends, got "
                + threads);
      }
      return report;
    }
  }

  private static int chosenThreads() throws BackendException {
    String chosen = System.getProperty(THREADS, System.getenv("OMP_NUM_THREADS"));
    if (chosen == null) {
      return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }
    try {
      int threads = Integer.parseInt(chosen.strip());
      if (threads >= 1 && threads <= MOST_THREADS) {
        return threads;
      }
    } catch (NumberFormatException e) {
      throw new BackendException(wrongThreads(chosen), e);
    }
    throw new BackendException(wrongThreads(chosen));
  }

  private static String wrongThreads(String chosen) {
    return "learning: " + THREADS + " needs 1 to " + MOST_THREADS + ", got " + chosen;
  }

  private BackendReport started(int threads) throws BackendException {
    long start = System.nanoTime();
    Natives natives = Natives.ofThisBundle();
    Machine.check(natives, Machine.platform());
    Path folder = unpacked(natives);
    setDefault(MEMORY, String.valueOf(Machine.arrayBytes()));
    setDefault(PROCESS_MEMORY, String.valueOf(Machine.processBytes()));
    System.setProperty("org.eclipse.deeplearning4j.helpers.disable", "false");
    // a dump asks the machine through libraries that are not here
    System.setProperty("org.deeplearning4j.crash.reporting.enabled", "false");
    System.setProperty("org.nd4j.versioncheck", "false");
    try {
      return Nd4jStart.start(natives, folder, threads, start);
    } catch (LinkageError | RuntimeException e) {
      throw new BackendException("learning: ND4J cannot be started: " + rootOf(e), e);
    }
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static String rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString().lines().findFirst().orElse("").strip();
  }

  /** The folder with the natives; where JavaCPP finds them by itself, the folder for its copies. */
  private Path unpacked(Natives natives) throws BackendException {
    List<URL> libraries = libraries();
    String chosen = System.getProperty(NATIVES);
    Path parent = chosen != null ? Path.of(chosen) : usualParent();
    if (libraries.isEmpty()) {
      System.setProperty("org.bytedeco.javacpp.cachedir", parent.toString());
      return parent;
    }
    Path folder = new NativeFolder(parent, natives.name()).with(libraries);
    System.setProperty("org.bytedeco.javacpp.cachedir", folder.toString());
    // it adds the libraries that are wanted under a second name
    System.setProperty("org.bytedeco.javacpp.cachedir.nosubdir", "true");
    System.setProperty("org.bytedeco.javacpp.pathsFirst", "true");
    System.setProperty("org.bytedeco.javacpp.platform.linkpath", folder.toString());
    return folder;
  }

  private static Path usualParent() throws BackendException {
    String home = System.getProperty("variegate.home");
    if (home != null) {
      return Path.of(home, "learning", LIBRARIES);
    }
    Path own = place();
    return own.resolveSibling(own.getFileName().toString().replace(".jar", "") + "-" + LIBRARIES);
  }

  private static Path place() throws BackendException {
    try {
      URI self = NativeBackend.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(self);
    } catch (java.net.URISyntaxException | RuntimeException e) {
      throw new BackendException("learning: -D" + NATIVES + "=FOLDER is needed here", e);
    }
  }

  private List<URL> libraries() throws BackendException {
    if (bundle != null) {
      return Collections.list(bundle.findEntries(LIBRARIES, "*", true)).stream()
          .filter(url -> !url.getPath().endsWith("/"))
          .toList();
    }
    URL inJar = NativeBackend.class.getResource("/" + LIBRARIES + "/org");
    if (inJar == null) {
      return List.of(); // not a jar: classes of this build
    }
    try {
      JarURLConnection connection = (JarURLConnection) inJar.openConnection();
      JarFile jar = connection.getJarFile();
      return jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(LIBRARIES + "/") && !name.endsWith("/"))
          .map(name -> NativeBackend.class.getResource("/" + name))
          .toList();
    } catch (IOException e) {
      throw new BackendException(
          String.format(Locale.ROOT, "learning: %s cannot be read", inJar), e);
    }
  }
}
