package org.variegate.dl4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.util.ModelSerializer;

/**
 * Networks as archives that {@link ModelSerializer} of Deeplearning4j restores. Unlike those that
 * it writes itself they hold no time: equal networks make equal archives.
 */
public final class NetworkArchive {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private NetworkArchive() {}

  /**
   * Writes a network with its optimizer's state.
   *
   * @param network a graph, or a network of layers
   * @param out takes it; is not closed
   * @throws IOException if it cannot be written
   */
  public static void write(Model network, OutputStream out) throws IOException {
    ByteArrayOutputStream timed = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, timed, true);
    ZipOutputStream archive = new ZipOutputStream(out);
    try (ZipInputStream entries =
        new ZipInputStream(new ByteArrayInputStream(timed.toByteArray()))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(NO_TIME);
        archive.putNextEntry(same);
        entries.transferTo(archive);
        archive.closeEntry();
      }
    }
    archive.finish();
  }
}
