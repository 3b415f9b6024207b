package org.variegate.source.images;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.variegate.draws.Draws;
import org.variegate.formats.FormatException;
import org.variegate.formats.FoundFile;
import org.variegate.formats.Orientation;
import org.variegate.scene.Categories;
import org.variegate.scene.Truth;

/** Opens each sample with a photograph of a class, or with a photograph or scan of none. */
@Component(service = Source.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Images.Config.class, factory = true)
@Plugin(
    name = "images",
    gives = {"IMAGE", "TRUTH"})
public final class Images implements Source {
  /** The options. */
  @ObjectClassDefinition(
      name = "images",
      description = "Photographs by class folder, or photographs and scans without classes.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "Folder with one folder a class, which holds PNG and JPEG files, in folders of its own"
                + " if need be, relative to the working directory; none if there are files")
    String folders() default "";

    @AttributeDefinition(
        description =
            "Images without classes, PNG, JPEG, NIfTI or MGH: files, folders or glob patterns,"
                + " relative to the working directory; none if there are folders")
    String[] files() default {};

    @AttributeDefinition(description = "The classes of folders [name]; none for all there are")
    String[] classes() default {};

    @AttributeDefinition(
        description =
            "All classes of the dataset, if other sources have more [name]: a class's number is its"
                + " place among them in alphabetical order; none for those of this source")
    String[] categories() default {};

    @AttributeDefinition(
        description = "The first file of each class, in the order of their names [files]; from 0",
        min = "0")
    int from() default 0;

    @AttributeDefinition(
        description =
            "Where the files of each class end, one behind the last [files]; 0 for all there are",
        min = "0")
    int to() default 0;

    @AttributeDefinition(
        description =
            "Which file a sample shows: shuffled, in an order drawn anew for each pass, or sorted;"
                + " either way each once in a pass, classes taking turns",
        options = {
          @Option(label = "shuffled", value = "shuffled"),
          @Option(label = "sorted", value = "sorted")
        })
    String order() default "shuffled";

    @AttributeDefinition(
        description =
            "Longest side that photographs are kept with; larger ones are reduced [pixels]; 16 to"
                + " 65535, or 0 for any",
        min = "0",
        max = "65535")
    int size() default 512;

    @AttributeDefinition(
        description =
            "Axes of scans in memory: RAS, by exchanging and reversing axes, or the file's own",
        options = {
          @Option(label = "RAS", value = "RAS"),
          @Option(label = "native", value = "native")
        })
    String orientation() default "RAS";

    @AttributeDefinition(
        description = "Unit of scans [name], such as HU; none where values are arbitrary")
    String unit() default "";

    @AttributeDefinition(
        description = "Memory for images that are kept [MB]; at least 0; changes no result",
        min = "0")
    int cache() default 256;
  }

  private record Entry(FoundFile file, String category) {}

  private final Pass<Entry> pass;
  private final List<String> numbered;
  private final String filesSha256;
  private final int size;
  private final Orientation orientation;
  private final String unit;
  private final Cache<FoundFile, Loaded> cache;

  /**
   * Finds the files.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range, or a class has no file
   */
  @Activate
  public Images(Config config) {
    size = config.size();
    if (!(size == 0 || size >= 16 && size <= 65535)) {
      throw new IllegalArgumentException("size: needs 0 or 16 to 65535 pixels, got " + size);
    }
    if (!(config.cache() >= 0)) {
      throw new IllegalArgumentException("cache: needs at least 0 MB, got " + config.cache());
    }
    orientation = Scan.orientation(config.orientation());
    unit = config.unit().isEmpty() ? "1" : config.unit();
    cache = new Cache<>((long) config.cache() << 20, Loaded::bytes);
    Map<String, List<FoundFile>> files = Choice.part(found(config), config.from(), config.to());
    numbered = config.folders().isEmpty() ? List.of() : numbered(files, config.categories());
    List<List<Entry>> groups = new ArrayList<>();
    files.forEach(
        (name, all) -> groups.add(all.stream().map(file -> new Entry(file, name)).toList()));
    pass = new Pass<>(groups, shuffled(config.order()));
    filesSha256 = FoundFile.sha256(groups.stream().flatMap(List::stream).map(Entry::file).toList());
  }

  private static Map<String, List<FoundFile>> found(Config config) {
    boolean folders = !config.folders().isEmpty();
    if (folders == config.files().length > 0) {
      throw new IllegalArgumentException(
          "folders: needs a folder of classes, or files, but not both, got "
              + (folders ? "both" : "neither"));
    }
    if (folders) {
      return Choice.folders(config.folders(), List.of(config.classes()));
    }
    if (config.classes().length > 0) {
      throw new IllegalArgumentException("classes: needs folders, got files, which have none");
    }
    return Choice.files(List.of(config.files()));
  }

  private static List<String> numbered(Map<String, List<FoundFile>> files, String[] categories) {
    List<String> all =
        (categories.length == 0 ? files.keySet().stream() : Arrays.stream(categories))
            .distinct()
            .sorted()
            .toList();
    if (!all.containsAll(files.keySet())) {
      throw new IllegalArgumentException(
          "categories: needs all of " + files.keySet() + ", got " + all);
    }
    return all;
  }

  static boolean shuffled(String order) {
    return switch (order) {
      case "shuffled" -> true;
      case "sorted" -> false;
      default ->
          throw new IllegalArgumentException("order: needs shuffled or sorted, got " + order);
    };
  }

  @Override
  public Map<String, Object> facts() {
    Map<String, Object> facts = new TreeMap<>(Categories.numbered(numbered));
    facts.put(PASS, pass.size());
    return facts;
  }

  @Override
  public void open(Sample sample, Draws draws) {
    Entry entry = pass.item(sample.index(), draws);
    Loaded loaded = cache.get(entry.file, this::load);
    sample.input(entry.file.name(), loaded.sha256());
    sample.input("files", filesSha256);
    sample.put(Part.IMAGE, loaded.image(sample));
    sample.annotate("image", entry.file.name());
    truth(sample, entry.category);
  }

  private void truth(Sample sample, String category) {
    if (category.equals(Choice.NONE)) {
      sample.put(Truth.TRUTH, new Truth(List.of(), List.of()));
      return;
    }
    int number = numbered.indexOf(category) + 1;
    Map<String, Object> object =
        new TreeMap<>(Map.of("id", 1, "class", category, "number", number));
    sample.put(Truth.TRUTH, new Truth(numbered, List.of(object)));
    sample.annotate(Truth.KEY, List.of(object));
  }

  private Loaded load(FoundFile file) {
    try {
      return Choice.isPicture(file)
          ? Photograph.read(file.path(), size)
          : Scan.read(file.path(), orientation, unit);
    } catch (FormatException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
