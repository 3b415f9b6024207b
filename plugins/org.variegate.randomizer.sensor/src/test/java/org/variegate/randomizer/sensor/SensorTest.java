package org.variegate.randomizer.sensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.tck.Fit.assertDrawnFrom;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Randomizer;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.View;
import org.variegate.tck.Fixture;
import org.variegate.tck.Fixtures;
import org.variegate.tck.Options;
import org.variegate.tck.RandomizerContract;

class SensorTest implements RandomizerContract {

  @Override
  public Sensor stage() {
    return with();
  }

  @Override
  public List<Fixture> samples() {
    return List.of(
        new Fixture("a picture", s -> put(s, 61, 47, 3)),
        new Fixture("a large picture", s -> put(s, 130, 121, 3)),
        new Fixture("a grey picture", s -> put(s, 20, 30, 1)),
        new Fixture("a row", s -> put(s, 31, 1, 3)),
        new Fixture("a pixel", s -> put(s, 1, 1, 3)));
  }

  /** A black square on a ramp, which is also a label. */
  private static void put(Sample sample, int nx, int ny, int channels) {
    Grid grid = new Grid(nx, ny, 1, Affine.IDENTITY);
    float[] values = sample.arena().floats(channels * grid.size());
    byte[] labels = sample.arena().bytes(grid.size());
    for (int i = 0; i < values.length; i++) {
      int x = i % nx;
      int y = i / nx % ny;
      boolean inside = x > nx / 4 && x < nx / 2 && y > ny / 4 && y < ny / 2;
      labels[i % grid.size()] = (byte) (inside ? 1 : 0);
      values[i] = inside ? 0 : .2f + .6f * x / nx;
    }
    Legend legend = new Legend(List.of(Label.plain(0), new Label(1, "square", "square", 1, 1)));
    sample.put(Part.IMAGE, new Raster(grid, channels, "linear", values));
    sample.put(Part.LABELS, LabelMap.of(grid, legend, labels));
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.ofEntries(
        Map.entry("bits=11.5", () -> with("bits", "11.5")),
        Map.entry("jpegQuality=uniform", () -> with("jpegQuality", "uniform(80, 90)")),
        Map.entry("whiteBalance=-1", () -> with("whiteBalance", "-1")),
        Map.entry("fullWell=0", () -> with("fullWell", "0")),
        Map.entry("readNoise=-1", () -> with("readNoise", "-1")),
        Map.entry("bits=17", () -> with("bits", "17")),
        Map.entry("blur=-1", () -> with("blur", "-1")),
        Map.entry("defocus=101", () -> with("defocus", "101")),
        Map.entry("distortion=-.4", () -> with("distortion", "-.4")),
        Map.entry("vignetting=1.1", () -> with("vignetting", "1.1")),
        Map.entry("aberration=101", () -> with("aberration", "101")),
        Map.entry("jpegQuality=0", () -> with("jpegQuality", "0")));
  }

  private static Sensor with(Object... options) {
    return new Sensor(Options.of(Sensor.Config.class, options));
  }

  private Sample shoot(Sensor sensor, long index, DrawRecord record, Map<String, String> set) {
    Sample sample = samples().get(0).open();
    sensor.randomize(sample, new SampleDraws(4, index, record, new Overrides(set)));
    return sample;
  }

  @Test
  void drawsAsDeclared() {
    String[] names = {"exposure", "fullWell", "readNoise", "jpegQuality"};
    String[] laws = {
      "normal(0, 0.3)", "loguniform(800, 30000)", "uniform(2, 12)", "integer(75, 97)"
    };
    double[][] drawn = new double[names.length][2000];
    for (int i = 0; i < 2000; i++) {
      DrawRecord record = new DrawRecord();
      Sample sample = shoot(with(), i, record, Map.of());
      for (int n = 0; n < names.length; n++) {
        drawn[n][i] = (double) record.values().get(names[n]);
      }
      assertEquals((int) drawn[3][i], sample.annotations().get("jpegQuality"));
    }
    for (int n = 0; n < names.length; n++) {
      assertDrawnFrom(laws[n], drawn[n]);
    }
  }

  @Test
  void labelsAreDistortedWithTheImage() {
    Map<String, String> set = Map.of("distortion", "0.5", "blur", "0", "aberration", "0");
    Sample sample = shoot(with(), 0, new DrawRecord(), set);
    LabelMap labels = sample.get(Part.LABELS);
    float[] values = sample.get(Part.IMAGE).values();
    int inside = 0;
    for (int i = 0; i < labels.grid().size(); i++) {
      boolean dark = values[labels.grid().size() + i] < .12f;
      inside += labels.place(i);
      assertTrue(labels.place(i) == 0 || dark || edge(labels, i), "at " + i);
    }
    assertTrue(inside > 1.3 * 15 * 12, "the middle is seen larger: " + inside);
  }

  private static boolean edge(LabelMap labels, int i) {
    int nx = labels.grid().nx();
    return labels.place(i - 1) + labels.place(i + 1) + labels.place(i - nx) + labels.place(i + nx)
        < 4;
  }

  /** The same lens and exposure, other noise; of next to no noise the same picture. */
  @Test
  void thePictureAfterIsTakenByTheSameCamera() {
    Map<String, String> clear =
        Map.of("fullWell", "1e30", "readNoise", "0", "bits", "0", "blur", "5", "aberration", "3");
    for (Map<String, String> set : List.of(clear, Map.of("distortion", "0.1"))) {
      float[] alone = shoot(with(), 0, new DrawRecord(), set).get(Part.IMAGE).values();
      Sample sample = samples().get(0).open();
      Raster image = sample.get(Part.IMAGE);
      Raster same = new Raster(image.grid(), 3, "linear", image.values().clone());
      sample.put(View.LATER, same);
      with().randomize(sample, new SampleDraws(4, 0, new DrawRecord(), new Overrides(set)));
      float[] first = sample.get(Part.IMAGE).values();
      float[] later = sample.get(View.LATER).values();
      assertArrayEquals(alone, first);
      assertArrayEquals(first, later, set == clear ? 1e-6f : 0.5f);
      assertEquals(set == clear, Arrays.equals(first, later));
    }
  }

  @Test
  void onlyPicturesOfLight() {
    Sample head = Fixtures.plane().open();
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    with().randomize(head, new SampleDraws(1, 0, new DrawRecord(), Overrides.NONE)))
            .getMessage();
    assertTrue(message.startsWith("image: needs a picture in linear light"), message);
    Map<String, String> set = Map.of("bits", "40");
    assertThrows(IllegalArgumentException.class, () -> shoot(with(), 0, new DrawRecord(), set));
  }

  @Test
  void bytesAreThoseOfEveryPlatform() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Map<String, String> all =
        Map.of("distortion", ".1", "defocus", "20", "blur", "9", "aberration", "4", "bits", "10");
    for (int i = 0; i < 3; i++) {
      for (float value : shoot(with(), i, new DrawRecord(), all).get(Part.IMAGE).values()) {
        digest.update(java.nio.ByteBuffer.allocate(4).putFloat(value).array());
      }
    }
    assertEquals(
        "ff590ba4d07f8b5a6815bab0e3850f36bfb56bbb939a2ac393154d16701b9b22",
        HexFormat.of().formatHex(digest.digest()));
  }
}
