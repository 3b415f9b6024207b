package org.variegate.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Makes the files of one shard. They appear under their names when the shard is complete. */
@ProviderType
public interface ShardFiles {

  /**
   * The shard's number.
   *
   * @return at least 0
   */
  long shard();

  /**
   * What the stages of the run {@linkplain Stage#facts told} before the first sample.
   *
   * @return by name
   */
  default Map<String, Object> facts() {
    return Map.of();
  }

  /**
   * Makes a file.
   *
   * @param name letters, digits, dashes and dots, such as {@code annotations.json}; unique in the
   *     shard; perhaps in a folder, {@code label_2/000042.txt}
   * @return takes its bytes until closed
   * @throws IOException if the store refuses
   */
  OutputStream create(String name) throws IOException;
}
