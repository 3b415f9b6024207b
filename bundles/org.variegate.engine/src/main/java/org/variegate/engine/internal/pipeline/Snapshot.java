package org.variegate.engine.internal.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.variegate.api.Stage;
import org.variegate.engine.internal.provenance.BundleVersion;
import org.variegate.engine.internal.provenance.VersionSet;

/** The instances of all slots at one moment. Immutable. */
public final class Snapshot {
  private final StageInstance[] instances;
  private final List<String> missing;
  private final VersionSet versions;

  private Snapshot(StageInstance[] instances, List<String> missing, VersionSet versions) {
    this.instances = instances;
    this.missing = missing;
    this.versions = versions;
  }

  /**
   * The instances that are there.
   *
   * @param slots of the recipe, by number
   * @param instances by slot; null where there is none
   * @param libraries the bundles they use, by symbolic name
   * @return a snapshot
   */
  public static Snapshot of(
      List<Slot> slots, StageInstance[] instances, Map<String, BundleVersion> libraries) {
    Map<String, BundleVersion> versions = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Slot slot : slots) {
      StageInstance instance = instances[slot.number()];
      if (instance == null) {
        missing.add(slot.path());
      } else {
        versions.put(slot.path(), instance.version());
      }
    }
    return new Snapshot(
        instances.clone(), List.copyOf(missing), VersionSet.of(versions, libraries));
  }

  /**
   * Whether a sample can be made.
   *
   * @return true if every slot is filled
   */
  public boolean complete() {
    return missing.isEmpty();
  }

  /**
   * The stages that are not there.
   *
   * @return their paths
   */
  public List<String> missing() {
    return missing;
  }

  /**
   * Where the instances came from.
   *
   * @return bundles and their versions
   */
  public VersionSet versions() {
    return versions;
  }

  /**
   * The instance that fills a slot.
   *
   * @param slot its number
   * @param type what it is used as
   * @return the instance
   */
  public <T extends Stage> T stage(int slot, Class<T> type) {
    return type.cast(instances[slot].stage());
  }
}
