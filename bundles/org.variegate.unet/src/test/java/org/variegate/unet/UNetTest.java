package org.variegate.unet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.variegate.dl4j.Backend;
import org.variegate.dl4j.BackendException;

class UNetTest {
  private static final UNetShape VOLUME =
      new UNetShape(3, 1, 2, 3, 4, 8, 1, UNetShape.Normalization.BATCH, 0.1);
  private static final UNetShape PLANE =
      new UNetShape(2, 2, 3, 2, 4, 8, 2, UNetShape.Normalization.NONE, 0.1);

  @BeforeAll
  static void start() throws BackendException {
    Backend.onClassPath().start(1);
  }

  private static float[] normal(long seed, int count) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Half the mean squared distance from some values. */
  private static Loss distance(float[] from) {
    return (outputs, gradients) -> {
      double sum = 0;
      for (int i = 0; i < outputs.length; i++) {
        float difference = outputs[i] - from[i];
        gradients[i] = difference / outputs.length;
        sum += difference * difference;
      }
      return sum / 2 / outputs.length;
    };
  }

  @Test
  void learnsWhatIsThere() {
    try (UNet net = new UNet(VOLUME, 1);
        UNet flat = new UNet(PLANE, 1)) {
      assertTrue(falls(net, new int[] {8, 4, 12}));
      assertTrue(falls(flat, new int[] {6, 4, 1}));
    }
  }

  private static boolean falls(UNet net, int[] size) {
    int voxels = 2 * size[0] * size[1] * size[2];
    float[] images = normal(1, voxels * net.shape().inputs());
    Loss loss = distance(normal(2, voxels * net.shape().outputs()));
    double first = net.step(size, images, loss, 0.01);
    double last = first;
    for (int i = 0; i < 60; i++) {
      last = net.step(size, images, loss, 0.01);
    }
    return last < 0.6 * first;
  }

  @Test
  void sizesThatDoNotDivideAreRefused() {
    try (UNet net = new UNet(VOLUME, 1)) {
      float[] image = new float[8 * 8 * 6];
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> net.outputs(new int[] {8, 8, 6}, image));
      assertEquals(
          "a 3-D network of 3 levels needs volumes of multiples of 4 voxels, got 8 x 8 x 6",
          refused.getMessage());
    }
  }

  @Test
  void whatIsSavedGoesOnAsIfItHadNotBeen() throws IOException {
    int[] size = {4, 4, 8};
    float[] images = normal(3, 128);
    Loss loss = distance(normal(4, 256));
    try (UNet net = new UNet(VOLUME, 5)) {
      net.step(size, images, loss, 0.01);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      net.save(new DataOutputStream(bytes));
      try (UNet loaded = load(VOLUME, bytes.toByteArray())) {
        for (int i = 0; i < 3; i++) {
          double rate = 0.01 / (i + 1);
          assertEquals(net.step(size, images, loss, rate), loaded.step(size, images, loss, rate));
        }
        assertArrayEquals(net.outputs(size, images), loaded.outputs(size, images));
      }
      IOException other = assertThrows(IOException.class, () -> load(PLANE, bytes.toByteArray()));
      assertTrue(other.getMessage().startsWith("network: needs UNetShape[dimensions=2"));
    }
  }

  private static UNet load(UNetShape shape, byte[] bytes) throws IOException {
    return UNet.load(shape, new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /** Of one batch again and again, running means are its means, from the second step on. */
  @Test
  void runningMeansForgetHowTheyBegan() {
    int[] size = {4, 4, 8};
    float[] images = normal(3, 128);
    float[][] seen = new float[1][];
    Loss look =
        (outputs, gradients) -> {
          seen[0] = outputs.clone();
          return 0;
        };
    try (UNet net = new UNet(VOLUME, 5)) {
      for (int i = 0; i < 3; i++) {
        net.step(size, images, look, 1e-30);
      }
      assertArrayEquals(seen[0], net.outputs(size, images), 5e-3f);
    }
  }

  /**
   * By itself, an example is said the same of alone, among others, and while it is learned from.
   */
  @Test
  void instancesAreNormalizedByThemselves() {
    int[] size = {4, 4, 8};
    float[] images = normal(3, 256);
    float[][] seen = new float[1][];
    Loss look =
        (outputs, gradients) -> {
          seen[0] = outputs.clone();
          return 0;
        };
    UNetShape shape = new UNetShape(3, 1, 2, 2, 4, 8, 1, UNetShape.Normalization.INSTANCE, 0.1);
    try (UNet net = new UNet(shape, 5)) {
      float[] both = net.outputs(size, images);
      float[] second = net.outputs(size, Arrays.copyOfRange(images, 128, 256));
      assertArrayEquals(Arrays.copyOfRange(both, 256, 512), second, 1e-5f);
      net.step(size, images, look, 1e-30);
      assertArrayEquals(seen[0], net.outputs(size, images), 1e-6f);
    }
  }

  @Test
  void lookingChangesNothing() {
    int[] size = {4, 4, 8};
    float[] images = normal(3, 128);
    Loss loss = distance(normal(4, 256));
    try (UNet looked = new UNet(VOLUME, 5);
        UNet blind = new UNet(VOLUME, 5)) {
      for (int i = 0; i < 4; i++) {
        assertEquals(blind.step(size, images, loss, 0.01), looked.step(size, images, loss, 0.01));
        looked.outputs(size, images);
      }
    }
  }

  @Test
  void seedsTellFirstWeights() {
    float[] image = normal(6, 64);
    int[] size = {4, 4, 4};
    try (UNet one = new UNet(VOLUME, 5);
        UNet same = new UNet(VOLUME, 5);
        UNet other = new UNet(VOLUME, 6)) {
      assertArrayEquals(one.outputs(size, image), same.outputs(size, image));
      assertTrue(Math.abs(one.outputs(size, image)[0] - other.outputs(size, image)[0]) > 1e-6);
    }
  }
}
