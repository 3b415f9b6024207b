package org.variegate.model.classification;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.variegate.api.Plugin;
import org.variegate.api.TaskModel;
import org.variegate.api.task.Network;
import org.variegate.api.task.Setting;
import org.variegate.dl4j.Backend;

/**
 * Says of which class a picture's subject is. A pretrained network that stays as it is, or of which
 * the end learns too, makes features of it, and a small one learns from those (Valtchev and Wu
 * 2021, section 3: VGG-16, a dense layer of 128, dropout); without weights, a small network learns
 * from the pixels.
 */
@Component(service = TaskModel.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Classification.Config.class, factory = true)
@Plugin(
    name = "classification",
    needs = {"IMAGE", "TRUTH"})
public final class Classification implements TaskModel {

  /** The options. */
  @ObjectClassDefinition(
      name = "classification",
      description = "Says of which class a picture's subject is.")
  public @interface Config {
    @AttributeDefinition(
        description =
            "A pretrained image network that stays as it is, an ONNX file; none to learn from the"
                + " pixels")
    String backbone() default "";

    @AttributeDefinition(
        description =
            "The backbone's output that is learned from [name]; features of EfficientNet-Lite,"
                + " block5_pool of VGG-16")
    String output() default "features";

    @AttributeDefinition(
        description =
            "How many of the backbone's last convolutions before that output learn too; 0 for none",
        min = "0",
        max = "1000")
    int unfrozen() default 0;

    @AttributeDefinition(
        description =
            "Side of the square that pictures are resized to [pixels]; 0 for 224 with a backbone"
                + " and 64 without",
        min = "0",
        max = "4096")
    int size() default 0;

    @AttributeDefinition(
        description = "What is subtracted from red, green and blue, which are in [0, 255]")
    double[] mean() default {127, 127, 127};

    @AttributeDefinition(description = "What red, green and blue are divided by then")
    double[] deviation() default {128, 128, 128};

    @AttributeDefinition(
        description = "Order of the channels",
        options = {@Option(label = "rgb", value = "rgb"), @Option(label = "bgr", value = "bgr")})
    String channels() default "rgb";

    @AttributeDefinition(
        description = "What is made of each feature map",
        options = {@Option(label = "mean", value = "mean"), @Option(label = "all", value = "all")})
    String pool() default "mean";

    @AttributeDefinition(
        description = "Units of the layer that learns from features; 0 for none",
        min = "0",
        max = "65536")
    int hidden() default 128;

    @AttributeDefinition(
        description = "Probability that a unit of it is left out of a step",
        min = "0",
        max = "0.99")
    double dropout() default 0.5;

    @AttributeDefinition(description = "Weight decay: the factor of the squared weights", min = "0")
    double decay() default 1e-4;
  }

  private final Config config;
  private final Backend backend;
  private final Input input;

  /**
   * Takes the options; loads nothing.
   *
   * @param config the options
   * @param backend computes
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public Classification(Config config, @Reference Backend backend) {
    this.config = config;
    this.backend = backend;
    this.input = Input.of(config);
    if (!(config.dropout() >= 0 && config.dropout() < 1)) {
      throw new IllegalArgumentException(
          "dropout: needs a probability below 1, got " + config.dropout());
    }
    if (!(config.unfrozen() >= 0) || config.unfrozen() > 0 && config.backbone().isEmpty()) {
      throw new IllegalArgumentException(
          "unfrozen: needs a backbone and at least 0, got " + config.unfrozen());
    }
    if (config.unfrozen() > 0 && !input.pooled()) {
      throw new IllegalArgumentException("pool: needs mean where convolutions learn, got all");
    }
    if (!(config.decay() >= 0)) {
      throw new IllegalArgumentException("decay: needs at least 0, got " + config.decay());
    }
  }

  @Override
  public Network create(Setting setting) throws IOException {
    backend.start(setting.threads());
    Labels labels = Labels.of(setting.facts()).required();
    return on(Base.of(config, input), b -> Classifier.create(config, b, labels, setting.seed()));
  }

  @Override
  public Network load(Setting setting, InputStream state) throws IOException {
    backend.start(setting.threads());
    Labels labels = Labels.of(setting.facts());
    return on(
        Base.of(config, input), b -> Classifier.load(state, b.reader(), labels, setting.seed()));
  }

  /** Makes a network on a base. */
  @FunctionalInterface
  private interface Making {
    Network network(Base base) throws IOException;
  }

  /** A network that closes what it stands on; without a network, that is closed at once. */
  private static Network on(Base base, Making making) throws IOException {
    boolean made = false;
    try {
      Network network = making.network(base);
      made = true;
      return network;
    } finally {
      if (!made) {
        base.reader().close();
      }
    }
  }
}
