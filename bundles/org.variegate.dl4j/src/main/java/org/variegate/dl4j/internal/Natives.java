package org.variegate.dl4j.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;

/**
 * Which natives this bundle was built with.
 *
 * @param version of Deeplearning4j and ND4J
 * @param platform in JavaCPP's words
 * @param extension what was built in: {@code -onednn-avx2}, say; may be empty
 * @param archives the names of the jars that the libraries lie in
 */
record Natives(String version, String platform, String extension, List<String> archives) {

  static Natives ofThisBundle() {
    Properties built = new Properties();
    try (InputStream in = Natives.class.getResourceAsStream("natives.properties")) {
      built.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("natives.properties cannot be read", e);
    }
    return new Natives(
        built.getProperty("version"),
        built.getProperty("platform"),
        built.getProperty("extension"),
        List.of(built.getProperty("archives").split(" ")));
  }

  /** The folder's name: other natives go elsewhere. */
  String name() {
    return version + "-" + platform + extension;
  }

  boolean withOneDnn() {
    return extension.contains("onednn");
  }

  /** The instruction set, for people. */
  String instructions() {
    if (extension.endsWith("avx2")) {
      return "avx2";
    }
    return extension.endsWith("avx512") ? "avx512" : "generic";
  }
}
