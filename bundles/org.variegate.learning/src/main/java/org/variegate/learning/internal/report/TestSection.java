package org.variegate.learning.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.variegate.engine.files.Json;

/** What one test found, as part of the page. */
final class TestSection {
  private final Path folder;
  private final Map<String, Object> found;

  /**
   * A section.
   *
   * @param file what the test found
   */
  TestSection(Path file) throws IOException {
    this.folder = file.getParent();
    this.found = Json.object(Files.readString(file));
  }

  private String name() {
    return String.valueOf(found.get("test"));
  }

  private Map<String, double[]> measures() {
    return Measured.all((Map<?, ?>) found.get("measures"));
  }

  /** The first measure, to stand above all. */
  void headline(Markup page) {
    measures().entrySet().stream()
        .findFirst()
        .ifPresent(
            first -> {
              page.add("<div>");
              page.element("dt", name() + ": " + first.getKey());
              page.add("<dd>").element("b", Measured.text(first.getValue()));
              page.element("span", Measured.interval(first.getValue())).add("</dd></div>\n");
            });
  }

  /**
   * The whole section.
   *
   * @param best the step after which the model is best
   */
  void write(Markup page, long best) throws IOException {
    page.add("<section>\n").element("h2", "Test: " + name()).add("\n");
    boolean old = !String.valueOf(found.get("step")).equals(String.valueOf(best));
    page.element(
        "p class=\"note\"",
        found.get("samples")
            + " samples, "
            + found.get("failed")
            + " failed; measured after step "
            + found.get("step")
            + (old ? ", while the best state is now that after step " + best : ""));
    page.add("\n<div class=\"scroll\"><table>\n<thead><tr><th>measure</th><th>value</th>");
    page.add("<th>95 % interval</th><th class=\"bar\"></th></tr></thead>\n<tbody>\n");
    measures().forEach((measure, values) -> row(page, measure, values));
    page.add("</tbody></table></div>\n");
    confusion(page);
    samples(page);
    page.add("</section>\n");
  }

  private static void row(Markup page, String measure, double[] values) {
    page.add("<tr>").element("th scope=\"row\"", measure);
    page.element("td", Measured.text(values)).element("td", Measured.interval(values));
    page.add("<td class=\"bar\">");
    if (Measured.hasInterval(values) && values[1] >= 0 && values[2] <= 1) {
      page.add("<svg viewBox=\"0 0 200 12\" aria-hidden=\"true\">");
      page.add("<path class=\"grid\" d=\"M2 6H198\"/><path class=\"range\" d=\"M");
      page.add(Markup.place(2 + 196 * values[1]) + " 6H" + Markup.place(2 + 196 * values[2]));
      page.add("\"/><circle class=\"value\" cx=\"" + Markup.place(2 + 196 * values[0]));
      page.add("\" cy=\"6\" r=\"4\"/></svg>");
    }
    page.add("</td></tr>\n");
  }

  /** What is true in rows, what was said in columns; a cell is as dark as its part of the row. */
  private void confusion(Markup page) {
    if (!(found.get("confusion") instanceof List<?> rows)
        || !(found.get("classes") instanceof List<?> classes)
        || rows.size() != classes.size()) {
      return;
    }
    page.add("<h3>Confusion</h3>\n<div class=\"scroll\"><table class=\"confusion\">\n<thead><tr>");
    page.add("<th>true \\ predicted</th>");
    classes.forEach(name -> page.element("th", String.valueOf(name)));
    page.add("</tr></thead>\n<tbody>\n");
    for (int truth = 0; truth < rows.size(); truth++) {
      List<?> counts = (List<?>) rows.get(truth);
      double all = counts.stream().mapToDouble(count -> ((Number) count).doubleValue()).sum();
      page.add("<tr>").element("th scope=\"row\"", String.valueOf(classes.get(truth)));
      for (int said = 0; said < counts.size(); said++) {
        double part = all == 0 ? 0 : ((Number) counts.get(said)).doubleValue() / all;
        cell(page, String.valueOf(counts.get(said)), part, truth == said);
      }
      page.add("</tr>\n");
    }
    page.add("</tbody></table></div>\n");
  }

  private static void cell(Markup page, String count, double part, boolean right) {
    String open =
        String.format(
            Locale.ROOT,
            "td class=\"%s%s\" style=\"--part:%.2f\"",
            right ? "right" : "wrong",
            part > 0.5 ? " dark" : "",
            part);
    page.add("<" + open + ">").element("b", count);
    page.element("span", String.format(Locale.ROOT, "%.1f %%", 100 * part)).add("</td>");
  }

  private void samples(Markup page) throws IOException {
    List<Map<String, Object>> samples = ShownSamples.read(folder, name());
    if (samples.isEmpty()) {
      return;
    }
    page.add("<h3>First samples</h3>\n<div class=\"samples\">\n");
    for (Map<String, Object> sample : samples) {
      page.add("<figure class=\"" + Markup.escaped(String.valueOf(sample.get("verdict"))) + "\">");
      page.add("<div>");
      for (Object picture : (List<?>) sample.get("pictures")) {
        page.add("<img alt=\"sample " + sample.get("sample") + "\" src=\"data:image/png;base64,");
        page.add(picture + "\">");
      }
      page.add("</div>\n<figcaption>");
      page.element("span", String.valueOf(sample.get("truth")));
      page.element("b", String.valueOf(sample.get("prediction"))).add("</figcaption></figure>\n");
    }
    page.add("</div>\n");
    boolean several = samples.stream().anyMatch(s -> ((List<?>) s.get("pictures")).size() > 1);
    String note =
        several
            ? "Pictures from left to right: the image, what is true, what the model says; below"
                + " them the same in words."
            : "Above what is true, below what the model says.";
    page.element("p class=\"note\"", note).add("\n");
  }
}
