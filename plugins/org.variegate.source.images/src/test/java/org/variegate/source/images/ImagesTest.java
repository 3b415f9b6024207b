package org.variegate.source.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.formats.FileHash;
import org.variegate.formats.ImageType;
import org.variegate.formats.NiftiWriter;
import org.variegate.formats.Picture;
import org.variegate.formats.Png;
import org.variegate.raster.LatticeResampler;
import org.variegate.scene.Tone;
import org.variegate.scene.Truth;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.SourceContract;

class ImagesTest implements SourceContract {
  @TempDir static Path folder;

  @BeforeAll
  static void writePictures() throws IOException {
    for (int i = 0; i < 6; i++) {
      write("photos/cat/" + i + ".png", picture(5 + i, 4, 3));
      write("photos/dog/" + i + ".png", picture(4, 5 + i, 3));
    }
    write("photos/bird/nest/only.png", picture(9, 9, 3));
    write("one/grey.png", picture(6, 2, 1));
    write("one/opacity.png", new Picture(2, 1, 4, new byte[] {10, 20, 30, -1, 10, 20, 30, 0}));
    write("one/all.png", codes());
    write("one/large.png", picture(200, 100, 3));
    Files.write(folder.resolve("one/text.jpg"), "not a picture".getBytes());
    Files.write(folder.resolve("one/empty.png"), new byte[0]);
    Files.createDirectories(folder.resolve("photos/none"));
    Files.createDirectory(folder.resolve("empty"));
    Grid grid = Grid.centred(3, 4, 5, 2);
    float[] values = new float[grid.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("one/scan.nii"))) {
      new NiftiWriter(out).image(new Raster(grid, 1, "1", values), ImageType.FLOAT32);
    }
  }

  private static Picture picture(int width, int height, int channels) {
    byte[] values = new byte[width * height * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (i * 37 % 251);
    }
    return new Picture(width, height, channels, values);
  }

  private static Picture codes() {
    byte[] values = new byte[3 * 256];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (i / 3);
    }
    return new Picture(16, 16, 3, values);
  }

  private static void write(String name, Picture picture) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      new Png(out, 1).picture(picture);
    }
  }

  private static Images images(Object... options) {
    return new Images(Options.of(Images.Config.class, options));
  }

  private static Images classes(Object... more) {
    Object[] options = new Object[4 + more.length];
    options[0] = "folders";
    options[1] = folder.resolve("photos").toString();
    options[2] = "classes";
    options[3] = new String[] {"cat", "dog"};
    System.arraycopy(more, 0, options, 4, more.length);
    return images(options);
  }

  private static Images files(String name, Object... more) {
    Object[] options = new Object[2 + more.length];
    options[0] = "files";
    options[1] = new String[] {folder.resolve(name).toString()};
    System.arraycopy(more, 0, options, 2, more.length);
    return images(options);
  }

  @Override
  public Images stage() {
    return classes();
  }

  @Override
  public Map<String, Supplier<? extends Source>> refused() {
    Map<String, Supplier<? extends Source>> refused = new TreeMap<>();
    refused.put("folders", () -> images());
    refused.put("folders: both", () -> classes("files", new String[] {"x.png"}));
    refused.put("folders=empty", () -> images("folders", folder.resolve("empty").toString()));
    refused.put("folders=missing", () -> images("folders", folder.resolve("no").toString()));
    refused.put("folders: a class without files", () -> with("cat", "none"));
    refused.put("classes=[cat, cat]", () -> with("cat", "cat"));
    refused.put("classes=[horse]", () -> with("horse"));
    refused.put("classes=[cat/..]", () -> with("cat/.."));
    refused.put("classes with files", () -> files("one", "classes", new String[] {"cat"}));
    refused.put("files=missing", () -> files("missing.png"));
    refused.put("categories=[cat]", () -> classes("categories", new String[] {"cat"}));
    refused.put("from=-1", () -> classes("from", -1));
    refused.put("from=6", () -> classes("from", 6));
    refused.put("to=7", () -> classes("to", 7));
    refused.put("to=2", () -> classes("from", 2, "to", 2));
    refused.put("order=random", () -> classes("order", "random"));
    refused.put("size=8", () -> classes("size", 8));
    refused.put("orientation=LAS", () -> classes("orientation", "LAS"));
    refused.put("cache=-1", () -> classes("cache", -1));
    return refused;
  }

  private static Images with(String... classes) {
    return images("folders", folder.resolve("photos").toString(), "classes", classes);
  }

  private static Sample open(Images images, long index, Map<String, String> inputs) {
    Sample sample = new Sample(index, new LatticeResampler(), HeapArena.zeroed(), inputs::put);
    images.open(sample, new SampleDraws(3, index, new DrawRecord(), Overrides.NONE).child("i"));
    return sample;
  }

  private static Sample open(Images images, long index) {
    return open(images, index, new TreeMap<>());
  }

  @Test
  void onePassShowsEveryFileOnceClassesInTurn() {
    Images images = classes();
    assertEquals(12, images.facts().get("pass"));
    Set<Object> names = new TreeSet<>();
    for (int i = 0; i < 12; i++) {
      Sample sample = open(images, i);
      Map<String, Object> object = sample.get(Truth.TRUTH).objects().get(0);
      assertEquals(i % 2 == 0 ? "cat" : "dog", object.get("class"));
      assertEquals(i % 2 + 1, object.get("number"));
      names.add(sample.annotations().get("image"));
    }
    assertEquals(12, names.size());
  }

  @Test
  void aPartOfEachClassIsTaken() {
    Images images = classes("from", 2, "to", 4, "order", "sorted");
    assertEquals(4, images.facts().get("pass"));
    List<Object> names = new java.util.ArrayList<>();
    for (int i = 0; i < 5; i++) {
      names.add(open(images, i).annotations().get("image"));
    }
    assertEquals(List.of("cat/2.png", "dog/2.png", "cat/3.png", "dog/3.png", "cat/2.png"), names);
  }

  @Test
  void classesAreNumberedAmongAllOfTheDataset() {
    Images images = classes("categories", new String[] {"dog", "cat", "bird"});
    Sample dog = open(images, 1);
    assertEquals(3, dog.get(Truth.TRUTH).objects().get(0).get("number"));
    assertEquals(List.of("bird", "cat", "dog"), dog.get(Truth.TRUTH).classes());
    assertEquals("bird", images.facts().get("categories: class 1"));
    assertEquals("dog", images.facts().get("categories: class 3"));
  }

  @Test
  void allFoldersAreClassesAndHoldFoldersOfTheirOwn() throws IOException {
    Path copy = folder.resolve("nested");
    write("nested/a/b/c/deep.png", picture(3, 3, 3));
    write("nested/d/flat.png", picture(3, 3, 3));
    Images images = images("folders", copy.toString(), "order", "sorted");
    assertEquals("a", images.facts().get("categories: class 1"));
    assertEquals("deep.png", open(images, 0).annotations().get("image"));
  }

  @Test
  void lightIsThatOfWhichThePhotographWouldBeDeveloped() {
    Raster image = open(files("one/all.png"), 0).get(Part.IMAGE);
    assertEquals("linear", image.unit());
    assertEquals(3, image.channels());
    byte[] rgb = new byte[3 * 256];
    Tone.encode(image.values(), 256, rgb);
    assertArrayEquals(codes().values(), rgb);
  }

  @Test
  void greyBecomesColourAndOpacityWhite() {
    Raster grey = open(files("one/grey.png"), 0).get(Part.IMAGE);
    assertEquals(3, grey.channels());
    assertEquals(grey.values()[5], grey.values()[5 + 24], 0);
    float[] seen = open(files("one/opacity.png"), 0).get(Part.IMAGE).values();
    assertArrayEquals(
        new int[] {10, 255, 20, 255, 30, 255},
        java.util.stream.IntStream.range(0, 6).map(i -> Tone.code(seen[i])).toArray());
  }

  @Test
  void largePhotographsAreReduced() {
    Grid kept = open(files("one/large.png", "size", 64), 0).grid();
    assertEquals(50, kept.nx());
    assertEquals(25, kept.ny());
    assertEquals(200, open(files("one/large.png", "size", 0), 0).grid().nx());
  }

  @Test
  void scansKeepGridAndUnit() {
    Sample sample = open(files("one/scan.nii", "unit", "HU"), 0);
    Raster image = sample.get(Part.IMAGE);
    assertEquals("HU", image.unit());
    assertEquals(2, sample.grid().spacing(1), 1e-6);
    assertEquals(59, image.values()[59]);
    assertTrue(sample.get(Truth.TRUTH).objects().isEmpty());
    assertFalse(sample.annotations().containsKey("objects"));
  }

  /** An image is changed in place by later stages: what is kept must not be. */
  @Test
  void samplesDoNotShareWhatIsKept() {
    for (String name : List.of("one/scan.nii", "one/grey.png")) {
      Images images = files(name);
      float[] first = open(images, 0).get(Part.IMAGE).values();
      float before = first[7];
      java.util.Arrays.fill(first, -5);
      assertEquals(before, open(images, 1).get(Part.IMAGE).values()[7]);
    }
  }

  @Test
  void damagedFilesFailAloneAndAreNamed() {
    for (String name : List.of("one/text.jpg", "one/empty.png")) {
      Images images = files(name);
      var error = assertThrows(UncheckedIOException.class, () -> open(images, 0));
      String message = error.getMessage();
      assertTrue(message.startsWith(folder.resolve(name) + ": "), message);
      assertFalse(message.contains("\n"));
    }
  }

  @Test
  void filesAreToldWithTheirHashes() throws IOException {
    Map<String, String> inputs = new TreeMap<>();
    open(files("one/grey.png"), 0, inputs);
    assertEquals(FileHash.of(folder.resolve("one/grey.png")), inputs.get("grey.png"));
    assertEquals(FileHash.ofText("grey.png\n"), inputs.get("files"));
  }
}
