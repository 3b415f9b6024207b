package org.variegate.learning.internal.report;

import org.variegate.formats.Picture;

/** Makes pictures small: each pixel is the mean of those it covers, in whole numbers. */
final class Thumbnail {
  private Thumbnail() {}

  /** The whole picture, its longer side at most so long. */
  static Picture of(Picture picture, int side) {
    int longer = Math.max(picture.width(), picture.height());
    if (longer <= side) {
      return picture;
    }
    int width = Math.max(1, (int) ((long) picture.width() * side / longer));
    int height = Math.max(1, (int) ((long) picture.height() * side / longer));
    int channels = picture.channels();
    byte[] small = new byte[width * height * channels];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          small[(y * width + x) * channels + c] = mean(picture, x, y, c, width, height);
        }
      }
    }
    return new Picture(width, height, channels, small);
  }

  private static byte mean(Picture picture, int x, int y, int c, int width, int height) {
    int left = (int) ((long) x * picture.width() / width);
    int right = (int) ((x + 1L) * picture.width() / width);
    int top = (int) ((long) y * picture.height() / height);
    int bottom = (int) ((y + 1L) * picture.height() / height);
    long sum = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        int at = (row * picture.width() + column) * picture.channels() + c;
        sum += picture.values()[at] & 0xff;
      }
    }
    long count = (long) (right - left) * (bottom - top);
    return (byte) ((sum + count / 2) / count);
  }
}
