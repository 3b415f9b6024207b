package org.variegate.source.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

class PassTest {

  private static List<String> items(String group, int count) {
    return IntStream.range(0, count).mapToObj(i -> group + i).toList();
  }

  private static String item(Pass<String> pass, long index) {
    return pass.item(index, new SampleDraws(7, index, new DrawRecord(), Overrides.NONE));
  }

  private static List<String> items(Pass<String> pass, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> item(pass, i)).toList();
  }

  @Test
  void sortedItemsComeInTheirOrderGroupsInTurn() {
    Pass<String> pass = new Pass<>(List.of(items("a", 3), items("b", 3)), false);
    assertEquals(List.of("a0", "b0", "a1", "b1", "a2", "b2", "a0"), items(pass, 0, 7));
    assertEquals(6, pass.size());
  }

  @Test
  void eachPassHasEachItemOnceInAnOrderOfItsOwn() {
    List<List<String>> groups = List.of(items("a", 11), items("b", 30), items("c", 1));
    Set<String> all = new TreeSet<>();
    groups.forEach(all::addAll);
    Pass<String> pass = new Pass<>(groups, true);
    Set<List<String>> orders = new java.util.HashSet<>();
    for (int n = 0; n < 5; n++) {
      List<String> once = items(pass, n * 42, (n + 1) * 42);
      assertEquals(all, new TreeSet<>(once));
      orders.add(once);
    }
    assertEquals(5, orders.size());
  }

  @Test
  void equalGroupsStandEquallyOftenInEveryBatch() {
    Pass<String> pass = new Pass<>(List.of(items("a", 16), items("b", 16), items("c", 16)), true);
    for (int batch = 0; batch < 96; batch += 6) {
      List<String> shown = items(pass, batch, batch + 6);
      for (String group : List.of("a", "b", "c")) {
        assertEquals(2, shown.stream().filter(s -> s.startsWith(group)).count());
      }
    }
  }

  @Test
  void unequalGroupsAreSpreadEvenly() {
    Pass<String> pass = new Pass<>(List.of(items("a", 10), items("b", 100)), false);
    List<String> shown = items(pass, 0, 110);
    for (int i = 0; i + 22 <= 110; i++) {
      long rare = shown.subList(i, i + 22).stream().filter(s -> s.startsWith("a")).count();
      assertTrue(rare >= 1 && rare <= 3, "from " + i + ": " + rare);
    }
  }

  @Test
  void anOrderBelongsToItsPassNotToTheSample() {
    Pass<String> pass = new Pass<>(List.of(items("a", 20)), true);
    assertEquals(items(pass, 0, 20), items(pass, 0, 20));
    Pass<String> more = new Pass<>(List.of(items("a", 20), items("b", 20)), true);
    assertNotEquals(items(pass, 0, 20), items(more, 0, 20));
  }
}
