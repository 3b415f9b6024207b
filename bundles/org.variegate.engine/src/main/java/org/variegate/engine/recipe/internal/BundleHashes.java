package org.variegate.engine.recipe.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;

/** The SHA-256 of bundles. Each is read once, until it is replaced. */
public final class BundleHashes {
  private static final String REFERENCE = "reference:";
  private static final String FILE = "file:";

  /** By the bundle's id. */
  private final Map<Long, Known> known = new ConcurrentHashMap<>();

  private record Known(long modified, String hash) {}

  /** Knows none. */
  public BundleHashes() {}

  /**
   * Hashes a bundle.
   *
   * @param bundle that is installed
   * @return the hash of its jar, as sha256sum says it; of its entries, if it is not from a jar
   */
  public String of(Bundle bundle) {
    long modified = bundle.getLastModified();
    Known last = known.get(bundle.getBundleId());
    if (last != null && last.modified() == modified) {
      return last.hash();
    }
    String hash = hash(bundle);
    known.put(bundle.getBundleId(), new Known(modified, hash));
    return hash;
  }

  private static String hash(Bundle bundle) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Optional<Path> jar = jar(bundle.getLocation());
      if (jar.isPresent()) {
        digest.update(Files.readAllBytes(jar.get()));
      } else {
        update(digest, bundle);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(bundle + ": " + e, e);
    }
  }

  static Optional<Path> jar(String location) {
    String url = location.startsWith(REFERENCE) ? location.substring(REFERENCE.length()) : location;
    if (!url.startsWith(FILE)) {
      return Optional.empty();
    }
    boolean encoded = url.matches("[!-~]*");
    Path path = encoded ? Path.of(URI.create(url)) : Path.of(url.substring(FILE.length()));
    return Optional.of(path).filter(Files::isRegularFile);
  }

  private static void update(MessageDigest digest, Bundle bundle) throws IOException {
    var entries = bundle.findEntries("/", "*", true);
    List<URL> urls = entries == null ? List.of() : Collections.list(entries);
    for (URL url : urls.stream().sorted(Comparator.comparing(URL::getPath)).toList()) {
      digest.update(url.getPath().getBytes(StandardCharsets.UTF_8));
      if (!url.getPath().endsWith("/")) {
        try (InputStream in = url.openStream()) {
          digest.update(in.readAllBytes());
        }
      }
    }
  }
}
