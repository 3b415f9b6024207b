package org.variegate.annotator.targets;

import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Annotator;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.raster.DistanceTransform;

/** Measures how far each voxel is from the surface of what is sought. */
@Component(service = Annotator.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Distance.Config.class, factory = true)
@Plugin(name = "distance", needs = "LABELS", gives = "DISTANCE")
public final class Distance implements Annotator {

  /** The options. */
  @ObjectClassDefinition(
      name = "distance",
      description = "Measures how far each voxel is from the surface of what is sought.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Table of labels (TSV or CSV) that tells the target of each id; none for the targets of"
                + " the labels' own legend")
    String mapping() default "";

    @AttributeDefinition(
        description =
            "Targets that are sought, together [id]; none for all but that of the background")
    int[] targets() default {};

    @AttributeDefinition(
        description =
            "What larger distances become [mm]; above 0; so do all where nothing is sought")
    double limit() default 100;
  }

  private final Merging merging;
  private final int[] sought;
  private final float limit;

  /**
   * Reads the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if there is no such table, or the limit is not above 0
   */
  @Activate
  public Distance(Config config) {
    merging = Merging.of(config.mapping());
    sought = config.targets().clone();
    limit = (float) config.limit();
    if (!(limit > 0 && limit <= Float.MAX_VALUE)) {
      throw new IllegalArgumentException("limit: needs a length above 0 mm, got " + config.limit());
    }
  }

  @Override
  public void annotate(Sample sample) {
    LabelMap labels = sample.get(Part.LABELS);
    boolean[] inside = inside(labels.legend());
    float[] values = sample.arena().floats(labels.grid().size());
    for (int i = 0; i < values.length; i++) {
      values[i] = inside[labels.place(i)] ? 1 : 0;
    }
    DistanceTransform.toBoxes(labels.grid()).signed(values, 0, limit, sample.arena());
    merging.sha256().ifPresent(hash -> sample.input("mapping", hash));
    sample.put(Part.DISTANCE, new Raster(labels.grid(), 1, "mm", values));
  }

  private boolean[] inside(Legend legend) {
    int[] targets = merging.targets(legend);
    int background = merging.table().orElse(legend).labels().get(0).target();
    boolean[] inside = new boolean[targets.length];
    for (int place = 0; place < inside.length; place++) {
      int target = targets[place];
      inside[place] =
          sought.length == 0
              ? target != background
              : Arrays.stream(sought).anyMatch(id -> id == target);
    }
    return inside;
  }
}
