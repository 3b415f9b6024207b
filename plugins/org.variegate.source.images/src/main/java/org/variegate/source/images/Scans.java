package org.variegate.source.images;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.variegate.api.Cache;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Targets;
import org.variegate.draws.Draws;
import org.variegate.formats.FileHash;
import org.variegate.formats.FormatException;
import org.variegate.formats.FoundFile;
import org.variegate.formats.LegendFile;
import org.variegate.formats.Orientation;
import org.variegate.formats.UnknownLabels;
import org.variegate.formats.VolumeFile;

/** Opens each sample with a scan that somebody has labelled, and its labels. */
@Component(service = Source.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Scans.Config.class, factory = true)
@Plugin(
    name = "scans",
    gives = {"IMAGE", "LABELS"})
public final class Scans implements Source {

  /** The options. */
  @ObjectClassDefinition(name = "scans", description = "Scans with their labels, from files.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Scans, NIfTI or MGH: files, folders or glob patterns, relative to the working"
                + " directory")
    String[] images();

    @AttributeDefinition(
        description =
            "Their labels: as many files, in the same order, each on the grid of its scan; files,"
                + " folders or glob patterns; none if there are priors")
    String[] labels() default {};

    @AttributeDefinition(
        description =
            "In place of labels, maps of the probability of each label of the legend but the first,"
                + " in its order, for all scans: a voxel is what is likeliest there; on any grid")
    String[] priors() default {};

    @AttributeDefinition(description = "Table of the labels (TSV or CSV)")
    String legend();

    @AttributeDefinition(
        description = "What to do with a label that the legend does not have: fail, or background",
        options = {
          @Option(label = "fail", value = "fail"),
          @Option(label = "background", value = "background")
        })
    String unknown() default "fail";

    @AttributeDefinition(description = "The first scan, counted from 0 [files]", min = "0")
    int from() default 0;

    @AttributeDefinition(
        description = "Where the scans end, one behind the last [files]; 0 for all there are",
        min = "0")
    int to() default 0;

    @AttributeDefinition(
        description =
            "Which scan a sample shows: shuffled, in an order drawn anew for each pass, or sorted;"
                + " either way each once in a pass",
        options = {
          @Option(label = "shuffled", value = "shuffled"),
          @Option(label = "sorted", value = "sorted")
        })
    String order() default "shuffled";

    @AttributeDefinition(
        description = "Axes in memory: RAS, by exchanging and reversing axes, or the file's own",
        options = {
          @Option(label = "RAS", value = "RAS"),
          @Option(label = "native", value = "native")
        })
    String orientation() default "RAS";

    @AttributeDefinition(
        description = "Unit of the scans [name], such as HU; none where values are arbitrary")
    String unit() default "";

    @AttributeDefinition(
        description = "Memory for scans that are kept [MB]; at least 0; changes no result",
        min = "0")
    int cache() default 1024;
  }

  private final Pass<Labelled> pass;
  private final Legend legend;
  private final String legendSha256;
  private final String filesSha256;
  private final UnknownLabels unknown;
  private final Orientation orientation;
  private final String unit;
  private final Cache<Labelled, LabelledScan> cache;

  /** Null where labels stand in files. */
  private final Priors priors;

  /**
   * Finds the files and checks their headers.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range, a header or the legend is wrong, or a
   *     scan and its labels lie on different grids
   */
  @Activate
  public Scans(Config config) {
    orientation = Scan.orientation(config.orientation());
    unknown = unknown(config.unknown());
    unit = config.unit().isEmpty() ? "1" : config.unit();
    if (!(config.cache() >= 0)) {
      throw new IllegalArgumentException("cache: needs at least 0 MB, got " + config.cache());
    }
    cache = new Cache<>((long) config.cache() << 20, LabelledScan::bytes);
    try {
      legend = LegendFile.read(Path.of(config.legend()));
      legendSha256 = FileHash.of(Path.of(config.legend()));
    } catch (FormatException e) {
      throw new IllegalArgumentException("legend: " + e.getMessage(), e);
    }
    priors = config.priors().length == 0 ? null : Priors.of(config.priors(), legend);
    List<Labelled> all = all(Choice.scans("images", config.images()), config.labels());
    List<Labelled> taken =
        Choice.part(Map.of(Choice.NONE, all), config.from(), config.to()).get(Choice.NONE);
    pass = new Pass<>(List.of(taken), Images.shuffled(config.order()));
    filesSha256 = FoundFile.sha256(taken.stream().map(Labelled::image).toList());
  }

  private List<Labelled> all(List<FoundFile> images, String[] labels) {
    if ((priors == null) == (labels.length == 0)) {
      throw new IllegalArgumentException(
          "labels: needs files of labels, or priors, but not both, got "
              + (priors == null ? "neither" : "both"));
    }
    return priors == null
        ? Labelled.of(images, Choice.scans("labels", labels))
        : Labelled.of(images);
  }

  private static UnknownLabels unknown(String text) {
    return switch (text) {
      case "fail" -> UnknownLabels.FAIL;
      case "background" -> UnknownLabels.BACKGROUND;
      default ->
          throw new IllegalArgumentException("unknown: needs fail or background, got " + text);
    };
  }

  @Override
  public Map<String, Object> facts() {
    Map<String, Object> facts = Targets.facts(legend);
    facts.put(PASS, pass.size());
    return facts;
  }

  @Override
  public void open(Sample sample, Draws draws) {
    Labelled files = pass.item(sample.index(), draws);
    LabelledScan loaded = cache.get(files, key -> load(key, sample));
    sample.input("image " + files.image().name(), loaded.scan().sha256());
    sample.input("labels of " + files.image().name(), loaded.sha256());
    sample.input("images", filesSha256);
    sample.input("legend", legendSha256);
    sample.put(Part.IMAGE, loaded.scan().image(sample));
    sample.put(Part.LABELS, loaded.labels());
    sample.annotate("image", files.image().name());
    sample.annotate("labels", priors == null ? files.labels().name() : priors.names());
  }

  private LabelledScan load(Labelled files, Sample sample) {
    try {
      Scan scan = Scan.read(files.image().path(), orientation, unit);
      Grid grid = scan.kept().grid();
      if (priors != null) {
        return new LabelledScan(scan, priors.on(grid, sample), priors.sha256());
      }
      Path file = files.labels().path();
      LabelMap labels = VolumeFile.open(file).labels(legend, orientation, unknown);
      return new LabelledScan(scan, Labelled.onto(grid, labels), FileHash.of(file));
    } catch (FormatException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
