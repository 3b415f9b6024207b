package org.variegate.randomizer.intensity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.tck.Fixture;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class IntensityTest implements RandomizerContract {
  private static final int SAMPLES = 2000;

  /** Half the width that an estimated probability of p leaves with a chance of 1e-6. */
  private static double margin(double p) {
    return 4.9 * Math.sqrt(p * (1 - p) / SAMPLES);
  }

  private static Intensity intensity(Object... options) {
    return new Intensity(Options.of(Intensity.Config.class, options));
  }

  @Override
  public Randomizer stage() {
    return intensity("clusters", "integer(1, 4)", "texture", "uniform(0, 5)");
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "mean=brihgt", () -> intensity("mean", "brihgt"),
        "deviation=-1", () -> intensity("deviation", "uniform(-1, 5)"),
        "zeroBackground=1.5", () -> intensity("zeroBackground", 1.5),
        "darkBackground=0.97", () -> intensity("darkBackground", 0.97),
        "clusters=9", () -> intensity("clusters", "integer(1, 9)"),
        "clusterWidth=0", () -> intensity("clusterWidth", "0"),
        "texture=-1", () -> intensity("texture", "normal(0, 1)"),
        "partialVolume=-1", () -> intensity("partialVolume", "-1"),
        "tissues=bone", () -> intensity("tissues", new String[] {"bone"}),
        "tissues=bone twice", () -> intensity("tissues", new String[] {"bone: 1", "bone: 2"}));
  }

  private static Label label(int id, String tissue) {
    return new Label(id, tissue + " " + id, tissue, id, id);
  }

  private static final List<Label> LABELS =
      List.of(
          label(0, "air"),
          label(1, "grey matter"),
          label(2, "white matter"),
          label(11, "grey matter"),
          label(12, "white matter"));

  private static final Legend LEGEND = new Legend(LABELS);

  private record Run(Contrast contrast, Map<String, Object> draws) {
    double number(String name) {
      return (Double) draws.get("intensity." + name);
    }
  }

  private static Run run(Intensity stage, List<Label> labels, long index, Overrides overrides) {
    LabelMap map = LabelMap.of(Grid.centred(2, 1, 1, 1), new Legend(labels), new byte[2]);
    Fixture fixture = new Fixture("labels", s -> s.put(Part.LABELS, map));
    Sample sample = fixture.open(index, HeapArena.zeroed());
    DrawRecord record = new DrawRecord();
    stage.randomize(sample, new SampleDraws(3, index, record, overrides).child("intensity"));
    return new Run(sample.get(Part.CONTRAST), record.values());
  }

  private static List<Run> runs(Intensity stage) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      runs.add(run(stage, LABELS, i, Overrides.NONE));
    }
    return runs;
  }

  @Test
  void drawsMeansAndDeviationsAsDeclared() {
    List<Run> runs = runs(intensity());
    assertDrawnFrom(
        "uniform(0, 250)", runs.stream().mapToDouble(r -> r.number("grey-matter.mean")).toArray());
    assertDrawnFrom(
        "uniform(0, 30)",
        runs.stream().mapToDouble(r -> r.number("grey-matter.deviation")).toArray());
    Run run = runs.get(7);
    assertEquals((float) run.number("grey-matter.mean"), run.contrast().mean(LEGEND)[1]);
    assertEquals((float) run.number("white-matter.deviation"), run.contrast().deviation(LEGEND)[2]);
  }

  @Test
  void labelsOfOneTissueLookAlike() {
    Contrast contrast = run(intensity("clusters", "3"), LABELS, 5, Overrides.NONE).contrast();
    assertEquals(contrast.mean(LEGEND)[1], contrast.mean(LEGEND)[3]);
    assertEquals(contrast.deviation(LEGEND)[2], contrast.deviation(LEGEND)[4]);
    assertArrayEquals(
        contrast.clusters(LEGEND).offsets()[1], contrast.clusters(LEGEND).offsets()[3]);
    assertTrue(contrast.mean(LEGEND)[1] != contrast.mean(LEGEND)[2]);
  }

  @Test
  void backgroundIsZeroDarkOrOrdinary() {
    List<Run> runs = runs(intensity());
    List<Run> zero = runs.stream().filter(r -> r.draws().get(ZERO).equals(true)).toList();
    List<Run> dark = runs.stream().filter(r -> Boolean.TRUE.equals(r.draws().get(DARK))).toList();
    List<Run> ordinary =
        runs.stream().filter(r -> Boolean.FALSE.equals(r.draws().get(DARK))).toList();
    assertEquals(0.05, (double) zero.size() / SAMPLES, margin(0.05));
    assertEquals(0.25, (double) dark.size() / SAMPLES, margin(0.25));
    assertTrue(zero.stream().allMatch(r -> r.contrast().mean(LEGEND)[0] == 0));
    assertTrue(zero.stream().allMatch(r -> r.contrast().deviation(LEGEND)[0] == 0));
    assertDrawnFrom(
        "uniform(0, 15)", dark.stream().mapToDouble(r -> r.number("air.mean")).toArray());
    assertDrawnFrom(
        "uniform(0, 5)", dark.stream().mapToDouble(r -> r.number("air.deviation")).toArray());
    assertDrawnFrom(
        "uniform(0, 250)", ordinary.stream().mapToDouble(r -> r.number("air.mean")).toArray());
  }

  private static final String ZERO = "intensity.zeroBackground";
  private static final String DARK = "intensity.darkBackground";

  @Test
  void aNewTissueOrASwapOfSidesLeavesTheOthers() {
    List<Label> more = new ArrayList<>(LABELS);
    more.add(1, label(3, "bone"));
    Map<String, Object> before = run((Intensity) stage(), LABELS, 9, Overrides.NONE).draws();
    Map<String, Object> after = run((Intensity) stage(), more, 9, Overrides.NONE).draws();
    before.forEach((name, value) -> assertEquals(text(value), text(after.get(name)), name));
    assertTrue(after.containsKey("intensity.bone.mean"));

    List<Label> swapped =
        List.of(LABELS.get(0), LABELS.get(4), LABELS.get(3), LABELS.get(2), LABELS.get(1));
    Contrast one = run((Intensity) stage(), LABELS, 9, Overrides.NONE).contrast();
    Contrast other = run((Intensity) stage(), swapped, 9, Overrides.NONE).contrast();
    assertArrayEquals(one.mean(LEGEND), other.mean(LEGEND));
    assertEquals(one.mean(LEGEND)[1], other.mean(other.legend())[2]);
  }

  private static String text(Object value) {
    return value instanceof double[] values ? Arrays.toString(values) : String.valueOf(value);
  }

  @Test
  void priorsOfSingleTissuesReplaceTheCommonOnes() {
    Intensity stage =
        intensity("tissues", new String[] {"white matter: 180; 4", "air: uniform(1, 2)"});
    for (int i = 0; i < 100; i++) {
      Run run = run(stage, LABELS, i, Overrides.NONE);
      assertEquals(180, run.contrast().mean(LEGEND)[2]);
      assertEquals(4, run.contrast().deviation(LEGEND)[4]);
      assertTrue(run.contrast().mean(LEGEND)[0] >= 1 && run.contrast().mean(LEGEND)[0] <= 2);
      assertTrue(run.contrast().deviation(LEGEND)[0] > 0, "the common prior");
      assertEquals(
          run(intensity(), LABELS, i, Overrides.NONE).number("grey-matter.mean"),
          run.number("grey-matter.mean"));
    }
  }

  @Test
  void saysWhichTissueIsNotInTheLegend() {
    Intensity stage = intensity("tissues", new String[] {"white mater: 180"});
    Exception error =
        assertThrows(IllegalArgumentException.class, () -> run(stage, LABELS, 0, Overrides.NONE));
    assertEquals(
        "tissues: the legend has no tissue 'white mater', did you mean 'white matter'?",
        error.getMessage());
  }

  @Test
  void aDrawCanBeSet() {
    Overrides set = new Overrides(Map.of("intensity.grey-matter.mean", "42"));
    Contrast contrast = run(intensity(), LABELS, 0, set).contrast();
    assertEquals(42, contrast.mean(LEGEND)[1]);
    assertEquals(
        run(intensity(), LABELS, 0, Overrides.NONE).contrast().mean(LEGEND)[2],
        contrast.mean(LEGEND)[2]);
    Overrides many = new Overrides(Map.of("intensity.grey-matter.clusters", "100"));
    assertThrows(
        IllegalArgumentException.class,
        () -> run(intensity("clusters", "integer(1, 3)"), LABELS, 0, many));
  }

  @Test
  void drawsClustersAndWidthsAsDeclared() {
    Intensity stage =
        intensity(
            "clusters", "integer(1, 4)",
            "clusterOffset", "normal(0, 20)",
            "clusterWidth", "uniform(20, 30)",
            "texture", "uniform(0, 8)",
            "partialVolume", "uniform(1, 2)");
    int[] counts = new int[5];
    List<Run> runs = runs(stage);
    List<Double> offsets = new ArrayList<>();
    for (Run run : runs) {
      float[] of = run.contrast().clusters(LEGEND).offsets()[1];
      counts[of.length]++;
      assertTrue(of.length > 1 || of[0] == 0);
      assertEquals(1, run.contrast().clusters(LEGEND).offsets()[0].length, "the background");
      for (int i = 0; of.length > 1 && i < of.length; i++) {
        offsets.add((double) of[i]);
      }
    }
    for (int count = 1; count <= 4; count++) {
      assertEquals(0.25, (double) counts[count] / SAMPLES, margin(0.25));
    }
    assertDrawnFrom("normal(0, 20)", offsets.stream().mapToDouble(Double::doubleValue).toArray());
    assertDrawnFrom(
        "uniform(20, 30)", runs.stream().mapToDouble(r -> r.number("clusterWidth")).toArray());
    assertDrawnFrom(
        "uniform(0, 8)", runs.stream().mapToDouble(r -> r.contrast().textureWidth()).toArray());
    assertDrawnFrom(
        "uniform(1, 2)", runs.stream().mapToDouble(r -> r.contrast().partialVolume()).toArray());
  }

  @Test
  void namesOfDrawsAreMadeOfTheTissues() {
    assertEquals("grey-matter", TissueDraws.drawName("grey matter"));
    assertEquals("tissue-3rd-ventricle", TissueDraws.drawName("3rd ventricle"));
    assertEquals("cort-x", TissueDraws.drawName("cort\u00e9x"));
    List<Label> alike = List.of(label(0, "a b"), label(1, "a-b"));
    assertThrows(IllegalArgumentException.class, () -> run(intensity(), alike, 0, Overrides.NONE));
  }
}
