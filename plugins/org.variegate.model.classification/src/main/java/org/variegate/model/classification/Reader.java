package org.variegate.model.classification;

import java.io.IOException;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.dl4j.onnx.OnnxModel;
import org.variegate.formats.Picture;
import org.variegate.pictures.Pictures;

/** Makes inputs of samples. Thread-safe. */
interface Reader extends AutoCloseable {

  /** How pictures are prepared. */
  Input input();

  /**
   * What the trained part begins with.
   *
   * @param prepared [3, size, size]
   */
  float[] features(float[] prepared);

  /** The same, of a picture. */
  default float[] read(Picture picture) {
    return features(input().of(picture));
  }

  /** Its shape: [features], or [channels, height, width]. */
  long[] shape();

  /** What makes the inputs, so that others can be told from it. */
  String identity();

  /** A sample's picture. */
  static Picture picture(Sample sample) {
    return Pictures.of(sample.get(Part.IMAGE));
  }

  /**
   * An ONNX model that computes the same.
   *
   * @param model without an output
   * @param value the name of what the trained part begins with
   */
  record OnnxPart(OnnxModel model, String value) {}

  /**
   * The same in ONNX.
   *
   * @throws IOException if the backbone cannot be read any more
   */
  OnnxPart onnx() throws IOException;

  @Override
  void close();
}
