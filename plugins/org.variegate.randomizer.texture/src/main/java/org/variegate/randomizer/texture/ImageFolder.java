package org.variegate.randomizer.texture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.variegate.scene.Texture;

/** Images as materials: the middle square of each, made to repeat without a seam. */
final class ImageFolder {
  private static final long LONGEST_FILE = 64 << 20;
  private static final int LONGEST_SIDE = 30_000;

  private final Path folder;
  private final List<String> names;
  private final double size;
  private final Map<String, String> hashes = new ConcurrentHashMap<>();

  /**
   * An image.
   *
   * @param baked as a material
   * @param sha256 of the file it comes from
   */
  record Picture(Baked baked, String sha256) {}

  private ImageFolder(Path folder, List<String> names, double size) {
    this.folder = folder;
    this.names = names;
    this.size = size;
  }

  static ImageFolder of(String folder, double size) {
    Path path = path(folder);
    try (Stream<Path> files = Files.list(path)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .filter(ImageFolder::isImage)
              .sorted()
              .toList();
      if (names.isEmpty()) {
        throw new IllegalArgumentException(
            "images: needs a folder of .jpg, .jpeg or .png files, got none in " + folder);
      }
      return new ImageFolder(path, names, size);
    } catch (IOException e) {
      throw new IllegalArgumentException("images: needs a folder, got " + folder, e);
    }
  }

  private static Path path(String folder) {
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("images: needs a folder, got " + folder, e);
    }
  }

  private static boolean isImage(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && (lower.endsWith(".jpg") || lower.endsWith(".jpeg") || lower.endsWith(".png"));
  }

  /** Names of the files, in order. */
  List<String> names() {
    return names;
  }

  Picture picture(String name, BoundedCache<Baked> cache) {
    Baked baked = cache.get("image " + name, () -> read(name));
    return new Picture(baked, hashes.get(name));
  }

  private Baked read(String name) {
    Path file = folder.resolve(name);
    try {
      if (Files.size(file) > LONGEST_FILE) {
        throw refused(file, "a file of at most 64 MB", Files.size(file) + " bytes");
      }
      byte[] bytes = Files.readAllBytes(file);
      byte[] texels = Seamless.of(decode(file, bytes));
      hashes.put(name, sha256(bytes));
      Texture texture = new Texture(Field.N, Field.N, 3, true, texels);
      return new Baked(Baked.plain(name, texture), size);
    } catch (IOException e) {
      throw new UncheckedIOException("images: " + file + ": " + e.getMessage(), e);
    }
  }

  private static BufferedImage decode(Path file, byte[] bytes) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw refused(file, "a JPEG or PNG image", "something else");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > LONGEST_SIDE) {
          throw refused(file, "sides up to " + LONGEST_SIDE, width + " x " + height);
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int every = Math.max(1, Math.min(width, height) / 1024);
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
      } catch (IOException | RuntimeException e) {
        throw refused(file, "an image that can be read", String.valueOf(e.getMessage()));
      } finally {
        reader.dispose();
      }
    }
  }

  private static IllegalArgumentException refused(Path file, String needed, String got) {
    return new IllegalArgumentException(
        "images: " + file + ": needs " + needed + ", got " + got.replaceAll("\\s+", " "));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
