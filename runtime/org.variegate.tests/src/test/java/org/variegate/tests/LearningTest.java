package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder with the bundles that learn. */
class LearningTest {
  private static final String DL4J = "org.variegate.dl4j.jar";
  private static final String PACKAGES =
      "org.deeplearning4j.nn.api, org.deeplearning4j.nn.conf, org.deeplearning4j.nn.conf.inputs,"
          + " org.deeplearning4j.nn.conf.layers, org.deeplearning4j.nn.graph,"
          + " org.nd4j.linalg.activations, org.nd4j.linalg.api.buffer,"
          + " org.nd4j.linalg.api.ndarray, org.nd4j.linalg.api.rng, org.nd4j.linalg.dataset,"
          + " org.nd4j.linalg.dataset.api,"
          + " org.nd4j.linalg.factory, org.nd4j.linalg.learning.config,"
          + " org.nd4j.linalg.lossfunctions, org.osgi.framework, org.variegate.dl4j";

  @TempDir Path folder;

  @Test
  void aBundleTrainsSavesAndLoadsANetwork() throws Exception {
    Variegate variegate = learning();
    probe(variegate);
    Process first = variegate.start("doctor");
    Variegate.Result second = variegate.run("doctor");
    for (Variegate.Result result : List.of(variegate.wait(first), second)) {
      assertEquals(0, result.exitCode(), result.out() + result.err());
      assertTrue(result.out().contains("learning    fast: "), result.out());
      assertTrue(result.out().contains("probe       learned true, loaded true"), result.out());
      assertEquals("", result.err());
    }
    try (Stream<Path> natives = Files.list(variegate.home().resolve("learning/natives"))) {
      assertEquals(2, natives.count(), "one folder of natives and a lock");
    }
  }

  @Test
  void nothingIsSaidThatIsNotForTheUser() throws Exception {
    Optional<Path> other = ReproducibleTest.newestOtherJava();
    assumeTrue(other.isPresent(), "no newer Java is installed beside this one");
    Variegate variegate = Variegate.inPlace(folder).with(other.get());
    variegate.run("--version");
    Variegate.Result result = variegate.withOptions("-Dvariegate.learning.threads=1").run("doctor");
    assertTrue(result.out().contains(", 1 thread; started in "), result.out());
    assertEquals("", result.err());
  }

  @Test
  void settingsThatCannotBeAreRefusedInOneLine() throws Exception {
    String memory = "org.bytedeco.javacpp.maxphysicalbytes";
    refused("variegate.learning.threads", "x", "needs 1 to 256, got x");
    refused(memory, "much", "needs a size such as 500m or 8g, got much");
    refused(memory, "60m", "needs more than 60m for Deeplearning4j to start");
  }

  private void refused(String property, String value, String reason) throws Exception {
    Variegate variegate = Variegate.inPlace(folder).withOptions("-D" + property + "=" + value);
    Variegate.Result result = variegate.run("doctor");
    assertEquals(3, result.exitCode(), result.err());
    String line = "fail  learning    " + property + ": " + reason;
    assertTrue(result.out().lines().anyMatch(line::equals), result.out());
    assertEquals("", result.err());
  }

  @Test
  void allElseWorksWithoutIt() throws Exception {
    Variegate variegate = Variegate.copied(folder);
    variegate.recipe("heads.yaml", Recipes.heads(2));
    assertEquals(0, variegate.run("run", "heads.yaml", "--preview", "0").exitCode());
    Variegate.Result doctor = variegate.run("doctor");
    assertTrue(doctor.out().contains("learning    not in this distribution"), doctor.out());
  }

  /** A copy of the distribution with Deeplearning4j and without its natives. */
  private Variegate learning() throws IOException {
    Variegate variegate = Variegate.copied(folder);
    Path learning = Files.createDirectory(variegate.home().resolve("learning"));
    Path built = Variegate.inPlace(folder).home().resolve("learning").resolve(DL4J);
    Files.createSymbolicLink(learning.resolve(DL4J), built);
    return variegate;
  }

  /** Compiles a bundle and adds it to those that learn. */
  private void probe(Variegate variegate) throws IOException {
    Path source = Files.createDirectories(folder.resolve("probe")).resolve("Probe.java");
    try (InputStream text = getClass().getResourceAsStream("Probe.java.txt")) {
      Files.copy(text, source);
    }
    Path learning = variegate.home().resolve("learning");
    String classPath =
        learning.resolve(DL4J)
            + System.getProperty("path.separator")
            + variegate.home().resolve("lib/org.apache.felix.framework.jar");
    String[] options = {"-proc:none", "-nowarn", "-cp", classPath, source.toString()};
    assertEquals(
        0, ToolProvider.getSystemJavaCompiler().run(null, System.out, System.err, options));
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "org.variegate.probe");
    headers.putValue("Bundle-Activator", "org.variegate.probe.Probe");
    headers.putValue("Import-Package", PACKAGES);
    try (OutputStream file = Files.newOutputStream(learning.resolve("probe.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      jar.putNextEntry(new ZipEntry("org/variegate/probe/Probe.class"));
      Files.copy(source.resolveSibling("Probe.class"), jar);
    }
  }
}
