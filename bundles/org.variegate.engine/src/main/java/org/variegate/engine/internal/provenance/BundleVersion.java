package org.variegate.engine.internal.provenance;

/**
 * A bundle as it was when it took part.
 *
 * @param bundle symbolic name
 * @param version of the bundle
 * @param sha256 of its jar, 64 hexadecimal digits
 */
public record BundleVersion(String bundle, String version, String sha256) {

  @Override
  public String toString() {
    return bundle + " " + version + " " + sha256.substring(0, Math.min(12, sha256.length()));
  }
}
