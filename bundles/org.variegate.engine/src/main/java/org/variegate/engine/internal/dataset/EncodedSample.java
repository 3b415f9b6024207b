package org.variegate.engine.internal.dataset;

import java.util.List;
import java.util.Map;
import org.variegate.engine.internal.provenance.VersionSet;

/** A sample on its way from the worker that made it to its shard. */
public final class EncodedSample {
  private final long index;
  private final VersionSet versions;
  private final Map<String, String> inputs;
  private final String failure;
  private final String sha256;
  private final byte[] line;
  private final List<EncodedMember> members;

  EncodedSample(
      long index,
      VersionSet versions,
      Map<String, String> inputs,
      String failure,
      String sha256,
      byte[] line,
      List<EncodedMember> members) {
    this.index = index;
    this.versions = versions;
    this.inputs = inputs;
    this.failure = failure;
    this.sha256 = sha256;
    this.line = line;
    this.members = members;
  }

  /**
   * The sample's number.
   *
   * @return at least 0
   */
  public long index() {
    return index;
  }

  /**
   * What made it.
   *
   * @return bundles and versions
   */
  public VersionSet versions() {
    return versions;
  }

  /**
   * The files it is made from.
   *
   * @return the stage's path, a slash and the file's name, to SHA-256
   */
  public Map<String, String> inputs() {
    return inputs;
  }

  /**
   * Why there is no sample.
   *
   * @return one line, or null if there is one
   */
  public String failure() {
    return failure;
  }

  /**
   * The hash of its members.
   *
   * @return 64 hexadecimal digits, or null if it failed
   */
  public String sha256() {
    return sha256;
  }

  /**
   * Its line of the manifest.
   *
   * @return JSON and a line feed; empty where no manifest is kept
   */
  public byte[] line() {
    return line;
  }

  List<EncodedMember> members() {
    return members;
  }

  /**
   * The memory it holds.
   *
   * @return in bytes
   */
  public long size() {
    long size = line.length;
    for (EncodedMember member : members) {
      size += member.memory();
    }
    return size;
  }

  /** Gives its buffers back. */
  public void release() {
    members.forEach(EncodedMember::release);
  }
}
