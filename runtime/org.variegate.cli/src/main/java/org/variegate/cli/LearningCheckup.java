package org.variegate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Asks the bundles that learn how they are. Each may offer a service of type Callable with the
 * property {@value #PROPERTY}, the subject; it returns messages, and a level for each.
 */
final class LearningCheckup {
  private static final String PROPERTY = "variegate.checkup";
  private static final String SUBJECT = "learning";

  private final Session session;

  LearningCheckup(Session session) {
    this.session = session;
  }

  List<Finding> findings() {
    LearningBundles bundles = new LearningBundles(session);
    if (!bundles.present()) {
      return List.of(
          new Finding(
              Finding.Level.OK,
              SUBJECT,
              "not in this distribution; all else works without the folder "
                  + LearningBundles.FOLDER));
    }
    try {
      bundles.start("doctor");
    } catch (CommandFailure e) {
      return List.of(new Finding(Finding.Level.FAIL, SUBJECT, e.getMessage()));
    }
    List<Finding> findings = new ArrayList<>();
    for (ServiceReference<Callable<Map<String, String>>> reference : checkups()) {
      findings.addAll(ask(reference));
    }
    if (findings.isEmpty()) {
      findings.add(new Finding(Finding.Level.FAIL, SUBJECT, "its bundles say nothing"));
    }
    return findings;
  }

  private List<ServiceReference<Callable<Map<String, String>>>> checkups() {
    ServiceTracker<Callable<Map<String, String>>, Object> tracker =
        new ServiceTracker<>(session.context(), offered(), null);
    tracker.open();
    try {
      ServiceReference<Callable<Map<String, String>>>[] found = tracker.getServiceReferences();
      return found == null ? List.of() : List.of(found);
    } finally {
      tracker.close();
    }
  }

  private static Filter offered() {
    try {
      return FrameworkUtil.createFilter(
          "(&(objectClass=java.util.concurrent.Callable)(" + PROPERTY + "=*))");
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Finding> ask(ServiceReference<Callable<Map<String, String>>> reference) {
    BundleContext context = session.context();
    String subject = String.valueOf(reference.getProperty(PROPERTY));
    List<Finding> findings = new ArrayList<>();
    try {
      context
          .getService(reference)
          .call()
          .forEach((message, level) -> findings.add(new Finding(of(level), subject, message)));
    } catch (Exception e) {
      findings.add(new Finding(Finding.Level.FAIL, subject, String.valueOf(e.getMessage())));
    } finally {
      context.ungetService(reference);
    }
    return findings;
  }

  private static Finding.Level of(String level) {
    return Finding.Level.valueOf(level.toUpperCase(Locale.ROOT));
  }
}
