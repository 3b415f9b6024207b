package org.variegate.synthesizer.rgb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import javax.vecmath.Matrix4f;
import javax.vecmath.Point3f;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Camera;
import org.variegate.scene.Environment;
import org.variegate.scene.Flow;
import org.variegate.scene.Instance;
import org.variegate.scene.Mapping;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.Sky;
import org.variegate.scene.View;
import org.variegate.scene.shape.Placements;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;

/** Two pictures, of which the flow takes the first to the second. */
class PairTest {
  private static final int N = 96;
  private static final int CELLS = 60;

  /** A glowing square of waves, upright. */
  private static Model waves(double half, double wave) {
    int row = CELLS + 1;
    float[] positions = new float[3 * row * row];
    float[] normals = new float[positions.length];
    float[] colors = new float[positions.length];
    int[] triangles = new int[6 * CELLS * CELLS];
    for (int i = 0; i < row * row; i++) {
      double x = half * (2.0 * (i % row) / CELLS - 1);
      double y = half * (2.0 * (i / row) / CELLS - 1);
      positions[3 * i] = (float) x;
      positions[3 * i + 1] = (float) y;
      normals[3 * i + 2] = 1;
      for (int c = 0; c < 3; c++) {
        double phase = wave * ((c + 1) * x + (3 - c) * y);
        colors[3 * i + c] = (float) (0.5 + 0.4 * StrictMath.sin(phase));
      }
    }
    for (int i = 0; i < CELLS * CELLS; i++) {
      int a = i / CELLS * row + i % CELLS;
      int[] two = {a, a + 1, a + row + 1, a, a + row + 1, a + row};
      System.arraycopy(two, 0, triangles, 6 * i, 6);
    }
    Material glow =
        new Material(
            "glow", Rgb.WHITE, null, null, null, null, 0, 1, 0, 0, 0, true, true, Mapping.UV, null);
    return Model.rigid(
        "waves", Mesh.of(positions, normals, triangles).colors(colors).build(), glow);
  }

  /** A square that goes right and turns, before a wall, seen by a camera that goes up and turns. */
  private static Scene scene() {
    Camera camera = Camera.lookAt(new Point3f(), new Point3f(0, 0, -1), 0, Math.toRadians(30));
    Scene scene =
        new Scene(camera, List.of(), new Sky(new Environment(8, 4, new float[3 * 32]), 0, 1));
    scene.add(
        new Instance(1, "dot", Role.SUBJECT, waves(0.35, 5))
            .withPlacement(Placements.at(-0.2, 0, -3)));
    scene.add(
        new Instance(2, "wall", Role.GROUND, waves(4, 2)).withPlacement(Placements.at(0, 0, -5)));
    scene.moves(
        1,
        (now, t) -> {
          Matrix4f m = new Matrix4f();
          Matrix4f turn = Placements.turned(new Vector3d(0, 0, 1), 4 * t, 0, 0, 0);
          m.mul(now.placement(), turn);
          Matrix4f to = new Matrix4f();
          to.mul(Placements.at(4 * t, 0, 0), m);
          return now.withPlacement(to);
        });
    scene.cameraMoves((now, t) -> now.moved(new Vector3d(0, 1, 0), new Vector3d(0, 0.5, 0), t));
    return scene;
  }

  private static Sample take(Object... options) {
    Object[] all = {"width", N, "height", N, "shadows", 0, "passes", new String[] {"flow"}};
    Object[] joined = Arrays.copyOf(all, all.length + options.length);
    System.arraycopy(options, 0, joined, all.length, options.length);
    RgbSynthesizer rgb = new RgbSynthesizer(Options.of(RgbSynthesizer.Config.class, joined));
    Sample sample = new Fixture("scene", s -> s.put(Scene.SCENE, scene())).open();
    rgb.synthesize(sample, new SampleDraws(1, 0, new DrawRecord(), Overrides.NONE));
    return sample;
  }

  /** Mean difference of the first channel, the later picture taken back by the flow or not. */
  private static double error(Sample sample, boolean warped) {
    float[] image = sample.get(Part.IMAGE).values();
    float[] later = sample.get(View.LATER).values();
    float[] flow = Flow.of(sample).values();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < N * N; i++) {
      double x = i % N + (warped ? flow[i] : 0);
      double y = i / N + (warped ? flow[i + N * N] : 0);
      if (flow[i + 2 * N * N] == 1 && x >= 0 && y >= 0 && x <= N - 1 && y <= N - 1) {
        sum += Math.abs(image[i] - at(later, x, y));
        count++;
      }
    }
    assertTrue(count > N * N / 2, "seen in both: " + count);
    return sum / count;
  }

  private static double at(float[] values, double x, double y) {
    int left = Math.min(N - 2, (int) x);
    int top = Math.min(N - 2, (int) y);
    double a = x - left;
    double b = y - top;
    int i = top * N + left;
    return (1 - b) * ((1 - a) * values[i] + a * values[i + 1])
        + b * ((1 - a) * values[i + N] + a * values[i + N + 1]);
  }

  @Test
  void theFlowTakesTheFirstToTheSecond() {
    Sample sample = take("pair", true, "key", "0");
    double plain = error(sample, false);
    double warped = error(sample, true);
    assertTrue(plain > 0.04, "moves: " + plain);
    assertTrue(warped < 0.01, "warped: " + warped + ", not warped: " + plain);
  }

  @Test
  void bothGoThroughSpatialStages() {
    Sample sample = take("pair", true, "key", "0");
    sample.move(Affine.of(-1, 0, 0, N - 1, 0, 1, 0, 0, 0, 0, 1, 0));
    assertTrue(error(sample, true) < 0.01);
  }

  /** One exposure for both, whatever the second shows. */
  @Test
  void theFirstIsAsItIsAlone() {
    Sample alone = take("key", "0.3");
    Sample pair = take("pair", true, "key", "0.3");
    assertFalse(alone.has(View.LATER));
    assertArrayEquals(alone.get(Part.IMAGE).values(), pair.get(Part.IMAGE).values());
    assertTrue(error(pair, true) < 0.01);
  }

  /** While the shutter is open, both are blurred about their own moments. */
  @Test
  void bothAreBlurred() {
    Sample sharp = take("pair", true, "key", "0");
    Sample soft = take("pair", true, "key", "0", "shutter", "0.02");
    float[] before = sharp.get(View.LATER).values();
    assertFalse(Arrays.equals(before, soft.get(View.LATER).values()));
    assertTrue(error(soft, true) < 0.02, "blurred: " + error(soft, true));
    assertEquals(
        Flow.of(sharp).values()[N * N / 2], Flow.of(soft).values()[N * N / 2], "flow is the same");
  }
}
