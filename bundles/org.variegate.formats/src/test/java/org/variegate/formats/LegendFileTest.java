package org.variegate.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.Legend;

class LegendFileTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("legend.tsv"), text);
  }

  @Test
  void readsAllColumnsInAnyOrder() throws IOException {
    Path file =
        file(
            """
            # a comment
            target\tid\tpartner\ttissue\tname

            0\t0\t\tair\tbackground
            7\t2\t41\twhite matter\tleft
            # another
            7\t41\t2\twhite matter\tright
            """);
    assertEquals(
        List.of(
            new Label(0, "background", "air", 0, 0),
            new Label(2, "left", "white matter", 41, 7),
            new Label(41, "right", "white matter", 2, 7)),
        LegendFile.read(file).labels());
  }

  @Test
  void whatIsMissingIsTheLabelsOwn() throws IOException {
    Path file = file("\ufeffid,name\r\n0\r\n5,liver\r\n");
    assertEquals(
        List.of(Label.plain(0), new Label(5, "liver", "liver", 5, 5)),
        LegendFile.read(file).labels());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,colour~0,red|1: needs columns of [id, name, tissue, partner, target], each once,"
            + " got 'colour'",
        "id,id~0,0|1: needs columns of [id, name, tissue, partner, target], each once, got 'id'",
        "name~background|1: needs a column id, got [name]",
        "id,name~0,a,b|2: needs at most 2 cells, got 3",
        "id~0~#~x|4: id: needs a whole number, got 'x'",
        "id,name~0,a~,b|3: id: needs a whole number, got nothing",
        "id,target~0,1.5|2: target: needs a whole number, got '1.5'",
        "id~0~3~0|4: id: needs each once, got 0 as in line 2",
        "id,partner~0,~2,41|3: partner: needs an id of the legend, got 41",
        "id,partner~0,~2,41~41,41|3: partner: needs a label whose partner is 2, got 41, whose"
            + " partner is 41",
      })
  void errorsSayTheirLine(String text, String message) throws IOException {
    Path file = file(text.replace('~', '\n'));
    var error = assertThrows(FormatException.class, () -> LegendFile.read(file));
    assertEquals(file + ":" + message, error.getMessage());
  }

  @Test
  void errorsOfTheWholeFile() throws IOException {
    Path empty = file("# nothing\nid\n");
    var error = assertThrows(FormatException.class, () -> LegendFile.read(empty));
    assertEquals(
        empty + ": needs a line of column names and one for each label", error.getMessage());
    Path missing = folder.resolve("none.tsv");
    error = assertThrows(FormatException.class, () -> LegendFile.read(missing));
    assertEquals(missing + ": no such file", error.getMessage());
    Path latin = folder.resolve("latin.tsv");
    Files.write(latin, "id,name\n0,\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    error = assertThrows(FormatException.class, () -> LegendFile.read(latin));
    assertEquals(latin + ": needs text in UTF-8", error.getMessage());
  }

  private static Legend head() throws FormatException {
    return LegendFile.read(ProjectFiles.root().resolve("configs/legends/synthseg-head.tsv"));
  }

  @Test
  void headLegendHasTheKnownCounts() throws IOException {
    Legend head = head();
    assertEquals(54, head.size());
    assertEquals(48, head.tissues().size());
    assertEquals(0, head.labels().get(0).id());
    assertEquals(18, IntStream.range(0, 54).filter(place -> head.partner(place) == place).count());
    for (Label label : head.labels()) {
      String mirrored = label.name().replaceFirst("^left", "right");
      if (!mirrored.equals(label.name())) {
        assertEquals(mirrored, head.labels().get(head.place(label.partner())).name());
      }
    }
    assertEquals(54, head.labels().stream().map(Label::name).collect(Collectors.toSet()).size());
  }

  @Test
  void headLegendSaysWhatSynthSegsListsSay() throws IOException {
    Path lists = ProjectFiles.data("brain/labels_classes_priors");
    Legend head = head();
    int[] ids = npy(lists.resolve("generation_labels.npy"), Integer.BYTES);
    int[] classes = npy(lists.resolve("generation_classes.npy"), Long.BYTES);
    int[] targets = npy(lists.resolve("synthseg_segmentation_labels.npy"), Integer.BYTES);
    for (int place = 0; place < ids.length; place++) {
      assertEquals(ids[place], head.labels().get(place).id());
      assertEquals(targets[place], head.labels().get(place).target());
      assertEquals(classes[place], head.tissue(place));
    }
  }

  /** Whole numbers of a little-endian npy file of version 1. */
  private static int[] npy(Path file, int size) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int from = 10 + in.getShort(8);
    return IntStream.range(0, (in.capacity() - from) / size)
        .map(i -> in.getInt(from + i * size))
        .toArray();
  }

  @Test
  void realLabelMapsHoldTheLegendsLabels() throws IOException {
    Path maps = ProjectFiles.data("brain/label_maps");
    int[] legend = head().labels().stream().mapToInt(Label::id).sorted().toArray();
    boolean[] seen = new boolean[legend.length];
    for (int i = 1; i <= 12; i++) {
      String name = "training_seg_" + (i < 10 ? "0" : "") + i + ".nii.gz";
      VolumeFile file = VolumeFile.open(maps.resolve(name));
      assertEquals(1, file.grid(Orientation.RAS).toWorld().get(0, 0), 1e-6, name);
      assertEquals(1, file.grid(Orientation.RAS).toWorld().get(1, 1), 1e-6, name);
      assertEquals(1, file.grid(Orientation.RAS).toWorld().get(2, 2), 1e-6, name);
      for (int id : file.ids()) {
        int place = Arrays.binarySearch(legend, id);
        assertTrue(place >= 0, () -> name + " has " + id);
        seen[place] = true;
      }
    }
    for (int place = 0; place < legend.length; place++) {
      assertTrue(seen[place], "no map has " + legend[place]);
    }
  }
}
