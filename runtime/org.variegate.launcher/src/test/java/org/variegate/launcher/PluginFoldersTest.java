package org.variegate.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PluginFoldersTest {

  @Test
  void aMissingPackageIsSaidInWords() {
    assertEquals(
        "needs the package org.acme.tool in version 2.1.0 or compatible, which no bundle exports",
        PluginFolders.inWords(
            "Unable to resolve org.acme.plugin [32](R 32.0): missing requirement [org.acme.plugin"
                + " [32](R 32.0)] osgi.wiring.package; (&(osgi.wiring.package=org.acme.tool)"
                + "(version>=2.1.0)(!(version>=3.0.0))) Unresolved requirements: [[...]]"));
  }

  @Test
  void anythingElseIsSaidInOneLine() {
    assertEquals("activator failed: no disk", PluginFolders.inWords("activator failed:\n no disk"));
  }
}
