package org.variegate.yardsticks;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.variegate.pictures.Square;

/** Features of pictures, kept in a folder by the pictures' SHA-256. */
final class Features {
  private static final int BATCH = 16;

  private final Path networks;
  private final Path cache;
  private final int threads;

  /**
   * Where things are.
   *
   * @param networks the folder with the pretrained networks
   * @param cache the folder to keep features in
   * @param threads of a network
   */
  Features(Path networks, Path cache, int threads) {
    this.networks = networks;
    this.cache = cache;
    this.threads = threads;
  }

  /** Features of each picture, [pictures][features]. */
  float[][] of(Backbone backbone, List<Shot> shots) throws IOException, OrtException {
    Path folder = cache.resolve(backbone.name().toLowerCase(Locale.ROOT));
    Files.createDirectories(folder);
    float[][] features = new float[shots.size()][];
    List<Integer> missing = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < features.length; i++) {
      Path file = folder.resolve(Shot.sha256(shots.get(i).bytes()));
      files.add(file);
      if (Files.exists(file)) {
        features[i] = decode(Files.readAllBytes(file));
      } else {
        missing.add(i);
      }
    }
    if (!missing.isEmpty()) {
      compute(backbone, shots, missing, files, features);
    }
    return features;
  }

  private void compute(
      Backbone backbone, List<Shot> shots, List<Integer> missing, List<Path> files, float[][] all)
      throws IOException, OrtException {
    try (OrtSession session = backbone.open(networks, threads)) {
      for (int from = 0; from < missing.size(); from += BATCH) {
        List<Integer> batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
        float[][] squares = new float[batch.size()][];
        for (int k = 0; k < squares.length; k++) {
          Shot shot = shots.get(batch.get(k));
          squares[k] = Square.of(Shot.decode(shot.bytes(), Path.of(shot.name())), backbone.size);
        }
        float[][] features = backbone.features(session, squares);
        for (int k = 0; k < squares.length; k++) {
          all[batch.get(k)] = features[k];
          write(files.get(batch.get(k)), features[k]);
        }
      }
    }
  }

  private static void write(Path file, float[] features) throws IOException {
    Path part = Files.createTempFile(file.getParent(), ".", ".part");
    ByteBuffer bytes = ByteBuffer.allocate(features.length * Float.BYTES);
    bytes.asFloatBuffer().put(features);
    Files.write(part, bytes.array());
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static float[] decode(byte[] bytes) {
    float[] features = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(features);
    return features;
  }
}
