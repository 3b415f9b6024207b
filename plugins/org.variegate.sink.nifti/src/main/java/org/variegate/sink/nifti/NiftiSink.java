package org.variegate.sink.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.variegate.api.Members;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.Sink;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;
import org.variegate.formats.GzipOutput;
import org.variegate.formats.ImageType;
import org.variegate.formats.NiftiWriter;

/** Writes the image and the label map as NIfTI-1 files. */
@Component(service = Sink.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = NiftiSink.Config.class, factory = true)
@Plugin(name = "nifti", needs = "IMAGE|LABELS")
public final class NiftiSink implements Sink {

  /** The options. */
  @ObjectClassDefinition(
      name = "nifti",
      description =
          "Writes image.nii.gz and labels.nii.gz for each sample, and what else is learned.")
  public @interface Config {
    @AttributeDefinition(description = "Whether files are compressed by gzip")
    boolean compress() default true;

    @AttributeDefinition(
        description = "How hard gzip tries, if it is used [1]; 1 (fast) to 9 (small)",
        min = "1",
        max = "9")
    int level() default 1;

    @AttributeDefinition(
        description =
            "Type of the image's voxels: float32 keeps each bit; int16 and uint8 divide the span of"
                + " each image's values into 65535 or 255 steps, told by scl_slope and scl_inter",
        options = {
          @Option(label = "float32", value = "float32"),
          @Option(label = "int16", value = "int16"),
          @Option(label = "uint8", value = "uint8")
        })
    String image() default "float32";

    @AttributeDefinition(
        description =
            "Which ids labels have: target, those that a network learns; generation, those of the"
                + " source's files; none writes no label map",
        options = {
          @Option(label = "target", value = "target"),
          @Option(label = "generation", value = "generation"),
          @Option(label = "none", value = "none")
        })
    String labels() default "target";
  }

  /** What is measured in mm: kept to the last bit. */
  private static final List<Part<Raster>> FIELDS = List.of(Part.DISTANCE, Part.DISPLACEMENT);

  private final String suffix;
  private final int level;
  private final ImageType type;
  private final Ids ids;

  private enum Ids {
    TARGET(Label::target),
    GENERATION(Label::id),
    NONE(Label::id);

    private final ToIntFunction<Label> id;

    Ids(ToIntFunction<Label> id) {
      this.id = id;
    }

    int[] of(LabelMap labels) {
      return labels.legend().labels().stream().mapToInt(id).toArray();
    }
  }

  /**
   * Checks the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is not among its choices
   */
  @Activate
  public NiftiSink(Config config) {
    suffix = config.compress() ? ".nii.gz" : ".nii";
    level = config.level();
    if (level < 1 || level > 9) {
      throw new IllegalArgumentException("level: needs 1 to 9, got " + level);
    }
    type = type(config.image());
    ids = ids(config.labels());
  }

  private static ImageType type(String text) {
    return switch (text) {
      case "float32" -> ImageType.FLOAT32;
      case "int16" -> ImageType.INT16;
      case "uint8" -> ImageType.UINT8;
      default ->
          throw new IllegalArgumentException("image: needs float32, int16 or uint8, got " + text);
    };
  }

  private static Ids ids(String text) {
    return switch (text) {
      case "target" -> Ids.TARGET;
      case "generation" -> Ids.GENERATION;
      case "none" -> Ids.NONE;
      default ->
          throw new IllegalArgumentException(
              "labels: needs target, generation or none, got " + text);
    };
  }

  @Override
  public void encode(Sample sample, Members members) throws IOException {
    boolean image = sample.has(Part.IMAGE);
    boolean labels = sample.has(Part.LABELS) && ids != Ids.NONE;
    if (!image && !labels) {
      throw new IllegalStateException("nifti: the sample has no image, and labels is none");
    }
    view(sample, members, "");
    if (sample.has(Part.MOVING)) {
      view(sample.get(Part.MOVING), members, "moving-");
    }
    if (sample.has(Part.STRIPPED)) {
      write(sample.get(Part.STRIPPED), type, members, "stripped");
    }
    if (sample.has(Part.TARGETS)) {
      LabelMap targets = sample.get(Part.TARGETS);
      write(targets, Ids.TARGET, members, "targets");
    }
    for (Part<Raster> part : FIELDS) {
      if (sample.has(part)) {
        write(sample.get(part), ImageType.FLOAT32, members, part.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  private void view(Sample view, Members members, String prefix) throws IOException {
    if (view.has(Part.IMAGE)) {
      write(view.get(Part.IMAGE), type, members, prefix + "image");
    }
    if (view.has(Part.LABELS) && ids != Ids.NONE) {
      write(view.get(Part.LABELS), ids, members, prefix + "labels");
    }
  }

  private void write(Raster raster, ImageType as, Members members, String name) throws IOException {
    raster.finiteValues();
    try (OutputStream out = create(members, name)) {
      new NiftiWriter(out).image(raster, as);
    }
  }

  private void write(LabelMap map, Ids as, Members members, String name) throws IOException {
    try (OutputStream out = create(members, name)) {
      new NiftiWriter(out).labels(map, as.of(map));
    }
  }

  private OutputStream create(Members members, String name) throws IOException {
    OutputStream out = members.create(name + suffix);
    return suffix.endsWith(".gz") ? new GzipOutput(out, level) : out;
  }
}
