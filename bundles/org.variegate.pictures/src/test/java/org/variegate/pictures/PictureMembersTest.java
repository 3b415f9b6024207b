package org.variegate.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.scene.View;

class PictureMembersTest {
  private static final Grid GRID = new Grid(2, 1, 1, Affine.IDENTITY);
  private static final ImageFormat PNG = ImageFormat.parse("png", 90);
  private static final String[] NONE = {};

  private static LabelMap labels(int id) {
    Label sky = new Label(0, "sky", "sky", 0, 0);
    Label cat = new Label(id, "cat", "cat", id, 2);
    return LabelMap.of(GRID, new Legend(List.of(sky, cat)), new byte[] {0, 1});
  }

  private static Sample sample() {
    Sample sample = new Sample(0, (map, arena) -> null, null);
    sample.put(Part.IMAGE, new Raster(GRID, 1, "sRGB", new float[] {7, 9}));
    return sample;
  }

  private static Map<String, byte[]> written(PictureMembers members, Sample sample)
      throws IOException {
    Map<String, ByteArrayOutputStream> files = new TreeMap<>();
    members.write(
        sample,
        name -> {
          files.put(name, new ByteArrayOutputStream());
          return files.get(name);
        },
        "picture.");
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, file) -> bytes.put(name, file.toByteArray()));
    return bytes;
  }

  private static int second(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png)).getRaster().getSample(1, 0, 0);
  }

  @Test
  void whatIsWantedIsWritten() throws IOException {
    Sample sample = sample();
    sample.put(View.INSTANCES, labels(5));
    sample.put(View.DEPTH, new Raster(GRID, 1, "m", new float[] {0, 1.5f}));
    sample.put(View.NORMALS, new Raster(GRID, 3, "1", new float[6]));
    String[] masks = {"instances", "classes"};
    String[] arrays = {"normals", "depth"};
    Map<String, byte[]> files = written(new PictureMembers(PNG, masks, true, arrays), sample);
    assertEquals(
        List.of(
            "classes.png", "depth.npy", "depth.png", "instances.png", "normals.npy", "picture.png"),
        List.copyOf(files.keySet()));
    assertEquals(9, second(files.get("picture.png")));
    assertEquals(5, second(files.get("instances.png")));
    assertEquals(2, second(files.get("classes.png")));
    assertEquals(1500, second(files.get("depth.png")));
    assertEquals(4 * 4, files.get("normals.npy").length - files.get("depth.npy").length);
  }

  @Test
  void masksAreOfLabelsWhereThereAreNoInstances() throws IOException {
    PictureMembers members = new PictureMembers(PNG, new String[] {"instances"}, false, NONE);
    Sample sample = sample();
    assertArrayEquals(new Object[] {"picture.png"}, written(members, sample).keySet().toArray());
    sample = sample();
    sample.put(Part.LABELS, labels(6));
    assertEquals(6, second(written(members, sample).get("instances.png")));
  }

  @Test
  void refusesWhatThereIsNot() {
    refuses(
        "masks: needs each of classes, instances at most once, got cats",
        new String[] {"cats"},
        NONE);
    String[] twice = {"depth", "depth"};
    refuses(
        "arrays: needs each of coordinates, depth, flow, normals at most once, got depth",
        NONE,
        twice);
  }

  private static void refuses(String message, String[] masks, String[] arrays) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> new PictureMembers(PNG, masks, false, arrays))
            .getMessage());
  }
}
