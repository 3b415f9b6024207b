package org.variegate.sink.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.Sink;
import org.variegate.api.volume.Raster;
import org.variegate.formats.Picture;
import org.variegate.formats.PictureFile;
import org.variegate.pictures.Pictures;
import org.variegate.scene.View;
import org.variegate.tck.Fixture;
import org.variegate.tck.Options;
import org.variegate.tck.SceneFixtures;
import org.variegate.tck.SinkContract;

class FolderSinkTest implements SinkContract {

  @Override
  public Sink stage() {
    return sink();
  }

  private static Sink sink(Object... options) {
    return new FolderSink(Options.of(FolderSink.Config.class, options));
  }

  @Override
  public List<Fixture> samples() {
    return List.of(SceneFixtures.annotated(40, 30), SceneFixtures.picture(17, 31));
  }

  @Override
  public Map<String, Supplier<? extends Sink>> refused() {
    return Map.of(
        "format=gif", () -> sink("format", "gif"),
        "quality=0", () -> sink("quality", 0),
        "masks=all", () -> sink("masks", new String[] {"all"}),
        "masks twice", () -> sink("masks", new String[] {"classes", "classes"}),
        "arrays=motion", () -> sink("arrays", new String[] {"motion"}));
  }

  private Map<String, byte[]> encode(Sink sink, Sample sample) {
    return apply(sink, sample, null);
  }

  @Test
  void pngsAreThePicture() throws Exception {
    Sample sample = SceneFixtures.annotated(40, 30).open();
    byte[] file = encode(sink("format", "png"), sample).get("image.png");
    Picture again = PictureFile.read(file, Path.of("x"), 1200);
    assertEquals(List.of(40, 30, 3), List.of(again.width(), again.height(), again.channels()));
    Picture wanted = Pictures.of(sample.get(org.variegate.api.Part.IMAGE));
    org.junit.jupiter.api.Assertions.assertArrayEquals(wanted.values(), again.values());
  }

  @Test
  void everyPartMayBeWritten() {
    Sample sample = SceneFixtures.annotated(40, 30).open();
    Sink all =
        sink(
            "masks", new String[] {"instances", "classes"},
            "depth", true,
            "arrays", new String[] {"depth"});
    assertEquals(
        List.of(
            "image.jpg",
            "instances.png",
            "classes.png",
            "depth.png",
            "depth.npy",
            "annotations.json"),
        List.copyOf(encode(all, sample).keySet()));
    Sink none = sink("masks", new String[0]);
    assertEquals(
        List.of("image.jpg", "annotations.json"), List.copyOf(encode(none, sample).keySet()));
    Sink normals = sink("arrays", new String[] {"normals"});
    var error = assertThrows(IllegalStateException.class, () -> encode(normals, sample));
    assertEquals("normals: needs the pass normals of rgb", error.getMessage());
  }

  @Test
  void aPairIsTwoPictures() {
    Sample sample = SceneFixtures.annotated(40, 30).open();
    Raster image = sample.get(Part.IMAGE);
    float[] light = image.values().clone();
    light[0] += 0.5f;
    sample.put(View.LATER, new Raster(image.grid(), 3, image.unit(), light));
    Map<String, byte[]> files = encode(sink("format", "png", "masks", new String[0]), sample);
    assertEquals(
        List.of("image.png", "later.png", "annotations.json"), List.copyOf(files.keySet()));
    assertFalse(Arrays.equals(files.get("image.png"), files.get("later.png")));
  }

  /** Everything goes right by 2 and up by half. */
  @Test
  void flowIsInPixels() {
    Sample sample = SceneFixtures.annotated(40, 30).open();
    float[] next = new float[3 * 1200];
    for (int i = 0; i < 1200; i++) {
      next[i] = i % 40 + 2.5f;
      next[i + 1200] = i / 40;
      next[i + 2400] = 1;
    }
    sample.put(View.NEXT, new Raster(sample.grid(), 3, "pixels", next));
    byte[] file = encode(sink("arrays", new String[] {"flow"}), sample).get("flow.npy");
    FloatBuffer flow =
        ByteBuffer.wrap(file, file.length - 4 * 3600, 4 * 3600)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    assertEquals(2, flow.get(5 * 40 + 7));
    assertEquals(-0.5f, flow.get(1200 + 5 * 40 + 7));
    assertEquals(1, flow.get(2400 + 5 * 40 + 7));
    assertEquals(0, flow.get(2400 + 5 * 40 + 38), "leaves at the right");
    Sample without = SceneFixtures.annotated(40, 30).open();
    Sink sink = sink("arrays", new String[] {"flow"});
    assertThrows(IllegalStateException.class, () -> encode(sink, without));
  }

  @Test
  void annotationsAreALine() {
    Sample sample = SceneFixtures.annotated(40, 30).open(7, org.variegate.tck.HeapArena.zeroed());
    String line =
        new String(encode(sink(), sample).get("annotations.json"), StandardCharsets.UTF_8);
    assertTrue(line.startsWith("{\"index\":7,\"objects\":[{\"area\":"), line);
    assertEquals(line.length() - 1, line.indexOf('\n'));
  }
}
