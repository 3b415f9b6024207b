package org.variegate.learning.internal.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Curves over the steps of a training as SVG, to stand within HTML: its style sheet says how lines
 * look.
 */
final class Chart {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 270;
  private static final int LEFT = 76;
  private static final int RIGHT = 548;
  private static final int TOP = 14;
  private static final int BOTTOM = 232;
  private static final int ACROSS = 5;
  private static final int UP = 4;
  private static final int MOST_POINTS = 900;

  private final String title;
  private final Axis across;
  private final Axis up;
  private final List<String> marks = new ArrayList<>();

  /**
   * An empty chart.
   *
   * @param title says what it shows
   * @param steps the last on it
   * @param low lowest value on it
   * @param high highest value on it
   */
  Chart(String title, double steps, double low, double high) {
    this.title = title;
    this.across = new Axis(0, Math.max(1, steps), LEFT, RIGHT);
    this.up = Axis.of(low, high, 0.06, BOTTOM, TOP);
  }

  /** Draws a line. */
  Chart line(String style, Curve curve) {
    Curve drawn = curve.thinned(MOST_POINTS);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < drawn.size(); i++) {
      points.append(i == 0 ? "" : " ").append(point(drawn.steps()[i], drawn.values()[i]));
    }
    marks.add("<polyline class=\"" + style + "\" points=\"" + points + "\"/>");
    return this;
  }

  /** Fills what lies between two curves over the same steps. */
  Chart band(Curve low, Curve high) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < low.size(); i++) {
      points.append(point(low.steps()[i], low.values()[i])).append(' ');
    }
    for (int i = high.size() - 1; i >= 0; i--) {
      points.append(point(high.steps()[i], high.values()[i])).append(i == 0 ? "" : " ");
    }
    marks.add("<polygon class=\"band\" points=\"" + points + "\"/>");
    return this;
  }

  /** Marks a value. */
  Chart mark(String style, double step, double value, int radius) {
    marks.add(
        "<circle class=\""
            + style
            + "\" cx=\""
            + Markup.place(across.place(step))
            + "\" cy=\""
            + Markup.place(up.place(value))
            + "\" r=\""
            + radius
            + "\"/>");
    return this;
  }

  private String point(double step, double value) {
    return Markup.place(across.place(step)) + "," + Markup.place(up.place(value));
  }

  /**
   * The drawing.
   *
   * @param number of the chart on its page
   */
  String svg(int number) {
    Markup svg = new Markup();
    svg.add("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"");
    svg.add(Markup.escaped(title) + "\">\n");
    int height = BOTTOM - TOP;
    svg.add("<clipPath id=\"plot" + number + "\">" + rect(TOP - 8, height + 16) + "</clipPath>\n");
    for (double tick : up.ticks(UP)) {
      String y = Markup.place(up.place(tick));
      svg.add("<path class=\"grid\" d=\"M" + LEFT + " " + y + "H" + RIGHT + "\"/>");
      String at = "text x=\"" + (LEFT - 8) + "\" y=\"" + y + "\" dy=\".35em\" class=\"end\"";
      svg.element(at, up.text(tick, UP)).add("\n");
    }
    for (double tick : across.ticks(ACROSS)) {
      String x = Markup.place(across.place(tick));
      svg.add("<path class=\"tick\" d=\"M" + x + " " + BOTTOM + "v5\"/>");
      String at = "text x=\"" + x + "\" y=\"" + (BOTTOM + 22) + "\" class=\"middle\"";
      svg.element(at, across.text(tick, ACROSS)).add("\n");
    }
    svg.add("<path class=\"axis\" d=\"M" + LEFT + " " + BOTTOM + "H" + RIGHT + "\"/>\n");
    svg.add("<g clip-path=\"url(#plot" + number + ")\">\n");
    marks.forEach(mark -> svg.add(mark).add("\n"));
    return svg.add("</g>\n</svg>\n").toString();
  }

  private static String rect(int y, int height) {
    return "<rect x=\""
        + (LEFT - 6)
        + "\" y=\""
        + y
        + "\" width=\""
        + (RIGHT - LEFT + 12)
        + "\" height=\""
        + height
        + "\"/>";
  }
}
