package org.variegate.synthesizer.rgb;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Arena;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.Synthesizer;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.render.Frame;
import org.variegate.render.Renderer;
import org.variegate.render.Settings;
import org.variegate.render.Settings.Pass;
import org.variegate.scene.Instance;
import org.variegate.scene.Moments;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.View;

/** Takes a picture of the scene, with everything that is known about each pixel of it. */
@Component(service = Synthesizer.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RgbSynthesizer.Config.class, factory = true)
@Plugin(
    name = "rgb",
    needs = "SCENE",
    gives = {"IMAGE", "VIEW", "INSTANCES", "DEPTH"})
public final class RgbSynthesizer implements Synthesizer {

  /** The options. */
  @ObjectClassDefinition(name = "rgb", description = "Takes a picture of the scene.")
  public @interface Config {
    @AttributeDefinition(
        description = "Width of the picture [pixels]; 1 to 16384",
        min = "1",
        max = "16384")
    int width() default 256;

    @AttributeDefinition(
        description = "Height of the picture [pixels]; 1 to 16384",
        min = "1",
        max = "16384")
    int height() default 256;

    @AttributeDefinition(description = "Samples of visibility a pixel [1]; 1, 2, 4, 8 or 16")
    int samples() default 4;

    @AttributeDefinition(
        description = "Width of each light's shadow map [texels]; 0 for no shadows, at most 4096")
    int shadows() default 256;

    @AttributeDefinition(
        description =
            "Brightness that the picture's brighter part gets, linear [1]; a distribution of values of at least 0; 0 leaves the light as the scene has it, with 1 as white")
    String key() default "uniform(0.25, 0.5)";

    @AttributeDefinition(
        description = "Brightness added to that [stops]; a distribution of values in [-20, 20]")
    String exposure() default "0";

    @AttributeDefinition(
        description = "What else is made: any of normals, coordinates, flow; depth always is")
    String[] passes() default {};

    @AttributeDefinition(
        description = "Time from the picture to the next, for flow and pairs [s]; above 0")
    double interval() default 0.04;

    @AttributeDefinition(
        description = "Whether the next picture is taken too, with the same exposure")
    boolean pair() default false;

    @AttributeDefinition(
        description =
            "How long the shutter is open, half before and half after the moment of all truths [s];"
                + " a distribution in [0, 10]; without effect where nothing moves")
    String shutter() default "0";

    @AttributeDefinition(
        description =
            "Pictures through points of the lens while the shutter is open, whose mean is the"
                + " picture where the lens has an aperture or the shutter is open [1]; 1 to 4096; 1"
                + " for all in focus and still",
        min = "1",
        max = "4096")
    int glimpses() default 16;

    @AttributeDefinition(
        description = "Threads that work on one picture [1]; they change no byte of it")
    int threads() default 1;
  }

  private static final Distribution TURN = Distribution.parse("lens", "uniform(0, 6.2832)");

  private final Grid grid;
  private final Renderer renderer;
  private final boolean flow;
  private final Renderer later;
  private final double interval;
  private final Distribution shutter;
  private final Shutter glimpses;
  private final Distribution key;
  private final Distribution exposure;

  /**
   * A camera.
   *
   * @param config the options
   * @throws IllegalArgumentException if one is out of range
   */
  @Activate
  public RgbSynthesizer(Config config) {
    Set<Pass> passes = EnumSet.of(Pass.DEPTH);
    flow = passes(config.passes(), passes);
    Settings settings = settings(config, passes);
    renderer = new Renderer(settings);
    later = config.pair() ? new Renderer(settings(config, Set.of())) : null;
    interval = config.interval();
    if (!(interval > 0 && interval <= 1e6)) {
      throw new IllegalArgumentException("interval: needs a time above 0 s, got " + interval);
    }
    shutter = Distribution.parse("shutter", config.shutter(), 0, 10);
    if (!(config.glimpses() >= 1 && config.glimpses() <= 4096)) {
      throw new IllegalArgumentException("glimpses: needs 1 to 4096, got " + config.glimpses());
    }
    glimpses = config.glimpses() == 1 ? null : new Shutter(settings, config.glimpses());
    grid = new Grid(config.width(), config.height(), 1, Affine.IDENTITY);
    key = Distribution.parse("key", config.key(), 0, 1000);
    exposure = Distribution.parse("exposure", config.exposure(), -20, 20);
  }

  private static Settings settings(Config config, Set<Pass> passes) {
    return new Settings(
        config.width(),
        config.height(),
        config.samples(),
        config.shadows(),
        passes,
        config.threads());
  }

  /** Adds what is named; flow is told apart. */
  private static boolean passes(String[] names, Set<Pass> passes) {
    boolean flow = false;
    for (String name : names) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "depth" -> passes.add(Pass.DEPTH);
        case "normals" -> passes.add(Pass.NORMALS);
        case "coordinates" -> passes.add(Pass.COORDINATES);
        case "flow" -> flow = true;
        default ->
            throw new IllegalArgumentException(
                "passes: needs any of depth, normals, coordinates, flow, got " + name);
      }
    }
    return flow;
  }

  @Override
  public void synthesize(Sample sample, Draws draws) {
    Scene scene = sample.get(Scene.SCENE);
    Arena arena = sample.arena();
    Moments moments = new Moments(scene, arena);
    Frame frame =
        flow ? renderer.render(scene, moments.at(interval), arena) : renderer.render(scene, arena);
    Frame next = later == null ? null : later.render(moments.at(interval), arena);
    lens(frame, next, scene, moments, draws, arena);
    double factor =
        Exposure.factor(frame, draws.sample("key", key), draws.sample("exposure", exposure));
    Exposure.expose(frame, factor);
    if (next != null) {
      Exposure.expose(next, factor);
      sample.put(View.LATER, new Raster(grid, 3, "linear", next.color()));
      arena.release(next.instances());
    }
    sample.put(Part.IMAGE, new Raster(grid, 3, "linear", frame.color()));
    sample.put(View.VIEW, new View(scene.camera(), grid.nx(), grid.ny(), frame.sightings()));
    sample.put(View.INSTANCES, instances(scene, frame, arena));
    put(sample, View.DEPTH, 1, "m", frame.depth());
    put(sample, View.NORMALS, 3, "1", frame.normals());
    put(sample, View.COORDINATES, 3, "m", frame.coordinates());
    put(sample, View.NEXT, 3, "pixels", frame.next());
  }

  /** Blurs what is out of focus or moves, if there is any. */
  private void lens(
      Frame frame, Frame next, Scene scene, Moments moments, Draws draws, Arena arena) {
    double open = scene.isStill() ? 0 : draws.sample("shutter", shutter);
    if (!(open >= 0)) {
      throw new IllegalArgumentException("shutter: needs a time of at least 0 s, got " + open);
    }
    if (glimpses != null && (open > 0 || scene.camera().aperture() > 0)) {
      double turn = draws.sample("lens", TURN);
      glimpses.expose(frame, moments, 0, open, turn, arena);
      if (next != null) {
        glimpses.expose(next, moments, interval, open, turn, arena);
      }
    }
  }

  private void put(Sample sample, Part<Raster> part, int channels, String unit, float[] values) {
    if (values != null) {
      sample.put(part, new Raster(grid, channels, unit, values));
    }
  }

  private LabelMap instances(Scene scene, Frame frame, Arena arena) {
    List<String> classes = scene.classes();
    List<Label> labels = new ArrayList<>();
    labels.add(new Label(0, "sky", "sky", 0, 0));
    for (Instance i : scene.instances()) {
      int target = i.role() == Role.SUBJECT ? classes.indexOf(i.category()) + 1 : 0;
      labels.add(new Label(i.id(), i.model().name(), i.category(), i.id(), target));
    }
    Legend legend = new Legend(labels);
    if (legend.size() > LabelMap.BYTES) {
      return LabelMap.of(grid, legend, frame.instances());
    }
    byte[] places = arena.bytes(grid.size());
    for (int i = 0; i < places.length; i++) {
      places[i] = (byte) frame.instances()[i];
    }
    return LabelMap.of(grid, legend, places);
  }
}
