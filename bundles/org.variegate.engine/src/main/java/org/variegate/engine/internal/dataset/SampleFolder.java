package org.variegate.engine.internal.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.variegate.api.Shard;
import org.variegate.api.ShardFiles;
import org.variegate.api.Sink;

/**
 * A folder for the files of a single sample, as if it were a shard. Files that are there are
 * replaced.
 *
 * @param folder where they go
 * @param shard number of the shard in which the sample would be
 * @param facts what the stages told of the dataset
 */
public record SampleFolder(Path folder, long shard, Map<String, Object> facts)
    implements ShardFiles {

  @Override
  public OutputStream create(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  /**
   * Writes a sample.
   *
   * @param sample encoded, with its bytes
   * @param sink that encoded it
   * @throws IOException if the folder or a file cannot be written
   */
  public void write(EncodedSample sample, Sink sink) throws IOException {
    Files.createDirectories(folder);
    Shard files = sink.begin(this);
    files.append(sample.index(), List.copyOf(sample.members()));
    files.finish();
  }
}
