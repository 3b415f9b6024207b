package org.variegate.yardsticks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A frozen network, pretrained on ImageNet, up to its last feature maps. */
enum Backbone {
  /** EfficientNet-Lite0 (Tan, Le 2019; without squeeze-and-excitation). */
  EFFICIENTNET("efficientnet_lite0_imagenet.onnx", "features", 1280, 224) {
    @Override
    float input(float[] square, int channel, int at) {
      return (square[channel * size * size + at] - 127) / 128;
    }
  },
  /** VGG-16 (Simonyan, Zisserman 2014). */
  VGG("vgg16_imagenet_notop.onnx", "block5_pool", 512, 160) {
    @Override
    float input(float[] square, int channel, int at) {
      return square[(2 - channel) * size * size + at] - MEANS_BGR[channel];
    }
  };

  private static final float[] MEANS_BGR = {103.939f, 116.779f, 123.68f};

  final String file;
  final String output;
  final int width;
  final int size;

  Backbone(String file, String output, int width, int size) {
    this.file = file;
    this.output = output;
    this.width = width;
    this.size = size;
  }

  /** The network's input from red, green and blue in [0, 255]. */
  abstract float input(float[] square, int channel, int at);

  OrtSession open(Path folder, int threads) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      return OrtEnvironment.getEnvironment()
          .createSession(folder.resolve(file).toString(), options);
    }
  }

  /**
   * Features of some pictures at once.
   *
   * @param squares [3, size, size] each, in [0, 255]
   * @return the mean of each feature map, [pictures][width]
   */
  float[][] features(OrtSession session, float[][] squares) throws OrtException {
    int plane = size * size;
    float[] input = new float[squares.length * 3 * plane];
    for (int n = 0; n < squares.length; n++) {
      for (int c = 0; c < 3; c++) {
        for (int i = 0; i < plane; i++) {
          input[(n * 3 + c) * plane + i] = input(squares[n], c, i);
        }
      }
    }
    long[] shape = {squares.length, 3, size, size};
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(input), shape);
        OrtSession.Result result = session.run(Map.of("image", tensor), Set.of(output))) {
      return means(((OnnxTensor) result.get(0)).getFloatBuffer(), squares.length);
    }
  }

  private float[][] means(FloatBuffer maps, int pictures) {
    int plane = maps.remaining() / pictures / width;
    float[][] features = new float[pictures][width];
    for (float[] picture : features) {
      for (int f = 0; f < width; f++) {
        double sum = 0;
        for (int i = 0; i < plane; i++) {
          sum += maps.get();
        }
        picture[f] = (float) (sum / plane);
      }
    }
    return features;
  }
}
