package org.variegate.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.variegate.formats.Picture;

class SquareTest {
  /** 7 x 5 pixels, i * 37 mod 256; values by Pillow's crop((1, 0, 6, 5)) and resize(BILINEAR). */
  @Test
  void resizesAsPillow() {
    byte[] values = new byte[35];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (i * 37);
    }
    Picture grey = new Picture(7, 5, 1, values);
    assertArrayEquals(
        new float[] {54, 112, 170, 59, 117, 175, 64, 122, 180}, red(Square.of(grey, 3)));
    assertArrayEquals(
        new float[] {37, 53, 76, 99, 123, 146, 169, 185}, Arrays.copyOf(Square.of(grey, 8), 8));
  }

  @Test
  void keepsColoursApart() {
    byte[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    float[] square = Square.of(new Picture(2, 2, 3, values), 2);
    assertArrayEquals(new float[] {1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12}, square);
  }

  @Test
  void whatIsTransparentIsWhite() {
    byte[] values = {10, 20, 30, 0};
    float[] square = Square.of(new Picture(1, 1, 4, values), 1);
    assertArrayEquals(new float[] {255, 255, 255}, square);
    values[3] = (byte) 255;
    assertEquals(20, Square.of(new Picture(1, 1, 4, values), 1)[1]);
  }

  private static float[] red(float[] square) {
    return Arrays.copyOf(square, square.length / 3);
  }
}
