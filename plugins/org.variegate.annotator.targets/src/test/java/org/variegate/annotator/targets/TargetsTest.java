package org.variegate.annotator.targets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Annotator;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.AnnotatorContract;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;

class TargetsTest implements AnnotatorContract {
  /** Air, bone that is not learned, left and right cortex that are one, a brain-stem. */
  static final Legend LEGEND =
      new Legend(
          List.of(
              new Label(0, "air", "air", 0, 0),
              new Label(500, "bone", "bone", 500, 0),
              new Label(42, "right cortex", "cortex", 3, 3),
              new Label(3, "left cortex", "cortex", 42, 3),
              new Label(2, "stem", "stem", 2, 2)));

  @TempDir Path folder;

  @Override
  public Annotator stage() {
    return targets("");
  }

  @Override
  public Map<String, Supplier<? extends Annotator>> refused() {
    return Map.of(
        "mapping=none.tsv", () -> targets("none.tsv"), "smoothing=NaN", () -> smooth(Double.NaN));
  }

  private static Targets smooth(double mm) {
    return new Targets(Options.of(Targets.Config.class, "smoothing", mm));
  }

  private static Targets targets(String mapping) {
    return new Targets(Options.of(Targets.Config.class, "mapping", mapping));
  }

  static Sample row(Legend legend, int... places) {
    byte[] bytes = new byte[places.length];
    for (int i = 0; i < places.length; i++) {
      bytes[i] = (byte) places[i];
    }
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed());
    sample.put(Part.LABELS, LabelMap.of(Grid.centred(bytes.length, 1, 1, 2), legend, bytes));
    return sample;
  }

  private static int[] ids(LabelMap targets) {
    return IntStream.range(0, targets.grid().size())
        .map(i -> targets.legend().labels().get(targets.place(i)).id())
        .toArray();
  }

  @Test
  void labelsBecomeTheirTargets() {
    Sample sample = row(LEGEND, 0, 1, 2, 3, 4);
    targets("").annotate(sample);
    LabelMap targets = sample.get(Part.TARGETS);
    assertArrayEquals(new int[] {0, 0, 3, 3, 2}, ids(targets));
    assertEquals(
        List.of("air", "stem", "left cortex"),
        targets.legend().labels().stream().map(Label::name).toList());
  }

  /** A voxel of 2 mm amid others goes over to those; of two halves, each keeps its own. */
  @Test
  void whatIsThinGoesOverToWhatLiesAround() {
    Sample sample = row(LEGEND, 0, 0, 0, 4, 0, 0, 0, 2, 3, 2, 1, 0, 0);
    smooth(2).annotate(sample);
    assertArrayEquals(
        new int[] {0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 0, 0, 0}, ids(sample.get(Part.TARGETS)));
    smooth(0.2).annotate(sample);
    assertArrayEquals(
        new int[] {0, 0, 0, 2, 0, 0, 0, 3, 3, 3, 0, 0, 0}, ids(sample.get(Part.TARGETS)));
  }

  /** A flip exchanges entries of the legend; the order of targets must not follow. */
  @Test
  void aMirroredLegendHasTheSameTargets() {
    Sample sample = row(LEGEND.mirrored(), 0, 1, 2, 3, 4);
    targets("").annotate(sample);
    Sample other = row(LEGEND, 0);
    targets("").annotate(other);
    assertEquals(
        other.get(Part.TARGETS).legend(),
        sample.get(Part.TARGETS).legend(),
        "one order of classes");
    assertArrayEquals(new int[] {0, 0, 3, 3, 2}, ids(sample.get(Part.TARGETS)));
  }

  private String table(String text) {
    try {
      return Files.writeString(folder.resolve("map.tsv"), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aTableTellsTargetsBeforeThereIsASample() {
    Targets brain =
        targets(
            table(
                "id\tname\ttarget\n0\telse\t0\n500\tbone\t0\n1\tbrain\t1\n2\tstem\t1\n"
                    + "3\tcortex\t1\n42\tcortex\t1\n"));
    assertEquals(Map.of("targets", List.of("else", "brain")), brain.facts());
    Sample sample = row(LEGEND, 0, 1, 2, 3, 4);
    brain.annotate(sample);
    assertArrayEquals(new int[] {0, 0, 1, 1, 1}, ids(sample.get(Part.TARGETS)));
    assertTrue(targets("").facts().isEmpty());
  }

  @Test
  void aLabelThatTheTableDoesNotHaveIsNamed() {
    Targets few = targets(table("id\tname\n0\tair\n2\tstem\n"));
    var error = assertThrows(IllegalArgumentException.class, () -> few.annotate(row(LEGEND, 0)));
    assertEquals("mapping: needs a line for label 500 (bone), got none", error.getMessage());
  }

  /** After the label of that id, else the tissue of all, else the label of the smallest id. */
  @Test
  void targetsHaveNames() {
    Targets named =
        targets(
            table(
                "id\tname\ttissue\ttarget\n0\tair\tair\t0\n7\tstem\twhite\t2\n"
                    + "5\tcallosum\twhite\t2\n8\tputamen\tgrey\t1\n6\tcortex\trind\t1\n"
                    + "9\tnine\tx\t9\n10\tten\tx\t9\n"));
    assertEquals(Map.of("targets", List.of("air", "cortex", "white", "nine")), named.facts());
  }
}
