package org.variegate.sink.folder;

import java.io.IOException;
import java.io.OutputStream;
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
import org.variegate.pictures.ImageFormat;
import org.variegate.pictures.Json;
import org.variegate.pictures.PictureMembers;

/** Writes pictures and masks as files, and what is true of each sample as a line of JSON. */
@Component(service = Sink.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FolderSink.Config.class, factory = true)
@Plugin(name = "folder", needs = "IMAGE")
public final class FolderSink implements Sink {
  private static final int NEWLINE = '\n';

  /** The options. */
  @ObjectClassDefinition(
      name = "folder",
      description = "Writes pictures and masks as files, and annotations as lines of JSON.")
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
  public FolderSink(Config config) {
    pictures =
        new PictureMembers(
            ImageFormat.parse(config.format(), config.quality()),
            config.masks(),
            config.depth(),
            config.arrays());
  }

  @Override
  public void encode(Sample sample, Members members) throws IOException {
    pictures.write(sample, members, "image.");
    Map<String, Object> line = new TreeMap<>(sample.annotations());
    line.put("index", sample.index());
    try (OutputStream out = members.create(JsonLines.NAME)) {
      out.write(Json.bytes(line));
      out.write(NEWLINE);
    }
  }

  @Override
  public Shard begin(ShardFiles files) throws IOException {
    return new JsonLines(Sink.super.begin(files), files.create("annotations.jsonl"));
  }
}
