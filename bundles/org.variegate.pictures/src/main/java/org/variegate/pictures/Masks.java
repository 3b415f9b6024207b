package org.variegate.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.ToIntFunction;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.formats.Png;

/** Writes label maps as PNG files in which a pixel's value is its label's number. */
public final class Masks {
  private static final int FAST = 1;
  private static final int[] COLOURS = colours();

  private Masks() {}

  /**
   * Writes each instance's id.
   *
   * @param labels of one plane
   * @param out receives the file, not closed
   * @throws IOException if the output refuses
   */
  public static void instances(LabelMap labels, OutputStream out) throws IOException {
    write(labels, Label::id, out);
  }

  /**
   * Writes the number of each pixel's class, from 1; what has no class is 0.
   *
   * @param labels of one plane
   * @param out receives the file, not closed
   * @throws IOException if the output refuses
   */
  public static void classes(LabelMap labels, OutputStream out) throws IOException {
    write(labels, Label::target, out);
  }

  /** With colours where all numbers of the legend are below 256, else grey of 16 bits. */
  private static void write(LabelMap labels, ToIntFunction<Label> number, OutputStream out)
      throws IOException {
    Pictures.requirePlane("mask", labels.grid());
    int[] numbers = labels.legend().labels().stream().mapToInt(number).toArray();
    int largest = 0;
    for (int n : numbers) {
      largest = Math.max(largest, n);
      if (n < 0 || n > 0xffff) {
        throw new IllegalArgumentException("mask: needs numbers from 0 to 65535, got " + n);
      }
    }
    int width = labels.grid().nx();
    int height = labels.grid().ny();
    if (largest < COLOURS.length) {
      byte[] values = new byte[labels.grid().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (byte) numbers[labels.place(i)];
      }
      new Png(out, FAST).palette(width, height, values, COLOURS);
    } else {
      short[] values = new short[labels.grid().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (short) numbers[labels.place(i)];
      }
      new Png(out, FAST).grey16(width, height, values);
    }
  }

  /**
   * The colour that shows a number.
   *
   * @param number of a label, at least 0
   * @return 0xRRGGBB; black for 0, as different as can be for neighbouring numbers
   */
  public static int colour(int number) {
    return COLOURS[number < 256 ? number : 1 + number % 255];
  }

  /** The bits of a number spread over the channels, as the masks of Pascal VOC have them. */
  private static int[] colours() {
    int[] colours = new int[256];
    for (int number = 0; number < colours.length; number++) {
      for (int bit = 0; bit < 8; bit++) {
        int channel = bit % 3;
        int value = number >> bit & 1;
        colours[number] |= value << 7 - bit / 3 + 8 * (2 - channel);
      }
    }
    return colours;
  }
}
