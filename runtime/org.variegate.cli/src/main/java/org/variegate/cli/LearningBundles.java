package org.variegate.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * The bundles that learn. They are large and stay out of the framework until a command wants them,
 * so that no other command starts slower for them.
 */
final class LearningBundles {
  /** The folder of the distribution that they lie in. */
  static final String FOLDER = "learning";

  private final Session session;

  LearningBundles(Session session) {
    this.session = session;
  }

  /** Whether this distribution has any. */
  boolean present() {
    return jars().length > 0;
  }

  /**
   * Installs and starts them all, unless that has been done. Their services are there afterwards.
   *
   * @param command that wants them, for the message
   * @throws CommandFailure if there are none, or one cannot be started
   */
  void start(String command) throws CommandFailure {
    if (!present()) {
      throw new CommandFailure(
          ExitCode.RECIPE,
          command
              + ": needs the distribution's folder "
              + folder()
              + " with the bundles that learn, got none");
    }
    List<Bundle> bundles = new ArrayList<>();
    for (File jar : jars()) {
      Bundle bundle = installed(jar);
      if (bundle != null) {
        bundles.add(bundle);
      }
    }
    for (Bundle bundle : bundles) {
      start(bundle);
    }
    if (!new Components(session.context()).await(bundles)) {
      throw new CommandFailure(
          ExitCode.DEFECT, "the components of " + folder() + " do not appear; 'doctor' says why");
    }
  }

  /** Whether they are there and could be started. */
  boolean started() {
    try {
      start(FOLDER);
      return true;
    } catch (CommandFailure e) {
      return false; // who needs them says what is missing
    }
  }

  /**
   * The jar is read where it is: it is not copied into the framework's storage. Null if a folder of
   * plugins has the same bundle in the same version.
   */
  private Bundle installed(File jar) throws CommandFailure {
    try {
      return session.context().installBundle("reference:" + jar.toURI());
    } catch (BundleException e) {
      if (e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR) {
        return null;
      }
      throw new CommandFailure(
          ExitCode.RECIPE, jar + ": needs a bundle, got " + inOneLine(e.getMessage()));
    }
  }

  private static void start(Bundle bundle) throws CommandFailure {
    if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
      return;
    }
    try {
      bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
    } catch (BundleException e) {
      throw new CommandFailure(
          ExitCode.RECIPE, bundle.getSymbolicName() + ": cannot be started: " + why(e));
    }
  }

  private static String why(BundleException e) {
    return inOneLine(e.getCause() == null ? e.getMessage() : e.getCause().toString());
  }

  private static String inOneLine(String message) {
    return message == null ? "no message" : message.lines().collect(Collectors.joining(" "));
  }

  private File folder() {
    return session.launch().home().resolve(FOLDER).toFile();
  }

  private File[] jars() {
    File[] jars = folder().listFiles((parent, name) -> name.endsWith(".jar"));
    if (jars == null) {
      return new File[0];
    }
    Arrays.sort(jars);
    return jars;
  }
}
