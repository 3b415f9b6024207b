package org.variegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.scene.Truth;
import org.variegate.scene.View;

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
  void aPictureIsShownAsItIsWithWhatIsKnownBesideIt() {
    Grid grid = new Grid(200, 2, 1, Affine.IDENTITY);
    float[] values = new float[3 * 400];
    java.util.Arrays.fill(values, 0, 200, 1);
    Sample sample = sample();
    sample.put(Part.IMAGE, new Raster(grid, 3, "sRGB", values));
    assertEquals(1, SampleTiles.of(sample).size());
    Map<String, Object> nameAlone = Map.of("class", "cat");
    sample.put(Truth.TRUTH, new Truth(List.of("cat"), List.of(nameAlone)));
    assertEquals(1, SampleTiles.of(sample).size(), "nothing to draw");
    byte[] places = new byte[400];
    places[399] = 1;
    Legend legend = new Legend(List.of(Label.plain(0), Label.plain(4)));
    sample.put(View.INSTANCES, LabelMap.of(grid, legend, places));
    Map<String, Object> object = Map.of("box", new double[] {100, 0, 50, 2});
    sample.put(Truth.TRUTH, new Truth(List.of("cat"), List.of(object)));
    List<BufferedImage> tiles = SampleTiles.of(sample);
    assertEquals(0xff010000, tiles.get(0).getRGB(0, 0));
    assertEquals(0xff000000, tiles.get(0).getRGB(0, 1));
    BufferedImage known = tiles.get(1);
    assertNotEquals(known.getRGB(10, 1), known.getRGB(199, 1));
    assertNotEquals(known.getRGB(10, 1), known.getRGB(120, 1));
  }

  /** A pair: the sample's own slice and labels, then the moving one's, then the way between. */
  @Test
  void pairsAndFieldsAreShown() {
    Legend legend = new Legend(List.of(Label.plain(0), Label.plain(4)));
    Sample moving = sample();
    moving.put(Part.IMAGE, new Raster(PLANE, 1, "1", new float[400]));
    Sample sample = sample();
    sample.put(Part.IMAGE, new Raster(PLANE, 1, "1", new float[400]));
    sample.put(Part.LABELS, LabelMap.of(PLANE, legend, new byte[400]));
    sample.put(Part.TARGETS, LabelMap.of(PLANE, legend, new byte[400]));
    sample.put(Part.DISTANCE, new Raster(PLANE, 1, "mm", new float[400]));
    sample.put(Part.DISPLACEMENT, new Raster(PLANE, 3, "mm", new float[1200]));
    sample.put(Part.MOVING, moving);
    assertEquals(5, SampleTiles.of(sample).size());
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
