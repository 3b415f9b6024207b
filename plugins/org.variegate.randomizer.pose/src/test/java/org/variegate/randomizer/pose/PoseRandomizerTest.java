package org.variegate.randomizer.pose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.Distribution;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Course;
import org.variegate.scene.Instance;
import org.variegate.scene.Keypoint;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Moments;
import org.variegate.scene.Motion;
import org.variegate.scene.Pose;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Skeleton;
import org.variegate.scene.Studio;
import org.variegate.scene.shape.Shapes;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class PoseRandomizerTest implements RandomizerContract {
  private static final Distribution LIFT = Distribution.parse("lift", "uniform(0.1, 1)");
  private static final Fixture BOXES = new Fixture("boxes", PoseRandomizerTest::fill);

  /** Moves the only joint up, as a clip whose root hovers. */
  private record Lift(String name) implements Motion {
    @Override
    public Pose pose(Draws draws) {
      return course(draws).at(0);
    }

    /** Goes 2 m/s. */
    @Override
    public Course course(Draws draws) {
      float lift = (float) draws.sample("phase", LIFT);
      return seconds -> new Pose(List.of(at(0, lift, (float) (2 * seconds))));
    }
  }

  private static Matrix4f at(float x, float y, float z) {
    Matrix4f m = new Matrix4f();
    m.setIdentity();
    m.setTranslation(new Vector3f(x, y, z));
    return m;
  }

  private static Model box(String... motions) {
    Mesh rigid = Shapes.box(.2f, .4f, .6f, 0);
    float[] positions = rigid.positions().clone();
    for (int i = 1; i < positions.length; i += 3) {
      positions[i] += .2f;
    }
    float[] weights = new float[4 * rigid.vertices()];
    for (int i = 0; i < weights.length; i += 4) {
      weights[i] = 1;
    }
    Mesh mesh =
        Mesh.of(positions, rigid.normals(), rigid.triangles())
            .skin(new short[weights.length], weights)
            .build();
    Matrix4f here = at(0, 0, 0);
    Skeleton one = new Skeleton(List.of("root"), new int[] {-1}, List.of(here), List.of(here));
    List<Motion> all = List.of(motions).stream().map(name -> (Motion) new Lift(name)).toList();
    List<Keypoint> nose = List.of(new Keypoint("nose", 0, new Point3f(0, .2f, .3f)));
    List<Material> paint = List.of(Material.plain("paint", Rgb.WHITE, 1));
    return new Model("box", mesh, paint, one, all, nose);
  }

  private static void fill(Sample sample) {
    Scene scene =
        Studio.of(
            new Instance(1, "cat", Role.SUBJECT, box("walk", "Sit")).withPlacement(at(1, 0, 2)));
    scene.add(new Instance(3, "dog", Role.SUBJECT, box()).withPlacement(at(-1, 0, 0)));
    scene.add(new Instance(4, "bird", Role.DISTRACTOR, box("fly")).withPlacement(at(0, 3, 0)));
    sample.put(Scene.SCENE, scene);
  }

  @Override
  public PoseRandomizer stage() {
    return with();
  }

  @Override
  public List<Fixture> samples() {
    return List.of(BOXES);
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "probability=1.1", () -> with("probability", 1.1),
        "probability=NaN", () -> with("probability", Double.NaN),
        "pace=fast", () -> with("pace", "fast"),
        "heading=north", () -> with("heading", "north"));
  }

  private static PoseRandomizer with(Object... options) {
    return new PoseRandomizer(Options.of(PoseRandomizer.Config.class, options));
  }

  private record Outcome(Sample sample, Scene scene, Map<String, Object> draws) {
    Instance instance(int id) {
      return scene.instances().get(id - 1);
    }

    float lowest(int id) {
      return scene.bounds(id, sample.arena()).lower().y;
    }
  }

  private static Outcome pose(PoseRandomizer pose, long index) {
    Sample sample = BOXES.open();
    DrawRecord record = new DrawRecord();
    pose.randomize(sample, new SampleDraws(5, index, record, Overrides.NONE));
    return new Outcome(sample, sample.get(Scene.SCENE), record.values());
  }

  @Test
  void standsOnTheGroundInEveryPose() {
    for (int i = 0; i < 20; i++) {
      Outcome posed = pose(with(), i);
      assertNotEquals(posed.instance(1).model().skeleton().restPose(), posed.instance(1).pose());
      assertEquals(0, posed.lowest(1), 1e-6);
      assertEquals(1, posed.instance(1).placement().m03);
      assertEquals(2, posed.instance(1).placement().m23);
      assertEquals(0, posed.instance(2).placement().m13, "the ground stays");
    }
  }

  @Test
  void headingsAreDrawnFromTheirDistribution() {
    double[] headings = new double[2000];
    for (int i = 0; i < headings.length; i++) {
      Matrix4f m = pose(with("heading", "uniform(-90, 90)"), i).instance(1).placement();
      headings[i] = Math.toDegrees(Math.atan2(m.m02, m.m00));
    }
    assertDrawnFrom("uniform(-90, 90)", headings);
  }

  /** A quarter towards the left, which is +X while the front is +Z. */
  @Test
  void turnsTowardsTheLeft() {
    Instance turned = pose(with("heading", "90", "probability", 0.0), 0).instance(1);
    Point3f nose = turned.keypoints().get("nose");
    assertTrue(nose.epsilonEquals(new Point3f(1.3f, .2f, 2), 1e-6f), nose.toString());
  }

  /** Five standard errors: a fresh seed fails once in 10^6. */
  @Test
  void movesAsOftenAsDeclaredByAllMotionsAlike() {
    int moved = 0;
    int sat = 0;
    for (int i = 0; i < 2000; i++) {
      Map<String, Object> draws = pose(with("probability", 0.5), i).draws();
      Object motion = draws.get("instance[1].motion");
      moved += motion == null ? 0 : 1;
      sat += "Sit".equals(motion) ? 1 : 0;
    }
    assertEquals(1000, moved, 5 * Math.sqrt(500));
    assertEquals(.5 * moved, sat, 5 * Math.sqrt(.25 * moved));
  }

  @Test
  void takesTheNamedMotionsAlone() {
    for (int i = 0; i < 20; i++) {
      Outcome posed = pose(with("motions", new String[] {"sit", "fly"}), i);
      assertEquals("Sit", posed.draws().get("instance[1].motion"));
      Outcome still = pose(with("motions", new String[] {"swim"}), i);
      assertSame(still.instance(1).model().skeleton().rest().get(0), root(still));
    }
  }

  private static Matrix4f root(Outcome outcome) {
    return outcome.instance(1).pose().local().get(0);
  }

  @Test
  void distractorsMoveByOptionAndStayAtTheirHeight() {
    assertEquals(at(0, 3, 0), pose(with(), 0).instance(4).placement());
    Outcome posed = pose(with("distractors", true), 0);
    assertEquals("fly", posed.draws().get("instance[4].motion"));
    assertEquals(3, posed.lowest(4), 1e-5);
    assertTrue(posed.instance(4).placement().m13 < 2.95f);
  }

  @Test
  void whatCannotMoveIsTurned() {
    Outcome posed = pose(with(), 0);
    assertTrue(posed.draws().containsKey("instance[3].heading"));
    assertEquals(posed.instance(3).model().skeleton().restPose(), posed.instance(3).pose());
    assertEquals(0, posed.lowest(3), 1e-6);
  }

  @Test
  void goesOnAtItsPace() {
    Outcome still = pose(with(), 4);
    Outcome moving = pose(with("pace", "0.5"), 4);
    assertTrue(still.scene().isStill());
    assertEquals(still.instance(1).pose(), moving.instance(1).pose(), "at the picture's moment");
    assertEquals(still.instance(1).placement(), moving.instance(1).placement());
    assertEquals(0.5, moving.draws().get("instance[1].pace"));
    Scene later = new Moments(moving.scene(), moving.sample().arena()).at(3);
    Matrix4f root = later.instances().get(0).pose().local().get(0);
    assertEquals(3, root.m23, 1e-6);
    assertEquals(root(moving).m13, root.m13);
    assertSame(moving.instance(3), later.instances().get(2), "what cannot move");
  }

  @Test
  void aMisspeltMotionIsRefusedWithTheOneMeant() {
    for (String[] names : new String[][] {{"wlak"}, {"sit", "walkk"}, {"swim", "Walc"}}) {
      PoseRandomizer pose = with("motions", names);
      String message =
          assertThrows(IllegalArgumentException.class, () -> pose(pose, 1)).getMessage();
      assertTrue(message.matches("motions: cat has no '.*', did you mean 'walk'\\?"), message);
    }
    pose(with("motions", new String[] {"walk", "walk2", "wal"}), 1);
  }
}
