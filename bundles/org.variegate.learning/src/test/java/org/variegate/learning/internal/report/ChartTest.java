package org.variegate.learning.internal.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.variegate.formats.Picture;

class ChartTest {
  private static Curve curve(double... values) {
    return new Curve(IntStream.range(0, values.length).asDoubleStream().toArray(), values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 282 | 5 | 0 50 100 150 200 250",
        "0 | 0.002 | 4 | 0 0.0005 0.0010 0.0015 0.0020",
        "-0.31 | 0.92 | 4 | -0.2 0 0.2 0.4 0.6 0.8",
        "0.98 | 1.01 | 4 | 0.98 0.99 1.00 1.01",
        "0 | 5000000 | 5 | 0 1.0e+06 2.0e+06 3.0e+06 4.0e+06 5.0e+06"
      })
  void ticksAreRound(double low, double high, int spaces, String expected) {
    Axis axis = new Axis(low, high, 0, 1);
    List<String> words = axis.ticks(spaces).stream().map(tick -> axis.text(tick, spaces)).toList();
    assertEquals(expected, String.join(" ", words));
  }

  @Test
  void valuesThatAreAllEqualAreInTheMiddle() {
    assertEquals(50, Axis.of(3, 3, 0.1, 0, 100).place(3));
    assertEquals(50, Axis.of(0, 0, 0.1, 0, 100).place(0));
  }

  @Test
  void aConstantStaysItselfWhenSmoothed() {
    double[] constant = DoubleStream.generate(() -> 0.25).limit(500).toArray();
    assertArrayEquals(constant, curve(constant).smoothed().values(), 1e-12);
    assertArrayEquals(new double[] {7}, curve(7).smoothed().values());
  }

  @Test
  void aStepIsFollowedWithinAFortieth() {
    double[] step = IntStream.range(0, 4000).mapToDouble(i -> i < 2000 ? 0 : 1).toArray();
    double[] smooth = curve(step).smoothed().values();
    assertEquals(0, smooth[1999]);
    assertEquals(1 - Math.exp(-1), smooth[2100], 0.01); // after one time constant
  }

  @Test
  void thinningKeepsWhatStandsOut() {
    double[] values = new double[10_000];
    values[1234] = 9;
    values[8765] = -3;
    Curve thin = curve(values).thinned(900);
    assertEquals(900, thin.size());
    assertEquals(9, thin.highest());
    assertEquals(-3, thin.lowest());
    for (int i = 1; i < thin.size(); i++) {
      assertTrue(thin.steps()[i - 1] <= thin.steps()[i]);
    }
    assertEquals(3, curve(1, 2, 3).thinned(900).size());
  }

  @Test
  void drawsWithinItsFrame() {
    String svg = new Chart("a < b", 2, 0, 1).line("smooth", curve(0, 0.5, 1)).svg(1);
    assertTrue(svg.contains("aria-label=\"a &lt; b\""), svg);
    assertTrue(svg.contains("<polyline class=\"smooth\" points=\"76,220.3 312,123 548,25.7\"/>"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5,0.5",
    "3,3",
    "0.123456,0.1235",
    "0.00002,2.00e-05",
    "-1.5,-1.5",
    "1e9,1000000000"
  })
  void numbersAreShort(double value, String expected) {
    assertEquals(expected, Markup.number(value));
  }

  @Test
  void smallPicturesAreMeans() {
    byte[] grey = {0, 100, 20, 40, (byte) 200, 100, 60, 81};
    Picture small = Thumbnail.of(new Picture(4, 2, 1, grey), 2);
    assertEquals(2, small.width());
    assertEquals(1, small.height());
    assertArrayEquals(new byte[] {100, 50}, small.values());
    Picture tiny = new Picture(2, 2, 1, new byte[4]);
    assertEquals(tiny, Thumbnail.of(tiny, 2));
  }
}
