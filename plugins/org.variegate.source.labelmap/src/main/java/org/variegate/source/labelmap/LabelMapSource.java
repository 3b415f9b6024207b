package org.variegate.source.labelmap;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.variegate.api.volume.Label;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Targets;
import org.variegate.draws.Draws;
import org.variegate.formats.FileHash;
import org.variegate.formats.FormatException;
import org.variegate.formats.FoundFile;
import org.variegate.formats.LegendFile;
import org.variegate.formats.Orientation;
import org.variegate.formats.UnknownLabels;

/**
 * Opens a sample with one of several label maps, each equally likely.
 *
 * <p>All headers are read and checked at activation. Maps are read when they are drawn, and kept
 * within a bound; one map is shared by all samples that drew it.
 */
@Component(service = Source.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = LabelMapSource.Config.class, factory = true)
@Plugin(name = "labelmap", gives = "LABELS")
public final class LabelMapSource implements Source {
  private static final String[] ENDINGS = {".nii", ".nii.gz", ".mgh", ".mgz"};

  /** The options. */
  @ObjectClassDefinition(
      name = "labelmap",
      description = "Opens a sample with a label map from a NIfTI or MGH file.")
  public @interface Config {
    @AttributeDefinition(
        description = "Files, folders or glob patterns, relative to the working directory")
    String[] path();

    @AttributeDefinition(
        description =
            "Table of labels (TSV or CSV); without one, each id in any of the files is a tissue of"
                + " its own, and all files are read at the start to find them")
    String legend() default "";

    @AttributeDefinition(
        description = "Axes in memory: RAS, by exchanging and reversing axes, or the file's own",
        options = {
          @Option(label = "RAS", value = "RAS"),
          @Option(label = "native", value = "native")
        })
    String orientation() default "RAS";

    @AttributeDefinition(
        description = "What to do with a label that the legend does not have: fail, or background",
        options = {
          @Option(label = "fail", value = "fail"),
          @Option(label = "background", value = "background")
        })
    String unknown() default "fail";

    @AttributeDefinition(
        description = "Memory for maps that are kept [MB]; at least 0; changes no result",
        min = "0")
    int cache() default 512;
  }

  private final List<MapFile> files;
  private final Legend legend;
  private final Orientation orientation;
  private final UnknownLabels unknown;
  private final Cache<MapFile, LoadedMap> cache;
  private final String filesSha256;
  private final String legendSha256;

  /**
   * Finds the files and checks their headers.
   *
   * @param config the options
   * @throws IllegalArgumentException if there is no file, a header or the legend is wrong, or,
   *     where there is no legend, a file is no label map
   */
  @Activate
  public LabelMapSource(Config config) {
    orientation = orientation(config.orientation());
    unknown = unknown(config.unknown());
    if (config.cache() < 0) {
      throw new IllegalArgumentException("cache: needs at least 0 MB, got " + config.cache());
    }
    cache = new Cache<>((long) config.cache() << 20, LoadedMap::bytes);
    List<FoundFile> found = FoundFile.find("path", List.of(config.path()), ENDINGS);
    files = MapFile.open(found);
    filesSha256 = FoundFile.sha256(found);
    if (config.legend().isBlank()) {
      legend = union(files);
      legendSha256 = FileHash.ofText(lines(legend.labels().stream().map(Label::id).toList()));
    } else {
      legend = read(Path.of(config.legend()));
      legendSha256 = hash(Path.of(config.legend()));
    }
  }

  private static String lines(List<?> items) {
    return items.stream().map(item -> item + "\n").collect(Collectors.joining());
  }

  private static Orientation orientation(String text) {
    return switch (text) {
      case "RAS" -> Orientation.RAS;
      case "native" -> Orientation.NATIVE;
      default ->
          throw new IllegalArgumentException("orientation: needs RAS or native, got " + text);
    };
  }

  private static UnknownLabels unknown(String text) {
    return switch (text) {
      case "fail" -> UnknownLabels.FAIL;
      case "background" -> UnknownLabels.BACKGROUND;
      default ->
          throw new IllegalArgumentException("unknown: needs fail or background, got " + text);
    };
  }

  private static Legend read(Path file) {
    try {
      return LegendFile.read(file);
    } catch (FormatException e) {
      throw new IllegalArgumentException("legend: " + e.getMessage());
    }
  }

  private static String hash(Path file) {
    try {
      return FileHash.of(file);
    } catch (FormatException e) {
      throw new IllegalArgumentException("legend: " + e.getMessage());
    }
  }

  /** All ids of all files, so that a class is the same in each of them; 0 is the background. */
  private static Legend union(List<MapFile> files) {
    TreeSet<Integer> ids = new TreeSet<>();
    try {
      for (MapFile file : files) {
        for (int id : file.volume().ids()) {
          ids.add(id);
        }
      }
    } catch (FormatException e) {
      throw new IllegalArgumentException("path: " + e.getMessage());
    }
    ids.remove(0);
    List<Label> labels = new ArrayList<>();
    labels.add(Label.plain(0));
    ids.forEach(id -> labels.add(Label.plain(id)));
    return new Legend(labels);
  }

  @Override
  public Map<String, Object> facts() {
    return Targets.facts(legend);
  }

  @Override
  public void open(Sample sample, Draws draws) {
    MapFile file = draws.choose("map", files);
    LoadedMap map = cache.get(file, this::load);
    sample.input(file.name(), map.sha256());
    sample.input("path", filesSha256);
    sample.input("legend", legendSha256);
    sample.put(Part.LABELS, map.labels());
    sample.annotate("labelmap", file.name());
  }

  private LoadedMap load(MapFile file) {
    try {
      String sha256 = FileHash.of(file.volume().path());
      return new LoadedMap(file.volume().labels(legend, orientation, unknown), sha256);
    } catch (FormatException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
