package org.variegate.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.variegate.annotator.boxes.Boxes;
import org.variegate.annotator.calibration.Calibration;
import org.variegate.annotator.keypoints.Keypoints;
import org.variegate.api.Annotator;
import org.variegate.api.Arena;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.api.Stage;
import org.variegate.api.Synthesizer;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.randomizer.camera.OrbitCamera;
import org.variegate.randomizer.color.Color;
import org.variegate.randomizer.distractor.Distractor;
import org.variegate.randomizer.lighting.Lighting;
import org.variegate.randomizer.occluder.Occluder;
import org.variegate.randomizer.pose.PoseRandomizer;
import org.variegate.randomizer.room.Room;
import org.variegate.randomizer.sensor.Sensor;
import org.variegate.randomizer.sky.Skies;
import org.variegate.randomizer.texture.Texturing;
import org.variegate.raster.LatticeResampler;
import org.variegate.scene.Scene;
import org.variegate.scene.Species;
import org.variegate.source.breeds.Breeds;
import org.variegate.species.quadruped.Cat;
import org.variegate.species.quadruped.Dog;
import org.variegate.synthesizer.rgb.RgbSynthesizer;
import org.variegate.tck.Options;

/** Frames as {@code configs/cats-and-dogs.yaml} makes them, but for the sink. */
final class Frames {
  private static final long SEED = 2021;

  private final Map<String, Stage> before = new TreeMap<>();
  private final Map<String, Stage> after = new TreeMap<>();

  /** Stages with the recipe's options. */
  Frames() {
    List<Map.Entry<Map<String, Object>, Species>> species =
        List.of(
            Map.entry(Map.of(Species.PROPERTY, "cat"), new Cat()),
            Map.entry(Map.of(Species.PROPERTY, "dog"), new Dog()));
    before.put("00 source", new Breeds(species, Options.of(Breeds.Config.class, "genomes", 150)));
    before.put("01 pose", new PoseRandomizer(Options.of(PoseRandomizer.Config.class)));
    before.put("02 coat", coat());
    before.put("03 camera", camera());
    before.put("04 room", new Room(Options.of(Room.Config.class)));
    before.put("05 distractor", new Distractor(Options.of(Distractor.Config.class)));
    before.put("06 lighting", new Lighting(Options.of(Lighting.Config.class)));
    before.put("07 sky", new Skies(Options.of(Skies.Config.class)));
    before.put("08 occluder", new Occluder(Options.of(Occluder.Config.class)));
    before.put("09 texture", new Texturing(Options.of(Texturing.Config.class)));
    after.put("10 rgb", new RgbSynthesizer(Options.of(RgbSynthesizer.Config.class)));
    after.put("11 sensor", new Sensor(Options.of(Sensor.Config.class)));
    after.put("12 boxes", new Boxes(Options.of(Boxes.Config.class)));
    after.put("13 keypoints", new Keypoints(Options.of(Keypoints.Config.class)));
    after.put("14 calibration", new Calibration(Options.of(Calibration.Config.class)));
  }

  private static Color coat() {
    return new Color(
        Options.of(
            Color.Config.class,
            "target",
            new String[] {"subject"},
            "hue",
            "normal(0, 4)",
            "saturation",
            "lognormal(0, 0.15)",
            "brightness",
            "lognormal(0, 0.12)"));
  }

  private static OrbitCamera camera() {
    return new OrbitCamera(
        Options.of(
            OrbitCamera.Config.class,
            "elevation",
            "area(2, 40)",
            "face",
            0.9,
            "faceElevation",
            "area(2, 26)",
            "faceAzimuth",
            "normal(0, 34)",
            "targets",
            new String[] {"whole", "bust", "head"},
            "weights",
            new double[] {0.34, 0.37, 0.29},
            "framing",
            "uniform(0.82, 1.15)",
            "fieldOfView",
            "uniform(28, 45)"));
  }

  /** A scene as it is when its picture is taken. */
  Scene scene(long index, Arena arena) {
    Sample sample = new Sample(index, new LatticeResampler(), arena);
    Draws draws = new SampleDraws(SEED, index, new DrawRecord(), Overrides.NONE);
    before.forEach((name, stage) -> run(stage, sample, draws.child(name.substring(3))));
    return sample.get(Scene.SCENE);
  }

  /** All stages of a frame but the sink. */
  Sample frame(long index, Arena arena) {
    Sample sample = new Sample(index, new LatticeResampler(), arena);
    Draws draws = new SampleDraws(SEED, index, new DrawRecord(), Overrides.NONE);
    before.forEach((name, stage) -> run(stage, sample, draws.child(name.substring(3))));
    after.forEach((name, stage) -> run(stage, sample, draws.child(name.substring(3))));
    return sample;
  }

  private static void run(Stage stage, Sample sample, Draws draws) {
    if (stage instanceof Source source) {
      source.open(sample, draws);
    } else if (stage instanceof Randomizer randomizer) {
      randomizer.randomize(sample, draws);
    } else if (stage instanceof Synthesizer synthesizer) {
      synthesizer.synthesize(sample, draws);
    } else {
      ((Annotator) stage).annotate(sample);
    }
  }
}
