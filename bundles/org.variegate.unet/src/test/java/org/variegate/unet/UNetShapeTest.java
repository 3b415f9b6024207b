package org.variegate.unet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.variegate.unet.UNetShape.Normalization;

class UNetShapeTest {
  @Test
  void saysWhatItIs() {
    assertEquals(
        "3-D U-Net: inputs 1, outputs 4, levels 4, features 16 to 100, convolutions 2,"
            + " normalization instance, slope 0.01",
        new UNetShape(3, 1, 4, 4, 16, 100, 2, Normalization.INSTANCE, 0.01).describe());
  }
}
