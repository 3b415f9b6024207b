package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.variegate.engine.Libraries;

class PluginBundlesTest {
  private static final String SPECIES =
      "osgi.service;objectClass:List<String>=\"a.Species\";effective:=active";
  private static final String NEEDS_SPECIES =
      "osgi.service;filter:=\"(objectClass=a.Species)\";effective:=active";

  @TempDir Path folder;
  private Framework framework;

  @BeforeEach
  void boot() throws BundleException {
    framework =
        new FrameworkFactory()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString()));
    framework.start();
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  private Bundle install(String name, String... headers) throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    manifest.getMainAttributes().putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    manifest.getMainAttributes().putValue(Constants.BUNDLE_SYMBOLICNAME, name);
    for (int i = 0; i < headers.length; i += 2) {
      manifest.getMainAttributes().putValue(headers[i], headers[i + 1]);
    }
    Path jar = folder.resolve(name + ".jar");
    write(jar, manifest);
    return framework.getBundleContext().installBundle(jar.toUri().toString());
  }

  private static void write(Path jar, Manifest manifest) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
  }

  private static String plugin(String name) {
    return "org.variegate.plugin;name=" + name;
  }

  @Test
  void onlyWhatIsNamedIsStarted() throws Exception {
    Bundle noise = install("noise", Constants.PROVIDE_CAPABILITY, plugin("noise"));
    Bundle blur = install("blur", Constants.PROVIDE_CAPABILITY, plugin("blur"));
    PluginBundles bundles = new PluginBundles(framework.getBundleContext());
    bundles.start("noise");
    assertEquals(Bundle.ACTIVE, noise.getState());
    assertEquals(Bundle.INSTALLED, blur.getState());
    bundles.startAll();
    assertEquals(Bundle.ACTIVE, blur.getState());
  }

  @Test
  void whoseServicesAreNeededIsStartedToo() throws Exception {
    Bundle cat = install("cat", Constants.PROVIDE_CAPABILITY, SPECIES);
    Bundle other = install("other", Constants.PROVIDE_CAPABILITY, SPECIES + "," + plugin("other"));
    install(
        "breeds",
        Constants.PROVIDE_CAPABILITY,
        plugin("breeds"),
        Constants.REQUIRE_CAPABILITY,
        NEEDS_SPECIES);
    new PluginBundles(framework.getBundleContext()).start("breeds");
    assertEquals(Bundle.ACTIVE, cat.getState());
    assertEquals(Bundle.INSTALLED, other.getState(), "a plugin is started by its name");
  }

  @Test
  void whatComesLaterIsStartedAtOnce() throws Exception {
    PluginBundles bundles = new PluginBundles(framework.getBundleContext());
    bundles.start("noise");
    Bundle noise = install("noise", Constants.PROVIDE_CAPABILITY, plugin("noise"));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (noise.getState() != Bundle.ACTIVE) {
      assertTrue(System.nanoTime() < end, "it was not started");
      Thread.onSpinWait();
    }
  }

  @Test
  void whatCannotRunHindersNothing() throws Exception {
    Bundle broken =
        install(
            "broken",
            Constants.PROVIDE_CAPABILITY,
            plugin("noise"),
            Constants.IMPORT_PACKAGE,
            "no.such.thing");
    Bundle noise = install("noise", Constants.PROVIDE_CAPABILITY, plugin("noise"));
    new PluginBundles(framework.getBundleContext()).start("noise");
    assertEquals(Bundle.INSTALLED, broken.getState());
    assertEquals(Bundle.ACTIVE, noise.getState());
  }

  @Test
  void asksForLibrariesWhereNobodyExportsAPackage() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Libraries libraries =
        () -> {
          asked.incrementAndGet();
          try {
            install("library", Constants.EXPORT_PACKAGE, "a.library");
            return true;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    framework.getBundleContext().registerService(Libraries.class, libraries, null);
    Bundle plain = install("plain");
    Bundle model = install("model", Constants.IMPORT_PACKAGE, "a.library");
    PluginBundles bundles = new PluginBundles(framework.getBundleContext());
    plain.start();
    assertEquals(0, asked.get());
    bundles.startAll();
    assertEquals(1, asked.get());
    assertEquals(Bundle.ACTIVE, model.getState());
  }
}
