package org.variegate.model.classification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.variegate.dl4j.onnx.OnnxModel;

/** A backbone of two convolutions, as a file. */
final class Small {
  static final String OUTPUT = "second";

  private Small() {}

  static Path write(Path folder) throws IOException {
    OnnxModel model = new OnnxModel("small");
    model.input("picture", "pictures", 3, "height", "width");
    String first = convolution(model, "one", "picture", 3, 6);
    String half =
        model.apply(
            "MaxPool",
            "half",
            List.of(first),
            Map.of("kernel_shape", new long[] {2, 2}, "strides", new long[] {2, 2}));
    String second = convolution(model, OUTPUT, half, 6, 8);
    model.output(second, "pictures", 8, "h", "w");
    return Files.write(folder.resolve("small.onnx"), model.bytes());
  }

  private static String convolution(
      OnnxModel model, String name, String input, int inputs, int outputs) {
    Random random = new Random(name.length());
    float[] weights = new float[outputs * inputs * 9];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian() / 5;
    }
    float[] bias = new float[outputs];
    bias[1] = 0.5f;
    String sum =
        model.apply(
            "Conv",
            name + "_sum",
            List.of(
                input,
                model.constant(name + "_w", weights, outputs, inputs, 3, 3),
                model.constant(name + "_b", bias, outputs)),
            Map.of("pads", new long[] {1, 1, 1, 1}));
    return model.apply("Relu", name, List.of(sum), Map.of());
  }
}
