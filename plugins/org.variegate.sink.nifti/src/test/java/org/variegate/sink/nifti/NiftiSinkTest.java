package org.variegate.sink.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.Sink;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;
import org.variegate.formats.Orientation;
import org.variegate.formats.VolumeFile;
import org.variegate.tck.Fixture;
import org.variegate.tck.Fixtures;
import org.variegate.tck.Options;
import org.variegate.tck.SinkContract;

class NiftiSinkTest implements SinkContract {
  @TempDir Path folder;

  private static NiftiSink sink(Object... options) {
    return new NiftiSink(Options.of(NiftiSink.Config.class, options));
  }

  @Override
  public Sink stage() {
    return sink();
  }

  @Override
  public Map<String, Supplier<? extends Sink>> refused() {
    return Map.of(
        "image=float16", () -> sink("image", "float16"),
        "labels=both", () -> sink("labels", "both"),
        "level=0", () -> sink("level", 0),
        "level=10", () -> sink("level", 10));
  }

  private Map<String, byte[]> encode(Sink sink, Sample sample) {
    return apply(sink, sample, null);
  }

  private Raster read(byte[] file) throws IOException {
    Path path = Files.write(folder.resolve("member"), file);
    return VolumeFile.open(path).image(Orientation.NATIVE, "1");
  }

  @Test
  void whatIsReadIsWhatTheSampleHolds() throws IOException {
    for (Fixture fixture : List.of(Fixtures.head(), Fixtures.plane())) {
      Sample sample = fixture.open();
      Map<String, byte[]> members = encode(stage(), sample);
      assertEquals(List.of("image.nii.gz", "labels.nii.gz"), List.copyOf(members.keySet()));
      Raster image = read(members.get("image.nii.gz"));
      assertEquals(sample.get(Part.IMAGE).grid(), image.grid());
      assertArrayEquals(sample.get(Part.IMAGE).values(), image.values());
      LabelMap labels = sample.get(Part.LABELS);
      float[] targets = read(members.get("labels.nii.gz")).values();
      for (int i = 0; i < targets.length; i++) {
        assertEquals(labels.legend().labels().get(labels.place(i)).target(), targets[i]);
      }
    }
  }

  @Test
  void whatElseIsLearnedStandsBeside() throws IOException {
    Sample sample = Fixtures.head().open();
    LabelMap labels = sample.get(Part.LABELS);
    float[] way = new float[3 * sample.grid().size()];
    way[7] = 1.5f;
    sample.put(Part.DISPLACEMENT, new Raster(sample.grid(), 3, "mm", way));
    sample.put(Part.DISTANCE, new Raster(sample.grid(), 1, "mm", new float[way.length / 3]));
    sample.put(Part.TARGETS, labels);
    sample.put(Part.STRIPPED, new Raster(sample.grid(), 1, "1", new float[way.length / 3]));
    sample.put(Part.MOVING, Fixtures.plane().open());
    Map<String, byte[]> members = encode(sink("image", "uint8", "compress", false), sample);
    assertEquals(
        Set.of(
            "image.nii",
            "labels.nii",
            "targets.nii",
            "distance.nii",
            "displacement.nii",
            "moving-image.nii",
            "moving-labels.nii",
            "stripped.nii"),
        members.keySet());
    Raster kept = read(members.get("displacement.nii"));
    assertEquals(3, kept.channels());
    assertArrayEquals(way, kept.values());
    assertEquals(37, read(members.get("moving-image.nii")).grid().nx());
  }

  @Test
  void labelsMayKeepTheirIds() throws IOException {
    Sample sample = Fixtures.head().open();
    LabelMap labels = sample.get(Part.LABELS);
    float[] ids = read(encode(sink("labels", "generation"), sample).get("labels.nii.gz")).values();
    for (int i = 0; i < ids.length; i++) {
      assertEquals(labels.legend().labels().get(labels.place(i)).id(), ids[i]);
    }
  }

  @Test
  void labelsMayBeLeftOut() {
    Sink sink = sink("labels", "none", "compress", false);
    assertEquals(List.of("image.nii"), List.copyOf(encode(sink, Fixtures.head().open()).keySet()));
  }

  @Test
  void refusesASampleOfWhichNothingIsWritten() {
    Fixture labels = Fixtures.of(List.of("LABELS")).stream().findFirst().orElseThrow();
    var error =
        assertThrows(
            IllegalStateException.class, () -> encode(sink("labels", "none"), labels.open()));
    assertEquals("nifti: the sample has no image, and labels is none", error.getMessage());
  }

  @Test
  void refusesImagesThatAreNotFinite() {
    Sample sample = Fixtures.head().open();
    sample.get(Part.IMAGE).values()[7] = Float.NaN;
    var error = assertThrows(IllegalArgumentException.class, () -> encode(stage(), sample));
    assertEquals("image: needs finite values, got NaN at voxel 7", error.getMessage());
  }

  @Test
  void typesOfTheImageDifferInSize() {
    Sample sample = Fixtures.head().open();
    int voxels = sample.grid().size();
    Map<String, Integer> bytes = Map.of("float32", 4, "int16", 2, "uint8", 1);
    bytes.forEach(
        (type, size) -> {
          Sink sink = sink("image", type, "compress", false);
          assertEquals(352 + size * voxels, encode(sink, sample).get("image.nii").length);
        });
  }

  @Test
  void bytesAreTheSameEverywhere() throws Exception {
    Map<String, byte[]> members = encode(stage(), Fixtures.head().open());
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(members.get("image.nii.gz"));
    sha.update(members.get("labels.nii.gz"));
    assertEquals("96f5cfd24d5145ea", HexFormat.of().formatHex(sha.digest(), 0, 8));
  }
}
