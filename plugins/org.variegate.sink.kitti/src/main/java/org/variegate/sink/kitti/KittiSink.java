package org.variegate.sink.kitti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
import org.variegate.pictures.ImageFormat;
import org.variegate.scene.Categories;
import org.variegate.scene.Projection;
import org.variegate.scene.Truth;

/** Writes pictures, labels and calibration in the folders and formats of KITTI. */
@Component(service = Sink.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = KittiSink.Config.class, factory = true)
@Plugin(
    name = "kitti",
    needs = {"IMAGE", "VIEW", "TRUTH"})
public final class KittiSink implements Sink {
  /** The options. */
  @ObjectClassDefinition(
      name = "kitti",
      description = "Writes pictures, labels and calibration as KITTI has them.")
  public @interface Config {
    @AttributeDefinition(
        description = "How images are written",
        options = {@Option(label = "png", value = "png"), @Option(label = "jpeg", value = "jpeg")})
    String format() default "png";

    @AttributeDefinition(
        description = "JPEG quality [1]; 1 to 100; a stage such as sensor may choose another",
        min = "1",
        max = "100")
    int quality() default 90;
  }

  private final ImageFormat format;

  /**
   * Checks the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is not among its choices
   */
  @Activate
  public KittiSink(Config config) {
    format = ImageFormat.parse(config.format(), config.quality());
  }

  @Override
  public void check(Map<String, Object> facts) {
    requireLabels(Categories.classes(facts).values());
  }

  /** A label may stand for one class only. */
  private static void requireLabels(Collection<String> classes) {
    Map<String, String> labelled = new HashMap<>();
    for (String name : classes) {
      String other = labelled.put(LabelLine.label(name), name);
      if (other != null) {
        throw new IllegalArgumentException(
            "categories: needs names that differ in more than spaces and _, got "
                + other
                + " and "
                + name);
      }
    }
  }

  @Override
  public void encode(Sample sample, Members members) throws IOException {
    try (OutputStream out = members.create("image." + format.suffix())) {
      format.write(sample, out);
    }
    StringBuilder labels = new StringBuilder();
    Truth truth = sample.get(Truth.TRUTH);
    requireLabels(truth.classes());
    for (Map<String, Object> object : truth.objects()) {
      if (!object.containsKey("box3d")) {
        throw new IllegalStateException("kitti: needs boxes; put the stage boxes before the sink");
      }
      if (((Number) object.get("area")).longValue() > 0) {
        labels.append(LabelLine.of(object));
      }
    }
    write(members, "label.txt", labels);
    write(members, "calib.txt", calibration(new Projection(sample)));
  }

  private static void write(Members members, String name, StringBuilder text) throws IOException {
    try (OutputStream out = members.create(name)) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** All four cameras are the one there is; the scanner stands at it and looks ahead. */
  private static StringBuilder calibration(Projection projection) {
    double[] k = projection.isPinhole() ? projection.intrinsics() : projection.takenIntrinsics();
    StringBuilder text = new StringBuilder();
    for (int camera = 0; camera < 4; camera++) {
      text.append('P').append(camera).append(':');
      LabelLine.add(text, k[0], k[1], k[2], 0, k[3], k[4], k[5], 0, k[6], k[7], k[8], 0);
      text.append('\n');
    }
    return text.append(
        """
        R0_rect: 1 0 0 0 1 0 0 0 1
        Tr_velo_to_cam: 0 -1 0 0 0 0 -1 0 1 0 0 0
        Tr_imu_to_velo: 1 0 0 0 0 1 0 0 0 0 1 0
        """);
  }

  @Override
  public Shard begin(ShardFiles files) {
    return new KittiShard(files);
  }
}
