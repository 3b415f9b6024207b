package org.variegate.annotator.targets;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Annotator;
import org.variegate.api.Arena;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;

/** Merges labels to what a network learns. */
@Component(service = Annotator.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Targets.Config.class, factory = true)
@Plugin(name = "targets", needs = "LABELS", gives = "TARGETS")
public final class Targets implements Annotator {
  /** The fact: names of the targets, in the order of their places. */
  static final String FACT = "targets";

  private static final double MOST = 100;

  /** The options. */
  @ObjectClassDefinition(name = "targets", description = "Merges labels to what a network learns.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Table of labels (TSV or CSV) that tells the target of each id; none for the targets of"
                + " the labels' own legend")
    String mapping() default "";

    @AttributeDefinition(
        description =
            "Standard deviation of the Gaussian after which a voxel's target is the one of which"
                + " most is there [mm]; at least 0; 0 for the label's own",
        min = "0",
        max = "100")
    double smoothing() default 0;
  }

  private final Merging merging;
  private final double smoothing;

  /**
   * Reads the table.
   *
   * @param config the options
   * @throws IllegalArgumentException if there is none such, or the smoothing is out of range
   */
  @Activate
  public Targets(Config config) {
    merging = Merging.of(config.mapping());
    smoothing = config.smoothing();
    if (!(smoothing >= 0 && smoothing <= MOST)) {
      throw new IllegalArgumentException("smoothing: needs 0 to " + MOST + " mm, got " + smoothing);
    }
  }

  /** Only a table is known before there is a sample. */
  @Override
  public Map<String, Object> facts() {
    return merging
        .table()
        .map(table -> merging.merged(table).labels())
        .map(labels -> Map.<String, Object>of(FACT, names(labels)))
        .orElse(Map.of());
  }

  private static List<String> names(List<Label> labels) {
    return labels.stream().map(Label::name).toList();
  }

  @Override
  public void annotate(Sample sample) {
    LabelMap labels = sample.get(Part.LABELS);
    Legend targets = merging.merged(labels.legend());
    int[] ids = merging.targets(labels.legend());
    short[] place = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      place[i] = (short) targets.place(ids[i]);
    }
    merging.sha256().ifPresent(hash -> sample.input("mapping", hash));
    LabelMap merged = merged(labels, targets, place, sample.arena());
    if (smoothing > 0) {
      merged = new Majority(merged.grid(), smoothing).of(merged, sample.arena());
    }
    sample.put(Part.TARGETS, merged);
  }

  private static LabelMap merged(LabelMap labels, Legend targets, short[] place, Arena arena) {
    int size = labels.grid().size();
    if (targets.size() > LabelMap.BYTES) {
      short[] shorts = arena.shorts(size);
      for (int i = 0; i < size; i++) {
        shorts[i] = place[labels.place(i)];
      }
      return LabelMap.of(labels.grid(), targets, shorts);
    }
    byte[] bytes = arena.bytes(size);
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) place[labels.place(i)];
    }
    return LabelMap.of(labels.grid(), targets, bytes);
  }
}
