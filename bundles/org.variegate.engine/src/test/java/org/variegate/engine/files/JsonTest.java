package org.variegate.engine.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  private static String text(Object value) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
      Json.write(json, value);
    }
    return text.toString();
  }

  @Test
  void writesTheSameNumbersOnEveryJdk() throws IOException {
    // Double.toString writes 2e23 and 8.41e21 otherwise before JDK 19
    assertEquals(
        "[0.002,2.0E23,8.41E21,0.002,-0.0,4.9E-324]",
        text(List.of(2e-3, 2e23, 8.41e21, 2e-3f, -0.0, Double.MIN_VALUE)));
  }

  @Test
  void writesWhatAStageMayAnnotate() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", new int[] {1, 2});
    map.put("b", List.of(true, "x\n"));
    map.put("c", new double[][] {{Double.NaN}, {Double.NEGATIVE_INFINITY}});
    assertEquals(
        "{\"a\":[1,2],\"b\":[true,\"x\\n\"],\"c\":[[\"NaN\"],[\"-Infinity\"]]}", text(map));
    assertThrows(IllegalArgumentException.class, () -> text(new Object()));
    assertThrows(IllegalArgumentException.class, () -> text(new BigDecimal("0.1")));
  }

  @Test
  void readsOneObject() throws IOException {
    assertEquals(
        Map.of("a", 1L, "b", List.of(true, "x"), "c", Map.of("d", 0.5)),
        Json.object("{\"a\":1,\"b\":[true,\"x\"],\"c\":{\"d\":0.5}}"));
    for (String broken : List.of("", "[]", "{", "{} {}", "{\"a\":}")) {
      assertThrows(IOException.class, () -> Json.object(broken), broken);
    }
  }
}
