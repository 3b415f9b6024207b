package org.variegate.sink.discard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.Sink;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.tck.Fixtures;
import org.variegate.tck.Options;
import org.variegate.tck.SinkContract;

class DiscardTest implements SinkContract {
  private static final int GRID = 4 * 4 + 12 * 8;

  private static Discard sink(Object... options) {
    return new Discard(Options.of(Discard.Config.class, options));
  }

  @Override
  public Sink stage() {
    return sink();
  }

  private Map<String, ByteBuffer> encode(Sample sample) {
    Map<String, ByteBuffer> members = new java.util.LinkedHashMap<>();
    apply(stage(), sample, null)
        .forEach((n, b) -> members.put(n, ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN)));
    return members;
  }

  private static Sample of(LabelMap labels) {
    Sample sample = Fixtures.empty().get(0).open();
    sample.put(Part.LABELS, labels);
    return sample;
  }

  private static Legend legend(int... targets) {
    return new Legend(
        IntStream.range(0, targets.length)
            .mapToObj(i -> new Label(i, "l" + i, "t" + i, i, targets[i]))
            .toList());
  }

  @Test
  void storesNothing() {
    assertFalse(stage().stores());
  }

  @Test
  void writesNothingIfNothingIsHashed() {
    assertEquals(Map.of(), apply(sink("hash", false), Fixtures.head().open(), null));
  }

  @Test
  void refusesImagesThatAreNotFinite() {
    Sample sample = Fixtures.head().open();
    sample.get(Part.IMAGE).values()[7] = Float.POSITIVE_INFINITY;
    var error = assertThrows(IllegalArgumentException.class, () -> encode(sample));
    assertEquals("image: needs finite values, got Infinity at voxel 7", error.getMessage());
    assertEquals(Map.of(), apply(sink("hash", false), sample, null));
  }

  @Test
  void writesGridAndVoxels() {
    Sample sample = Fixtures.head().open();
    Map<String, ByteBuffer> members = encode(sample);
    assertEquals(List.of("image", "labels"), List.copyOf(members.keySet()));
    float[] values = sample.get(Part.IMAGE).values();
    ByteBuffer image = members.get("image");
    assertEquals(GRID + 4 * values.length, image.capacity());
    assertEquals(sample.grid().ny(), image.getInt(4));
    assertEquals(sample.grid().toWorld().get(2, 3), image.getDouble(16 + 11 * 8));
    for (int i = 0; i < values.length; i++) {
      assertEquals(values[i], image.getFloat(GRID + 4 * i));
    }
    LabelMap labels = sample.get(Part.LABELS);
    ByteBuffer bytes = members.get("labels");
    assertEquals(GRID + values.length, bytes.capacity());
    for (int i = 0; i < values.length; i++) {
      assertEquals(
          labels.legend().labels().get(labels.place(i)).target(), bytes.get(GRID + i) & 0xff);
    }
  }

  @Test
  void bytesAndShortsAreTheSame() {
    Grid grid = Grid.centred(100, 100, 10, 1);
    Legend legend = legend(0, 255, 7);
    byte[] bytes = new byte[grid.size()];
    short[] shorts = new short[grid.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 7919 % 3);
      shorts[i] = bytes[i];
    }
    assertEquals(
        encode(of(LabelMap.of(grid, legend, bytes))),
        encode(of(LabelMap.of(grid, legend, shorts))));
  }

  @Test
  void largeTargetsTakeFourBytes() {
    Grid grid = Grid.centred(3, 1, 1, 1);
    ByteBuffer out =
        encode(of(LabelMap.of(grid, legend(0, 256, -1), new byte[] {2, 1, 0}))).get("labels");
    assertEquals(GRID + 12, out.capacity());
    assertEquals(-1, out.getInt(GRID));
    assertEquals(256, out.getInt(GRID + 4));
  }

  @Test
  void theGridIsPartOfTheHash() {
    float[] values = new float[24];
    Sample one = Fixtures.empty().get(0).open();
    one.put(Part.IMAGE, new Raster(Grid.centred(2, 3, 4, 1), 1, "1", values));
    Sample mirrored = Fixtures.empty().get(0).open();
    Grid grid = new Grid(2, 3, 4, Affine.scaling(-1, 1, 1));
    mirrored.put(Part.IMAGE, new Raster(grid, 1, "1", values));
    assertNotEquals(encode(one), encode(mirrored));
  }
}
