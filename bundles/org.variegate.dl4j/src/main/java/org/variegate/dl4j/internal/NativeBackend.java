package org.variegate.dl4j.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private static final String JAVACPP = "org.bytedeco.javacpp.";
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
            "threads: needs "
                + report.threads()
                + ", with which this process has started, got "
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
    return THREADS + ": needs 1 to " + MOST_THREADS + ", got " + chosen;
  }

  private BackendReport started(int threads) throws BackendException {
    long start = System.nanoTime();
    Natives natives = Natives.ofThisBundle();
    Machine.check(natives, Machine.platform());
    checkMemory();
    Path folder = unpacked(natives);
    setDefault(MEMORY, String.valueOf(Machine.memoryBytes()));
    // what it counts are not ND4J's arrays
    setDefault(JAVACPP + "maxbytes", "0");
    System.setProperty("org.eclipse.deeplearning4j.helpers.disable", "false");
    // a dump asks the machine through libraries that are not here
    System.setProperty("org.deeplearning4j.crash.reporting.enabled", "false");
    System.setProperty("org.nd4j.versioncheck", "false");
    try {
      return Nd4jStart.start(natives, folder, threads, start);
    } catch (OutOfMemoryError e) {
      throw new BackendException(
          MEMORY
              + ": needs more than "
              + System.getProperty(MEMORY)
              + " for Deeplearning4j to start",
          e);
    } catch (LinkageError | RuntimeException e) {
      throw new BackendException("Deeplearning4j cannot be started: " + rootOf(e), e);
    }
  }

  /** JavaCPP would fail on it halfway, and with many words. */
  private static void checkMemory() throws BackendException {
    String limit = System.getProperty(MEMORY);
    if (limit != null && !limit.matches("[0-9]{1,12}[kmgtKMGT]?[bB]?")) {
      throw new BackendException(MEMORY + ": needs a size such as 500m or 8g, got " + limit);
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

  /** The folder with the natives; where JavaCPP finds them by itself, the one for its copies. */
  private Path unpacked(Natives natives) throws BackendException {
    List<URL> archives = archives(natives);
    String chosen = System.getProperty(NATIVES);
    Path parent = chosen != null ? Path.of(chosen).toAbsolutePath() : usualParent();
    if (archives.isEmpty()) {
      System.setProperty(JAVACPP + "cachedir", parent.toString());
      return parent;
    }
    Path folder = new NativeFolder(parent, natives.name()).with(archives);
    System.setProperty(JAVACPP + "pathsFirst", "true");
    System.setProperty(JAVACPP + "platform.linkpath", folder.toString());
    // it adds the libraries that are wanted under a second name
    System.setProperty(JAVACPP + "cachedir", writable(folder).toString());
    System.setProperty(JAVACPP + "cachedir.nosubdir", "true");
    return folder;
  }

  /** The folder itself, unless it belongs to somebody else: JavaCPP would go to the user's home. */
  private static Path writable(Path folder) throws BackendException {
    if (Files.isWritable(folder)) {
      return folder;
    }
    try {
      Path own = Files.createTempDirectory("variegate-natives");
      own.toFile().deleteOnExit();
      return own;
    } catch (IOException e) {
      throw new BackendException(
          "Deeplearning4j: no temporary folder can be made: " + e.getMessage(), e);
    }
  }

  private static Path usualParent() throws BackendException {
    String home = System.getProperty("variegate.home");
    if (home != null) {
      return Path.of(home, "learning", LIBRARIES);
    }
    try {
      URI self = NativeBackend.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path own = Path.of(self);
      return own.resolveSibling(own.getFileName().toString().replace(".jar", "") + "-" + LIBRARIES);
    } catch (URISyntaxException | RuntimeException e) {
      throw new BackendException("Deeplearning4j: needs -D" + NATIVES + "=FOLDER here", e);
    }
  }

  /** The jars of natives in this bundle; none where this class does not lie in a jar. */
  private List<URL> archives(Natives natives) {
    List<URL> archives = new ArrayList<>();
    for (String name : natives.archives()) {
      String path = "/" + LIBRARIES + "/" + name;
      URL archive = bundle != null ? bundle.getEntry(path) : NativeBackend.class.getResource(path);
      if (archive != null) {
        archives.add(archive);
      }
    }
    return archives;
  }
}
