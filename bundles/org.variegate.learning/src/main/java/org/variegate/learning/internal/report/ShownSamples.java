package org.variegate.learning.internal.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.variegate.api.task.Shown;
import org.variegate.api.volume.Raster;
import org.variegate.engine.files.Disk;
import org.variegate.engine.files.Json;
import org.variegate.formats.Png;
import org.variegate.pictures.Pictures;

/** The first samples of a test, with what was said of them: a file beside what the test found. */
public final class ShownSamples {
  /** How many of a test are shown. */
  public static final int COUNT = 12;

  private static final int SIDE = 128;
  private static final int SMALL = 9;

  private final StringBuilder lines = new StringBuilder();

  /**
   * The file of a test.
   *
   * @param folder of the model
   * @param test its name
   * @return {@code test-NAME.samples.jsonl}
   */
  static Path file(Path folder, String test) {
    return folder.resolve("test-" + test + ".samples.jsonl");
  }

  /**
   * Adds a sample, whose pictures are made small.
   *
   * @param index of the sample
   * @param shown what is to be seen
   * @throws IllegalArgumentException if a picture is none
   */
  public void add(long index, Shown shown) {
    List<String> pictures = new ArrayList<>();
    for (Raster raster : shown.pictures()) {
      pictures.add(Base64.getEncoder().encodeToString(png(raster)));
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("sample", index);
    line.put("truth", shown.truth());
    line.put("prediction", shown.prediction());
    line.put("verdict", shown.verdict().name().toLowerCase(Locale.ROOT));
    line.put("pictures", pictures);
    lines.append(Json.text(line)).append('\n');
  }

  private static byte[] png(Raster raster) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new Png(bytes, SMALL).picture(Thumbnail.of(Pictures.of(raster), SIDE));
    } catch (IOException e) {
      throw new AssertionError("memory takes all bytes", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes the file of a test; none if there is nothing to show.
   *
   * @param folder of the model
   * @param test its name
   * @throws IOException if it cannot be written
   */
  public void write(Path folder, String test) throws IOException {
    Path file = file(folder, test);
    if (lines.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      Disk.replace(file, lines.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What was written, an object each; empty if there is nothing. */
  static List<Map<String, Object>> read(Path folder, String test) throws IOException {
    List<Map<String, Object>> samples = new ArrayList<>();
    Path file = file(folder, test);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        samples.add(Json.object(line));
      }
    }
    return samples;
  }
}
