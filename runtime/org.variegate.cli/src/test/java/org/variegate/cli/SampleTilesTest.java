package org.variegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;

class SampleTilesTest {
  private static final Grid PLANE = Grid.centred(200, 2, 1, 1);

  private static Sample sample() {
    return new Sample(0, null, null);
  }

  @Test
  void theImageIsStretchedFromBlackToWhite() {
    float[] values = new float[400];
    for (int i = 0; i < 400; i++) {
      values[i] = 100 + i % 200;
    }
    Sample sample = sample();
    sample.put(Part.IMAGE, new Raster(PLANE, 1, "1", values));
    List<BufferedImage> tiles = SampleTiles.of(sample);
    assertEquals(1, tiles.size());
    assertEquals(0xff000000, tiles.get(0).getRGB(0, 0));
    assertEquals(0xffffffff, tiles.get(0).getRGB(199, 0));
  }

  @Test
  void aConstantImageAndOneWithoutNumbersAreShownToo() {
    Sample sample = sample();
    float[] values = new float[400];
    values[7] = Float.NaN;
    sample.put(Part.IMAGE, new Raster(PLANE, 1, "1", values));
    assertEquals(1, SampleTiles.of(sample).size());
  }

  @Test
  void labelsHaveColours() {
    byte[] places = new byte[400];
    places[200] = 1;
    Legend legend = new Legend(List.of(Label.plain(0), Label.plain(4)));
    Sample sample = sample();
    sample.put(Part.LABELS, LabelMap.of(PLANE, legend, places));
    BufferedImage tile = SampleTiles.of(sample).get(0);
    assertNotEquals(tile.getRGB(0, 0), tile.getRGB(0, 1));
  }

  @Test
  void fiftyLabelsDiffer() {
    LabelColours colours =
        new LabelColours(new Legend(IntStream.range(0, 54).mapToObj(Label::plain).toList()));
    assertEquals(54, IntStream.range(0, 54).map(colours::of).distinct().count());
  }

  @Test
  void aStructureKeepsItsColourInAMirroredLegend() {
    Legend legend =
        new Legend(
            List.of(
                Label.plain(0),
                new Label(2, "left", "white matter", 41, 2),
                new Label(41, "right", "white matter", 2, 41)));
    LabelColours mirrored = new LabelColours(legend.mirrored());
    assertEquals(new LabelColours(legend).of(1), mirrored.of(2));
  }
}
