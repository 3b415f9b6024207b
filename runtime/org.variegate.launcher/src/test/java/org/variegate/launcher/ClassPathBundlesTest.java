package org.variegate.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.connect.ConnectContent;

class ClassPathBundlesTest {
  @TempDir Path folder;

  private File jar(String name, String header, String value) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(new Attributes.Name(header), value);
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      new JarOutputStream(out, manifest).close();
    }
    return file.toFile().getCanonicalFile();
  }

  @Test
  void theBundlesOnTheClassPathAreConnected() throws IOException {
    File bundle = jar("bundle.jar", "Bundle-SymbolicName", "org.acme; singleton:=true");
    File plain = jar("plain.jar", "Main-Class", "org.acme.Main");
    String path = String.join(File.pathSeparator, bundle.getPath(), "", plain.getPath(), "classes");
    ClassPathBundles bundles = new ClassPathBundles(path);
    String location = bundle.toURI().toString();
    assertEquals(List.of(location), bundles.locations("org.acme"::equals));
    assertEquals(List.of(), bundles.locations(name -> !"org.acme".equals(name)));
    assertTrue(bundles.connect(plain.toURI().toString()).isEmpty());
    ConnectContent content = bundles.connect(location).orElseThrow().getContent();
    assertEquals(
        "org.acme; singleton:=true", content.getHeaders().orElseThrow().get("Bundle-SymbolicName"));
    assertTrue(content.getEntry("META-INF/MANIFEST.MF").isPresent());
    assertTrue(content.getEntry("nothing").isEmpty());
  }
}
