package org.variegate.sink.coco;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.variegate.api.Members;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.Shard;
import org.variegate.api.ShardFiles;
import org.variegate.api.Sink;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.LabelMap;
import org.variegate.pictures.ImageFormat;
import org.variegate.pictures.Json;
import org.variegate.scene.Categories;
import org.variegate.scene.Truth;
import org.variegate.scene.View;

/** Writes pictures, and for each shard a file of annotations in the format of COCO. */
@Component(service = Sink.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = CocoSink.Config.class, factory = true)
@Plugin(
    name = "coco",
    needs = {"IMAGE", "INSTANCES", "TRUTH"})
public final class CocoSink implements Sink {
  private static final long OBJECTS_PER_IMAGE = 1000;

  /** The options. */
  @ObjectClassDefinition(
      name = "coco",
      description = "Writes pictures, and annotations in the format of COCO.")
  public @interface Config {
    @AttributeDefinition(
        description = "How images are written",
        options = {@Option(label = "jpeg", value = "jpeg"), @Option(label = "png", value = "png")})
    String format() default "jpeg";

    @AttributeDefinition(
        description = "JPEG quality [1]; 1 to 100; a stage such as sensor may choose another",
        min = "1",
        max = "100")
    int quality() default 90;

    @AttributeDefinition(description = "What the file's info says of the dataset [text]")
    String description() default "Made by Variegate";

    @AttributeDefinition(description = "What the file's info says of the dataset's version [text]")
    String version() default "1.0.0";
  }

  private final ImageFormat format;
  private final byte[] info;

  /**
   * Checks the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is not among its choices
   */
  @Activate
  public CocoSink(Config config) {
    format = ImageFormat.parse(config.format(), config.quality());
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("description", config.description());
    told.put("version", config.version());
    info = Json.bytes(told);
  }

  @Override
  public void encode(Sample sample, Members members) throws IOException {
    String name = "image." + format.suffix();
    try (OutputStream out = members.create(name)) {
      format.write(sample, out);
    }
    Grid grid = sample.grid();
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("id", sample.index());
    image.put("file_name", String.format(Locale.ROOT, "%06d-%s", sample.index(), name));
    image.put("width", grid.nx());
    image.put("height", grid.ny());
    Truth truth = sample.get(Truth.TRUTH);
    write(members, CocoShard.IMAGE, image);
    write(members, CocoShard.ANNOTATIONS, annotations(sample, truth));
    for (int number = 1; number <= truth.classes().size(); number++) {
      write(members, CocoShard.category(number), category(truth, number));
    }
  }

  private static void write(Members members, String name, Object value) throws IOException {
    try (OutputStream out = members.create(name)) {
      out.write(Json.bytes(value));
    }
  }

  private static List<Object> annotations(Sample sample, Truth truth) {
    LabelMap labels = sample.get(View.INSTANCES);
    List<Object> annotations = new ArrayList<>();
    for (Map<String, Object> object : truth.objects()) {
      long area = ((Number) told(object, "area")).longValue();
      if (area > 0) {
        long id = sample.index() * OBJECTS_PER_IMAGE + annotations.size() + 1;
        annotations.add(annotation(id, sample.index(), area, object, labels));
      }
    }
    return annotations;
  }

  private static Object told(Map<String, Object> object, String key) {
    if (!object.containsKey(key)) {
      throw new IllegalStateException("coco: needs boxes; put the stage boxes before the sink");
    }
    return object.get(key);
  }

  private static Map<String, Object> annotation(
      long id, long image, long area, Map<String, Object> object, LabelMap labels) {
    Map<String, Object> annotation = new LinkedHashMap<>();
    annotation.put("id", id);
    annotation.put("image_id", image);
    annotation.put("category_id", object.get("number"));
    annotation.put("bbox", told(object, "box"));
    annotation.put("area", area);
    annotation.put("iscrowd", 0);
    int place = labels.legend().place((int) object.get("id"));
    int[] size = {labels.grid().ny(), labels.grid().nx()};
    Map<String, Object> segmentation = new LinkedHashMap<>();
    segmentation.put("size", size);
    segmentation.put("counts", RunLengths.of(labels, place));
    annotation.put("segmentation", segmentation);
    if (object.get("keypoints") instanceof Map<?, ?> keypoints && !keypoints.isEmpty()) {
      put(annotation, keypoints);
    }
    annotation.put("visible", object.get("visible"));
    annotation.put("truncated", object.get("truncated"));
    return annotation;
  }

  /** By name; what is outside of the picture is all zeros. */
  private static void put(Map<String, Object> annotation, Map<?, ?> keypoints) {
    double[] flat = new double[3 * keypoints.size()];
    int at = 0;
    int labelled = 0;
    for (Object value : keypoints.values()) {
      double[] point = (double[]) value;
      if (point[2] > 0) {
        System.arraycopy(point, 0, flat, at, 3);
        labelled++;
      }
      at += 3;
    }
    annotation.put("keypoints", flat);
    annotation.put("num_keypoints", labelled);
  }

  /** Of a source that tells nothing before, keypoints are known where the sample has an object. */
  private static Map<String, Object> category(Truth truth, int number) {
    Map<String, Object> category = category(number, truth.classes().get(number - 1));
    for (Map<String, Object> object : truth.objects()) {
      if (object.get("number").equals(number)
          && object.get("keypoints") instanceof Map<?, ?> keypoints
          && !keypoints.isEmpty()) {
        category.put("keypoints", List.copyOf(keypoints.keySet()));
      }
    }
    return category;
  }

  private static Map<String, Object> category(int number, String name) {
    Map<String, Object> category = new LinkedHashMap<>();
    category.put("id", number);
    category.put("name", name);
    category.put("supercategory", "object");
    return category;
  }

  /** What was told of all classes, whichever the shard has. */
  private static Map<String, byte[]> categories(Map<String, Object> facts) {
    Map<String, byte[]> categories = new TreeMap<>();
    Categories.classes(facts)
        .forEach(
            (number, name) -> {
              Map<String, Object> category = category(number, name);
              List<String> keypoints = Categories.keypoints(facts, name);
              if (facts.containsKey(Categories.KEYPOINTS) && !keypoints.isEmpty()) {
                category.put("keypoints", keypoints);
                category.put("skeleton", Categories.skeleton(facts, name));
              }
              categories.put(CocoShard.category(number), Json.bytes(category));
            });
    return categories;
  }

  @Override
  public Shard begin(ShardFiles files) throws IOException {
    return new CocoShard(
        Sink.super.begin(files), files.create("annotations.json"), info, categories(files.facts()));
  }
}
