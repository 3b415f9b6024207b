package org.variegate.learning.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.variegate.api.task.Measure;
import org.variegate.engine.files.Json;

/**
 * What happened, one JSON object a line. Holds no time of day: a training that was interrupted
 * leaves the same bytes as one that was not.
 */
final class TrainingLog implements Closeable {
  private final FileChannel channel;
  private final StringBuilder waiting = new StringBuilder();

  private TrainingLog(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a log, as it was at a checkpoint.
   *
   * @param bytes of it that are true
   */
  static TrainingLog open(Path file, long bytes) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.size() < bytes) {
      channel.close();
      throw new IOException("is shorter than its checkpoint says");
    }
    channel.truncate(bytes);
    channel.position(bytes);
    return new TrainingLog(channel);
  }

  void step(long step, double loss, double rate) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", step);
    line.put("loss", loss);
    line.put("rate", rate);
    add(line);
  }

  void validation(long step, List<Measure> measures, boolean best) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", step);
    line.put("validation", Measures.tree(measures));
    line.put("best", best);
    add(line);
  }

  void versions(long step, Map<String, String> versions) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", step);
    line.put("versions", versions);
    add(line);
  }

  private void add(Map<String, Object> line) throws IOException {
    waiting.append(Json.text(line)).append('\n');
    if (waiting.length() > 1 << 14) {
      flush();
    }
  }

  private void flush() throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(waiting.toString());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    waiting.setLength(0);
  }

  /** Waits until all is on the disk, and says how much there is. */
  long force() throws IOException {
    flush();
    channel.force(true);
    return channel.position();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
    }
  }
}
