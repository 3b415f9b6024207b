package org.variegate.randomizer.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.vecmath.Matrix4f;
import org.junit.jupiter.api.Test;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Bounds;
import org.variegate.scene.Instance;
import org.variegate.scene.Material;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Studio;
import org.variegate.scene.shape.Shapes;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class ScaleTest implements RandomizerContract {
  /** 0.2 wide, 0.4 high, 0.6 long; its middle at (1, 0.5, 2), its front along +X. */
  private static final Fixture BOX = new Fixture("a box", ScaleTest::fill);

  private static void fill(Sample sample) {
    Material paint = Material.plain("paint", Rgb.WHITE, 1);
    Model box = Model.rigid("box", Shapes.box(.2f, .4f, .6f, 0), paint);
    Matrix4f quarter = new Matrix4f(0, 0, 1, 1, 0, 1, 0, .5f, -1, 0, 0, 2, 0, 0, 0, 1);
    Instance subject = new Instance(1, "box", Role.SUBJECT, box).withPlacement(quarter);
    sample.put(Scene.SCENE, Studio.of(subject));
  }

  @Override
  public Scale stage() {
    return with("aspect", "uniform(0.8, 1.2)");
  }

  @Override
  public List<Fixture> samples() {
    return List.of(BOX);
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "factor=0", () -> with("factor", "0"),
        "factor=normal(1, 0.1)", () -> with("factor", "normal(1, 0.1)"),
        "aspect=-1", () -> with("aspect", "-1"),
        "width=101", () -> with("width", "101"));
  }

  private static Scale with(Object... options) {
    return new Scale(Options.of(Scale.Config.class, options));
  }

  private static Bounds scale(Scale scale, long index) {
    Sample sample = BOX.open();
    scale.randomize(sample, new SampleDraws(5, index, new DrawRecord(), Overrides.NONE));
    Scene scene = sample.get(Scene.SCENE);
    assertEquals(Studio.GROUND, length(scene.bounds(2, sample.arena()), 0), "the ground stays");
    return scene.bounds(1, sample.arena());
  }

  private static float length(Bounds b, int axis) {
    return axis == 0
        ? b.upper().x - b.lower().x
        : axis == 1 ? b.height() : b.upper().z - b.lower().z;
  }

  @Test
  void sizesAreDrawnFromTheirDistributionAndTheFeetStay() {
    double[] factors = new double[2000];
    for (int i = 0; i < factors.length; i++) {
      Bounds bounds = scale(with("factor", "uniform(0.5, 2)"), i);
      factors[i] = bounds.height() / .4;
      assertEquals(.3, bounds.lower().y, 1e-6);
      assertEquals(1, bounds.centre().x, 1e-6);
      assertEquals(length(bounds, 0), 1.5 * bounds.height(), 1e-5);
      assertEquals(length(bounds, 2), .5 * bounds.height(), 1e-5);
    }
    assertDrawnFrom("uniform(0.499999, 2.000001)", factors);
  }

  @Test
  void proportionsChangeAlongTheModelsOwnAxes() {
    Bounds bounds = scale(with("factor", "2", "aspect", "4", "width", "3"), 0);
    assertEquals(2 * .4 * 2, bounds.height(), 1e-5);
    assertEquals(2 * .6 / 2, length(bounds, 0), 1e-5);
    assertEquals(2 * .2 * 3, length(bounds, 2), 1e-5);
    assertTrue(scale(with("factor", "1"), 0).height() > .399);
  }
}
