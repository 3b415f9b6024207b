package org.variegate.engine.recipe.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A bundle that declares a plugin, as bnd writes it, and has no class. */
record PluginBundle(String name, String version, String service, String metatype) {
  private static final String COMPONENT =
      """
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="test.%1$s"
          configuration-policy="require">
        <property name="variegate.name" type="String" value="%1$s"/>
        <property name="variegate.needs" type="String">LABELS|IMAGE</property>
        <property name="variegate.gives" type="String">IMAGE
      CONTRAST</property>
        <service><provide interface="%2$s"/></service>
        <reference name="other" interface="org.variegate.api.Source"/>
        <reference name="sources" cardinality="1..n" interface="org.variegate.api.Source"/>
        <reference name="log" cardinality="0..1" interface="org.osgi.service.log.Logger"/>
        <implementation class="test.None"/>
      </scr:component>
      """;

  Path write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "test." + name);
    main.putValue("Bundle-Version", version);
    main.putValue("Service-Component", "OSGI-INF/component.xml");
    main.putValue(
        "Require-Capability",
        "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.4)(!(version>=2)))\"");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      entry(entries, "OSGI-INF/component.xml", COMPONENT.formatted(name, service));
      if (metatype != null) {
        entry(entries, "OSGI-INF/metatype/other.xml", MetatypeReaderTest.OTHER);
        entry(entries, "OSGI-INF/metatype/test.xml", metatype);
      }
    }
    return jar;
  }

  private static void entry(JarOutputStream entries, String name, String text) throws IOException {
    entries.putNextEntry(new ZipEntry(name));
    entries.write(text.getBytes(StandardCharsets.UTF_8));
    entries.closeEntry();
  }
}
