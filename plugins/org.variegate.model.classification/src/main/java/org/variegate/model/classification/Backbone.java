package org.variegate.model.classification;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.variegate.dl4j.onnx.OnnxModel;

/**
 * An image network that stays as it is. Each call computes in the thread that called, so that as
 * many pictures are looked at together as there are threads, and each alone gives the same bits.
 */
final class Backbone implements AutoCloseable {
  private final Path file;
  private final OrtSession session;
  private final String input;
  private final String output;
  private final String sha256;

  private Backbone(Path file, OrtSession session, String input, String output, String sha256) {
    this.file = file;
    this.session = session;
    this.input = input;
    this.output = output;
    this.sha256 = sha256;
  }

  /** An ONNX file, which must be there. */
  static Path file(String name) throws IOException {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new IOException("backbone: needs an ONNX file, there is no " + file);
    }
    return file;
  }

  /**
   * Opens an ONNX file.
   *
   * @param input for which it must be fit
   * @throws IOException if it cannot be read, or has no such output; the message names it
   */
  static Backbone open(Path file, String output, Input input) throws IOException {
    return open(
        file,
        options -> OrtEnvironment.getEnvironment().createSession(file.toString(), options),
        output,
        input);
  }

  /**
   * Opens the part of an ONNX file that makes a value.
   *
   * @param model what was read of the file
   * @param value its name
   * @param input for which it must be fit
   * @throws IOException if it cannot be computed; the message says why
   */
  static Backbone below(Path file, OnnxModel model, String value, Input input) throws IOException {
    OnnxModel part = model.upTo(value);
    part.output(value, "pictures", "channels", "height", "width");
    byte[] bytes = part.bytes();
    return open(
        file,
        options -> OrtEnvironment.getEnvironment().createSession(bytes, options),
        value,
        input);
  }

  /** Makes a session. */
  @FunctionalInterface
  private interface Opening {
    OrtSession session(OrtSession.SessionOptions options) throws OrtException;
  }

  private static Backbone open(Path file, Opening opening, String output, Input input)
      throws IOException {
    OrtSession session = null;
    boolean fit = false;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = opening.session(options);
      if (!session.getOutputNames().contains(output)) {
        throw new IOException(
            "output: " + file + " has " + session.getOutputNames() + ", got " + output);
      }
      Backbone backbone =
          new Backbone(file, session, onlyInput(file, session), output, sha256(file));
      backbone.maps(new float[3 * input.size() * input.size()], input.size());
      fit = true;
      return backbone;
    } catch (OrtException | IllegalArgumentException e) {
      throw new IOException("backbone: " + file + ": " + firstLine(e), e);
    } finally {
      if (!fit && session != null) {
        close(session);
      }
    }
  }

  private static String onlyInput(Path file, OrtSession session) throws IOException, OrtException {
    Map<String, NodeInfo> inputs = session.getInputInfo();
    NodeInfo first = inputs.values().iterator().next();
    boolean image = first.getInfo() instanceof TensorInfo info && info.getShape().length == 4;
    if (inputs.size() != 1 || !image) {
      throw new IOException(
          "backbone: " + file + " needs one input [pictures, 3, height, width], has " + inputs);
    }
    return first.getName();
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }

  /** The SHA-256 of a file. */
  static String sha256(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The SHA-256 of its file. */
  String sha256() {
    return sha256;
  }

  /** The name of what it finds. */
  String output() {
    return output;
  }

  /** What it computes, read again from its file, without an output. */
  OnnxModel onnx() throws IOException {
    return OnnxModel.read(file).upTo(output);
  }

  /**
   * What it finds in a picture.
   *
   * @param picture [3, size, size]
   * @return its maps; maps of one place, if the output is a list of numbers
   */
  Maps maps(float[] picture, int size) {
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(),
                FloatBuffer.wrap(picture),
                new long[] {1, 3, size, size});
        OrtSession.Result result = session.run(Map.of(input, tensor), Set.of(output))) {
      OnnxTensor found = (OnnxTensor) result.get(0);
      FloatBuffer values = found.getFloatBuffer();
      float[] all = new float[values.remaining()];
      values.get(all);
      long[] shape = found.getInfo().getShape();
      return shape.length == 4
          ? new Maps((int) shape[1], (int) shape[2], (int) shape[3], all)
          : new Maps(all.length, 1, 1, all);
    } catch (OrtException e) {
      throw new IllegalArgumentException(firstLine(e), e);
    }
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    close(session);
  }
}
