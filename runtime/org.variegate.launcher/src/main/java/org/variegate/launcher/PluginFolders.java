package org.variegate.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;

/** The jars in the plugins' folders, and what became of them. */
final class PluginFolders {
  private static final Pattern PACKAGE =
      Pattern.compile("missing requirement .*?osgi\\.wiring\\.package=([\\w.]+)\\)(.*)");
  private static final Pattern VERSION = Pattern.compile("\\(version>=([\\w.]+)\\)");

  private final List<Path> folders;
  private final Framework framework;

  PluginFolders(List<Path> folders, Framework framework) {
    this.folders = folders;
    this.framework = framework;
  }

  /** The jars that do not run, a line each. */
  List<String> failed() {
    List<String> lines = new ArrayList<>();
    for (Path folder : folders) {
      File[] jars = folder.toFile().listFiles((parent, name) -> name.endsWith(".jar"));
      if (jars == null) {
        lines.add(folder + ": needs a folder of plugins, got none");
        continue;
      }
      Arrays.sort(jars);
      for (File jar : jars) {
        inspect(jar, lines);
      }
    }
    return lines;
  }

  private void inspect(File jar, List<String> lines) {
    Bundle bundle = framework.getBundleContext().getBundle(jar.toURI().toString());
    if (bundle == null) {
      lines.add(jar + ": " + whyNotInstalled(jar));
    } else if (bundle.getState() != Bundle.ACTIVE && wasStarted(bundle) && !isFragment(bundle)) {
      String reason = whyNotStarted(bundle);
      if (reason != null) {
        lines.add(jar + ": " + reason);
      }
    }
  }

  /** Whether somebody needed it. */
  private static boolean wasStarted(Bundle bundle) {
    BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
    return level != null && level.isPersistentlyStarted();
  }

  private static boolean isFragment(Bundle bundle) {
    return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
  }

  private String whyNotInstalled(File file) {
    try (JarFile jar = new JarFile(file)) {
      Manifest manifest = jar.getManifest();
      Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
      String name = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
      if (name == null) {
        return "is no bundle: its manifest has no " + Constants.BUNDLE_SYMBOLICNAME;
      }
      return twin(name, headers.getValue(Constants.BUNDLE_VERSION));
    } catch (IOException e) {
      return "is no jar: " + e.getMessage();
    }
  }

  private String twin(String name, String version) {
    for (Bundle bundle : framework.getBundleContext().getBundles()) {
      if (name.equals(bundle.getSymbolicName()) && bundle.getVersion().toString().equals(version)) {
        return name + " " + version + " is installed already, from " + bundle.getLocation();
      }
    }
    return "was not installed";
  }

  private static String whyNotStarted(Bundle bundle) {
    try {
      bundle.start(Bundle.START_TRANSIENT);
      return null;
    } catch (BundleException e) {
      return inWords(e.getMessage());
    } catch (IllegalStateException e) {
      return null; // removed at this moment
    }
  }

  /** Says what is missing without the resolver's notation. */
  static String inWords(String message) {
    String line = message.replaceAll("\\s+", " ");
    Matcher missing = PACKAGE.matcher(line);
    if (!missing.find()) {
      return line;
    }
    Matcher version = VERSION.matcher(missing.group(2));
    String range = version.find() ? " in version " + version.group(1) + " or compatible" : "";
    return "needs the package " + missing.group(1) + range + ", which no bundle exports";
  }
}
