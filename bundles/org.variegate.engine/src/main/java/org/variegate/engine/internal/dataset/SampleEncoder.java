package org.variegate.engine.internal.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.variegate.api.Sample;
import org.variegate.api.Sink;
import org.variegate.draws.DrawRecord;
import org.variegate.engine.files.Json;
import org.variegate.engine.internal.provenance.Hashes;
import org.variegate.engine.internal.provenance.VersionSet;

/** Encodes samples, one at a time: bytes, hashes and the line of the manifest. */
public final class SampleEncoder {
  private final MessageDigest digest = Hashes.digest();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
  private final Chunks chunks;
  private final boolean lines;

  /**
   * An encoder.
   *
   * @param chunks hold the bytes; null where they are not kept
   * @param lines whether to write lines for a manifest
   */
  public SampleEncoder(Chunks chunks, boolean lines) {
    this.chunks = chunks;
    this.lines = lines;
  }

  /**
   * Encodes a sample.
   *
   * @param sample after the last stage
   * @param inputs the files it is made from
   * @param sink says what is kept
   * @param versions what made it
   * @param record its draws
   * @return the encoded sample, whose buffers must be released
   * @throws IOException if the sink cannot encode it
   */
  public EncodedSample encode(
      Sample sample, Map<String, String> inputs, Sink sink, VersionSet versions, DrawRecord record)
      throws IOException {
    EncodedMembers encoded = new EncodedMembers(digest, chunks);
    boolean done = false;
    try {
      sink.encode(sample, encoded);
      List<EncodedMember> members = encoded.finish();
      String sha256 = encoded.sha256();
      byte[] text =
          lines ? line(sample, sha256, inputs, versions, members, record.values()) : new byte[0];
      done = true;
      return new EncodedSample(sample.index(), versions, inputs, null, sha256, text, members);
    } finally {
      if (!done) {
        encoded.release();
      }
    }
  }

  /**
   * Stands in for a sample that could not be made.
   *
   * @param index of the sample
   * @param failure why, in one line
   * @param inputs the files that it was made from until then
   * @param versions what would have made it
   * @param record its draws until then
   * @return the record of its failure
   */
  public EncodedSample failed(
      long index,
      String failure,
      Map<String, String> inputs,
      VersionSet versions,
      DrawRecord record) {
    byte[] text =
        lines ? failureLine(index, failure, inputs, versions, record.values()) : new byte[0];
    return new EncodedSample(index, versions, inputs, failure, null, text, List.of());
  }

  private byte[] line(
      Sample sample,
      String sha256,
      Map<String, String> inputs,
      VersionSet versions,
      List<EncodedMember> members,
      Map<String, Object> draws)
      throws IOException {
    line.reset();
    try (JsonGenerator json = Json.FACTORY.createGenerator(line)) {
      json.writeStartObject();
      json.writeNumberField("index", sample.index());
      json.writeStringField("sha256", sha256);
      json.writeStringField("versions", versions.id());
      inputs(json, inputs);
      json.writeFieldName("annotations");
      Json.write(json, sample.annotations());
      json.writeArrayFieldStart("members");
      for (EncodedMember member : members) {
        json.writeStartObject();
        json.writeStringField("name", member.name());
        json.writeNumberField("length", member.length());
        json.writeStringField("sha256", member.sha256());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeFieldName("draws");
      Json.write(json, draws);
      json.writeEndObject();
    }
    line.write('\n');
    return line.toByteArray();
  }

  private static void inputs(JsonGenerator json, Map<String, String> inputs) throws IOException {
    if (!inputs.isEmpty()) {
      json.writeFieldName("inputs");
      Json.write(json, inputs);
    }
  }

  private byte[] failureLine(
      long index,
      String failure,
      Map<String, String> inputs,
      VersionSet versions,
      Map<String, Object> draws) {
    line.reset();
    try (JsonGenerator json = Json.FACTORY.createGenerator(line)) {
      json.writeStartObject();
      json.writeNumberField("index", index);
      json.writeStringField("failed", failure);
      json.writeStringField("replay", "variegate replay DIRECTORY " + index);
      json.writeStringField("versions", versions.id());
      inputs(json, inputs);
      json.writeFieldName("draws");
      Json.write(json, draws);
      json.writeEndObject();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("memory refuses bytes", e);
    }
    line.write('\n');
    return line.toByteArray();
  }
}
