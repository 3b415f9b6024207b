package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.variegate.api.Source;
import org.variegate.engine.recipe.InnerPipelines;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.PluginDescription.Kind;

/**
 * The components of bundles that are plugins. A bundle is started, and a plugin is described, when
 * it is first asked for; it is described again when its bundle was replaced.
 */
public final class InstalledPlugins implements PluginCatalog {
  private static final String NAME = "variegate.name";
  private static final String NEEDS = "variegate.needs";
  private static final String GIVES = "variegate.gives";
  private static final String API = Source.class.getPackageName() + ".";

  private static final Map<String, Kind> KINDS =
      Arrays.stream(Kind.values()).collect(Collectors.toMap(InstalledPlugins::service, k -> k));

  /** The highest version first; of two the same, that which was installed last. */
  private static final Comparator<ComponentDescriptionDTO> PREFERENCE =
      Comparator.<ComponentDescriptionDTO, Version>comparing(
              c -> Version.parseVersion(c.bundle.version))
          .thenComparing(c -> c.bundle.id)
          .reversed();

  private final BundleContext context;
  private final ServiceComponentRuntime runtime;
  private final BundleHashes hashes;
  private final PluginBundles bundles;
  private final MetatypeReader metatypes = new MetatypeReader();

  /** By bundle and component, see {@link #key}. */
  private final Map<String, Described> described = new ConcurrentHashMap<>();

  private record Described(long bundle, long modified, PluginDescription plugin) {}

  /**
   * Looks at a framework.
   *
   * @param context of any bundle
   * @param runtime what knows the components
   * @param hashes of bundles
   */
  public InstalledPlugins(
      BundleContext context, ServiceComponentRuntime runtime, BundleHashes hashes) {
    this.context = context;
    this.runtime = runtime;
    this.hashes = hashes;
    this.bundles = new PluginBundles(context);
  }

  @Override
  public List<PluginDescription> plugins() {
    bundles.startAll();
    bundles.installLibraries();
    return byName().values().stream()
        .map(found -> describe(found.get(0)))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public Optional<PluginDescription> find(String name) {
    List<Bundle> sayingSo = bundles.start(name);
    Optional<PluginDescription> found =
        sayingSo.isEmpty() ? Optional.empty() : preferred(name, sayingSo.toArray(Bundle[]::new));
    if (found.isEmpty()) {
      bundles.startAll(); // its bundle may not say what it has
      found = preferred(name);
    }
    if (found.isEmpty() && bundles.installLibraries()) {
      found = preferred(name);
    }
    return found;
  }

  private Optional<PluginDescription> preferred(String name, Bundle... among) {
    return components(among)
        .filter(component -> name.equals(component.properties.get(NAME)))
        .min(PREFERENCE)
        .flatMap(this::describe);
  }

  @Override
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    byName()
        .forEach(
            (name, found) -> {
              for (ComponentDescriptionDTO other : found.subList(1, found.size())) {
                notices.add(
                    name
                        + ": "
                        + bundle(found.get(0))
                        + " is used, "
                        + bundle(other)
                        + " is installed too");
              }
            });
    return notices;
  }

  private static String bundle(ComponentDescriptionDTO component) {
    return component.bundle.symbolicName + " " + component.bundle.version;
  }

  /** The components of some bundles that are plugins; of all bundles, if none is named. */
  private Stream<ComponentDescriptionDTO> components(Bundle... among) {
    return runtime.getComponentDescriptionDTOs(among).stream()
        .filter(c -> c.properties.get(NAME) instanceof String && kind(c).isPresent());
  }

  /** Components by the name of their plugin, the preferred one first. */
  private Map<String, List<ComponentDescriptionDTO>> byName() {
    return components()
        .sorted(PREFERENCE)
        .collect(
            Collectors.groupingBy(
                c -> (String) c.properties.get(NAME), TreeMap::new, Collectors.toList()));
  }

  private static String service(Kind kind) {
    if (kind == Kind.MODEL) {
      return API + "TaskModel";
    }
    String name = kind.name();
    return API + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static Optional<Kind> kind(ComponentDescriptionDTO component) {
    return Arrays.stream(component.serviceInterfaces)
        .filter(KINDS::containsKey)
        .map(KINDS::get)
        .findFirst();
  }

  private Optional<PluginDescription> describe(ComponentDescriptionDTO component) {
    Bundle bundle = context.getBundle(component.bundle.id);
    if (bundle == null) {
      return Optional.empty();
    }
    Described known = described.get(key(component));
    if (known != null && known.modified() == component.bundle.lastModified) {
      return Optional.of(known.plugin());
    }
    described.values().removeIf(this::isGone);
    try {
      PluginDescription description = describe(component, bundle);
      described.put(
          key(component),
          new Described(component.bundle.id, component.bundle.lastModified, description));
      return Optional.of(description);
    } catch (IllegalStateException e) {
      if (bundle.getState() == Bundle.UNINSTALLED) {
        return Optional.empty(); // while it was read
      }
      throw e;
    }
  }

  private static String key(ComponentDescriptionDTO component) {
    return component.bundle.id + "/" + component.name;
  }

  private boolean isGone(Described known) {
    Bundle bundle = context.getBundle(known.bundle());
    return bundle == null || bundle.getLastModified() != known.modified();
  }

  private PluginDescription describe(ComponentDescriptionDTO component, Bundle bundle) {
    String pid = component.configurationPid[0];
    Metatype metatype = metatypes.read(bundle, pid);
    return new PluginDescription(
        (String) component.properties.get(NAME),
        kind(component).orElseThrow(),
        pid,
        metatype.description(),
        texts(component.properties.get(NEEDS)),
        texts(component.properties.get(GIVES)),
        metatype.options(),
        Arrays.stream(component.references)
            .filter(r -> r.interfaceName.equals(Source.class.getName()))
            .map(InstalledPlugins::pipelines)
            .toList(),
        bundle.getSymbolicName(),
        bundle.getVersion().toString(),
        hashes.of(bundle));
  }

  private static InnerPipelines pipelines(ReferenceDTO reference) {
    String cardinality = reference.cardinality;
    return new InnerPipelines(
        reference.name, cardinality.startsWith("1"), cardinality.endsWith("n"));
  }

  private static List<String> texts(Object property) {
    if (property instanceof String[] texts) {
      return List.of(texts);
    }
    return property == null ? List.of() : List.of(property.toString());
  }
}
