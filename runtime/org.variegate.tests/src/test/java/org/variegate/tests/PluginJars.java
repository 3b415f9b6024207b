package org.variegate.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** Makes other versions of a plugin's jar. */
final class PluginJars {
  private static final Pattern COMPONENT = Pattern.compile("OSGI-INF/[^/]+\\.xml");

  private PluginJars() {}

  /** Copies a jar, and changes one header of its manifest; it appears at once. */
  static void copy(Path from, Path to, String header, String value) throws IOException {
    copy(from, to, header, value, component -> component);
  }

  /** The same, and changes the XML of the jar's components. */
  static void copy(
      Path from, Path to, String header, String value, UnaryOperator<String> components)
      throws IOException {
    Path part = to.resolveSibling(to.getFileName() + ".part");
    try (JarFile jar = new JarFile(from.toFile())) {
      Manifest manifest = jar.getManifest();
      manifest.getMainAttributes().put(new Attributes.Name(header), value);
      try (OutputStream file = Files.newOutputStream(part);
          JarOutputStream out = new JarOutputStream(file, manifest)) {
        for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
          JarEntry entry = all.nextElement();
          if (!entry.getName().startsWith("META-INF/")) {
            out.putNextEntry(new JarEntry(entry.getName()));
            try (InputStream in = jar.getInputStream(entry)) {
              byte[] content = in.readAllBytes();
              out.write(
                  COMPONENT.matcher(entry.getName()).matches()
                      ? components.apply(new String(content, UTF_8)).getBytes(UTF_8)
                      : content);
            }
          }
        }
      }
    }
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
