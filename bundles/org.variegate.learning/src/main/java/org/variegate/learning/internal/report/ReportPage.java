package org.variegate.learning.internal.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.variegate.engine.files.Disk;

/**
 * A page that holds all it shows: what a model is, how it learned, and what tests found. It is made
 * of the files in the model's folder and tells no time, so equal trainings have equal pages.
 */
public final class ReportPage {
  /** Its file. */
  public static final String NAME = "report.html";

  private static final int VALIDATION_CHARTS = 4;

  private final Path folder;
  private final Markup page = new Markup();
  private int charts;

  /**
   * A page.
   *
   * @param folder of the model
   */
  public ReportPage(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes it anew.
   *
   * @param name of the recipe
   * @param best the step after which the model is best
   * @param facts what the model is
   * @param versions what made its samples
   * @param log the training's log
   * @param logged bytes of it that are true
   * @throws IOException if it cannot be written
   */
  public void write(
      String name,
      long best,
      Map<String, String> facts,
      Map<String, String> versions,
      Path log,
      long logged)
      throws IOException {
    List<TestSection> tests = new ArrayList<>();
    for (Path file : tests()) {
      tests.add(new TestSection(file));
    }
    page.add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.element("title", name).add("\n<style>\n").add(style()).add("</style>\n</head>\n<body>\n");
    page.add("<header>\n").element("h1", name).add("\n<dl class=\"headlines\">\n");
    tests.forEach(test -> test.headline(page));
    page.add("</dl>\n</header>\n");
    curves(History.read(log, logged), best);
    for (TestSection test : tests) {
      test.write(page, best);
    }
    page.add("<section>\n<h2>Model</h2>\n");
    table(facts);
    details("Versions of what made it", versions);
    recipe();
    page.add("</section>\n</body>\n</html>\n");
    Disk.replace(folder.resolve(NAME), page.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String style() throws IOException {
    try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Iterable<Path> tests() throws IOException {
    TreeSet<Path> tests = new TreeSet<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "test-*.json")) {
      found.forEach(tests::add);
    }
    return tests;
  }

  private void curves(History history, long best) {
    if (history.isEmpty()) {
      return;
    }
    double end = history.lastStep();
    page.add("<section>\n<h2>Training</h2>\n<div class=\"charts\">\n");
    Curve loss = history.loss();
    Curve smooth = loss.smoothed();
    double low = Math.min(smooth.lowest(), loss.quantile(0.005));
    double high = Math.max(smooth.highest(), loss.quantile(0.995));
    figure(
        "loss",
        "in the end " + Markup.number(smooth.last()) + " (smoothed)",
        new Chart("loss over steps", end, low, high).line("raw", loss).line("smooth", smooth));
    for (String measure : history.measures().stream().limit(VALIDATION_CHARTS).toList()) {
      validation(measure, history.of(measure), end, best);
    }
    Curve rate = history.rate();
    figure(
        "learning rate",
        "at most " + Markup.number(rate.highest()),
        new Chart("learning rate over steps", end, 0, rate.highest()).line("smooth", rate));
    page.add("</div>\n<p class=\"note\">Across: steps.</p>\n</section>\n");
  }

  private void validation(
      String measure, List<History.Validation> validations, double end, long best) {
    if (validations.isEmpty()) {
      return;
    }
    Curve values = column(measure, validations, 0);
    Curve lows = column(measure, validations, 1);
    Curve highs = column(measure, validations, 2);
    double low = Math.min(values.lowest(), lows.lowest());
    double high = Math.max(values.highest(), highs.highest());
    Chart chart = new Chart("validation: " + measure + " over steps", end, low, high);
    if (lows.lowest() < highs.highest()) {
      chart.band(lows, highs);
    }
    chart.line("smooth", values);
    String words = "in the end " + Markup.number(values.last());
    for (int i = 0; i < values.size(); i++) {
      boolean isBest = (long) values.steps()[i] == best;
      chart.mark(isBest ? "best" : "value", values.steps()[i], values.values()[i], isBest ? 6 : 3);
      if (isBest) {
        words = Markup.number(values.values()[i]) + " at the best state, after step " + best;
      }
    }
    figure("validation: " + measure, words, chart);
  }

  /** The measure's values, or ends of its intervals; values where there is no interval. */
  private static Curve column(String measure, List<History.Validation> validations, int column) {
    return new Curve(
        validations.stream().mapToDouble(History.Validation::step).toArray(),
        validations.stream()
            .map(validation -> validation.measures().get(measure))
            .mapToDouble(found -> Measured.hasInterval(found) ? found[column] : found[0])
            .toArray());
  }

  private void figure(String title, String words, Chart chart) {
    page.add("<figure>\n<figcaption>").element("b", title).add(" ").element("span", words);
    page.add("</figcaption>\n").add(chart.svg(++charts)).add("</figure>\n");
  }

  private void table(Map<String, String> rows) {
    page.add("<div class=\"scroll\"><table class=\"facts\">\n");
    rows.forEach(
        (key, value) ->
            page.add("<tr>")
                .element("th scope=\"row\"", key)
                .element("td", value.replace("`", ""))
                .add("</tr>\n"));
    page.add("</table></div>\n");
  }

  private void details(String title, Map<String, String> rows) {
    if (!rows.isEmpty()) {
      page.add("<details>").element("summary", title).add("\n");
      table(rows);
      page.add("</details>\n");
    }
  }

  private void recipe() throws IOException {
    page.add("<details><summary>Recipe in full</summary>\n");
    String text = Files.readString(folder.resolve("training.yaml"), StandardCharsets.UTF_8);
    page.element("pre", text).add("</details>\n");
  }
}
