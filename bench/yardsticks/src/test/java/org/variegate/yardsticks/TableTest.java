package org.variegate.yardsticks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void sharesAndErrors() {
    Table table = new Table(List.of("cat", "dog"));
    for (int i = 0; i < 10; i++) {
      table.add("cat", i < 9 ? "cat" : "dog");
      table.add("cat", "far", i < 9 ? "cat" : "dog");
      table.add("dog", "dog");
    }
    assertEquals(0.9, table.share("cat", "cat"), 1e-12);
    assertEquals(0.95, table.accuracy(), 1e-12, "kinds do not count again");
    String text = table.print();
    assertTrue(text.contains("0.900 +- 0.095"), text);
    assertEquals(4, text.lines().count());
  }

  @Test
  void namesMayHaveSpacesAndAnyLength() {
    Table table = new Table(List.of("guinea pig", "a dog of many words"));
    table.add("guinea pig", "guinea pig");
    table.add("guinea pig", "far", "a dog of many words");
    assertTrue(table.print().contains("guinea pig a dog of many words"), table.print());
    assertTrue(table.print().contains("guinea pig          1   1.000   0.000   1.000"));
    assertTrue(table.print().contains("guinea pig far      1   0.000   1.000   0.000"));
  }
}
