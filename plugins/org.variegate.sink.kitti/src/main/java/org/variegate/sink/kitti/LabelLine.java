package org.variegate.sink.kitti;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;

/** One object as a line of a label file (Geiger et al. 2012, the object development kit). */
final class LabelLine {
  private static final double FULLY = 0.95;
  private static final double PARTLY = 0.5;
  private static final int DIGITS = 4;

  private LabelLine() {}

  /**
   * The line of an object.
   *
   * @param object with boxes
   * @return fifteen fields
   */
  static String of(Map<String, Object> object) {
    double[] box = (double[]) object.get("box");
    Map<?, ?> box3d = (Map<?, ?>) object.get("box3d");
    double[] size = (double[]) box3d.get("size");
    double[] axes = (double[]) box3d.get("axes");
    double[] bottom = ((double[]) box3d.get("centre")).clone();
    for (int i = 0; i < 3; i++) {
      bottom[i] -= axes[3 + i] * size[1] / 2;
    }
    double x = bottom[0];
    double y = -bottom[1];
    double z = -bottom[2];
    double yaw = StrictMath.atan2(axes[8], axes[6]);
    StringBuilder line = new StringBuilder();
    line.append(label(Objects.toString(object.get("class"))));
    add(line, (double) object.get("truncated"));
    line.append(' ').append(occlusion((double) object.get("visible")));
    add(line, wrapped(yaw - StrictMath.atan2(x, z)));
    add(line, box[0], box[1], box[0] + box[2] - 1, box[1] + box[3] - 1);
    add(line, size[1], size[0], size[2]);
    add(line, x, y, z);
    add(line, yaw);
    return line.append('\n').toString();
  }

  /** A class's name as one word. */
  static String label(String name) {
    return name.replaceAll("[\\s\\p{Z}\\p{Cc}]", "_");
  }

  /** 0 fully visible, 1 partly hidden, 2 largely hidden. */
  private static int occlusion(double visible) {
    if (visible >= FULLY) {
      return 0;
    }
    return visible >= PARTLY ? 1 : 2;
  }

  private static double wrapped(double angle) {
    double turn = 2 * Math.PI;
    return angle - turn * Math.floor((angle + Math.PI) / turn);
  }

  /** Exact decimals: those of {@code String.format} differ between JDKs. */
  static void add(StringBuilder line, double... values) {
    for (double value : values) {
      BigDecimal rounded = new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
      line.append(' ').append(rounded.toPlainString());
    }
  }
}
