package org.variegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLineTest {

  @Test
  void everyKindOfValueIsWritten() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", "a \"b\"\n");
    object.put("number", 2.0E-3);
    object.put("count", 3L);
    object.put("flag", true);
    object.put("none", null);
    object.put("list", Arrays.asList("x", 1, Map.of("y", false)));
    assertEquals(
        "{\"count\":3,\"flag\":true,\"list\":[\"x\",1,{\"y\":false}],\"none\":null,"
            + "\"number\":0.002,\"text\":\"a \\\"b\\\"\\n\"}",
        JsonLine.of(object));
  }

  @Test
  void anEmptyListIsAnEmptyList() {
    assertEquals("{\"a\":[]}", JsonLine.of(Map.of("a", List.of())));
  }

  @Test
  void aPathIsAText() {
    assertEquals(
        "{\"picture\":\"out/a.png\"}", JsonLine.of(Map.of("picture", Path.of("out", "a.png"))));
  }

  @Test
  void wholeNumbersHaveNoPoint() {
    assertEquals("{\"seconds\":2}", JsonLine.of(Map.of("seconds", 2.0)));
  }
}
