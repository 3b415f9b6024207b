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
 * Says of which class a picture's subject is. A pretrained network that stays as it is makes
 * features of it, and a small one learns from those (Valtchev and Wu 2021, section 3: VGG-16, a
 * dense layer of 128, dropout); without weights, a small network learns from the pixels.
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
    if (!(config.decay() >= 0)) {
      throw new IllegalArgumentException("decay: needs at least 0, got " + config.decay());
    }
  }

  @Override
  public Network create(Setting setting) throws IOException {
    backend.start(setting.threads());
    Labels labels = Labels.of(setting.facts()).required();
    Reader reader = reader();
    return Classifier.create(config, reader, labels, setting.seed());
  }

  @Override
  public Network load(Setting setting, InputStream state) throws IOException {
    backend.start(setting.threads());
    Labels labels = Labels.of(setting.facts());
    return Classifier.load(state, reader(), labels, setting.seed());
  }

  private Reader reader() throws IOException {
    return config.backbone().isEmpty()
        ? new PixelReader(input)
        : new FeatureReader(input, Backbone.open(config.backbone(), config.output(), input));
  }
}
