package org.variegate.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Constants;
import org.osgi.framework.connect.ConnectContent;

/** A jar on the class path, as the content of a bundle. */
final class ClassPathBundle implements ConnectContent {
  private final ZipFile jar;
  private final long modified;
  private final Map<String, String> headers = new HashMap<>();

  /**
   * Opens a jar. It stays open as long as the process lives, as it does for its class loader.
   *
   * @param file the jar
   * @throws IOException if it cannot be read
   */
  ClassPathBundle(File file) throws IOException {
    jar = new ZipFile(file);
    modified = file.lastModified();
    ZipEntry manifest = jar.getEntry(JarFile.MANIFEST_NAME);
    if (manifest != null) {
      try (InputStream in = jar.getInputStream(manifest)) {
        new Manifest(in)
            .getMainAttributes()
            .forEach((key, value) -> headers.put(key.toString(), value.toString()));
      }
    }
  }

  /** Whether it is to be installed: a bundle, neither a fragment nor the framework itself. */
  boolean isBundle() {
    return headers.containsKey(Constants.BUNDLE_SYMBOLICNAME)
        && !headers.containsKey(Constants.FRAGMENT_HOST)
        && jar.getEntry("META-INF/services/org.osgi.framework.launch.FrameworkFactory") == null;
  }

  /** Its symbolic name, without attributes. */
  String symbolicName() {
    return headers.get(Constants.BUNDLE_SYMBOLICNAME).split(";", 2)[0].strip();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  @Override
  public Optional<Map<String, String>> getHeaders() {
    return Optional.of(headers);
  }

  @Override
  public Iterable<String> getEntries() {
    List<String> names = jar.stream().map(ZipEntry::getName).toList();
    return names;
  }

  @Override
  public Optional<ConnectEntry> getEntry(String path) {
    return Optional.ofNullable(jar.getEntry(path)).map(JarEntry::new);
  }

  @Override
  public Optional<ClassLoader> getClassLoader() {
    return Optional.of(ClassPathBundle.class.getClassLoader());
  }

  @Override
  public void open() {
    // it is open
  }

  @Override
  public void close() {
    // closed with the process
  }

  private final class JarEntry implements ConnectEntry {
    private final ZipEntry entry;

    private JarEntry(ZipEntry entry) {
      this.entry = entry;
    }

    @Override
    public String getName() {
      return entry.getName();
    }

    @Override
    public long getContentLength() {
      return entry.getSize();
    }

    @Override
    public long getLastModified() {
      return modified; // the entry's own would load the rules of all time zones
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return jar.getInputStream(entry);
    }
  }
}
