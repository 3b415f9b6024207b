package org.variegate.source.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.api.volume.LabelMap;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.tck.Fixtures;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.SourceContract;

class ShapesTest implements SourceContract {

  @Override
  public Shapes stage() {
    return with("size", new int[] {33, 20, 17}, "spacing", 3.0);
  }

  @Override
  public Map<String, Supplier<? extends Source>> refused() {
    return Map.of(
        "size=[64]", () -> with("size", new int[] {64}),
        "size=[64, 0]", () -> with("size", new int[] {64, 0}),
        "spacing=0", () -> with("spacing", 0.0),
        "labels=integer(0, 3)", () -> with("labels", "integer(0, 3)"),
        "labels=257", () -> with("labels", "257"),
        "scales=[]", () -> with("scales", new double[0]),
        "scales=[0]", () -> with("scales", new double[] {0}),
        "warpScales=[NaN]", () -> with("warpScales", new double[] {Double.NaN}),
        "deviation=normal(0, 1)", () -> with("deviation", "normal(0, 1)"),
        "warp=-1", () -> with("warp", "-1"));
  }

  @Test
  void noiseThatNoArrayHoldsIsRefused() {
    int[] large = {1024, 1024, 1024};
    refuses("scales", "size", large, "spacing", 5.0, "scales", new double[] {.1});
    refuses("warpScales", "size", large, "spacing", 5.0, "warpScales", new double[] {.1});
    refuses("scales", "size", large, "scales", new double[] {2}, "labels", "256");
  }

  private static void refuses(String key, Object... options) {
    String message = assertThrows(IllegalArgumentException.class, () -> with(options)).getMessage();
    assertTrue(message.startsWith(key + ": needs coarser ones"), message);
  }

  private static Shapes with(Object... options) {
    return new Shapes(Options.of(Shapes.Config.class, options));
  }

  private static LabelMap open(Shapes shapes, long index, Map<String, String> overrides) {
    return open(shapes, index, new DrawRecord(), overrides);
  }

  private static LabelMap open(
      Shapes shapes, long index, DrawRecord record, Map<String, String> overrides) {
    Sample sample = Fixtures.empty().get(0).open(index, HeapArena.zeroed());
    shapes.open(sample, new SampleDraws(3, index, record, new Overrides(overrides)));
    return sample.get(Part.LABELS);
  }

  /** A plane, one row, one voxel. */
  @Test
  void anyShapeOfGrid() {
    assertEquals(1, open(with("size", new int[] {50, 40}), 0, Map.of()).grid().nz());
    for (int[] size : new int[][] {{50, 40, 1}, {1, 30, 30}, {30, 1, 1}, {1, 1, 1}, {2, 2, 2}}) {
      LabelMap map = open(with("size", size), 0, Map.of());
      assertEquals(size[0] * size[1] * size[2], map.bytes().length);
    }
  }

  /** Each label is as likely as another: chi-square of 2 x 1,000 voxels far apart, once in 10^6. */
  @Test
  void everyLabelIsEquallyLikely() {
    Shapes shapes = with("size", new int[] {2, 2}, "labels", "8", "spacing", 50.0);
    int[] counts = new int[8];
    for (int i = 0; i < 2000; i++) {
      counts[open(shapes, i, Map.of()).place(0)]++;
    }
    double chi2 = 0;
    for (int count : counts) {
      chi2 += (count - 250.0) * (count - 250.0) / 250;
    }
    assertTrue(chi2 < 40.5, "chi-square with 7 degrees of freedom: " + chi2);
  }

  @Test
  void aPlaneHasManyShapesAndNoTwoAreAlike() {
    Shapes shapes = with("size", new int[] {128, 128}, "labels", "20", "deviation", "1");
    LabelMap one = open(shapes, 1, Map.of());
    LabelMap other = open(shapes, 2, Map.of());
    int differ = 0;
    boolean[] seen = new boolean[20];
    for (int i = 0; i < 128 * 128; i++) {
      seen[one.place(i)] = true;
      differ += one.place(i) == other.place(i) ? 0 : 1;
    }
    assertTrue(differ > 0.7 * 128 * 128, "differ in " + differ);
    int count = 0;
    for (boolean label : seen) {
      count += label ? 1 : 0;
    }
    assertTrue(count > 10, "only " + count + " labels");
  }

  @Test
  void lengthsDoNotDependOnTheResolution() {
    LabelMap coarse = open(with("size", new int[] {101, 101}), 4, Map.of());
    LabelMap fine = open(with("size", new int[] {201, 201}, "spacing", 0.5), 4, Map.of());
    int same = 0;
    for (int y = 0; y < 101; y++) {
      for (int x = 0; x < 101; x++) {
        same += coarse.place(x + 101 * y) == fine.place(2 * x + 201 * 2 * y) ? 1 : 0;
      }
    }
    assertTrue(same > 0.9 * 101 * 101, "the same at " + same);
  }

  @Test
  void aLongerWarpRoughensBorders() {
    Shapes shapes = with("size", new int[] {128, 128}, "labels", "12", "deviation", "1");
    int smooth = borders(open(shapes, 7, Map.of("warp", "[0, 0, 0]")));
    int rough = borders(open(shapes, 7, Map.of("warp", "[16, 16, 16]")));
    assertTrue(rough > 1.3 * smooth, rough + " against " + smooth);
  }

  private static int borders(LabelMap map) {
    int borders = 0;
    int nx = map.grid().nx();
    for (int i = nx; i < map.grid().size(); i++) {
      borders += map.place(i) == map.place(i - nx) ? 0 : 1;
    }
    return borders;
  }

  @Test
  void labelsBeyondTheLegendFailTheSample() {
    Shapes shapes = with("size", new int[] {8, 8});
    Map<String, String> many = Map.of("labels", "27");
    var error = assertThrows(IllegalArgumentException.class, () -> open(shapes, 0, many));
    assertEquals("labels: needs 1 to 26 of them, got 27.0", error.getMessage());
  }

  @Test
  void drawsAsDeclared() {
    Shapes shapes = with("size", new int[] {1, 1});
    String[] names = {"labels", "deviation", "warp"};
    String[] laws = {"integer(16, 26)", "uniform(0, 1)", "uniform(0, 16)"};
    double[][] drawn = new double[3][2000];
    for (int i = 0; i < 2000; i++) {
      DrawRecord record = new DrawRecord();
      open(shapes, i, record, Map.of());
      for (int n = 0; n < 3; n++) {
        Object value = record.values().get(names[n]);
        drawn[n][i] = value instanceof double[] values ? values[1] : (double) value;
      }
    }
    for (int n = 0; n < 3; n++) {
      assertDrawnFrom(laws[n], drawn[n]);
    }
  }

  @Test
  void bytesAreThoseOfEveryPlatform() throws Exception {
    assertEquals(
        "9b994dbb43749f2b9611ffa572b5d7a820fab6527087b8cfd0f616fa6fe6879d",
        hash(open(with("size", new int[] {64, 64}), 0, Map.of())));
    assertEquals(
        "a8aeabbe829ff0b993f1fd9409ce4274ee9e3c88f665a7e871253f4d51516c4c",
        hash(open(with("size", new int[] {40, 41, 42}), 0, Map.of())));
    assertNotEquals(
        hash(open(with("size", new int[] {64, 64}), 0, Map.of())),
        hash(open(with("size", new int[] {64, 64}), 1, Map.of())));
  }

  private static String hash(LabelMap map) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(map.bytes()));
  }
}
