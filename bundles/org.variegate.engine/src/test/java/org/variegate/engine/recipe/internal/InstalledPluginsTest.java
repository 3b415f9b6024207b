package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.variegate.api.Randomizer;
import org.variegate.api.Sink;
import org.variegate.engine.recipe.InnerPipelines;
import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.PluginDescription.Kind;

/** In a framework with declarative services, and nothing else. */
class InstalledPluginsTest {
  /** What declarative services needs; the test sees the same classes. */
  private static final String SHARED =
      String.join(
          ",",
          "org.osgi.service.component;version=1.5.1",
          "org.osgi.service.component.runtime;version=1.5.1",
          "org.osgi.service.component.runtime.dto;version=1.5.1",
          "org.osgi.util.function;version=1.2",
          "org.osgi.util.promise;version=1.3");

  @TempDir static Path folder;
  private static Framework framework;
  private static InstalledPlugins plugins;

  @BeforeAll
  static void boot() throws Exception {
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    folder.resolve("cache").toString(),
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    SHARED));
    framework.start();
    BundleContext context = framework.getBundleContext();
    context.installBundle("reference:" + scr()).start();
    ServiceComponentRuntime runtime =
        context.getService(context.getServiceReference(ServiceComponentRuntime.class));
    plugins = new InstalledPlugins(context, runtime, new BundleHashes());
  }

  private static String scr() throws Exception {
    Class<?> inside = Class.forName("org.apache.felix.scr.info.ScrInfo");
    return inside.getProtectionDomain().getCodeSource().getLocation().toString();
  }

  @AfterAll
  static void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  @AfterEach
  void uninstall() throws Exception {
    for (Bundle bundle : framework.getBundleContext().getBundles()) {
      if (bundle.getSymbolicName().startsWith("test.")) {
        bundle.uninstall();
      }
    }
  }

  private static Bundle install(String file, PluginBundle plugin) throws Exception {
    Path jar = plugin.write(folder.resolve(file));
    Bundle bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
    bundle.start();
    return bundle;
  }

  private static PluginBundle gain(String version) {
    return new PluginBundle("gain", version, Randomizer.class.getName(), MetatypeReaderTest.GAIN);
  }

  @Test
  void describesAPlugin() throws Exception {
    install("gain 1.jar", gain("1.2.3"));
    PluginDescription gain = plugins.find("gain").orElseThrow();
    assertEquals(Kind.RANDOMIZER, gain.kind());
    assertEquals("test.gain", gain.pid());
    assertEquals("Multiplies \"it\".", gain.description());
    assertEquals(List.of("LABELS|IMAGE"), gain.needs());
    assertEquals(List.of("IMAGE", "CONTRAST"), gain.gives());
    assertEquals(9, gain.options().size());
    assertEquals(List.of("other", "sources"), gain.pipelines());
    assertTrue(gain.inner().contains(new InnerPipelines("other", true, false)));
    assertTrue(gain.inner().contains(new InnerPipelines("sources", true, true)));
    assertEquals("test.gain", gain.bundle());
    assertEquals("1.2.3", gain.version());
    byte[] jar = Files.readAllBytes(folder.resolve("gain 1.jar"));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(jar);
    assertEquals(HexFormat.of().formatHex(hash), gain.sha256());
    assertSame(gain, plugins.find("gain").orElseThrow());
  }

  @Test
  void aPluginWithoutMetatypeHasNoOptions() throws Exception {
    install("bare.jar", new PluginBundle("bare", "1.0.0", Sink.class.getName(), null));
    assertEquals(List.of(), plugins.find("bare").orElseThrow().options());
    assertEquals(Kind.SINK, plugins.find("bare").orElseThrow().kind());
  }

  @Test
  void theViewIsLive() throws Exception {
    assertTrue(plugins.find("gain").isEmpty());
    Bundle bundle = install("gain.jar", gain("1.0.0"));
    String first = plugins.find("gain").orElseThrow().sha256();
    install("bare.jar", new PluginBundle("bare", "1.0.0", Sink.class.getName(), null));
    assertEquals(
        List.of("bare", "gain"), plugins.plugins().stream().map(PluginDescription::name).toList());
    gain("1.1.0").write(folder.resolve("gain.jar"));
    bundle.update();
    assertEquals("1.1.0", plugins.find("gain").orElseThrow().version());
    assertNotEquals(first, plugins.find("gain").orElseThrow().sha256());
    bundle.uninstall();
    assertTrue(plugins.find("gain").isEmpty());
  }

  @Test
  void theHighestVersionWins() throws Exception {
    install("10.jar", gain("1.10.0"));
    install("9.jar", gain("1.9.0"));
    assertEquals("1.10.0", plugins.find("gain").orElseThrow().version());
    assertEquals(1, plugins.plugins().size());
    assertEquals(
        List.of("gain: test.gain 1.10.0 is used, test.gain 1.9.0 is installed too"),
        plugins.notices());
  }

  @Test
  void aBundleWithoutAJarIsHashedByItsEntries() throws Exception {
    Path jar = gain("1.0.0").write(folder.resolve("stream.jar"));
    try (var in = Files.newInputStream(jar)) {
      Bundle bundle = framework.getBundleContext().installBundle("memory:gain", in);
      bundle.start();
    }
    String hash = plugins.find("gain").orElseThrow().sha256();
    uninstall();
    Path other = gain("1.0.1").write(folder.resolve("stream.jar"));
    try (var in = Files.newInputStream(other)) {
      framework.getBundleContext().installBundle("memory:gain", in).start();
    }
    assertNotEquals(hash, plugins.find("gain").orElseThrow().sha256());
  }

  @Test
  void aPluginWhoseBundleDoesNotSayWhatItHasIsFound() throws Exception {
    Path jar = gain("1.0.0").write(folder.resolve("silent.jar"));
    BundleContext context = framework.getBundleContext();
    Bundle bundle = context.installBundle(jar.toUri().toString());
    bundle.stop();
    assertEquals("1.0.0", plugins.find("gain").orElseThrow().version());
  }
}
