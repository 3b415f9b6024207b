package org.variegate.learning.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.space.Grid;
import org.variegate.api.task.Shown;
import org.variegate.api.task.Shown.Verdict;
import org.variegate.api.volume.Raster;
import org.variegate.pictures.Pictures;

class ReportPageTest {
  private static final String TRUE_LOG =
      """
      {"step":0,"versions":{"a":"1"}}
      {"step":1,"loss":2,"rate":0.001}
      {"step":2,"loss":1.5,"rate":0.001}
      {"step":2,"validation":{"accuracy":[0.75,0.5,0.875],"none":"NaN"},"best":true}
      {"step":3,"loss":1.25,"rate":0.0005}
      {"step":3,"validation":{"accuracy":[0.625,0.4,0.8]},"best":false}
      """;

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.writeString(folder.resolve("training.yaml"), "name: a <b> & c\n");
    Files.writeString(folder.resolve("log.jsonl"), TRUE_LOG + "{\"step\":4,\"lo");
    Files.writeString(
        folder.resolve("test-others.json"),
        "{\"test\":\"others\",\"step\":2,\"samples\":10,\"failed\":1,"
            + "\"measures\":{\"accuracy\":[0.9,0.8,0.95],\"loss\":0.25},"
            + "\"classes\":[\"cat\",\"<dog>\"],\"confusion\":[[3,1],[0,0]]}");
  }

  private String page() throws IOException {
    new ReportPage(folder)
        .write(
            "a <b>",
            2,
            Map.of("state", "after step 2"),
            Map.of("org.a", "1.0"),
            folder.resolve("log.jsonl"),
            TRUE_LOG.length());
    return Files.readString(folder.resolve(ReportPage.NAME));
  }

  private static void has(String page, String part) {
    assertTrue(page.contains(part), () -> part + " is not in " + page);
  }

  @Test
  void holdsWhatAReaderNeeds() throws IOException {
    String page = page();
    has(page, "<h1>a &lt;b&gt;</h1>");
    has(page, "<dt>others: accuracy</dt><dd><b>0.9000</b><span>0.8000 to 0.9500</span>");
    has(page, "0.75 at the best state, after step 2");
    has(page, "<circle class=\"best\"");
    has(page, "10 samples, 1 failed; measured after step 2</p>");
    has(page, "<td class=\"right dark\" style=\"--part:0.75\"><b>3</b><span>75.0 %</span></td>");
    has(page, "<td class=\"wrong\" style=\"--part:0.25\"><b>1</b><span>25.0 %</span></td>");
    has(page, "<th>&lt;dog&gt;</th>");
    has(page, "<pre>name: a &lt;b&gt; &amp; c\n</pre>");
    assertFalse(page.contains("First samples"), page);
    assertEquals(page, page(), "nothing in it tells the time");
  }

  @Test
  void asksForNothingFromElsewhere() throws IOException {
    shown(Verdict.RIGHT);
    String page = page();
    assertFalse(page.contains("<script"));
    assertFalse(page.contains("<link"));
    assertFalse(page.contains("//"), "no address");
    Matcher sources = Pattern.compile("(src|href)=\"(?!data:image/png;base64,)").matcher(page);
    assertFalse(sources.find());
  }

  private void shown(Verdict verdict) throws IOException {
    float[] values = new float[300 * 200];
    Arrays.fill(values, 77);
    Raster picture = new Raster(Grid.centred(300, 200, 1, 1), 1, Pictures.SRGB, values);
    ShownSamples samples = new ShownSamples();
    samples.add(4, new Shown(List.of(picture, picture), "cat", "<dog> 0.9", verdict));
    samples.write(folder, "others");
  }

  @Test
  void showsSamples() throws IOException {
    shown(Verdict.WRONG);
    String page = page();
    has(page, "<figure class=\"wrong\">");
    has(page, "<span>cat</span><b>&lt;dog&gt; 0.9</b>");
    String data = page.split("base64,")[1].split("\"")[0];
    var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
    assertEquals(128, image.getWidth());
    assertEquals(85, image.getHeight());
    assertEquals(77, image.getRaster().getSample(60, 40, 0));
  }

  @Test
  void forgetsSamplesThatAreShownNoMore() throws IOException {
    shown(Verdict.OPEN);
    new ShownSamples().write(folder, "others");
    assertFalse(page().contains("First samples"));
  }

  @Test
  void saysWhatIsOld() throws IOException {
    Path test = folder.resolve("test-others.json");
    Files.writeString(test, Files.readString(test).replace("\"step\":2", "\"step\":1"));
    has(page(), "measured after step 1, while the best state is now that after step 2");
  }

  @Test
  void aSampleNeedsAPicture() {
    assertThrows(IllegalArgumentException.class, () -> new Shown(List.of(), "", "", Verdict.OPEN));
  }
}
