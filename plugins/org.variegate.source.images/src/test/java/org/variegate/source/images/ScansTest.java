package org.variegate.source.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.formats.ImageType;
import org.variegate.formats.NiftiWriter;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.SourceContract;

class ScansTest implements SourceContract {
  private static final Grid GRID = Grid.centred(4, 3, 2, 1.5);

  @TempDir static Path folder;

  @BeforeAll
  static void writeScans() throws IOException {
    write("scans/a.nii", GRID, 100);
    write("scans/b.nii", GRID, 200);
    write("labels/a.nii", GRID, 1);
    write("labels/b.nii", moved(1e-4), 2);
    write("labels/far.nii", moved(0.1), 1);
    write("half.nii", GRID, 0.6f);
    write("q.nii", GRID, 0.3f);
    write("big.nii", GRID, 2);
    Grid coarse = new Grid(2, 2, 2, Affine.of(4.5, 0, 0, -2.25, 0, 3, 0, -1.5, 0, 0, 1.5, -.75));
    fill("ramp.nii", coarse, 0, 1, 0, 1, 0, 1, 0, 1);
    fill("none.nii", coarse, new float[8]);
    Files.writeString(folder.resolve("legend.tsv"), "id\tname\n0\tair\n1\tone\n2\ttwo\n");
    Files.writeString(folder.resolve("less.tsv"), "id\tname\n0\tair\n1\tone\n");
  }

  private static Grid moved(double by) {
    return new Grid(4, 3, 2, Affine.translation(by, 0, 0).after(GRID.toWorld()));
  }

  private static void write(String name, Grid grid, float value) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    float[] values = new float[grid.size()];
    values[5] = value;
    try (OutputStream out = Files.newOutputStream(file)) {
      new NiftiWriter(out).image(new Raster(grid, 1, "1", values), ImageType.FLOAT32);
    }
  }

  private static void fill(String name, Grid grid, float... values) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      new NiftiWriter(out).image(new Raster(grid, 1, "1", values), ImageType.FLOAT32);
    }
  }

  private static Scans priors(String... names) {
    return new Scans(
        Options.of(
            Scans.Config.class,
            "images",
            list("scans/a.nii"),
            "priors",
            list(names),
            "legend",
            list("legend.tsv")[0]));
  }

  /** 0.6 and 0.3 leave 0.1 of the background; elsewhere there is nothing but it. */
  @Test
  void theLikeliestTissueIsTheLabel() {
    Sample sample = open(priors("half.nii", "q.nii"), 0);
    assertEquals(1, sample.get(Part.LABELS).place(5));
    assertEquals(0, sample.get(Part.LABELS).place(4));
    assertEquals(2, open(priors("q.nii", "half.nii"), 0).get(Part.LABELS).place(5));
    assertEquals(java.util.List.of("half.nii", "q.nii"), sample.annotations().get("labels"));
  }

  /** From 0 to 1 over the four voxels of the scan: above a half from the third on. */
  @Test
  void priorsMayLieOnAnotherGrid() {
    Sample sample = open(priors("ramp.nii", "none.nii"), 0);
    for (int i = 0; i < 24; i++) {
      assertEquals(i % 4 >= 2 ? 1 : 0, sample.get(Part.LABELS).place(i), "voxel " + i);
    }
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    var error = assertThrows(RuntimeException.class, () -> open(priors("half.nii", "big.nii"), 0));
    assertTrue(
        error.getMessage().endsWith("big.nii: needs probabilities from 0 to 1, got 2.0"),
        error.getMessage());
  }

  private static String[] list(String... names) {
    return java.util.Arrays.stream(names)
        .map(n -> folder.resolve(n).toString())
        .toArray(String[]::new);
  }

  private static Scans scans(String images, String labels, Object... more) {
    Object[] options = new Object[6 + more.length];
    Object[] first = {
      "images", list(images), "labels", list(labels), "legend", list("legend.tsv")[0]
    };
    System.arraycopy(first, 0, options, 0, 6);
    System.arraycopy(more, 0, options, 6, more.length);
    return new Scans(Options.of(Scans.Config.class, options));
  }

  @Override
  public Scans stage() {
    return scans("scans", "labels/[ab].nii");
  }

  @Override
  public Map<String, Supplier<? extends Source>> refused() {
    Map<String, Supplier<? extends Source>> refused = new TreeMap<>();
    refused.put("labels: too few", () -> scans("scans", "labels/a.nii"));
    refused.put("labels: elsewhere", () -> scans("scans/a.nii", "labels/far.nii"));
    refused.put("labels: neither", () -> priors());
    refused.put(
        "labels: both", () -> scans("scans", "labels", "priors", list("half.nii", "q.nii")));
    refused.put("priors: too few", () -> priors("half.nii"));
    refused.put("labels: none", () -> scans("scans/a.nii", "labels/none.nii"));
    refused.put("images: a table", () -> scans("legend.tsv", "labels/a.nii"));
    refused.put("legend", () -> legend("scans/a.nii"));
    refused.put("unknown=skip", () -> scans("scans/a.nii", "labels/a.nii", "unknown", "skip"));
    refused.put("from=1", () -> scans("scans/a.nii", "labels/a.nii", "from", 1));
    refused.put("cache=-1", () -> scans("scans/a.nii", "labels/a.nii", "cache", -1));
    return refused;
  }

  private static Scans legend(String name) {
    return new Scans(
        Options.of(
            Scans.Config.class,
            "images",
            list("scans/b.nii"),
            "labels",
            list("labels/b.nii"),
            "legend",
            list(name)[0]));
  }

  private static Sample open(Source scans, long index) {
    Sample sample = new Sample(index, new LatticeResampler(), HeapArena.zeroed());
    scans.open(sample, new SampleDraws(3, index, new DrawRecord(), Overrides.NONE).child("s"));
    return sample;
  }

  @Test
  void labelsLieOnTheirScan() {
    Scans scans = scans("scans", "labels/[ab].nii", "order", "sorted");
    assertEquals(2, scans.facts().get("pass"));
    for (int i = 0; i < 2; i++) {
      Sample sample = open(scans, i);
      assertEquals(100 * (i + 1), sample.get(Part.IMAGE).values()[5]);
      assertEquals(i + 1, sample.get(Part.LABELS).place(5));
      assertEquals(i == 0 ? "a.nii" : "b.nii", sample.annotations().get("image"));
    }
  }

  @Test
  void unknownLabelsFailTheirSampleAlone() {
    var error = assertThrows(RuntimeException.class, () -> open(legend("less.tsv"), 0));
    assertTrue(error.getMessage().contains("b.nii: "), error.getMessage());
  }

  @Test
  void aRealHeadHasItsParcels() {
    Path real = Path.of("../../../shared/data/brain/real/colin27_T1");
    assumeTrue(Files.isDirectory(real), "needs " + real + " for a real head");
    StringBuilder legend = new StringBuilder("id\n");
    for (int id = 0; id <= 116; id++) {
      legend.append(id).append('\n');
    }
    Path table = folder.resolve("aal.tsv");
    try {
      Files.writeString(table, legend);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Scans scans =
        new Scans(
            Options.of(
                Scans.Config.class,
                "images",
                new String[] {real.resolve("ch2.nii.gz").toString()},
                "labels",
                new String[] {real.resolve("aal.nii.gz").toString()},
                "legend",
                table.toString()));
    Sample sample = open(scans, 0);
    assertEquals(181, sample.grid().nx());
    long parcels = 0;
    for (int i = 0; i < sample.grid().size(); i++) {
      parcels += sample.get(Part.LABELS).place(i) > 0 ? 1 : 0;
    }
    assertTrue(parcels > 1_000_000, parcels + " voxels have a parcel");
  }
}
