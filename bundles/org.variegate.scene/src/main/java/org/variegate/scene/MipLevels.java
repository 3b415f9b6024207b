package org.variegate.scene;

/**
 * Halves an image again and again. Where what is covered less than a cutoff is a hole, colours are
 * weighted by coverage, so that what lies in holes does not show at their edges, and each level's
 * coverage is scaled so that the same share of it as of the finest is covered (Castano 2010), so
 * that leaves do not thin out with distance.
 */
final class MipLevels {
  private static final int COVERAGE = 3;

  private final int channels;
  private final boolean srgb;
  private final boolean holes;

  private MipLevels(int channels, boolean srgb, boolean holes) {
    this.channels = channels;
    this.srgb = srgb;
    this.holes = holes;
  }

  /** Levels of an image, the cutoff 0 if coverage makes no holes. */
  static byte[][] of(
      int width, int height, int channels, boolean srgb, byte[] texels, float cutoff) {
    boolean holes = channels == COVERAGE + 1 && cutoff > 0;
    MipLevels mip = new MipLevels(channels, srgb, holes);
    int count = 32 - Integer.numberOfLeadingZeros(Math.max(width, height));
    byte[][] levels = new byte[count][];
    levels[0] = texels;
    for (int i = 1; i < count; i++) {
      int w = Math.max(1, width >> (i - 1));
      int h = Math.max(1, height >> (i - 1));
      levels[i] = mip.half(levels[i - 1], w, h);
    }
    if (holes) {
      int least = Math.max(1, (int) Math.ceil(Math.min(1, cutoff) * 255));
      double share = share(histogram(texels), least);
      for (int i = 1; i < count; i++) {
        cover(levels[i], share, least);
      }
    }
    return levels;
  }

  private byte[] half(byte[] from, int w, int h) {
    int nw = Math.max(1, w >> 1);
    int nh = Math.max(1, h >> 1);
    byte[] to = new byte[nw * nh * channels];
    int[] four = new int[4];
    for (int y = 0; y < nh; y++) {
      int y0 = Math.min(2 * y, h - 1) * w;
      int y1 = Math.min(2 * y + 1, h - 1) * w;
      for (int x = 0; x < nw; x++) {
        int x0 = Math.min(2 * x, w - 1);
        int x1 = Math.min(2 * x + 1, w - 1);
        four[0] = (y0 + x0) * channels;
        four[1] = (y0 + x1) * channels;
        four[2] = (y1 + x0) * channels;
        four[3] = (y1 + x1) * channels;
        mean(from, four, to, (y * nw + x) * channels);
      }
    }
    return to;
  }

  private void mean(byte[] from, int[] four, byte[] to, int at) {
    int covered = 0;
    for (int i = 0; i < 4 && holes; i++) {
      covered += from[four[i] + COVERAGE] & 0xff;
    }
    for (int c = 0; c < channels; c++) {
      boolean coded = srgb && c < COVERAGE;
      boolean weighted = covered > 0 && c < COVERAGE;
      float sum = 0;
      for (int i = 0; i < 4; i++) {
        float value = value(from[four[i] + c], coded);
        sum += weighted ? (from[four[i] + COVERAGE] & 0xff) * value : value;
      }
      to[at + c] = code(sum / (weighted ? covered : 4), coded);
    }
  }

  private static int[] histogram(byte[] texels) {
    int[] counts = new int[256];
    for (int i = COVERAGE; i < texels.length; i += COVERAGE + 1) {
      counts[texels[i] & 0xff]++;
    }
    return counts;
  }

  /** Of those counted, the share that is covered at least so much. */
  private static double share(int[] counts, int least) {
    long all = 0;
    long covered = 0;
    for (int i = 0; i < counts.length; i++) {
      all += counts[i];
      covered += i >= least ? counts[i] : 0;
    }
    return (double) covered / all;
  }

  /** Brings what must be covered, for the share to be nearest to the one wanted, to the cutoff. */
  private static void cover(byte[] texels, double wanted, int least) {
    int[] counts = histogram(texels);
    int best = least;
    for (int step = 1; step < 255; step++) {
      for (int t : new int[] {least - step, least + step}) {
        boolean possible = t >= 1 && t <= 255;
        if (possible && off(counts, t, wanted) < off(counts, best, wanted)) {
          best = t;
        }
      }
    }
    for (int i = COVERAGE; i < texels.length && best != least; i += COVERAGE + 1) {
      int coverage = texels[i] & 0xff;
      int scaled = coverage * least / best;
      texels[i] = (byte) (coverage >= best ? Math.min(255, Math.max(least, scaled)) : scaled);
    }
  }

  private static double off(int[] counts, int least, double wanted) {
    return Math.abs(share(counts, least) - wanted);
  }

  private static float value(byte texel, boolean coded) {
    return coded ? Srgb.linear(texel & 0xff) : (texel & 0xff) / 255f;
  }

  private static byte code(float value, boolean coded) {
    return (byte) (coded ? Srgb.code(value) : (int) (value * 255 + 0.5f));
  }
}
