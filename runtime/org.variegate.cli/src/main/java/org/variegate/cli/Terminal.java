package org.variegate.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terminal's width. */
final class Terminal {
  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST = 20;
  private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)\\s*");

  private Terminal() {}

  /**
   * Asks {@code stty}.
   *
   * @return columns; 80 if there is no telling
   */
  static int width() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Redirect.from(new File("/dev/tty")))
              .redirectError(Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher size = SIZE.matcher(answer);
      int width = size.matches() ? Integer.parseInt(size.group(1)) : 0;
      return width == 0 ? USUAL_WIDTH : Math.max(NARROWEST, width);
    } catch (IOException e) {
      return USUAL_WIDTH;
    }
  }
}
