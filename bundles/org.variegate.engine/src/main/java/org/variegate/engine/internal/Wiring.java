package org.variegate.engine.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.variegate.api.Source;
import org.variegate.engine.internal.pipeline.Facts;
import org.variegate.engine.internal.pipeline.Instances;
import org.variegate.engine.internal.pipeline.Layout;
import org.variegate.engine.internal.pipeline.SampleMaker;
import org.variegate.engine.internal.pipeline.Slot;
import org.variegate.engine.internal.pipeline.Snapshot;
import org.variegate.engine.internal.pipeline.StageInstance;
import org.variegate.engine.recipe.RecipeException;

/**
 * A recipe's stages as components: one factory configuration each. While the wiring is open, a
 * plugin that is replaced gets its configurations back from ConfigAdmin.
 */
final class Wiring implements AutoCloseable {
  /** The service property that says which stage of which wiring a component is. */
  static final String STAGE = "variegate.stage";

  /** The service property of inner pipelines: the wiring, the outer stage and its reference. */
  static final String INNER = "variegate.inner";

  private static final long STEP_MS = 50;

  private final Services services;
  private final Layout layout;
  private final String run;
  private final Diagnosis diagnosis;
  private final Instances instances;
  private final StageTracker tracker;
  private final List<Configuration> configurations = new ArrayList<>();
  private final List<ServiceRegistration<Source>> sources = new ArrayList<>();
  private Map<String, Object> facts = Map.of();

  private Wiring(Services services, Layout layout, String run, BundleVersions versions) {
    this.services = services;
    this.layout = layout;
    this.run = run;
    this.diagnosis = new Diagnosis(services.runtime(), run);
    StageInstance[] none = new StageInstance[layout.slots().size()];
    Snapshot empty = Snapshot.of(layout.slots(), none, Map.of());
    this.instances = new Instances(empty, this::why);
    this.tracker = new StageTracker(services.context(), layout, run, versions, instances);
  }

  /** Makes all components; {@code run} tells this wiring from all others of the framework. */
  static Wiring open(
      Services services, Layout layout, String run, BundleVersions versions, SampleMaker maker)
      throws RecipeException {
    Wiring wiring = new Wiring(services, layout, run, versions);
    boolean opened = false;
    try {
      wiring.tracker.open();
      layout.inner().forEach(inner -> wiring.register(inner, maker));
      for (Slot slot : layout.slots()) {
        wiring.configure(slot);
      }
      wiring.facts = Facts.of(layout, wiring.await());
      opened = true;
      return wiring;
    } finally {
      if (!opened) {
        wiring.close();
      }
    }
  }

  /** Removes the configurations that a process which was killed left in a kept framework. */
  static void removeStale(Services services) {
    try {
      Configuration[] stale = services.configurations().listConfigurations("(" + STAGE + "=*)");
      if (stale != null) {
        for (Configuration configuration : stale) {
          configuration.delete();
        }
      }
    } catch (IOException | InvalidSyntaxException e) {
      throw new IllegalStateException("configurations cannot be listed", e);
    }
  }

  private void register(Layout.Inner inner, SampleMaker maker) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put(INNER, place(layout.slots().get(inner.owner()), inner.key()));
    properties.put(Constants.SERVICE_RANKING, -inner.place()); // components get the highest first
    sources.add(
        services.context().registerService(Source.class, maker.source(inner.plan()), properties));
  }

  private String place(Slot owner, String key) {
    return run + "/" + owner.path() + "." + key;
  }

  private void configure(Slot slot) throws RecipeException {
    Dictionary<String, Object> properties = new Hashtable<>();
    slot.node().options().forEach(properties::put);
    properties.put(STAGE, run + "/" + slot.path());
    for (String key : slot.plugin().pipelines()) {
      properties.put(key + ".target", "(" + INNER + "=" + place(slot, key) + ")");
    }
    try {
      Configuration configuration =
          services.configurations().createFactoryConfiguration(slot.plugin().pid(), "?");
      configurations.add(configuration);
      configuration.update(properties);
    } catch (IOException e) {
      throw new RecipeException(
          slot.node().position(), slot.path() + ": the configuration cannot be kept: " + e);
    }
  }

  /** All of them, once they are there. */
  private Snapshot await() throws RecipeException {
    Patience patience = new Patience(System.nanoTime());
    try {
      Snapshot snapshot = instances.await(STEP_MS);
      for (; !snapshot.complete(); snapshot = instances.await(STEP_MS)) {
        tracker.requireSound();
        List<Slot> missing = missing();
        requireNoneFailed(missing);
        // configurations are handed out one by one: the others wait for one that is busy
        boolean busy = missing.stream().anyMatch(this::busy);
        if (patience.isOver(System.nanoTime(), busy) && !missing.isEmpty()) {
          throw diagnosis.exception(missing.get(0));
        }
      }
      return snapshot;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecipeException(
          layout.slots().get(0).node().position(), "interrupted while stages were made");
    }
  }

  private void requireNoneFailed(List<Slot> missing) throws RecipeException {
    for (Slot slot : missing) {
      Optional<ComponentConfigurationDTO> state = diagnosis.component(slot);
      if (state.filter(Diagnosis::failed).isPresent()) {
        throw diagnosis.exception(slot);
      }
      if (state.filter(Diagnosis::busy).isPresent()) {
        requireLoadable(slot, state.get().description);
      }
    }
  }

  /** A component whose class does not load stays satisfied and says nothing. */
  private void requireLoadable(Slot slot, ComponentDescriptionDTO description)
      throws RecipeException {
    Bundle bundle = services.context().getBundle(description.bundle.id);
    if (bundle == null) {
      return; // it was removed meanwhile, and the component with it
    }
    try {
      bundle.loadClass(description.implementationClass);
    } catch (ClassNotFoundException | LinkageError e) {
      String why = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
      throw new RecipeException(
          slot.node().position(),
          slot.path() + ": " + bundle.getLocation() + " cannot be loaded: " + why);
    }
  }

  private boolean busy(Slot slot) {
    return diagnosis.component(slot).filter(Diagnosis::busy).isPresent();
  }

  private List<Slot> missing() {
    List<String> paths = instances.current().missing();
    return layout.slots().stream().filter(slot -> paths.contains(slot.path())).toList();
  }

  private String why(String path) {
    return layout.slots().stream()
        .filter(slot -> slot.path().equals(path))
        .findFirst()
        .map(diagnosis::why)
        .orElse("is gone");
  }

  /** What the stages told of the dataset when they were made. */
  Map<String, Object> facts() {
    return facts;
  }

  Instances instances() {
    return instances;
  }

  @Override
  public void close() {
    tracker.close();
    for (Configuration configuration : configurations) {
      delete(configuration);
    }
    configurations.clear();
    sources.forEach(ServiceRegistration::unregister);
    sources.clear();
  }

  private static void delete(Configuration configuration) {
    try {
      configuration.delete();
    } catch (IOException | IllegalStateException e) {
      return; // deleted by somebody else, or the framework stops; the next start removes the rest
    }
  }
}
