package org.variegate.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.Raster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A dataset of the sink folder, frame by frame. */
record Frames(Path dataset) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was written of one sample. */
  record Frame(long index, JsonNode annotations, Path prefix) {

    /** A mask's numbers, row by row. */
    int[] mask(String name) {
      try {
        Raster raster = ImageIO.read(file(name + ".png").toFile()).getRaster();
        return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** An array for NumPy, of one channel. */
    float[] array(String name) {
      try {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file(name + ".npy")));
        bytes.order(ByteOrder.LITTLE_ENDIAN).position(10 + bytes.getShort(8));
        FloatBuffer values = bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] array = new float[values.remaining()];
        values.get(array);
        return array;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Path file(String name) {
      return prefix.resolveSibling(String.format("%06d-%s", index, name));
    }
  }

  /** A list of numbers. */
  static double[] doubles(JsonNode list) {
    double[] values = new double[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).doubleValue();
    }
    return values;
  }

  /** Shows all frames in order. */
  void forEach(Consumer<Frame> action) throws IOException {
    try (Stream<Path> shards = Files.list(dataset)) {
      for (Path shard : shards.filter(Files::isDirectory).sorted().toList()) {
        Path file = shard.resolve("annotations.jsonl");
        try (BufferedReader lines = Files.newBufferedReader(file)) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode annotations = JSON.readTree(line);
            action.accept(new Frame(annotations.get("index").longValue(), annotations, file));
          }
        }
      }
    }
  }
}
