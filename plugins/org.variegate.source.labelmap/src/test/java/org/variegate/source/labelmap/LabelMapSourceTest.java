package org.variegate.source.labelmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.formats.FileHash;
import org.variegate.formats.GzipOutput;
import org.variegate.formats.NiftiWriter;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.Fixtures;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.SourceContract;

class LabelMapSourceTest implements SourceContract {
  /** To the left, down, to the front, as many scanners and FreeSurfer have it. */
  private static final Grid LIA =
      new Grid(4, 3, 2, Affine.of(-1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0));

  @TempDir static Path folder;

  @BeforeAll
  static void writeMaps() throws IOException {
    write("maps/b.nii.gz", 0, 3, 41);
    write("maps/a.nii.gz", 0, 2, 3);
    write("maps/.hidden.nii.gz", 99);
    write("more/deep/a.nii.gz", 0, 700);
    Files.writeString(folder.resolve("maps/notes.txt"), "not a map");
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("broken.nii"), "not a map");
    Files.writeString(folder.resolve("legend.tsv"), "id\tname\n0\tair\n2\tleft\n3\tright\n");
    Files.writeString(folder.resolve("broken.tsv"), "name\nx\n");
  }

  /** A map of 4 x 3 x 2 voxels whose first voxels are these and whose last voxel is the last. */
  private static void write(String name, int... ids) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    byte[] places = new byte[24];
    for (int i = 0; i < places.length; i++) {
      places[i] = (byte) Math.min(i, ids.length - 1);
    }
    Legend legend = new Legend(IntStream.range(0, ids.length).mapToObj(Label::plain).toList());
    try (OutputStream out = new GzipOutput(Files.newOutputStream(file), 1)) {
      new NiftiWriter(out).labels(LabelMap.of(LIA, legend, places), ids);
    }
  }

  private static LabelMapSource source(Object... options) {
    Object[] all = Arrays.copyOf(options, options.length + 2);
    all[options.length] = "path";
    all[options.length + 1] = new String[] {folder.resolve("maps").toString()};
    return new LabelMapSource(Options.of(LabelMapSource.Config.class, all));
  }

  private static LabelMapSource at(String... paths) {
    String[] resolved =
        Arrays.stream(paths).map(p -> folder.resolve(p).toString()).toArray(String[]::new);
    return new LabelMapSource(Options.of(LabelMapSource.Config.class, "path", resolved));
  }

  private static Sample open(Source source, Map<String, String> overrides) {
    Sample sample = Fixtures.empty().get(0).open();
    source.open(sample, new SampleDraws(1, 0, new DrawRecord(), new Overrides(overrides)));
    return sample;
  }

  private static Sample open(Source source, String map) {
    return open(source, Map.of("map", map));
  }

  /** The maps of a source: the refusal of a wrong name lists them. */
  private static String names(Source source) {
    var error = assertThrows(IllegalArgumentException.class, () -> open(source, "?"));
    return error.getMessage();
  }

  @Override
  public Source stage() {
    return source();
  }

  @Override
  public Map<String, Supplier<? extends Source>> refused() {
    return Map.of(
        "path: none", () -> at(),
        "path: missing", () -> at("maps/none.nii.gz"),
        "path: empty folder", () -> at("empty"),
        "path: pattern without files", () -> at("maps/*.mgz"),
        "path: broken pattern", () -> at("maps/[.nii"),
        "path: broken file", () -> at("broken.nii"),
        "orientation=LPS", () -> source("orientation", "LPS"),
        "unknown=skip", () -> source("unknown", "skip"),
        "cache=-1", () -> source("cache", -1),
        "legend: broken", () -> source("legend", folder.resolve("broken.tsv").toString()));
  }

  @Test
  void loopsOfLinksAreRefused() throws IOException {
    Path loop = Files.createDirectories(folder.resolve("loop"));
    Files.createSymbolicLink(loop.resolve("again"), loop);
    var error = assertThrows(IllegalArgumentException.class, () -> at("loop/**"));
    assertTrue(
        error.getMessage().contains(": needs folders without loops of links, got "),
        error.getMessage());
  }

  @Test
  void filesOfAFolderAreSortedAndOthersIgnored() {
    assertTrue(names(source()).contains("[a.nii.gz, b.nii.gz]"), names(source()));
  }

  @Test
  void entriesKeepTheirOrderAndNamesTellFilesApart() {
    String names = names(at("more/**.nii.gz", "maps/[ab].nii.gz", "maps/b.nii.gz"));
    assertTrue(names.contains("[deep/a.nii.gz, maps/a.nii.gz, maps/b.nii.gz]"), names);
  }

  @Test
  void theBrokenFileIsNamed() {
    var error = assertThrows(IllegalArgumentException.class, () -> at("maps", "broken.nii"));
    assertEquals(
        "path: "
            + folder.resolve("broken.nii")
            + ": magic: needs a NIfTI or MGH file, got something else",
        error.getMessage());
  }

  @Test
  void withoutALegendItIsTheUnionOfAllFiles() {
    LabelMap a = open(source(), "a.nii.gz").get(Part.LABELS);
    LabelMap b = open(source(), "b.nii.gz").get(Part.LABELS);
    assertEquals(a.legend(), b.legend());
    assertEquals(List.of(0, 2, 3, 41), a.legend().labels().stream().map(Label::id).toList());
  }

  @Test
  void theFileIsAnnotated() {
    assertEquals("b.nii.gz", open(source(), "b.nii.gz").annotations().get("labelmap"));
  }

  private static Map<String, String> inputs(Source source, String map) {
    Map<String, String> inputs = new TreeMap<>();
    Sample sample = new Sample(0, new LatticeResampler(), HeapArena.zeroed(), inputs::put);
    source.open(sample, new SampleDraws(1, 0, new DrawRecord(), new Overrides(Map.of("map", map))));
    return inputs;
  }

  @Test
  void whatTheSampleIsMadeFromIsNoted() throws IOException {
    assertEquals(
        Map.of(
            "b.nii.gz", FileHash.of(folder.resolve("maps/b.nii.gz")),
            "path", FileHash.ofText("a.nii.gz\nb.nii.gz\n"),
            "legend", FileHash.ofText("0\n2\n3\n41\n")),
        inputs(source(), "b.nii.gz"));
    Path legend = folder.resolve("legend.tsv");
    assertEquals(
        FileHash.of(legend), inputs(source("legend", legend.toString()), "a.nii.gz").get("legend"));
  }

  @Test
  void aFileIsHashedAsOftenAsItIsRead() throws IOException {
    write("changing/x.nii.gz", 0, 1);
    String before = FileHash.of(folder.resolve("changing/x.nii.gz"));
    LabelMapSource cached = at("changing/x.nii.gz");
    LabelMapSource uncached =
        new LabelMapSource(
            Options.of(
                LabelMapSource.Config.class,
                "path",
                new String[] {folder.resolve("changing").toString()},
                "cache",
                0));
    assertEquals(before, inputs(cached, "x.nii.gz").get("x.nii.gz"));
    write("changing/x.nii.gz", 1, 0);
    assertEquals(before, inputs(cached, "x.nii.gz").get("x.nii.gz"));
    String after = inputs(uncached, "x.nii.gz").get("x.nii.gz");
    assertEquals(FileHash.of(folder.resolve("changing/x.nii.gz")), after);
    assertNotEquals(before, after);
  }

  @Test
  void axesBecomeRasUnlessToldOtherwise() {
    LabelMap ras = open(source(), "b.nii.gz").get(Part.LABELS);
    assertEquals(new Grid(4, 2, 3, Affine.of(1, 0, 0, -3, 0, 1, 0, 0, 0, 0, 1, -2)), ras.grid());
    assertEquals(0, ras.place(3 + 4 * 2 * 2));
    LabelMap stored = open(source("orientation", "native"), "b.nii.gz").get(Part.LABELS);
    assertEquals(LIA, stored.grid());
    assertArrayEquals(new byte[] {0, 2, 3, 3}, Arrays.copyOf(stored.bytes(), 4));
  }

  @Test
  void labelsThatTheLegendLacks() {
    String legend = folder.resolve("legend.tsv").toString();
    LabelMapSource strict = source("legend", legend);
    assertEquals("left", open(strict, "a.nii.gz").get(Part.LABELS).legend().labels().get(1).name());
    var error = assertThrows(UncheckedIOException.class, () -> open(strict, "b.nii.gz"));
    assertEquals(
        folder.resolve("maps/b.nii.gz")
            + ": labels: needs ids of the legend, got 41 at voxel (2, 0, 0)",
        error.getMessage());
    LabelMapSource lenient =
        source("legend", legend, "unknown", "background", "orientation", "native");
    LabelMap labels = open(lenient, "b.nii.gz").get(Part.LABELS);
    assertArrayEquals(new byte[] {0, 2, 0, 0}, Arrays.copyOf(labels.bytes(), 4));
  }

  @Test
  void cachedMapsAreShared() {
    LabelMapSource cached = source();
    assertSame(
        open(cached, "a.nii.gz").get(Part.LABELS), open(cached, "a.nii.gz").get(Part.LABELS));
    LabelMapSource uncached = source("cache", 0);
    LabelMap first = open(uncached, "a.nii.gz").get(Part.LABELS);
    LabelMap second = open(uncached, "a.nii.gz").get(Part.LABELS);
    assertTrue(first != second);
    assertArrayEquals(first.bytes(), second.bytes());
  }

  @Test
  void eachFileIsAsLikely() {
    LabelMapSource source = source();
    int first = 0;
    for (int i = 0; i < 2000; i++) {
      Sample sample = Fixtures.empty().get(0).open();
      source.open(sample, new SampleDraws(1, i, new DrawRecord(), Overrides.NONE));
      first += sample.annotations().get("labelmap").equals("a.nii.gz") ? 1 : 0;
    }
    // binomial, sd 22.4: beyond 5 sd in 6e-7 of all seeds; the seed is fixed
    assertEquals(1000, first, 112);
  }
}
