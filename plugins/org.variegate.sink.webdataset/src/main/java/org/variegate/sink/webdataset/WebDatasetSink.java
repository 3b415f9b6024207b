package org.variegate.sink.webdataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
import org.variegate.formats.Tar;
import org.variegate.pictures.ImageFormat;
import org.variegate.pictures.Json;
import org.variegate.pictures.PictureMembers;
import org.variegate.scene.Truth;

/** Writes each shard as a tar archive that the webdataset package streams. */
@Component(service = Sink.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = WebDatasetSink.Config.class, factory = true)
@Plugin(name = "webdataset", needs = "IMAGE")
public final class WebDatasetSink implements Sink {
  /** The options. */
  @ObjectClassDefinition(
      name = "webdataset",
      description = "Writes each shard as a tar archive of pictures, masks and annotations.")
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

    @AttributeDefinition(description = "Which masks are written: any of instances, classes")
    String[] masks() default {"instances"};

    @AttributeDefinition(description = "Whether depth is written as PNG of 16 bits, in mm")
    boolean depth() default false;

    @AttributeDefinition(
        description = "What is written for NumPy: any of depth, normals, coordinates, flow")
    String[] arrays() default {};
  }

  private final PictureMembers pictures;

  /**
   * Checks the options.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is not among its choices
   */
  @Activate
  public WebDatasetSink(Config config) {
    pictures =
        new PictureMembers(
            ImageFormat.parse(config.format(), config.quality()),
            config.masks(),
            config.depth(),
            config.arrays());
  }

  @Override
  public void encode(Sample sample, Members members) throws IOException {
    pictures.write(sample, members, "");
    try (OutputStream out = members.create("json")) {
      out.write(Json.bytes(sample.annotations()));
    }
    if (sample.has(Truth.TRUTH) && !sample.get(Truth.TRUTH).objects().isEmpty()) {
      int number = (int) sample.get(Truth.TRUTH).objects().get(0).get("number");
      try (OutputStream out = members.create("cls")) {
        out.write(Integer.toString(number - 1).getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  @Override
  public Shard begin(ShardFiles files) throws IOException {
    String name = String.format(Locale.ROOT, "%06d.tar", files.shard());
    return new TarShard(new Tar(files.create(name)));
  }
}
